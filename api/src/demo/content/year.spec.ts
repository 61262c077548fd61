import { LEAST_ANONYMOUS_GROUP, shownGroups } from '@samhandling/domain';
import {
  DEMO_NEEDS,
  DEMO_NEEDS_MUNICIPALITIES,
  DEMO_NEEDS_OTHERS,
  DEMO_NEEDS_SO_FAR,
  DEMO_ORGANISATIONS,
  DEMO_PEOPLE,
  DEMO_REPORTERS,
  DEMO_SITTINGS,
  DEMO_WORK_PLAN,
  type DemoNeedsSheet,
} from './index.ts';

const references = DEMO_REPORTERS.map(({ activity }) => activity);

describe('the needs of the demo', () => {
  const sheets = [...DEMO_NEEDS_MUNICIPALITIES, ...DEMO_NEEDS_OTHERS];
  const goals = [1, 2, 3, 4, 5, 6];
  const supported = (all: readonly DemoNeedsSheet[], goal: number): number =>
    all.filter(({ support }) => support.charAt(goal - 1) !== '-').length;

  it('are asked for each goal, and said in answers that are shown', () => {
    for (const { support, help = {}, scale } of [...sheets, ...DEMO_NEEDS_SO_FAR]) {
      expect(support).toMatch(/^[123-]{6}$/);
      expect(goals).toEqual(expect.arrayContaining(Object.keys(help).map(Number)));
      expect([null, 1, 2, 3, 4, 5]).toContain(scale);
    }
    const places = sheets.flatMap(({ works, chafes, together, help = {} }) => [
      ...[works, chafes, together].map((words, at) => ({ place: `all ${at}`, words })),
      ...Object.entries(help).map(([goal, words]) => ({ place: goal, words })),
    ]);
    const given = places.filter(({ words }) => words !== undefined);
    const sizeOf = (place: string): number => given.filter((one) => one.place === place).length;
    const sources = given.flatMap(({ place, words }) =>
      typeof words === 'object' ? [{ need: words.need, size: sizeOf(place) }] : [],
    );
    expect(new Set(sources.map(({ need }) => need))).toEqual(new Set(DEMO_NEEDS.map(({ key }) => key)));
    for (const { need, size } of sources)
      expect({ need, shown: size >= LEAST_ANONYMOUS_GROUP }).toEqual({ need, shown: true });
  });

  it('hide some groups under five and show others', () => {
    const answered = goals.map((goal) => supported(sheets, goal));
    expect(answered.filter((count) => count > 0 && count < LEAST_ANONYMOUS_GROUP)).not.toEqual([]);
    expect(answered.filter((count) => count >= LEAST_ANONYMOUS_GROUP)).not.toEqual([]);
    const kinds = goals.map((goal) =>
      shownGroups([supported(DEMO_NEEDS_MUNICIPALITIES, goal), supported(DEMO_NEEDS_OTHERS, goal)], true),
    );
    expect(kinds.some((shown) => shown.every(Boolean))).toBe(true);
    expect(kinds.some((shown) => !shown.some(Boolean))).toBe(true);
  });

  it('are each declined with a reason, or an item of the work plan', () => {
    const chosen = DEMO_WORK_PLAN.flatMap(({ need }) => need ?? []);
    expect(new Set(chosen).size).toBe(chosen.length);
    const left = DEMO_NEEDS.filter(({ declined }) => declined === undefined).map(({ key }) => key);
    expect(new Set(chosen)).toEqual(new Set(left));
    expect(DEMO_NEEDS.some(({ declined }) => declined !== undefined)).toBe(true);
  });
});

describe('the work plan and the sittings of the demo', () => {
  it('name activities and organisations that exist, with a title and months in order', () => {
    for (const { activity, organisations, need, title, months, outcome } of DEMO_WORK_PLAN) {
      if (activity !== undefined) expect(references).toContain(activity);
      expect(DEMO_ORGANISATIONS.map(({ key }) => key)).toEqual(expect.arrayContaining([...organisations]));
      expect([activity, need, title].filter((origin) => origin !== undefined)).toHaveLength(1);
      expect(months[1] ?? months[0]).toBeGreaterThanOrEqual(months[0]);
      if (outcome && outcome.is !== 'done') expect(outcome.text).not.toBe('');
    }
  });

  it('decide the work plan once, and give what is to be done to people who exist', () => {
    const items = DEMO_SITTINGS.flatMap((sitting) => sitting.items);
    expect(items.filter(({ decidesWorkPlan }) => decidesWorkPlan)).toHaveLength(1);
    const keys = DEMO_PEOPLE.map(({ key }): string => key);
    for (const { action } of items) if (action) expect(keys).toContain(action.person);
  });
});
