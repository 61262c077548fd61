import fc from 'fast-check';
import { addDays } from './date-text.ts';
import {
  findRotationGaps,
  proposeRotation,
  type PlannedMeeting,
  type ProposedRotation,
  type RotatedActivity,
  type RotationInput,
} from './rotation.ts';

const SAMRAD = { sv: 'samrådet', en: 'the consultation' };
const SPRING = { id: 's1', day: '2027-05-20', name: SAMRAD };
const AUTUMN = { id: 's2', day: '2027-11-18', name: SAMRAD };
/** Second Thursdays, without July and December: five before each consultation. */
const DAYS = [
  '2027-01-14',
  '2027-02-11',
  '2027-03-11',
  '2027-04-08',
  '2027-05-13',
  '2027-06-10',
  '2027-08-12',
  '2027-09-09',
  '2027-10-14',
  '2027-11-11',
];

const meeting = (id: string, day: string, more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  id,
  day,
  room: 120,
  isFixed: false,
  entries: [],
  ...more,
});
const activity = (index: number, more: Partial<RotatedActivity> = {}): RotatedActivity => ({
  id: `a${String(index).padStart(3, '0')}`,
  reference: `${1 + Math.floor(index / 12)}.${1 + (Math.floor(index / 4) % 3)}/${1 + (index % 4)}`,
  areaId: `area${Math.floor(index / 4)}`,
  goalId: `goal${Math.floor(index / 12)}`,
  minutes: 8,
  activeFrom: null,
  activeTo: null,
  isOver: false,
  isPressing: false,
  lastUpOn: null,
  parking: null,
  dataDays: [],
  ...more,
});
const activities = (count: number): RotatedActivity[] => Array.from({ length: count }, (_, index) => activity(index));
const year: RotationInput = {
  meetings: DAYS.map((day, index) => meeting(`m${index}`, day)),
  milestones: [SPRING, AUTUMN],
  activities: activities(58),
  from: '2027-01-01',
  horizon: '2027-12-31',
  today: '2026-12-01',
  keep: false,
};

const on = ({ entries }: ProposedRotation, meetingId: string): string[] =>
  entries.filter((entry) => entry.meetingId === meetingId).map(({ activityId }) => activityId);
const withEntries = (input: RotationInput, { entries }: ProposedRotation): RotationInput => ({
  ...input,
  keep: true,
  meetings: input.meetings.map((one) => ({
    ...one,
    entries: one.isFixed ? one.entries : entries.filter(({ meetingId }) => meetingId === one.id),
  })),
});
const keys = ({ entries }: ProposedRotation): Set<string> =>
  new Set(entries.map(({ meetingId, activityId }) => `${meetingId} ${activityId}`));

describe('proposeRotation', () => {
  it('gives 58 activities about twelve places in each of ten meetings, each twice a year', () => {
    const proposal = proposeRotation(year);
    expect(proposal.load.map((load) => load.activities).sort()).toEqual([11, 11, 11, 11, 12, 12, 12, 12, 12, 12]);
    expect(proposal.entries).toHaveLength(116);
    expect(proposal.gaps).toEqual([]);
  });

  it('keeps areas together: fifteen areas on five meetings are cut no more often than the even load needs', () => {
    const proposal = proposeRotation(year);
    const spring = proposal.entries.filter(({ meetingId }) => meetingId <= 'm4');
    const parts = new Set(
      spring.map(({ meetingId, activityId }) => `${meetingId} ${Math.floor(Number(activityId.slice(1)) / 4)}`),
    );
    expect(parts.size).toBeLessThanOrEqual(15 + 1);
  });

  it('leaves held and called meetings as they are, and counts what was up there', () => {
    const held = meeting('m0', '2027-01-14', {
      isFixed: true,
      entries: [{ activityId: 'a003', isPinned: false }],
    });
    const proposal = proposeRotation({ ...year, meetings: [held, ...year.meetings.slice(1)] });
    expect(on(proposal, 'm0')).toEqual([]);
    const spring = proposal.entries.filter(({ meetingId }) => meetingId <= 'm4');
    expect(spring.map(({ activityId }) => activityId)).not.toContain('a003');
    expect(spring).toHaveLength(57);
  });

  it('counts a meeting of the year before that came after the last consultation', () => {
    const before = { id: 's0', day: '2026-11-19', name: SAMRAD };
    const december = meeting('d', '2026-12-10', {
      isFixed: true,
      entries: activities(12).map(({ id }) => ({ activityId: id, isPinned: false })),
    });
    const proposal = proposeRotation({
      ...year,
      milestones: [before, SPRING, AUTUMN],
      meetings: [december, ...year.meetings],
    });
    expect(proposal.entries.filter(({ meetingId }) => meetingId <= 'm4')).toHaveLength(46);
    expect(proposal.gaps).toEqual([]);
  });

  it('leaves what is parked out, until the day after its last', () => {
    const parked = activity(0, { parking: { reason: 'Väntar på medel', until: '2027-04-08' } });
    const forever = activity(1, { parking: { reason: 'Vilande', until: null } });
    const proposal = proposeRotation({ ...year, activities: [parked, forever, ...activities(58).slice(2)] });
    const where = (id: string): string[] =>
      proposal.entries.filter(({ activityId }) => activityId === id).map(({ meetingId }) => meetingId);
    expect(where('a000')[0]).toBe('m4');
    expect(where('a000')).toHaveLength(2);
    expect(where('a001')).toEqual([]);
    expect(proposal.gaps).toEqual([]);
  });

  it('takes what presses up first, and what has figures after them', () => {
    const some = activities(40).map((one, index) =>
      index < 4 ? { ...one, dataDays: ['2027-03-01'] } : index < 8 ? { ...one, isPressing: true } : one,
    );
    const proposal = proposeRotation({ ...year, activities: some });
    const first = (id: string): string => proposal.entries.find(({ activityId }) => activityId === id)?.meetingId ?? '';
    expect(['a000', 'a001', 'a002', 'a003'].map(first).every((id) => id >= 'm2')).toBe(true);
    expect(['a004', 'a005', 'a006', 'a007'].map(first)).toEqual(['m0', 'm0', 'm0', 'm0']);
  });

  it('says which do not fit, what presses being the last to be left out', () => {
    const small = year.meetings.slice(0, 2).map((one) => ({ ...one, room: 24 }));
    const eight = activities(8).map((one, index) => ({ ...one, isPressing: index >= 6 }));
    const { entries, gaps } = proposeRotation({ ...year, meetings: small, milestones: [SPRING], activities: eight });
    expect(entries).toHaveLength(6);
    expect(entries.map(({ activityId }) => activityId)).toEqual(expect.arrayContaining(['a006', 'a007']));
    expect(gaps.map(({ cause }) => cause)).toEqual(['no_room', 'no_room']);
    expect(gaps[0]?.words).toEqual({
      sv: 'Ryms inte före samrådet 20 maj 2027: mötena har tid för 6 av 8.',
      en: 'Does not fit before the consultation on 20 May 2027: the meetings have time for 6 of 8.',
    });
  });

  it('says that nobody meets between two consultations', () => {
    const { gaps } = proposeRotation({ ...year, meetings: year.meetings.slice(0, 5), activities: activities(2) });
    expect(gaps.map(({ words }) => words.sv)).toEqual(
      new Array(2).fill('Det finns inget möte mellan samrådet 20 maj 2027 och samrådet 18 november 2027.'),
    );
  });

  it('gives meetings after the last consultation no more than the others have, those first who have waited longest', () => {
    const december = meeting('m10', '2027-12-09');
    const proposal = proposeRotation({ ...year, meetings: [...year.meetings, december] });
    const last = on(proposal, 'm10');
    expect(last).toHaveLength(12);
    const autumnFirst = new Set(on(proposal, 'm5'));
    expect(last.filter((id) => autumnFirst.has(id)).length).toBeGreaterThanOrEqual(8);
  });

  it('counts what has been up already in the year in how much the others have', () => {
    // All were up from January to April, fourteen or fifteen at a time, so nothing is owed in May.
    const heldWith = (from: number, to: number): PlannedMeeting['entries'] =>
      activities(58)
        .slice(from, to)
        .map(({ id }) => ({ activityId: id, isPinned: false }));
    const parts = [heldWith(0, 15), heldWith(15, 30), heldWith(30, 44), heldWith(44, 58)];
    const meetings = year.meetings.map((one, index) => {
      const entries = parts[index];
      return entries ? { ...one, isFixed: true, entries } : one;
    });
    const proposal = proposeRotation({ ...year, meetings: [...meetings, meeting('m10', '2027-12-09')] });
    expect(on(proposal, 'm4')).toEqual([]);
    expect(on(proposal, 'm10')).toHaveLength(12);
  });

  it('leaves nothing out of the year that there is time for after its only consultation', () => {
    // Half of the plan was up in December, after the consultation of the autumn before: nothing is owed for it until May.
    const before = { ...meeting('m-1', '2026-12-10'), room: 480, isFixed: true };
    const upThen = activities(58)
      .slice(0, 29)
      .map(({ id }) => ({ activityId: id, isPinned: false }));
    const { entries } = proposeRotation({
      ...year,
      meetings: [{ ...before, entries: upThen }, ...year.meetings.slice(0, 8)],
      milestones: [{ ...SPRING, id: 's0', day: '2026-11-20' }, SPRING],
    });
    expect(new Set(entries.map(({ activityId }) => activityId)).size).toBe(58);
  });

  it('has each up once in a year without consultations', () => {
    const proposal = proposeRotation({ ...year, milestones: [] });
    expect(proposal.load.map((load) => load.activities).sort()).toEqual([5, 5, 6, 6, 6, 6, 6, 6, 6, 6]);
    expect(proposal.gaps).toEqual([]);
  });

  it('does not take up what is over, unless it presses', () => {
    const some = [activity(0, { isOver: true }), activity(1, { isOver: true, isPressing: true })];
    const { entries } = proposeRotation({ ...year, activities: some });
    expect(new Set(entries.map(({ activityId }) => activityId))).toEqual(new Set(['a001']));
  });

  it('makes room by way of a third meeting where a piece may not stand in the emptiest', () => {
    const early = Array.from({ length: 6 }, (_, index) =>
      activity(index, { activeTo: '2027-02-20', areaId: `e${index}` }),
    );
    const late = Array.from({ length: 3 }, (_, index) =>
      activity(20 + index, { activeFrom: '2027-02-01', areaId: `l${index}` }),
    );
    const { load } = proposeRotation({
      ...year,
      meetings: year.meetings.slice(0, 3),
      milestones: [SPRING],
      activities: [...early, ...late],
    });
    expect(load.map((one) => one.activities)).toEqual([3, 3, 3]);
  });

  describe('kept', () => {
    const planned = proposeRotation(year);

    it('proposes what is there already', () => {
      expect(proposeRotation(withEntries(year, planned)).entries).toEqual(planned.entries);
    });

    it('moves nothing for one more activity, and at most one a consultation for one less', () => {
      const more = proposeRotation(withEntries({ ...year, activities: activities(59) }, planned));
      expect(keys(planned).difference(keys(more)).size).toBe(0);
      expect(keys(more).size).toBe(118);
      const less = proposeRotation(withEntries({ ...year, activities: activities(58).slice(1) }, planned));
      expect(keys(less).difference(keys(planned)).size).toBeLessThanOrEqual(2);
    });
  });
});

describe('findRotationGaps', () => {
  it('tells what is not planned in, what is too late, and what was missed', () => {
    const one = { ...year, activities: [activity(0)] };
    expect(findRotationGaps(one, 'planned').map(({ cause }) => cause)).toEqual(['not_planned', 'not_planned']);
    const fixed = one.meetings.map((each) => ({ ...each, isFixed: each.day < SPRING.day }));
    const causes = (today: string): string[] =>
      findRotationGaps({ ...one, meetings: fixed, today }, 'planned').map(({ cause }) => cause);
    expect(causes('2027-05-19')).toEqual(['none_left', 'not_planned']);
    expect(causes('2027-05-20')).toEqual(['missed', 'not_planned']);
  });

  it('asks nothing of an activity that begins after the meetings, or is parked through them', () => {
    const some = [
      activity(0, { activeFrom: '2027-11-12' }),
      activity(1, { parking: { reason: 'Vilande', until: '2027-12-01' } }),
    ];
    expect(findRotationGaps({ ...year, activities: some }, 'planned')).toEqual([]);
  });
});

describe('proposeRotation, whatever it is given', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2027-01-01', days));
  const maybeDay = fc.option(day, { nil: null, freq: 2 });
  const anyActivity = fc.record({
    area: fc.nat(5),
    // Mostly equal, or nothing trades places.
    minutes: fc.oneof(
      { weight: 3, arbitrary: fc.constant(8) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
    ),
    activeFrom: maybeDay,
    activeTo: maybeDay,
    isOver: fc.boolean(),
    isPressing: fc.boolean(),
    lastUpOn: maybeDay,
    parking: fc.option(fc.record({ reason: fc.constant('Vilande'), until: maybeDay }), { nil: null, freq: 4 }),
    dataDays: fc.array(day, { maxLength: 2 }),
  });
  const anyInput: fc.Arbitrary<RotationInput> = fc
    .record({
      activities: fc.array(anyActivity, { maxLength: 25 }),
      meetings: fc.array(
        fc.record({
          day,
          room: fc.integer({ min: 0, max: 120 }),
          isFixed: fc.boolean(),
          entries: fc.array(fc.record({ of: fc.nat(24), isPinned: fc.boolean() }), { maxLength: 6 }),
        }),
        { maxLength: 8 },
      ),
      milestones: fc.array(day, { maxLength: 3 }),
      today: day,
      keep: fc.boolean(),
    })
    .map(({ activities: some, meetings, milestones, today, keep }) => ({
      activities: some.map(({ area, ...rest }, index) => ({
        ...rest,
        id: `a${index}`,
        reference: `1.${area}/${index}`,
        areaId: `area${area}`,
        goalId: `goal${area % 2}`,
      })),
      meetings: meetings.map(({ entries, ...rest }, index) => ({
        ...rest,
        id: `m${index}`,
        entries: entries
          .filter(({ of }) => of < some.length)
          .map(({ of, isPinned }) => ({ activityId: `a${of}`, isPinned })),
      })),
      milestones: milestones.map((on2, index) => ({ id: `s${index}`, day: on2, name: SAMRAD })),
      from: '2027-01-01',
      horizon: '2027-12-31',
      today,
      keep,
    }));

  it('never lets two consultations pass without an activity having been up, unless it is parked or told', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { entries, gaps } = proposeRotation(input);
        const days = [...input.milestones].sort((a, b) =>
          a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1,
        );
        const ups = [
          ...entries,
          ...input.meetings
            .filter(({ isFixed }) => isFixed)
            .flatMap(({ id, entries: fixed }) => fixed.map(({ activityId }) => ({ meetingId: id, activityId }))),
        ];
        for (const [index, milestone] of days.entries()) {
          const since = days[index - 1]?.day ?? '';
          const between = input.meetings.filter((one) => one.day >= since && one.day < milestone.day);
          for (const one of input.activities) {
            const active = (on2: string): boolean =>
              (one.activeFrom ?? '') <= on2 && on2 <= (one.activeTo ?? '9999') && !(one.isOver && !one.isPressing);
            const parked = (on2: string): boolean =>
              one.parking !== null && (one.parking.until === null || one.parking.until >= on2);
            const chances = between.filter((each) => active(each.day));
            if (chances.length === 0 || chances.some((each) => parked(each.day))) continue;
            const wasUp =
              (one.lastUpOn !== null && one.lastUpOn >= since && one.lastUpOn < milestone.day) ||
              ups.some((up) => up.activityId === one.id && between.some(({ id }) => id === up.meetingId));
            const isTold = gaps.some((gap) => gap.activityId === one.id && gap.milestoneId === milestone.id);
            expect(wasUp).not.toBe(isTold);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never touches a fixed meeting, has each activity at most once in a meeting, and leaves what is pinned', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const proposal = proposeRotation(input);
        const fixed = new Set(input.meetings.filter(({ isFixed }) => isFixed).map(({ id }) => id));
        expect(proposal.entries.filter(({ meetingId }) => fixed.has(meetingId))).toEqual([]);
        expect(keys(proposal).size).toBe(proposal.entries.length);
        for (const { id, isFixed, entries } of input.meetings) {
          if (isFixed) continue;
          const last = new Map(entries.map((entry) => [entry.activityId, entry.isPinned]));
          for (const [activityId, isPinned] of last) {
            if (isPinned) expect(proposal.entries).toContainEqual({ meetingId: id, activityId, isPinned: true });
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never fills a meeting over its time but by what is pinned, and puts nothing where it is parked or not going on', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { entries, load } = proposeRotation({ ...input, keep: false });
        for (const { id, day: on2 } of input.meetings) {
          const added = entries.filter(({ meetingId, isPinned }) => meetingId === id && !isPinned);
          const of = load.find(({ meetingId }) => meetingId === id);
          if (added.length > 0) expect(of?.minutes).toBeLessThanOrEqual(of?.room ?? 0);
          for (const { activityId } of added) {
            const one = input.activities.find((each) => each.id === activityId);
            expect(one?.parking && (one.parking.until === null || one.parking.until >= on2)).toBeFalsy();
            expect((one?.activeFrom ?? '') <= on2 && on2 <= (one?.activeTo ?? '9999')).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('spreads evenly before each consultation when all take equally long and nothing is pinned or bound', () => {
    const bound = fc.record({
      count: fc.nat(70),
      meetings: fc.uniqueArray(day, { minLength: 1, maxLength: 12 }),
      areaSize: fc.integer({ min: 1, max: 15 }),
      dataDay: day,
    });
    fc.assert(
      fc.property(bound, ({ count, meetings, areaSize, dataDay }) => {
        const some = activities(count).map((one, index) => ({
          ...one,
          areaId: `area${Math.floor(index / areaSize)}`,
          dataDays: index % 3 === 0 ? [dataDay] : [],
          isPressing: index % 5 === 0,
        }));
        const { load, gaps } = proposeRotation({
          ...year,
          activities: some,
          meetings: meetings.map((on2, index) => meeting(`m${index}`, on2, { room: 1000 })),
        });
        const room = (from: string, before: string): number[] =>
          meetings.flatMap((on2, index) => {
            const of = load.find(({ meetingId }) => meetingId === `m${index}`);
            return on2 >= from && on2 < before && of ? [of.activities] : [];
          });
        for (const loads of [room('', SPRING.day), room(SPRING.day, AUTUMN.day), room(AUTUMN.day, '9')]) {
          if (loads.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        }
        expect(gaps.every(({ cause }) => cause === 'no_meeting')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is as even over the year as the promise leaves it: each period shares out what it owes, and the rest the average', () => {
    const bound = fc.record({
      count: fc.integer({ min: 1, max: 70 }),
      meetings: fc.uniqueArray(day, { minLength: 1, maxLength: 12 }),
      areaSize: fc.integer({ min: 1, max: 15 }),
      pressing: fc.integer({ min: 1, max: 6 }),
      keep: fc.boolean(),
    });
    fc.assert(
      fc.property(bound, ({ count, meetings, areaSize, pressing, keep }) => {
        const { load, entries } = proposeRotation({
          ...year,
          keep,
          activities: activities(count).map((one, index) => ({
            ...one,
            areaId: `area${Math.floor(index / areaSize)}`,
            isPressing: index % pressing === 0,
          })),
          meetings: meetings.map((on2, index) => meeting(`m${index}`, on2, { room: 1000 })),
        });
        const days = new Map(meetings.map((on2, index) => [`m${index}`, on2]));
        const isIn = ({ meetingId }: { readonly meetingId: string }, from: string, before: string): boolean =>
          (days.get(meetingId) ?? '') >= from && (days.get(meetingId) ?? '') < before;
        const loadsIn = (from: string, before: string): number[] =>
          load.filter((one) => isIn(one, from, before)).map((one) => one.activities);
        const owing = [loadsIn('', SPRING.day), loadsIn(SPRING.day, AUTUMN.day)].filter(({ length }) => length > 0);
        const rest = loadsIn(AUTUMN.day, '9');
        const total = (loads: readonly number[]): number => loads.reduce((sum, one) => sum + one, 0);
        const isEven = (loads: readonly number[], of: number): boolean =>
          loads.every((one) => one === Math.floor(of / loads.length) || one === Math.ceil(of / loads.length));
        // Once each where it is owed, an activity that is owed twice in both: nothing else could make them more even.
        for (const loads of owing) expect([total(loads), isEven(loads, count)]).toEqual([count, true]);
        expect(new Set(entries.map(({ activityId }) => activityId)).size).toBe(count);
        if (rest.length === 0) return;
        const average = owing.length === 0 ? Infinity : total(owing.flat()) / owing.flat().length;
        const nearest = Math.min(count, average * rest.length);
        expect(Math.abs(total(rest) - nearest)).toBeLessThanOrEqual(0.5);
        expect(isEven(rest, total(rest))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not hang on the order it is given in', () => {
    const shuffled = anyInput.chain((input) =>
      fc
        .tuple(
          fc.shuffledSubarray([...input.meetings], { minLength: input.meetings.length }),
          fc.shuffledSubarray([...input.activities], { minLength: input.activities.length }),
          fc.shuffledSubarray([...input.milestones], { minLength: input.milestones.length }),
        )
        .map(([meetings, some, milestones]) => [input, { ...input, meetings, activities: some, milestones }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(proposeRotation(other)).toEqual(proposeRotation(input));
      }),
      { numRuns: 300 },
    );
  });

  it('proposes its own proposal again when it is asked to keep', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = proposeRotation(input);
        expect(proposeRotation(withEntries(input, once)).entries).toEqual(once.entries);
      }),
      { numRuns: 300 },
    );
  });
});
