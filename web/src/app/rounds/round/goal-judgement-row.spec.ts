import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type GoalJudgementItem, paths } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { GoalJudgementRow } from './goal-judgement-row.ts';

const item: GoalJudgementItem = {
  id: 'j1',
  version: 1,
  goal: { id: 'g1', number: 1, code: null, title: 'Tryggare stränder' },
  judgement: null,
  text: '',
  previous: null,
  counts: { not_started: 0, on_track: 1, needs_support: 0, completed: 0, cancelled: 0, notJudged: 0, total: 1 },
  updatedAt: null,
  updatedBy: null,
  mayEdit: true,
};

async function open() {
  localStorage.clear();
  const http = useHttp(provideRouter([]));
  const fixture = TestBed.createComponent(GoalJudgementRow);
  fixture.componentRef.setInput('item', item);
  fixture.componentInstance.judged.subscribe((saved) => fixture.componentRef.setInput('item', saved));
  await fixture.whenStable();
  const page: HTMLElement = fixture.nativeElement as HTMLElement;
  const one = <Kind extends HTMLElement>(selector: string): Kind => {
    const found = page.querySelector<Kind>(selector);
    if (!found) throw new Error(`No ${selector}`);
    return found;
  };
  const write = (text: string): void => {
    const field = one<HTMLTextAreaElement>('textarea');
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  one<HTMLButtonElement>('button').click();
  await fixture.whenStable();
  return { http, fixture, page, one, write };
}

describe('GoalJudgementRow', () => {
  it('closes the form when what is written is saved', async () => {
    const { http, fixture, page, one, write } = await open();
    write('Bra.');
    one<HTMLButtonElement>('button[type=submit]').click();
    http.expectOne(paths.goalJudgement('j1')).flush({ ...item, version: 2, text: 'Bra.' });
    await fixture.whenStable();
    expect(page.querySelector('textarea')).toBeNull();
    expect(page.textContent).toContain('Bra.');
  });

  it('keeps what is written while the save is under way, and saves it from the new version', async () => {
    const { http, fixture, one, write } = await open();
    write('Bra.');
    one<HTMLButtonElement>('button[type=submit]').click();
    const first = http.expectOne(paths.goalJudgement('j1'));
    write('Bra. Och bättre.');
    first.flush({ ...item, version: 2, text: 'Bra.' });
    await fixture.whenStable();
    expect(one<HTMLTextAreaElement>('textarea').value).toBe('Bra. Och bättre.');
    one<HTMLButtonElement>('button[type=submit]').click();
    const second = http.expectOne(paths.goalJudgement('j1'));
    expect([second.request.headers.get('If-Match'), second.request.body]).toEqual([
      '"2"',
      expect.objectContaining({ text: 'Bra. Och bättre.' }),
    ]);
  });
});
