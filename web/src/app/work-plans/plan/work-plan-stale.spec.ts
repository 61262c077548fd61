import { Dialog } from '@angular/cdk/dialog';
import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { WorkPlan, WorkPlanItem } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { WorkPlanPage } from './work-plan-page.ts';

const URL = '/api/v1/work-plans/w1';

const item = (id: string, more: Partial<WorkPlanItem> = {}): WorkPlanItem => ({
  id,
  version: 1,
  title: `Insats ${id}`,
  description: '',
  goal: null,
  activity: null,
  need: null,
  continuedFrom: null,
  organisations: [],
  responsibleName: '',
  fromDay: null,
  toDay: null,
  isByMonth: true,
  amountKronor: null,
  funding: '',
  outcome: null,
  outcomeText: '',
  ...more,
});

const plan = (items: readonly WorkPlanItem[], more: Partial<WorkPlan> = {}): WorkPlan => ({
  id: 'w1',
  version: 1,
  plan: { id: 'p1', slug: 'plan', title: 'Planen' },
  year: 2027,
  title: 'Verksamhetsplan 2027',
  intro: '',
  state: 'draft',
  decision: null,
  decisionReference: '',
  decidedOn: null,
  closedOn: null,
  goals: [],
  items,
  sums: {
    items: items.length,
    withResponsible: 0,
    withTime: 0,
    withAmount: 0,
    kronor: 0,
    outcomes: { done: 0, partly: 0, not_done: 0 },
  } as WorkPlan['sums'],
  transitions: [],
  paper: null,
  mayManage: true,
  lockedReason: '',
  ...more,
});

const staleAnswer = (current: WorkPlan) =>
  [
    { type: 'x#stale', title: 'Ändrat', status: 412, code: 'stale', current },
    { status: 412, statusText: '' },
  ] as const;

describe('the work plan, when somebody else was first', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<WorkPlanPage>;
  let host: HTMLElement;

  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
    for (const request of http.match(`${URL}/material`))
      request.flush({
        needs: [],
        declined: [],
        unfinished: [],
        yearly: [],
        others: [],
        organisations: [],
        decisions: [],
      });
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const dialog = async (): Promise<HTMLElement> => {
    for (let turn = 0; turn < 20 && !document.querySelector('sam-stale-dialog'); turn += 1) await settle();
    const found = document.querySelector<HTMLElement>('sam-stale-dialog');
    if (!found) throw new Error('No dialogue');
    return found;
  };
  const press = async (words: string, within: HTMLElement = host): Promise<void> => {
    const button = [...within.querySelectorAll('button')].find(({ textContent }) =>
      textContent.trim().startsWith(words),
    );
    if (!button) throw new Error(`No button ${words}`);
    button.click();
    await settle();
  };
  const within = (selector: string): HTMLElement => {
    const found = host.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(selector);
    return found;
  };
  const write = (selector: string, text: string): void => {
    const field = host.querySelector<HTMLTextAreaElement>(selector);
    if (!field) throw new Error(selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };

  const open = async (shown: WorkPlan): Promise<void> => {
    http = useHttp(provideRouter([]));
    fixture = TestBed.createComponent(WorkPlanPage);
    fixture.componentRef.setInput('id', 'w1');
    host = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    http.expectOne(URL).flush(shown);
    await settle();
  };
  afterEach(() => TestBed.inject(Dialog).closeAll());

  it('shows both versions of an item field by field, and saves what was chosen from theirs', async () => {
    await open(plan([item('a', { title: 'Träff' })]));
    await press('Ändra', within('sam-work-plan-item'));
    write('sam-item-form textarea', 'Min träff');
    write('sam-item-form input[maxlength="200"]', 'Maria');
    await press('Spara insatsen');
    const first = http.expectOne('/api/v1/work-plan-items/a');
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    const theirs = item('a', { title: 'Deras träff', description: 'Nytt', version: 2 });
    first.flush(...staleAnswer(plan([theirs], { version: 2 })));
    const shown = await dialog();
    expect([...shown.querySelectorAll('legend')].map(({ textContent }) => textContent.trim())).toEqual([
      'Vad ska göras?',
      'Beskrivning',
      'Vem håller i det?',
    ]);
    expect(shown.textContent).toContain('Min träff');
    expect(shown.textContent).toContain('Deras träff');
    shown.querySelector<HTMLInputElement>('input[name="stale-title"]')?.click();
    await press('Spara det valda', shown);
    const second = http.expectOne('/api/v1/work-plan-items/a');
    expect(second.request.headers.get('If-Match')).toBe('"2"');
    expect(second.request.body).toMatchObject({ title: 'Min träff', description: 'Nytt', responsibleName: 'Maria' });
    second.flush(plan([item('a', { title: 'Min träff', version: 3 })], { version: 3 }));
    await settle();
    expect(host.querySelector('sam-item-form')).toBeNull();
    http.verify();
  });

  it('keeps what is written in its form when something else on the page is saved', async () => {
    await open(plan([item('a'), item('b')]));
    await press('Ändra', within('sam-work-plan-item'));
    write('sam-item-form textarea', 'Min');
    const [, down] = host.querySelectorAll<HTMLButtonElement>('[data-tool="up"]');
    (down ?? host.querySelector<HTMLButtonElement>('[data-tool="up"]'))?.click();
    await settle();
    http.expectOne(`${URL}/order`).flush(plan([item('b'), item('a')], { version: 2 }));
    await settle();
    expect(host.querySelector<HTMLTextAreaElement>('sam-item-form textarea')?.value).toBe('Min');
  });

  it('compares what became of an item', async () => {
    await open(plan([item('a')], { state: 'decided' }));
    await press('Säg vad det blev');
    host.querySelectorAll<HTMLInputElement>('sam-outcome-form input')[0]?.click();
    await press('Spara');
    const theirs = item('a', { version: 2, outcome: 'partly', outcomeText: 'Halva' });
    http.expectOne('/api/v1/work-plan-items/a').flush(...staleAnswer(plan([theirs], { state: 'decided', version: 2 })));
    const shown = await dialog();
    expect(shown.textContent).toContain('Delvis');
    shown.querySelector<HTMLInputElement>('input[name="stale-outcome"]')?.click();
    await press('Spara det valda', shown);
    const again = http.expectOne('/api/v1/work-plan-items/a');
    expect([again.request.body, again.request.headers.get('If-Match')]).toEqual([
      { outcome: 'done', outcomeText: 'Halva' },
      '"2"',
    ]);
  });

  it('lets a person choose between two orders, and sends mine again when only I moved', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => item(id)) as [WorkPlanItem, WorkPlanItem, WorkPlanItem];
    await open(plan([a, b, c]));
    const up = (): void => [...host.querySelectorAll<HTMLButtonElement>('[data-tool="up"]')].at(-1)?.click();
    up();
    await settle();
    // Somebody wrote in an item: the order is still only mine.
    http.expectOne(`${URL}/order`).flush(...staleAnswer(plan([a, { ...b, title: 'Ny' }, c], { version: 2 })));
    await settle();
    const resent = http.expectOne(`${URL}/order`);
    expect([resent.request.body, resent.request.headers.get('If-Match')]).toEqual([
      { itemIds: ['a', 'c', 'b'] },
      '"2"',
    ]);
    resent.flush(plan([a, c, b], { version: 3 }));
    await settle();
    up();
    await settle();
    http.expectOne(`${URL}/order`).flush(...staleAnswer(plan([c, a, b], { version: 4 })));
    const shown = await dialog();
    expect(shown.textContent).toContain('1. Insats a\n2. Insats b\n3. Insats c');
    await press('Tillbaka utan att spara', shown);
    await settle();
    expect([...host.querySelectorAll('.item h3')].map(({ textContent }) => textContent)).toEqual(
      ['c', 'a', 'b'].map((id) => `Insats ${id}`),
    );
    http.verify();
  });

  it('shows both versions of title and introduction, and asks nothing where only an item has changed', async () => {
    await open(plan([item('a')]));
    await press('Ändra rubrik');
    write('sam-work-plan-texts textarea', 'Min inledning');
    await press('Spara texterna');
    const first = http.expectOne(URL);
    expect([first.request.method, first.request.headers.get('If-Match')]).toEqual(['PATCH', '"1"']);
    // Somebody wrote in an item: the texts are still only mine.
    first.flush(...staleAnswer(plan([item('a', { title: 'Ny' })], { version: 2 })));
    await settle();
    const second = http.expectOne(URL);
    expect(second.request.headers.get('If-Match')).toBe('"2"');
    second.flush(...staleAnswer(plan([item('a')], { version: 3, title: 'Deras rubrik', intro: 'Deras inledning' })));
    const shown = await dialog();
    expect([...shown.querySelectorAll('legend')].map(({ textContent }) => textContent.trim())).toEqual([
      'Rubrik',
      'Inledning',
    ]);
    shown.querySelector<HTMLInputElement>('input[name="stale-intro"]')?.click();
    await press('Spara det valda', shown);
    const third = http.expectOne(URL);
    expect([third.request.body, third.request.headers.get('If-Match')]).toEqual([
      { title: 'Deras rubrik', intro: 'Min inledning' },
      '"3"',
    ]);
    third.flush(plan([item('a')], { version: 4, title: 'Deras rubrik', intro: 'Min inledning' }));
    await settle();
    expect(host.querySelector('sam-work-plan-texts')).toBeNull();
  });

  it('keeps what is written, with what it was written over, and is there to go on with', async () => {
    await open(plan([], { intro: 'Först' }));
    await press('Ändra rubrik');
    write('sam-work-plan-texts textarea', 'Mitt');
    fixture.destroy();
    TestBed.resetTestingModule();
    await open(plan([], { intro: 'Deras', version: 5 }));
    expect(host.querySelector<HTMLTextAreaElement>('sam-work-plan-texts textarea')?.value).toBe('Mitt');
    await press('Spara texterna');
    expect(http.expectOne(URL).request.headers.get('If-Match')).toBe('"1"');
    await press('Avbryt');
    localStorage.clear();
  });
});
