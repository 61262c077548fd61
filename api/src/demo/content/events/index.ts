import type { DemoEvent, DemoRule } from '../types.ts';
import { FIRST_ROUND_EVENTS } from './first-round.ts';
import { SECOND_ROUND_EVENTS } from './second-round.ts';

export const DEMO_EVENTS: readonly DemoEvent[] = [...FIRST_ROUND_EVENTS, ...SECOND_ROUND_EVENTS];

/** The kind the planners have added to those every county begins with. */
export const DEMO_OWN_KINDS = ['Föreläsning', 'Gruppmöte'] as const;

const rule = (
  activity: string,
  index: number,
  method: DemoRule['method'],
  kind: string,
  openRound: DemoRule['openRound'] = { take: 'computed' },
): DemoRule => ({ activity, index, method, kinds: [kind], openRound });

/**
 * What planners have said yes to. Other indicators that count are left without a rule, so that there are proposals to
 * look at: "Antal deltagare per kommun", "Antal gemensamma tillsynsbesök per kommun" and more.
 */
export const DEMO_RULES: readonly DemoRule[] = [
  rule('1.1/2', 0, 'distinct_municipalities', 'Kommunbesök', {
    take: 'kept',
    reason: 'Talet ska vara alla kommuner som fått besök sedan planen började. Händelserna ger bara årets.',
  }),
  rule('1.1/3', 0, 'count_events', 'Nätverksträff'),
  rule('1.1/4', 0, 'count_events', 'Utbildning'),
  rule('1.2/7', 1, 'count_events', 'Dialogmöte', { take: 'waiting' }),
  rule('2.2/7', 0, 'sum_participants', 'Utbildning'),
  rule('3.1/3', 0, 'count_events', 'Nätverksträff'),
  rule('3.1/4', 0, 'count_events', 'Utbildning'),
  rule('3.1/4', 1, 'sum_participants', 'Utbildning'),
  rule('3.2/7', 1, 'count_events', 'Nätverksträff'),
  rule('3.2/7', 2, 'sum_participants', 'Utbildning', { take: 'waiting' }),
  rule('4.2/7', 0, 'count_events', 'Utbildning'),
  rule('5.1/4', 0, 'count_events', 'Föreläsning'),
  rule('6.1/3', 0, 'count_events', 'Dialogmöte'),
  rule('6.2/9', 0, 'sum_participants', 'Konferens'),
  rule('6.2/9', 1, 'distinct_municipalities', 'Konferens'),
];
