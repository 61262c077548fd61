import fc from 'fast-check';
import {
  ATTENTION_CODES,
  ATTENTION_LABELS,
  attentionReasons,
  type ActivityFacts,
  type Discussable,
  type FollowUpFacts,
  type IndicatorFacts,
} from './attention.ts';
import { addDays, daysBetween, type Day } from './date-text.ts';
import { FOLLOW_UP_STATES } from './follow-up.ts';
import { DIRECTIONS } from './indicator.ts';
import { JUDGEMENTS } from './judgement.ts';
import { formatShare } from './number-format.ts';

const TODAY = '2026-03-12';

const indicator: IndicatorFacts = {
  id: 'i1',
  text: 'Antal nätverksträffar.',
  isProposal: false,
  cellsOf: 1,
  cellsReported: 1,
  value: 12,
  valueBefore: 9,
  target: 10,
  direction: 'up',
  decimals: 0,
  unit: null,
};
const followUp: FollowUpFacts = {
  state: 'draft',
  hasReporter: true,
  roundIsOpen: true,
  openedOn: '2026-03-10',
  dueOn: '2026-04-30',
  lastAnswerOn: null,
  returnedOn: null,
};
const calm: ActivityFacts = { judgement: 'on_track', followUp, indicators: [indicator] };

const answer = (change: Partial<FollowUpFacts>): ActivityFacts => ({ ...calm, followUp: { ...followUp, ...change } });
const measured = (change: Partial<IndicatorFacts>): ActivityFacts => ({
  ...calm,
  indicators: [{ ...indicator, ...change }],
});
const discussable: Discussable = { meetingsSince: '2025-02-01', activeFrom: null, activeTo: null, isParked: false };
const swedish = (facts: ActivityFacts): string[] => attentionReasons(facts, TODAY).map((reason) => reason.words.sv);
const codes = (facts: ActivityFacts): string[] => attentionReasons(facts, TODAY).map((reason) => reason.code);

describe('attentionReasons', () => {
  it('is silent when nothing is due', () => {
    expect(attentionReasons(calm, TODAY)).toEqual([]);
    expect(attentionReasons({ judgement: null, followUp: null, indicators: [] }, TODAY)).toEqual([]);
  });

  it.each<[ActivityFacts, string]>([
    [answer({ dueOn: '2026-03-11' }), 'Svaret är 1 dag försenat. Det skulle ha kommit senast 11 mars 2026.'],
    [answer({ dueOn: '2026-02-12' }), 'Svaret är 28 dagar försenat. Det skulle ha kommit senast 12 februari 2026.'],
    [answer({ openedOn: '2026-02-01' }), 'Inget svar på 39 dagar.'],
    [answer({ state: 'returned', returnedOn: '2026-03-09' }), 'Svaret skickades tillbaka med en fråga 9 mars 2026.'],
    [answer({ hasReporter: false }), 'Ingen är utsedd att svara.'],
    [measured({ cellsOf: 8, cellsReported: 5 }), 'Antal nätverksträffar: 3 av 8 värden saknas.'],
    [measured({ cellsReported: 0, value: null }), 'Antal nätverksträffar: värdet saknas.'],
    [measured({ target: 14 }), 'Antal nätverksträffar: 12. Målvärdet är minst 14.'],
    [
      measured({ target: 9.5, direction: 'down', unit: 'km', decimals: 1, valueBefore: 13 }),
      'Antal nätverksträffar: 12,0\u00a0km. Målvärdet är högst 9,5\u00a0km.',
    ],
    [measured({ valueBefore: 15 }), 'Antal nätverksträffar: 12, sämre än förra omgången: 15.'],
    [
      measured({ value: 70, share: { numerator: 14, denominator: 20 }, target: 80, unit: '%', valueBefore: null }),
      'Antal nätverksträffar: 70\u00a0% (14 av 20). Målvärdet är minst 80\u00a0%.',
    ],
    [
      measured({
        value: 70,
        share: { numerator: 14, denominator: 20 },
        valueBefore: 75,
        shareBefore: { numerator: 9, denominator: 12 },
        target: null,
        unit: '%',
      }),
      'Antal nätverksträffar: 70\u00a0% (14 av 20), sämre än förra omgången: 75\u00a0% (9 av 12).',
    ],
    [measured({ isProposal: true }), 'Indikatorn är ett förslag som ingen har godkänt än.'],
    [
      { ...calm, indicators: [indicator, { ...indicator, isProposal: true }] },
      '1 av 2 indikatorer är förslag som ingen har godkänt än.',
    ],
    [{ ...calm, unconfirmedPartners: ['Region Norrvik'] }, 'Region Norrvik har inte bekräftat sin medverkan.'],
    [
      { ...calm, unconfirmedPartners: ['Alby', 'Byby'], askedPartners: 8 },
      '2 av 8 har inte bekräftat sin medverkan: Alby och Byby.',
    ],
    [measured({ target: 13 }), 'Antal nätverksträffar: 12, inom 10\u00a0% av målet. Målvärdet är minst 13.'],
    [
      measured({ target: 15, margin: 0.25 }),
      'Antal nätverksträffar: 12, inom 25\u00a0% av målet. Målvärdet är minst 15.',
    ],
    [
      measured({ placeTargets: { of: 8, below: ['Alby', 'Byby'] } }),
      'Antal nätverksträffar: 2 av 8 når inte sitt målvärde (Alby och Byby).',
    ],
    [
      measured({ differs: { cells: 1, of: 1, typed: 12, computed: 14 } }),
      'Antal nätverksträffar: 12 är inskrivet, händelserna ger 14.',
    ],
    [
      measured({ differs: { cells: 2, of: 8, typed: null, computed: null } }),
      'Antal nätverksträffar: 2 av 8 inskrivna värden skiljer sig från händelserna.',
    ],
    [answer({ state: 'submitted', lastAnswerOn: '2025-12-20' }), 'Uppgiften är från december, 82 dagar gammal.'],
    [
      { ...calm, openDecisions: [{ number: '§ 12', dueOn: '2026-03-01' }] },
      'Beslut § 12 skulle ha varit genomfört 1 mars 2026.',
    ],
    [
      { ...calm, openDecisions: [{ number: '§ 12', dueOn: '2026-05-01' }] },
      'Beslut § 12 ska vara genomfört 1 maj 2026.',
    ],
    [{ ...calm, openDecisions: [{ number: '§ 12', dueOn: null }] }, 'Beslut § 12 är inte genomfört.'],
    [{ ...calm, lastDiscussedOn: null, discussable }, 'Har inte tagits upp på något möte.'],
    [{ ...calm, lastDiscussedOn: '2025-05-20' }, 'Har inte tagits upp på möte sedan 20 maj 2025.'],
  ])('case %# says why in words', (facts, words) => {
    expect(swedish(facts)).toEqual([words]);
    expect(attentionReasons(facts, TODAY)[0]?.words.en).toMatch(/^[A-Z0-9].*\.$/);
  });

  it('never says what share without saying of how many, in either language', () => {
    const shares = fc
      .tuple(fc.nat(400), fc.nat(400))
      .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b, 1) }));
    const percent = ({ numerator, denominator }: { numerator: number; denominator: number }): number =>
      (numerator / denominator) * 100;
    fc.assert(
      fc.property(
        shares,
        shares,
        fc.nat(100),
        fc.constantFrom(...DIRECTIONS),
        (share, shareBefore, target, direction) => {
          const facts = measured({
            value: percent(share),
            share,
            valueBefore: percent(shareBefore),
            shareBefore,
            target,
            direction,
            unit: '%',
          });
          for (const { code, words } of attentionReasons(facts, TODAY)) {
            expect(words.sv).toContain(formatShare(share.numerator, share.denominator, 'sv'));
            expect(words.en).toContain(formatShare(share.numerator, share.denominator, 'en'));
            if (code !== 'falling') continue;
            expect(words.sv).toContain(formatShare(shareBefore.numerator, shareBefore.denominator, 'sv'));
          }
        },
      ),
    );
  });

  it('puts the most urgent first', () => {
    const facts: ActivityFacts = {
      judgement: 'needs_support',
      followUp: { ...followUp, state: 'returned', hasReporter: false, dueOn: '2026-03-01', returnedOn: '2026-03-02' },
      indicators: [
        { ...indicator, value: 3, cellsOf: 3, differs: { cells: 1, of: 3, typed: null, computed: null } },
        { ...indicator, id: 'i2', isProposal: true },
      ],
      unconfirmedPartners: ['Föreningen'],
      openDecisions: [{ number: '§ 3', dueOn: null }],
      lastDiscussedOn: null,
      discussable,
    };
    expect(codes(facts)).toEqual(
      ATTENTION_CODES.filter((code) => code !== 'no_answer_for_days' && code !== 'not_fresh'),
    );
  });

  it('leads to the indicator it is about', () => {
    expect(attentionReasons(measured({ target: 99 }), TODAY)[0]?.indicatorId).toBe('i1');
    expect(attentionReasons(answer({ hasReporter: false }), TODAY)[0]?.indicatorId).toBeNull();
  });

  it('waits for nothing outside an open round, and for no values of what is cancelled', () => {
    expect(codes(answer({ roundIsOpen: false, dueOn: '2020-01-01', hasReporter: false }))).toEqual([]);
    expect(
      codes({ ...answer({ dueOn: '2026-03-01' }), judgement: 'cancelled', indicators: [{ ...indicator, value: 1 }] }),
    ).toEqual(['overdue']);
  });

  it('counts days from the last answer, and is due the whole last day', () => {
    expect(codes(answer({ openedOn: '2026-01-01', lastAnswerOn: '2026-03-11' }))).toEqual([]);
    expect(codes(answer({ dueOn: TODAY }))).toEqual([]);
    expect(codes(answer({ state: 'submitted', dueOn: '2026-01-01' }))).toEqual([]);
  });

  it('need not take up again what is completed, but still wants its values', () => {
    const silent = { lastDiscussedOn: null, discussable };
    expect(codes({ ...measured({ cellsOf: 2 }), ...silent, judgement: 'completed' })).toEqual(['value_missing']);
    expect(codes({ ...calm, ...silent, judgement: 'cancelled' })).toEqual([]);
  });

  it('shouts of nothing that could not have been up: meetings or the activity itself have just begun', () => {
    const never = (change: Partial<Discussable>): string[] =>
      codes({ ...calm, lastDiscussedOn: null, discussable: { ...discussable, ...change } });
    expect(codes(calm)).toEqual([]);
    expect(codes({ ...calm, lastDiscussedOn: null })).toEqual([]);
    expect(never({ meetingsSince: '2026-03-05' })).toEqual([]);
    expect(never({ meetingsSince: addDays(TODAY, -179) })).toEqual([]);
    expect(never({ meetingsSince: addDays(TODAY, -180) })).toEqual(['not_discussed_since']);
    expect(never({ activeFrom: '2026-01-01' })).toEqual([]);
    expect(never({ activeFrom: '2025-01-01' })).toEqual(['not_discussed_since']);
  });

  it('lets be what is over, or what a group has put aside', () => {
    const long = (change: Partial<Discussable>): string[] =>
      codes({ ...calm, lastDiscussedOn: '2025-05-20', discussable: { ...discussable, ...change } });
    expect(long({})).toEqual(['not_discussed_since']);
    expect(long({ activeTo: '2025-12-31' })).toEqual([]);
    expect(long({ activeTo: TODAY })).toEqual(['not_discussed_since']);
    expect(long({ isParked: true })).toEqual([]);
  });

  it('claims nothing about a part of a mean', () => {
    expect(codes(measured({ value: 1, coverage: 'part' }))).toEqual([]);
    expect(
      codes(measured({ value: 1, target: 10, direction: 'down', coverage: 'part_of_sum', valueBefore: 0 })),
    ).toEqual([]);
  });

  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
  const maybeDay = fc.option(day, { nil: null });
  const number = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
  const anyFacts: fc.Arbitrary<ActivityFacts> = fc.record({
    judgement: fc.option(fc.constantFrom(...JUDGEMENTS), { nil: null }),
    followUp: fc.option(
      fc.record({
        state: fc.constantFrom(...FOLLOW_UP_STATES),
        hasReporter: fc.boolean(),
        roundIsOpen: fc.boolean(),
        openedOn: maybeDay,
        dueOn: maybeDay,
        lastAnswerOn: maybeDay,
        returnedOn: maybeDay,
      }),
      { nil: null },
    ),
    indicators: fc.array(
      fc.record({
        id: fc.uuid(),
        text: fc.constant('Antal träffar.'),
        isProposal: fc.boolean(),
        cellsOf: fc.nat(8),
        cellsReported: fc.nat(8),
        value: number,
        valueBefore: number,
        target: number,
        direction: fc.constantFrom(...DIRECTIONS),
        decimals: fc.constant(0),
        unit: fc.constant(null),
      }),
      { maxLength: 3 },
    ),
    openDecisions: fc.array(fc.record({ number: fc.constant('§ 12/2026'), dueOn: maybeDay }), { maxLength: 3 }),
    lastDiscussedOn: maybeDay,
    discussable: fc.option(
      fc.record({ meetingsSince: day, activeFrom: maybeDay, activeTo: maybeDay, isParked: fc.boolean() }),
      { nil: undefined },
    ),
  });

  it('never changes the facts, gives the same answer again, and keeps its order', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = JSON.stringify(facts);
        const reasons = attentionReasons(facts, TODAY);
        expect(JSON.stringify(facts)).toBe(before);
        expect(attentionReasons(facts, TODAY)).toEqual(reasons);
        const ranks = reasons.map((reason) => ATTENTION_CODES.indexOf(reason.code));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const reason of reasons) {
          expect(ATTENTION_LABELS[reason.code].sv).not.toBe('');
          expect(`${reason.words.sv}${reason.words.en}`).not.toMatch(/undefined|null|NaN|-\d/);
        }
      }),
    );
  });

  it('is silent about meetings for half a year after each beginning, and never again grows silent by waiting', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(400), (facts, days) => {
        const isSaid = (on: Day): boolean =>
          attentionReasons(facts, on).some(({ code }) => code === 'not_discussed_since');
        const { lastDiscussedOn: last = null, discussable: of } = facts;
        const begun = [last, of?.meetingsSince ?? null, of?.activeFrom ?? null].filter((each) => each !== null).sort();
        const since = begun.at(-1);
        if (since === undefined || daysBetween(since, TODAY) < 180) expect(isSaid(TODAY)).toBe(false);
        const later = addDays(TODAY, days);
        if (isSaid(TODAY) && !(of?.activeTo && of.activeTo < later)) expect(isSaid(later)).toBe(true);
      }),
    );
  });

  it('names every open decision, late or not, whatever the judgement', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const named = codes(facts).filter((code) => code === 'decision_open');
        expect(named).toHaveLength(facts.openDecisions?.length ?? 0);
      }),
    );
  });

  it('says nothing of values nobody has given', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const unknown = { ...facts, indicators: facts.indicators.map((one) => ({ ...one, value: null })) };
        expect(codes(unknown)).not.toContain('value_below_target');
        expect(codes(unknown)).not.toContain('falling');
      }),
    );
  });
});
