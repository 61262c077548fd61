import { Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ActivityListItem, FollowUpPage } from '@samhandling/contracts';
import { Messages } from '../../core/messages.ts';
import { useHttp } from '../../core/testing.ts';
import { InlineCell } from './inline-cell.ts';
import { InlineEdit } from './inline-edit.ts';
import type { InlineField } from './inline-value.ts';

const item = {
  id: 'a1',
  reference: '2.2/5',
  responsible: [{ id: 'r1', name: 'Region Prov' }],
  judgement: 'on_track',
  followUpState: 'draft',
  followUpId: 'f1',
  followUpVersion: 3,
  reporter: null,
  nextStepDate: null,
  updatedAt: null,
} as unknown as ActivityListItem;

const stored = (more: object): FollowUpPage =>
  ({
    followUp: {
      id: 'f1',
      version: 4,
      state: 'draft',
      judgement: 'on_track',
      reporter: null,
      nextStepDate: null,
      updatedAt: '2026-11-21T10:00:00.000Z',
      updatedBy: { id: 'p9', name: 'Anna Annan' },
      ...more,
    },
    reporters: [],
    neighbours: { previous: null, next: null },
  }) as unknown as FollowUpPage;

@Component({
  imports: [InlineCell],
  providers: [InlineEdit],
  template: `<sam-inline-cell [item]="item()" [field]="field()" />`,
})
class Host {
  readonly item = signal(item);
  readonly field = signal<InlineField>('judgement');
  readonly cell = viewChild.required(InlineCell);
}

async function start(field: InlineField = 'judgement') {
  const http = useHttp(provideRouter([]));
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.field.set(field);
  const edit = fixture.debugElement.injector.get(InlineEdit);
  edit.use({ replace: (now) => fixture.componentInstance.item.set(now), reload: () => undefined });
  document.body.append(fixture.nativeElement as Node);
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise<void>((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const control = (): HTMLSelectElement | HTMLInputElement => {
    const found = page.querySelector<HTMLSelectElement | HTMLInputElement>('[data-inline]');
    if (!found) throw new Error('No control');
    return found;
  };
  const write = (value: string): void => {
    control().value = value;
    control().dispatchEvent(new Event(control().matches('select') ? 'change' : 'input'));
  };
  const press = (key: string): void => {
    control().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    control().dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
  };
  const patches = () => http.match(({ method, url }) => method === 'PATCH' && url === '/api/v1/follow-ups/f1');
  return { page, control, write, press, patches, settle, edit };
}

const stale = (current: FollowUpPage): object => ({
  type: '/problems/stale',
  title: 'Någon annan hann före',
  status: 412,
  code: 'stale',
  detail: '',
  current,
});

describe('a cell of the list that is written in', () => {
  it('saves what is chosen by pointer at once, by the version of the row, and says so with a way back', async () => {
    const { page, control, write, patches, settle } = await start();
    control().dispatchEvent(new Event('pointerdown', { bubbles: true }));
    write('completed');
    await settle();
    const [request] = patches();
    expect(request?.request.body).toEqual({ judgement: 'completed' });
    expect(request?.request.headers.get('If-Match')).toBe('"3"');
    expect(page.textContent).toContain('Sparar');
    request?.flush(stored({ judgement: 'completed' }), { headers: { 'Change-Id': 'c1' } });
    await settle();
    expect(page.textContent).toContain('Sparat');
    expect(TestBed.inject(Messages).current()).toMatchObject({
      text: '2.2/5. Läge är nu: Genomförd.',
      undo: { label: 'Ångra' },
    });
  });

  it('saves nothing while the keys look through the choices, and once by Enter', async () => {
    const { control, write, press, patches, settle, edit, page } = await start();
    press('ArrowDown');
    write('completed');
    await settle();
    expect(patches()).toEqual([]);
    expect(edit.hasUnsaved()).toBe(true);
    expect(page.textContent).toContain('Inte sparat än');
    press('Enter');
    press('Enter');
    control().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settle();
    const requests = patches();
    expect(requests).toHaveLength(1);
    requests[0]?.flush(stored({ judgement: 'completed' }), { headers: { 'Change-Id': 'c1' } });
    await settle();
    expect(patches()).toEqual([]);
  });

  it('takes back by Escape, and leaving then saves nothing', async () => {
    const { control, write, press, patches, settle, edit } = await start();
    press('ArrowDown');
    write('completed');
    press('Escape');
    await settle();
    control().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settle();
    expect([patches(), control().value, edit.hasUnsaved()]).toEqual([[], 'on_track', false]);
  });

  it('goes on over another’s save of something else, in the version it became', async () => {
    const { write, patches, settle } = await start('nextStepDate');
    write('2026-05-01');
    await settle();
    const theirs = stored({ version: 7, judgement: 'completed' });
    patches()[0]?.flush(stale(theirs), { status: 412, statusText: 'x' });
    await settle();
    const [again] = patches();
    expect(again?.request.headers.get('If-Match')).toBe('"7"');
    expect(again?.request.body).toEqual({ nextStepDate: '2026-05-01' });
    expect(document.querySelector('sam-stale-dialog')).toBeNull();
  });

  it('asks where both have changed the same, and keeps what is typed when nothing is chosen', async () => {
    const { control, write, patches, settle, edit } = await start();
    write('completed');
    await settle();
    patches()[0]?.flush(stale(stored({ version: 7, judgement: 'needs_support' })), { status: 412, statusText: 'x' });
    for (let turn = 0; turn < 20 && !document.querySelector('sam-stale-dialog'); turn += 1) await settle();
    const dialog = document.querySelector('sam-stale-dialog');
    expect(dialog?.textContent).toContain('Genomförd');
    expect(dialog?.textContent).toContain('Behöver stöd');
    [...(dialog?.querySelectorAll('button') ?? [])].find((each) => each.textContent.includes('Tillbaka'))?.click();
    await settle();
    expect([patches(), control().value, edit.hasUnsaved()]).toEqual([[], 'completed', true]);
  });

  it('says why in the cell when it is refused', async () => {
    const { page, write, patches, settle } = await start();
    write('needs_support');
    await settle();
    patches()[0]?.flush(
      {
        type: '/problems/invalid',
        title: 'Fel',
        status: 422,
        detail: '',
        errors: [{ pointer: '/judgement', code: 'x', reason: 'Skriv vilket stöd som behövs.' }],
      },
      { status: 422, statusText: 'x' },
    );
    await settle();
    expect(page.textContent).toContain('Skriv vilket stöd som behövs.');
  });
});
