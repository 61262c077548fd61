import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Problem, type WorkbookAnswer, type WorkbookChoices, paths } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { useHttp } from '../core/testing.ts';
import { WorkbookPage } from './workbook-page.ts';

const plan = { id: 'p', slug: 'plan', title: 'Planen', words: DEFAULT_WORDS };
const round = { id: 'r', label: '2026', state: 'open', versionNumber: 0 } as const;
const choices: WorkbookChoices = {
  plan,
  round: { ...round, due: '2027-01-31' },
  organisations: [
    { id: 'o1', name: 'Föreningen', answers: 1, own: false },
    { id: 'o2', name: 'Kansliet', answers: 3, own: true },
  ],
  lockedReason: '',
};
const read: WorkbookAnswer = {
  saved: false,
  organisation: { id: 'o2', name: 'Kansliet' },
  answers: 3,
  values: 1,
  unchanged: 2,
  changes: [{ sheet: 'Utfall', cell: 'D7', label: 'Antal träffar', before: '–', after: '4' }],
  errors: [],
  remarks: [],
  annotated: null,
};
const forbidden: Problem = { type: 'about:blank', status: 403, code: 'not_allowed', title: 'Nej', detail: '' };

async function open(answer: WorkbookChoices | Problem) {
  const http = useHttp(provideRouter([]));
  const fixture = TestBed.createComponent(WorkbookPage);
  fixture.componentRef.setInput('slug', 'plan');
  fixture.componentRef.setInput('label', '2026');
  TestBed.tick();
  http.expectOne(paths.planRounds('plan')).flush({ plan, rounds: [round], mayCreate: false });
  await Promise.resolve();
  TestBed.tick();
  const asked = http.expectOne(paths.roundWorkbookOrganisations('r'));
  if ('status' in answer) asked.flush(answer, { status: answer.status, statusText: '' });
  else asked.flush(answer);
  await fixture.whenStable();
  const page: HTMLElement = fixture.nativeElement;
  /** What has been answered reaches the page by way of promises of its own. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    await fixture.whenStable();
  };
  const words = (): string => (page.textContent ?? '').replace(/\s+/g, ' ');
  const choose = async (file: File): Promise<void> => {
    const input = page.querySelector<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  return { http, settle, page, words, choose };
}

const isUpload = ({ url, method }: { url: string; method: string }): boolean =>
  method === 'POST' && url === paths.roundWorkbook('r');

describe('WorkbookPage', () => {
  it('chooses the organisation the person reports for', async () => {
    const { page } = await open(choices);
    expect(page.querySelector('select')?.selectedOptions[0]?.textContent?.trim()).toBe('Kansliet, 3 svar');
  });

  it('tells a reader whom the workbook is for, without asking them to try again', async () => {
    const { words } = await open(forbidden);
    expect(words()).toContain('Ingen arbetsbok för dig');
    expect(words()).not.toContain('Försök igen');
  });

  it('says why there is none now', async () => {
    const { page, words } = await open({ ...choices, lockedReason: 'Omgången är fastställd.' });
    expect(words()).toContain('Omgången är fastställd.');
    expect(page.querySelector('input[type="file"]')).toBeNull();
  });

  it('refuses what is no workbook before it is sent', async () => {
    const { http, words, choose } = await open(choices);
    await choose(new File(['x'], 'svar.pdf'));
    http.expectNone(isUpload);
    expect(words()).toContain('svar.pdf är inte en Excel-arbetsbok (.xlsx)');
  });

  it('shows what would change, and saves only when asked to', async () => {
    const { http, settle, page, words, choose } = await open(choices);
    await choose(new File(['x'], 'svar.xlsx'));
    const check = http.expectOne(isUpload);
    expect(check.request.params.get('dryRun')).toBe('true');
    check.flush(read);
    await settle();
    expect(words()).toContain('Antal träffar');
    const save = [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('Spara 1 ändring'));
    save?.click();
    const saving = http.expectOne(isUpload);
    expect(saving.request.params.get('dryRun')).toBe('false');
    saving.flush({ ...read, saved: true });
    await settle();
    expect(words()).toContain('1 ändring är sparad');
  });
});
