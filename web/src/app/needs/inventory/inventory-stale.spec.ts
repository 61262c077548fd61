import { Dialog } from '@angular/cdk/dialog';
import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { NeedsInventory } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { InventorySettings } from './inventory-settings.ts';
import { QuestionList } from './question-list.ts';

const URL = '/api/v1/needs-inventories/i1';

const inventory = {
  id: 'i1',
  version: 1,
  title: 'Behov inför 2027',
  intro: '',
  isAnonymous: true,
  due: '2026-10-01',
  state: 'draft',
  questions: ['a', 'b'].map((id) => ({
    id,
    kind: 'text',
    isPerGoal: false,
    text: `Fråga ${id}`,
    hint: '',
    options: [],
    lowLabel: '',
    highLabel: '',
  })),
} as unknown as NeedsInventory;

@Component({
  imports: [InventorySettings, QuestionList],
  template: `
    <sam-inventory-settings [inventory]="inventory()" (saved)="inventory.set($event)" />
    <sam-question-list [inventory]="inventory()" (saved)="inventory.set($event)" />
  `,
})
class Host {
  readonly inventory = signal(inventory);
}

describe('an inventory, when somebody else was first', () => {
  let http: HttpTestingController;
  let host: HTMLElement;

  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  const dialog = async (): Promise<HTMLElement> => {
    for (let turn = 0; turn < 20 && !document.querySelector('sam-stale-dialog'); turn += 1) await settle();
    const found = document.querySelector<HTMLElement>('sam-stale-dialog');
    if (!found) throw new Error('No dialogue');
    return found;
  };
  const write = async (selector: string, text: string): Promise<void> => {
    const field = host.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (words: string, within: HTMLElement = host): Promise<void> => {
    const button = [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
    if (!button) throw new Error(`No button ${words}`);
    button.click();
    await settle();
  };
  const refuse = (method: string, url: string, current: NeedsInventory): void => {
    const problem = { type: 'x#stale', title: 'Ändrat', status: 412, code: 'stale', current };
    http.expectOne({ method, url }).flush(problem, { status: 412, statusText: '' });
  };

  beforeEach(async () => {
    http = useHttp();
    const fixture = TestBed.createComponent(Host);
    host = fixture.nativeElement as HTMLElement;
    await settle();
  });
  afterEach(() => TestBed.inject(Dialog).closeAll());

  it('shows both versions of a setting, and saves what was chosen from theirs', async () => {
    await write('sam-inventory-settings input', 'Min rubrik');
    await press('Spara');
    refuse('PATCH', URL, { ...inventory, version: 2, title: 'Deras rubrik', due: '2026-11-01' });
    const shown = await dialog();
    expect(shown.textContent).toContain('Min rubrik');
    expect(shown.textContent).toContain('Deras rubrik');
    expect(shown.textContent).toContain('1 november 2026');
    shown.querySelector<HTMLInputElement>('input[name="stale-title"]')?.click();
    await press('Spara det valda', shown);
    const again = http.expectOne({ method: 'PATCH', url: URL });
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toEqual({ title: 'Min rubrik', intro: '', isAnonymous: true, due: '2026-11-01' });
  });

  it('shows both versions of a question, and saves what was chosen from theirs', async () => {
    await write('sam-question-list input', 'Min fråga');
    await press('Spara frågorna');
    const [first, second] = inventory.questions;
    const theirs = [
      { ...first, text: 'Deras fråga' },
      { ...second, hint: 'Deras hjälp' },
    ] as NeedsInventory['questions'];
    refuse('PUT', `${URL}/questions`, { ...inventory, version: 2, questions: theirs });
    const shown = await dialog();
    expect([...shown.querySelectorAll('legend')].map(({ textContent }) => textContent.trim())).toEqual([
      'Fråga 1',
      'Fråga 2',
    ]);
    shown.querySelector<HTMLInputElement>('input[name="stale-a"]')?.click();
    await press('Spara det valda', shown);
    const again = http.expectOne({ method: 'PUT', url: `${URL}/questions` });
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toEqual({ questions: [{ ...first, text: 'Min fråga' }, theirs[1]] });
  });

  it('asks nothing when the other part was changed, and keeps what is written in both', async () => {
    await write('sam-inventory-settings input', 'Min rubrik');
    await write('sam-question-list input', 'Min fråga');
    await press('Spara frågorna');
    const questions = [{ ...inventory.questions[0], text: 'Min fråga' }, inventory.questions[1]];
    http
      .expectOne(`${URL}/questions`)
      .flush({ ...inventory, version: 2, questions: questions as NeedsInventory['questions'] });
    await settle();
    expect(host.querySelector<HTMLInputElement>('sam-inventory-settings input')?.value).toBe('Min rubrik');
    await press('Spara');
    refuse('PATCH', URL, { ...inventory, version: 3, questions: [] });
    await settle();
    const again = http.expectOne({ method: 'PATCH', url: URL });
    expect(again.request.headers.get('If-Match')).toBe('"3"');
    expect(document.querySelector('sam-stale-dialog')).toBeNull();
  });
});
