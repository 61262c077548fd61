import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityReference, missingFields } from '@samhandling/domain';
import { parsePlan } from '@samhandling/plan-text';
import type { DemoCell, DemoEvent, DemoIndicator, DemoRule } from './index.ts';
import {
  DEMO_COUNTY,
  DEMO_EVENTS,
  DEMO_FOLLOW_UPS,
  DEMO_GOAL_JUDGEMENTS,
  DEMO_GROUPS,
  DEMO_INDICATORS,
  DEMO_ORGANISATIONS,
  DEMO_OUTCOMES,
  DEMO_PEOPLE,
  DEMO_PLAN,
  DEMO_REPORTERS,
  DEMO_ROUNDS,
  DEMO_ROUND_LABELS,
  DEMO_RULES,
  DEMO_TALKS,
} from './index.ts';
import type { DemoPerson } from './index.ts';

const plan = parsePlan(readFileSync(join(import.meta.dirname, DEMO_PLAN.textFile), 'utf8'));
const areas = plan.goals.flatMap((goal) => goal.areas);
const activities = areas.flatMap((area) =>
  area.activities.map((activity) => ({ ...activity, reference: activityReference(area.number, activity.number) })),
);
const references = activities.map(({ reference }) => reference);
const people: readonly DemoPerson[] = DEMO_PEOPLE;
const day = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const repeated = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);
const organisationsNamed = (name: string): string[] =>
  DEMO_ORGANISATIONS.filter((organisation) => organisation.name === name || organisation.aliases.includes(name)).map(
    ({ key }) => key,
  );

describe('the plan of the demo', () => {
  it('has 6 goals, 12 areas, 50 activities and 86 follow-up sentences, and no line is lost', () => {
    expect(plan.goals.map(({ number, code }) => code ?? number)).toEqual([1, 2, 3, 4, 5, 'F']);
    expect(areas).toHaveLength(12);
    expect(activities).toHaveLength(50);
    expect(activities.flatMap(({ indicators }) => indicators)).toHaveLength(86);
    expect(plan.lines.lost).toBe(0);
    expect([plan.purposes.length, plan.overarchingGoals.length, plan.specificGoals.length]).toEqual([3, 4, 3]);
  });

  it('shows the habits of published plans, so that the importer has something to flag', () => {
    expect(plan.flags.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'open_ended',
        'name_with_slash',
        'name_full_stop',
        'space_missing',
        'number_without_dot',
        'partners_empty',
        'duplicate_tip',
        'lower_case_start',
        'text_outside',
        'goal_order_differs',
      ]),
    );
  });

  it('names only actors that are one known organisation, each once per activity', () => {
    for (const { reference, responsible, partners, responsibleGroup } of activities) {
      const actors = [...responsible, ...partners, ...(responsibleGroup === null ? [] : [responsibleGroup])];
      const keys = actors.map((name) => ({ reference, name, found: organisationsNamed(name).length }));
      expect(keys.filter(({ found }) => found !== 1)).toEqual([]);
      expect({ reference, repeated: repeated(actors.flatMap(organisationsNamed)) }).toEqual({
        reference,
        repeated: [],
      });
      expect(responsible.length).toBeGreaterThan(0);
    }
  });
});

describe('the organisations and people of the demo', () => {
  it('have unique keys, names, aliases and addresses, and members that exist', () => {
    expect(repeated(DEMO_ORGANISATIONS.map(({ key }) => key))).toEqual([]);
    expect(repeated(DEMO_ORGANISATIONS.flatMap(({ name, aliases }) => [name, ...aliases]))).toEqual([]);
    expect(repeated(people.flatMap(({ key, email }) => [key, email]))).toEqual([]);
    const keys = new Set(DEMO_ORGANISATIONS.map(({ key }) => key));
    const named = [
      ...DEMO_ORGANISATIONS.flatMap(({ members }) => members),
      ...people.map(({ organisation }) => organisation),
      ...people.flatMap(({ roles }) => roles.flatMap(({ organisation }) => organisation ?? [])),
    ];
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('hold every municipality, and the collective holds all eight', () => {
    const codes = DEMO_COUNTY.municipalities.map(({ code }) => code);
    expect(codes).toEqual(['9901', '9902', '9903', '9904', '9905', '9906', '9907', '9908']);
    expect(DEMO_ORGANISATIONS.flatMap(({ municipalityCode }) => municipalityCode ?? [])).toEqual(codes);
    expect(DEMO_ORGANISATIONS.find(({ kind }) => kind === 'collective')?.members).toHaveLength(8);
  });

  it('can do every errand: two planners, six reporters, one of each other county role, mail that reaches nobody', () => {
    const holders = (role: string): number =>
      people.filter(({ roles }) => roles.some((held) => held.role === role)).length;
    expect(['planner', 'reporter', 'municipal_coordinator', 'group_member', 'reader'].map(holders)).toEqual([
      2, 6, 1, 1, 1,
    ]);
    expect(people.filter(({ email }) => !email.endsWith('@alvmark.example'))).toEqual([]);
    for (const { roles } of people) {
      for (const { role, organisation, municipalityCode } of roles) {
        expect(organisation !== null).toBe(role === 'reporter');
        expect(municipalityCode !== null).toBe(role === 'municipal_coordinator');
      }
    }
  });

  it('give each activity a reporter who may answer for it, or none', () => {
    expect(DEMO_REPORTERS.map(({ activity }) => activity).toSorted()).toEqual(references.toSorted());
    for (const { activity, person } of DEMO_REPORTERS) {
      const responsible =
        activities.find(({ reference }) => reference === activity)?.responsible.flatMap(organisationsNamed) ?? [];
      for (const key of Object.values(person).filter((name) => name !== null)) {
        const roles = people.find((candidate) => candidate.key === key)?.roles ?? [];
        const may = roles.some(
          ({ role, organisation }) =>
            role === 'planner' || (organisation !== null && responsible.includes(organisation)),
        );
        expect({ activity, key, may }).toEqual({ activity, key, may: true });
      }
    }
  });
});

describe('the rounds of the demo', () => {
  it('are one adopted by two planners and one open', () => {
    expect(DEMO_ROUNDS.map(({ label, state }) => [label, state])).toEqual([
      ['2024', 'adopted'],
      ['2025', 'open'],
    ]);
    const [{ adoption }] = DEMO_ROUNDS;
    const planners = people.filter(({ roles }) => roles.some(({ role }) => role === 'planner')).map(({ key }) => key);
    expect(new Set([adoption.proposedBy, adoption.adoptedBy])).toEqual(new Set(planners));
  });

  it('have follow-ups only of activities in the plan, at most one per round', () => {
    expect(DEMO_FOLLOW_UPS.filter(({ activity }) => !references.includes(activity))).toEqual([]);
    expect(repeated(DEMO_FOLLOW_UPS.map(({ round, activity }) => `${round} ${activity}`))).toEqual([]);
  });

  it('have every activity accepted the first year, in a mix of judgements', () => {
    const first = DEMO_FOLLOW_UPS.filter(({ round }) => round === '2024');
    expect(first.map(({ activity }) => activity).toSorted()).toEqual(references.toSorted());
    expect(first.filter(({ state }) => state !== 'accepted')).toEqual([]);
    const judged = (judgement: string): number => first.filter((followUp) => followUp.judgement === judgement).length;
    expect(['completed', 'on_track', 'needs_support', 'not_started', 'cancelled'].map(judged)).toEqual([
      4, 34, 9, 2, 1,
    ]);
  });

  it('are in the middle of the second year', () => {
    const second = DEMO_FOLLOW_UPS.filter(({ round }) => round === '2025');
    const inState = (state: string): number => second.filter((followUp) => followUp.state === state).length;
    expect(['accepted', 'submitted', 'returned', 'draft'].map(inState)).toEqual([15, 13, 3, 8]);
    expect(second.filter(({ nothingNew }) => nothingNew)).toHaveLength(3);
  });

  it('hold nothing that could not have been submitted, returned or dated', () => {
    for (const followUp of DEMO_FOLLOW_UPS) {
      const { round, activity, state } = followUp;
      const missing = state === 'draft' ? [] : missingFields(followUp);
      expect({ round, activity, missing }).toEqual({ round, activity, missing: [] });
      expect(followUp.returnReason !== '').toBe(state === 'returned');
      expect(followUp.nextStep !== '').toBe(followUp.nextStepDate !== null);
      expect(followUp.onBehalfOf === null).toBe(followUp.channel === null);
      expect(followUp.updatedOn).toMatch(day);
      if (followUp.nextStepDate !== null) {
        expect(followUp.nextStepDate).toMatch(day);
        expect(followUp.nextStepDate > `${round}-12-01`).toBe(true);
      }
      const { opens, due } = DEMO_ROUNDS.find(({ label }) => label === round) ?? { opens: '', due: '' };
      expect(followUp.updatedOn >= opens && followUp.updatedOn <= due).toBe(true);
    }
  });

  it('judge all goals the first year and two the second', () => {
    const judged = (label: string): number[] =>
      DEMO_GOAL_JUDGEMENTS.filter(({ round }) => round === label).map(({ goal }) => goal);
    expect(judged('2024')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(judged('2025')).toEqual([1, 6]);
  });
});

describe('the figures of the demo', () => {
  const cellsOf = ({ outcomes }: DemoIndicator): DemoCell[] =>
    Object.values(outcomes).flatMap((cells) =>
      cells !== null && typeof cells === 'object' && 'places' in cells ? cells.places : [cells],
    );

  function kindOf(cell: DemoCell): string {
    if (cell === null || cell === 'na') return 'any';
    if (cell === 'not_reached') return 'milestone';
    if (typeof cell === 'number') return 'number';
    if ('reached' in cell) return 'milestone';
    if ('text' in cell) return 'text';
    return 'women' in cell ? 'sexes' : 'note' in cell ? 'number' : 'share';
  }

  it('have a decision for each sentence of the plan, in its order; six are left as proposals', () => {
    const sentences = activities.flatMap(({ reference, indicators }) =>
      indicators.map((_, index) => `${reference}#${index}`),
    );
    expect(DEMO_INDICATORS.map(({ activity, index }) => `${activity}#${index}`)).toEqual(sentences);
    expect(DEMO_INDICATORS.filter(({ definition }) => !definition.settled)).toHaveLength(6);
    expect(DEMO_INDICATORS.filter(({ definition }) => definition.target !== null).length).toBeGreaterThanOrEqual(20);
    expect(DEMO_INDICATORS.filter(({ definition }) => definition.baseline !== null).length).toBeGreaterThanOrEqual(18);
  });

  it('have cells of the kind that the definition says', () => {
    for (const indicator of DEMO_INDICATORS) {
      const { activity, index, definition } = indicator;
      const number = definition.bySex ? 'sexes' : 'number';
      const expected = { count: number, measure: number, share: 'share', milestone: 'milestone', text: 'text' }[
        definition.kind
      ];
      const wrong = cellsOf(indicator)
        .map(kindOf)
        .filter((kind) => kind !== 'any' && kind !== expected);
      expect({ activity, index, wrong }).toEqual({ activity, index, wrong: [] });
      for (const cells of Object.values(indicator.outcomes)) {
        const places = cells !== null && typeof cells === 'object' && 'places' in cells ? cells.places.length : null;
        expect({ activity, index, places }).toEqual({
          activity,
          index,
          places: definition.breakdown === 'municipality' ? 8 : null,
        });
      }
    }
  });

  it('keep numerators within denominators, sexes within totals, counts whole and not negative', () => {
    expect(
      DEMO_OUTCOMES.filter(({ value, denominator }) => denominator !== null && (value ?? 0) > denominator),
    ).toEqual([]);
    expect(DEMO_OUTCOMES.filter(({ value }) => value !== null && value < 0)).toEqual([]);
    const kinds = new Map(
      DEMO_INDICATORS.map(({ activity, index, definition }) => [`${activity}#${index}`, definition.kind]),
    );
    const counted = DEMO_OUTCOMES.filter(({ activity, index }) => kinds.get(`${activity}#${index}`) === 'count');
    expect(counted.filter(({ value }) => value !== null && !Number.isInteger(value))).toEqual([]);
    expect(
      DEMO_OUTCOMES.filter((row) => row.day !== null && (!day.test(row.day) || row.day > `${row.round}-12-31`)),
    ).toEqual([]);
    expect(
      repeated(
        DEMO_OUTCOMES.map((row) => [row.round, row.activity, row.index, row.municipalityCode, row.sex].join(' ')),
      ),
    ).toEqual([]);
  });

  it('never put more than eight municipalities in a count of municipalities', () => {
    const ofMunicipalities = DEMO_INDICATORS.filter(
      ({ definition }) => definition.kind === 'count' && definition.unit === 'kommuner',
    );
    expect(ofMunicipalities.length).toBeGreaterThan(5);
    expect(ofMunicipalities.flatMap(cellsOf).filter((cell) => typeof cell === 'number' && cell > 8)).toEqual([]);
  });

  it('hold all kinds of empty, and small numbers to protect', () => {
    const cells = DEMO_INDICATORS.filter(({ definition }) => definition.breakdown === 'municipality').flatMap(cellsOf);
    expect(cells.filter((cell) => cell === 0).length).toBeGreaterThan(5);
    expect(cells.filter((cell) => cell === 'na').length).toBeGreaterThan(5);
    expect(cells.filter((cell) => cell === null).length).toBeGreaterThan(5);
    const small = DEMO_INDICATORS.filter(({ definition }) => definition.smallNumberThreshold !== null)
      .flatMap(cellsOf)
      .filter((cell) => typeof cell === 'number' && cell >= 1 && cell <= 4);
    expect(small.length).toBeGreaterThan(5);
  });

  it('are nearly all there for the first year and about half for the second', () => {
    const answered = (label: (typeof DEMO_ROUND_LABELS)[number]): number =>
      DEMO_INDICATORS.filter(({ activity, index }) =>
        DEMO_OUTCOMES.some((row) => row.round === label && row.activity === activity && row.index === index),
      ).length / DEMO_INDICATORS.length;
    expect(answered('2024')).toBeGreaterThan(0.95);
    expect(answered('2025')).toBeGreaterThan(0.45);
    expect(answered('2025')).toBeLessThan(0.75);
  });
});

describe('the events of the demo', () => {
  const sum = (figures: readonly (number | null)[]): number =>
    figures.reduce<number>((all, one) => all + (one ?? 0), 0);

  /** What a rule gives of events, by the same rules as the county's: for one municipality, or for the county. */
  function given({ method }: DemoRule, events: readonly DemoEvent[], code: string | null): number | null {
    const here =
      code === null ? events : events.filter((one) => one.municipalities.some((place) => place.code === code));
    if (here.length === 0) return null;
    if (method === 'count_events') return here.length;
    if (method === 'distinct_municipalities')
      return new Set(here.flatMap((one) => one.municipalities.map((place) => place.code))).size;
    const ofPlaces = here.flatMap((one) => one.municipalities.filter((place) => place.code === code));
    return sum(code === null ? here.map((one) => one.participants) : ofPlaces.map((place) => place.participants));
  }
  const counted = (rule: DemoRule, label: string): DemoEvent[] =>
    DEMO_EVENTS.filter(
      (one) => one.day.startsWith(label) && rule.kinds.includes(one.kind) && one.activities.includes(rule.activity),
    );

  it('name activities, municipalities and organisations that exist, and never more in the parts than in the whole', () => {
    const keys = new Set(DEMO_ORGANISATIONS.map(({ key }) => key));
    const codes = new Set<string>(DEMO_COUNTY.municipalities.map(({ code }) => code));
    for (const one of DEMO_EVENTS) {
      const { title, participants, municipalities } = one;
      const unknown = [
        ...one.activities.filter((reference) => !references.includes(reference)),
        ...one.organisations.filter((key) => !keys.has(key)),
        ...municipalities.filter(({ code }) => !codes.has(code)),
      ];
      expect({ title, unknown }).toEqual({ title, unknown: [] });
      expect(sum(municipalities.map((place) => place.participants))).toBeLessThanOrEqual(participants ?? 0);
      expect(one.day).toMatch(day);
    }
    expect(DEMO_EVENTS.some(({ activities }) => activities.length === 2)).toBe(true);
    expect(DEMO_EVENTS.some(({ municipalities }) => municipalities.length === 0)).toBe(true);
    expect(DEMO_EVENTS.some(({ participants }) => participants === null)).toBe(true);
  });

  it('give the figures that were typed, but for the few the demo leaves to a person to choose between', () => {
    const differing = DEMO_RULES.flatMap((rule) =>
      DEMO_OUTCOMES.filter(({ activity, index }) => activity === rule.activity && index === rule.index).flatMap(
        (row) => {
          const computed = given(rule, counted(rule, row.round), row.municipalityCode);
          return computed === null || computed === row.value
            ? []
            : [`${row.round} ${rule.activity}#${rule.index} ${row.value}/${computed}`];
        },
      ),
    );
    expect(differing).toEqual(['2025 1.1/2#0 6/3', '2025 1.2/7#1 9/8', '2025 3.2/7#2 29/31']);
  });

  it('hold one in two municipalities that adding up would count twice', () => {
    const perMunicipality = DEMO_RULES.filter(
      ({ activity, index, method }) =>
        method === 'count_events' &&
        DEMO_INDICATORS.some(
          (one) => one.activity === activity && one.index === index && one.definition.breakdown === 'municipality',
        ),
    );
    const twice = perMunicipality.flatMap((rule) =>
      counted(rule, '2025').filter(({ municipalities }) => municipalities.length > 1),
    );
    expect(twice).toHaveLength(1);
  });
});

describe('the meetings of the demo', () => {
  const keys = DEMO_PEOPLE.map(({ key }): string => key);

  it('are of groups the plan names, whose members are people or names of their own, in organisations that exist', () => {
    for (const { name, members, reportsTo, counting } of DEMO_GROUPS) {
      expect(organisationsNamed(name)).toHaveLength(1);
      expect(DEMO_GROUPS.map(({ key }) => key)).toEqual(expect.arrayContaining(reportsTo === null ? [] : [reportsTo]));
      expect(references).toEqual(expect.arrayContaining([...counting.activities]));
      for (const member of members) {
        expect((member.person === undefined) !== (member.name === undefined)).toBe(true);
        if (member.person !== undefined) expect(keys).toContain(member.person);
        expect(DEMO_ORGANISATIONS.map(({ key }) => key)).toContain(member.organisation);
      }
    }
  });

  it('speak of activities and people that exist, each activity once, and lift questions with a proposal', () => {
    expect(repeated(DEMO_TALKS.map(({ activity }) => activity))).toEqual([]);
    for (const { activity, decision, action, lift } of DEMO_TALKS) {
      expect(references).toContain(activity);
      for (const person of [decision?.person, action?.person]) if (person !== undefined) expect(keys).toContain(person);
      for (const organisation of [decision?.organisation, action?.organisation])
        if (organisation !== undefined) expect(DEMO_ORGANISATIONS.map(({ key }) => key)).toContain(organisation);
      if (lift) expect(lift.proposal).not.toBe('');
    }
  });
});
