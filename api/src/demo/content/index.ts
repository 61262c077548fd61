/** The demo county as flat lists, ready to be stored. The files beside this one are written for people to read and change. */
import { DEMO_COUNTY } from './county.ts';
import { GOAL_1_FOLLOW_UPS } from './follow-ups/goal-1.ts';
import { GOAL_2_FOLLOW_UPS } from './follow-ups/goal-2.ts';
import { GOAL_3_FOLLOW_UPS } from './follow-ups/goal-3.ts';
import { GOAL_4_FOLLOW_UPS } from './follow-ups/goal-4.ts';
import { GOAL_5_FOLLOW_UPS } from './follow-ups/goal-5.ts';
import { GOAL_6_FOLLOW_UPS } from './follow-ups/goal-6.ts';
import { GOAL_1_INDICATORS } from './indicators/goal-1.ts';
import { GOAL_2_INDICATORS } from './indicators/goal-2.ts';
import { GOAL_3_INDICATORS } from './indicators/goal-3.ts';
import { GOAL_4_INDICATORS } from './indicators/goal-4.ts';
import { GOAL_5_INDICATORS } from './indicators/goal-5.ts';
import { GOAL_6_INDICATORS } from './indicators/goal-6.ts';
import { DEMO_REPORTERS } from './reporters.ts';
import { DEMO_ROUND_LABELS } from './types.ts';
import type { DemoCell, DemoCells, DemoFollowUp, DemoFollowUpText, DemoIndicator, DemoOutcome } from './types.ts';

export { DEMO_COUNTY, DEMO_PLAN } from './county.ts';
export { DEMO_GROUPS, DEMO_TALKS, type DemoGroup, type DemoMember } from './meetings.ts';
export { DEMO_EVENTS, DEMO_OWN_KINDS, DEMO_RULES } from './events/index.ts';
export { DEMO_LINK_ANSWERS, DEMO_LINKS, DEMO_MAILS } from './asking.ts';
export * from './needs.ts';
export * from './sittings.ts';
export * from './together.ts';
export * from './work-plan.ts';
export { DEMO_ORGANISATIONS } from './organisations.ts';
export { DEMO_PEOPLE } from './people.ts';
export { DEMO_REPORTERS } from './reporters.ts';
export { DEMO_GOAL_JUDGEMENTS, DEMO_ROUNDS } from './rounds.ts';
export * from './types.ts';

const reporterOf = new Map(DEMO_REPORTERS.map(({ activity, person }) => [activity, person]));

function completeFollowUp(text: DemoFollowUpText): DemoFollowUp {
  return {
    nothingNew: false,
    done: '',
    results: '',
    obstacles: '',
    nextStep: '',
    nextStepDate: null,
    supportNeeded: '',
    cancelReason: '',
    cancelDecision: '',
    returnReason: '',
    onBehalfOf: null,
    channel: null,
    updatedOn: `${text.round}-12-15`,
    ...text,
    reporter: reporterOf.get(text.activity)?.[text.round] ?? null,
  };
}

/** Follow-ups somebody has begun. An activity that is not here has an untouched one in that round. */
export const DEMO_FOLLOW_UPS: readonly DemoFollowUp[] = [
  ...GOAL_1_FOLLOW_UPS,
  ...GOAL_2_FOLLOW_UPS,
  ...GOAL_3_FOLLOW_UPS,
  ...GOAL_4_FOLLOW_UPS,
  ...GOAL_5_FOLLOW_UPS,
  ...GOAL_6_FOLLOW_UPS,
].map(completeFollowUp);

export const DEMO_INDICATORS: readonly DemoIndicator[] = [
  ...GOAL_1_INDICATORS,
  ...GOAL_2_INDICATORS,
  ...GOAL_3_INDICATORS,
  ...GOAL_4_INDICATORS,
  ...GOAL_5_INDICATORS,
  ...GOAL_6_INDICATORS,
];

type CellKey = Pick<DemoOutcome, 'round' | 'activity' | 'index' | 'municipalityCode'>;

/** The rows of one written cell: none when not reported, three when given for women and men, else one. */
export function outcomesOfCell(key: CellKey, cell: DemoCell): DemoOutcome[] {
  const row: DemoOutcome = {
    ...key,
    sex: 'total',
    state: 'value',
    value: null,
    denominator: null,
    day: null,
    text: '',
    note: '',
  };
  if (cell === null) return [];
  if (cell === 'na') return [{ ...row, state: 'not_applicable' }];
  if (cell === 'not_reached') return [{ ...row, value: 0 }];
  if (typeof cell === 'number') return [{ ...row, value: cell }];
  if ('reached' in cell) return [{ ...row, value: 1, day: cell.reached }];
  if ('text' in cell) return [{ ...row, text: cell.text }];
  if ('note' in cell) return [{ ...row, value: cell.value, note: cell.note }];
  if ('women' in cell) {
    return [
      { ...row, value: cell.women + cell.men },
      { ...row, sex: 'women', value: cell.women },
      { ...row, sex: 'men', value: cell.men },
    ];
  }
  return [{ ...row, value: cell[0], denominator: cell[1] }];
}

function outcomesOfCells(key: Omit<CellKey, 'municipalityCode'>, cells: DemoCells): DemoOutcome[] {
  if (cells !== null && typeof cells === 'object' && 'places' in cells) {
    return DEMO_COUNTY.municipalities.flatMap(({ code }, place) =>
      outcomesOfCell({ ...key, municipalityCode: code }, cells.places[place] ?? null),
    );
  }
  return outcomesOfCell({ ...key, municipalityCode: null }, cells);
}

export const DEMO_OUTCOMES: readonly DemoOutcome[] = DEMO_INDICATORS.flatMap(({ activity, index, outcomes }) =>
  DEMO_ROUND_LABELS.flatMap((round) => outcomesOfCells({ round, activity, index }, outcomes[round])),
);
