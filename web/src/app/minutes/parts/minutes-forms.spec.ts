import { Dialog } from '@angular/cdk/dialog';
import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Minutes } from '@samhandling/contracts';
import { chooseStale, leaveStale, refuseAsStale, settle, staleDialog, staleLabels } from '../../core/stale-testing.ts';
import { useHttp } from '../../core/testing.ts';
import { MinutesAdjusters } from './minutes-adjusters.ts';
import { MinutesTexts } from './minutes-texts.ts';

const TEXTS = '/api/v1/meetings/m1/minutes';
const ADJUSTERS = `${TEXTS}/adjusters`;
const adjuster = (memberId: string | null, name: string): unknown => ({ memberId, name });
const minutesWith = (version: number, adjusters: readonly unknown[], more: Partial<Minutes> = {}): Minutes =>
  ({
    id: 'm1',
    version,
    opening: '',
    closing: '',
    recordsNumber: '',
    state: 'draft',
    attendance: ['Anna', 'Bo', 'Cilla'].map((name) => ({
      memberId: name.toLowerCase(),
      name,
      organisation: null,
      status: 'present',
    })),
    adjusters,
    ...more,
  }) as unknown as Minutes;

@Component({
  imports: [MinutesAdjusters, MinutesTexts],
  template: `
    <sam-minutes-texts [minutes]="minutes()" (saved)="minutes.set($event)" />
    <sam-minutes-adjusters [minutes]="minutes()" (saved)="minutes.set($event)" />
  `,
})
class Host {
  readonly minutes = signal(minutesWith(1, [adjuster('anna', 'Anna')]));
}

describe('minutes that two write in', () => {
  let http: HttpTestingController;
  let host: HTMLElement;
  let minutes: Host['minutes'];
  const ticked = (): string[] =>
    [...host.querySelectorAll('label')]
      .filter((label) => label.querySelector<HTMLInputElement>('input')?.checked)
      .map(({ textContent }) => textContent.trim());
  const tick = async (name: string): Promise<void> => {
    [...host.querySelectorAll('label')]
      .find(({ textContent }) => textContent.trim() === name)
      ?.querySelector('input')
      ?.click();
    await settle();
  };
  const write = async (selector: string, text: string): Promise<void> => {
    const field = host.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (words: string): Promise<void> => {
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)?.click();
    await settle();
  };

  beforeEach(async () => {
    localStorage.clear();
    http = useHttp();
    const fixture = TestBed.createComponent(Host);
    host = fixture.nativeElement as HTMLElement;
    ({ minutes } = fixture.componentInstance);
    await settle();
  });
  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    http.verify();
  });

  it('shows both choices of adjusters, and saves what was chosen from theirs', async () => {
    await tick('Bo');
    await write('input[name="other"]', 'Ada Extern');
    await press('Spara justerare');
    await refuseAsStale(
      http.expectOne(ADJUSTERS),
      minutesWith(2, [adjuster('cilla', 'Cilla')], { opening: 'Deras ord' }),
    );
    const dialog = await staleDialog();
    expect(staleLabels(dialog)).toEqual(['Bland dem som var med', 'Någon annan']);
    for (const words of ['Anna, Bo', 'Cilla', 'Ada Extern']) expect(dialog.textContent).toContain(words);
    await chooseStale(dialog, { among: 'theirs' });
    const again = http.expectOne(ADJUSTERS);
    expect([again.request.headers.get('If-Match'), again.request.body]).toEqual([
      '"2"',
      { adjusters: [{ memberId: 'cilla' }, { name: 'Ada Extern' }] },
    ]);
    again.flush(minutesWith(3, [adjuster('cilla', 'Cilla'), adjuster(null, 'Ada Extern')], { opening: 'Deras ord' }));
    await settle();
    expect(ticked()).toEqual(['Cilla']);
    expect(host.querySelector('textarea')?.value).toBe('Deras ord');
  });

  it('keeps the choice when the person goes back, and when the texts are saved meanwhile', async () => {
    await tick('Bo');
    await press('Spara justerare');
    await refuseAsStale(http.expectOne(ADJUSTERS), minutesWith(2, []));
    await leaveStale(await staleDialog());
    expect(ticked()).toEqual(['Anna', 'Bo']);
    await write('textarea[name="opening"]', 'Mina ord');
    await press('Spara texterna');
    http.expectOne(TEXTS).flush(minutesWith(2, [adjuster('anna', 'Anna')], { opening: 'Mina ord' }));
    await settle();
    expect(ticked()).toEqual(['Anna', 'Bo']);
    await press('Spara justerare');
    expect(http.expectOne(ADJUSTERS).request.headers.get('If-Match')).toBe('"2"');
  });

  it('never writes over texts that somebody else saved, though the page has been told of them', async () => {
    await write('textarea[name="opening"]', 'Mina ord');
    minutes.set(minutesWith(2, [adjuster('anna', 'Anna')], { opening: 'Deras ord' }));
    await settle();
    await press('Spara texterna');
    const first = http.expectOne(TEXTS);
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    await refuseAsStale(first, minutes());
    const dialog = await staleDialog();
    for (const words of ['Mina ord', 'Deras ord']) expect(dialog.textContent).toContain(words);
  });

  it('meets what somebody saved after a draft was written, when the draft is taken up again', async () => {
    await write('textarea[name="opening"]', 'Mina ord');
    const later = TestBed.createComponent(Host);
    const theirs = minutesWith(2, [adjuster('anna', 'Anna')], { opening: 'Deras ord' });
    later.componentInstance.minutes.set(theirs);
    host = later.nativeElement as HTMLElement;
    await settle();
    expect(host.querySelector<HTMLTextAreaElement>('textarea[name="opening"]')?.value).toBe('Mina ord');
    await press('Spara texterna');
    const first = http.expectOne(TEXTS);
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    await refuseAsStale(first, theirs);
    const dialog = await staleDialog();
    for (const words of ['Mina ord', 'Deras ord']) expect(dialog.textContent).toContain(words);
  });
});
