import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Minutes, MinutesAdjuster } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { MinutesAdjusting } from './minutes-adjusting.ts';

const ADJUSTER: MinutesAdjuster = {
  id: 'adjuster-1',
  version: 1,
  name: 'Anna Justerare',
  memberId: 'member-1',
  adjustedAt: null,
  channel: null,
  recordedBy: null,
  hasAdjustedEarlier: false,
  mayAdjust: false,
  isMe: false,
  letter: { state: 'failed', reason: '550 No such user' },
  mayMail: true,
};
const minutesWith = (adjuster: Partial<MinutesAdjuster>): Minutes =>
  ({
    id: 'meeting-1',
    version: 2,
    state: 'adjusting',
    meeting: { startsAt: '2026-03-12T08:00:00Z' },
    adjusters: [{ ...ADJUSTER, ...adjuster }],
  }) as unknown as Minutes;

describe('who is to adjust', () => {
  let net: ReturnType<typeof useHttp>;
  let shown: ComponentFixture<MinutesAdjusting>;
  const show = (adjuster: Partial<MinutesAdjuster>): HTMLElement => {
    shown.componentRef.setInput('minutes', minutesWith(adjuster));
    TestBed.tick();
    return shown.nativeElement as HTMLElement;
  };
  beforeEach(() => {
    net = useHttp();
    shown = TestBed.createComponent(MinutesAdjusting);
  });

  it('is told of with how the letter went, and can be sent another', async () => {
    const root = show({});
    expect(root.textContent).toContain('Brevet gick inte att skicka. 550 No such user');
    const button = root.querySelector<HTMLButtonElement>('[aria-label="Skicka igen till Anna Justerare"]');
    let saved: Minutes | undefined;
    shown.componentInstance.saved.subscribe((minutes) => (saved = minutes));
    button?.click();
    const after = minutesWith({ letter: { state: 'waiting', reason: '' }, mayMail: false });
    net.expectOne({ method: 'POST', url: '/api/v1/minutes-adjusters/adjuster-1/letter' }).flush(after);
    await shown.whenStable();
    expect(saved).toEqual(after);
  });

  it('has nothing to press while the letter is on its way, and no letter when there is none', () => {
    expect(show({ letter: { state: 'retrying', reason: '' }, mayMail: false }).textContent).toContain(
      'Nya försök görs.',
    );
    expect(show({ letter: null, mayMail: false }).textContent).not.toContain('Brevet');
    expect(show({ letter: null, mayMail: false }).querySelectorAll('button')).toHaveLength(0);
  });
});
