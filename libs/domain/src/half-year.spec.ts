import fc from 'fast-check';
import {
  DIGEST_GOAL_SECTIONS,
  DIGEST_POINTS,
  DIGEST_STATES,
  DIGEST_WORKFLOW,
  digestPoints,
  type HalfYearActivity,
  type HalfYearFacts,
  type HalfYearPromise,
} from './half-year.ts';
import { JUDGEMENTS } from './judgement.ts';
import { unreachableStates } from './workflow.ts';

const TODAY = '2026-05-20';
const activity = (more: Partial<HalfYearActivity> = {}): HalfYearActivity => ({
  reference: '2.2/5',
  text: 'Samordna arbetet mot langning.',
  responsible: ['Polismyndigheten'],
  judgement: 'on_track',
  supportNeeded: '',
  cancelReason: '',
  results: '',
  parkedBecause: '',
  postponed: 0,
  ...more,
});
const facts = (more: Partial<HalfYearFacts> = {}): HalfYearFacts => ({
  activities: [],
  promises: [],
  lifts: [],
  events: { count: 0, participants: null },
  ...more,
});
const promise = (more: Partial<HalfYearPromise> = {}): HalfYearPromise =>
  ({
    kind: 'decision',
    number: 3,
    year: 2026,
    reference: '2.2/5',
    text: 'Skicka en checklista.',
    who: 'Polismyndigheten',
    due: '2026-06-01',
    doneText: '',
    state: 'open',
    ...more,
  }) as HalfYearPromise;
const shown = (section: Parameters<typeof digestPoints>[0], given: HalfYearFacts, locale: 'sv' | 'en' = 'sv') =>
  digestPoints(section, given, TODAY, locale).shown;

describe('what has moved', () => {
  it('is a judgement that has become better in the period, best first, with what it was and what came of it', () => {
    const given = facts({
      activities: [
        activity({ reference: '1.1/1', judgementBefore: 'not_started' }),
        activity({
          reference: '1.1/2',
          judgement: 'completed',
          judgementBefore: 'on_track',
          results: 'Kalendern finns',
        }),
        activity({ reference: '1.1/3' }),
      ],
    });
    expect(shown('moved', given)).toEqual([
      '1.1/2 Samordna arbetet mot langning. Genomförd, tidigare pågår enligt plan. Kalendern finns.',
      '1.1/1 Samordna arbetet mot langning. Pågår enligt plan, tidigare ej påbörjad.',
    ]);
  });

  it('tells how many events there were, and of participants only where somebody counted', () => {
    expect(shown('moved', facts({ events: { count: 1, participants: null } }))).toEqual(['1 händelse är registrerad.']);
    expect(shown('moved', facts({ events: { count: 4, participants: 61 } }), 'en')).toEqual([
      '4 events have been registered, with 61 participants where they were counted.',
    ]);
  });
});

describe('what has stopped', () => {
  it('needs support, has been cancelled, gone back, been put aside or put off more than once, each with why', () => {
    const given = facts({
      activities: [
        activity({
          reference: '1',
          judgement: 'needs_support',
          judgementBefore: 'on_track',
          supportNeeded: 'En tjänst',
        }),
        activity({ reference: '2', judgement: 'cancelled', cancelReason: 'Finns nationellt' }),
        activity({ reference: '3', judgement: 'not_started', judgementBefore: 'on_track' }),
        activity({ reference: '4', parkedBecause: 'väntar på budget' }),
        activity({ reference: '5', postponed: 2 }),
        activity({ reference: '6', postponed: 1 }),
      ],
    });
    expect(shown('stopped', given).map((point) => point.replace('Samordna arbetet mot langning. ', ''))).toEqual([
      '1 Behöver stöd, tidigare pågår enligt plan. En tjänst.',
      '2 Utgår. Finns nationellt.',
      '3 Ej påbörjad, tidigare pågår enligt plan.',
      '4 Parkerad: väntar på budget.',
      '5 Bordlagd 2 gånger.',
    ]);
  });
});

describe('what we promised', () => {
  it('is told late ones first, then open, done and not done, each with its day', () => {
    const given = facts({
      promises: [
        promise({ state: 'done', doneText: 'Skickad till alla' }),
        promise({ number: 4, due: '2026-05-19' }),
        promise({ number: 5 }),
        promise({ number: 6, state: 'withdrawn', doneText: 'Behövs inte' }),
        promise({ kind: 'action_point', due: null, who: '' }),
      ],
    });
    expect(shown('promised', given)).toEqual([
      '§ 4/2026: Skicka en checklista (Polismyndigheten). Skulle ha varit klart 19 maj 2026.',
      '§ 5/2026: Skicka en checklista (Polismyndigheten). Ska vara klart 1 juni 2026.',
      'Skicka en checklista. Pågår.',
      '§ 3/2026: Skicka en checklista (Polismyndigheten). Gjort: Skickad till alla.',
      '§ 6/2026: Skicka en checklista (Polismyndigheten). Blev inte av: Behövs inte.',
    ]);
  });
});

describe('what we need', () => {
  it('is the lifted questions with their proposals, then support that nobody has lifted', () => {
    const given = facts({
      lifts: [{ reference: '2.2/5', question: 'Ska kostnaden delas?', proposal: 'Ja, efter folkmängd' }],
      activities: [
        activity({ judgement: 'needs_support', supportNeeded: 'Pengar' }),
        activity({ reference: '3.1/1', judgement: 'needs_support', supportNeeded: 'En kontaktperson' }),
      ],
    });
    expect(shown('needed', given)).toEqual([
      '2.2/5: Ska kostnaden delas? Förslag: Ja, efter folkmängd.',
      '3.1/1 behöver stöd: En kontaktperson.',
    ]);
  });
});

describe('a page', () => {
  const anyJudgement = fc.constantFrom(...JUDGEMENTS, null);
  const anyActivity = fc.record({
    reference: fc.string({ minLength: 1 }),
    text: fc.string(),
    responsible: fc.constant([]),
    judgement: anyJudgement,
    judgementBefore: fc.option(anyJudgement, { nil: undefined }),
    supportNeeded: fc.string(),
    cancelReason: fc.string(),
    results: fc.string(),
    parkedBecause: fc.string(),
    postponed: fc.nat(5),
  }) as fc.Arbitrary<HalfYearActivity>;

  it('never holds more than its points, loses none, and has each on one line', () => {
    fc.assert(
      fc.property(fc.array(anyActivity, { maxLength: 30 }), fc.constantFrom('sv', 'en'), (activities, locale) => {
        for (const section of DIGEST_GOAL_SECTIONS) {
          const points = digestPoints(section, facts({ activities }), TODAY, locale as 'sv' | 'en');
          expect(points.shown.length).toBeLessThanOrEqual(DIGEST_POINTS);
          if (points.overflow.length > 0) expect(points.shown).toHaveLength(DIGEST_POINTS);
          for (const point of [...points.shown, ...points.overflow]) expect(point).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  it('tells no activity both as moved and as stopped', () => {
    fc.assert(
      fc.property(anyActivity, (one) => {
        const given = facts({ activities: [one] });
        expect(Math.min(shown('moved', given).length, shown('stopped', given).length)).toBe(0);
      }),
    );
  });

  it('has no state that cannot be reached', () => {
    expect(unreachableStates(DIGEST_WORKFLOW, DIGEST_STATES, 'draft')).toEqual([]);
  });
});
