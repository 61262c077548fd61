import type { Queue } from 'pg-boss';

const DAY = 86_400;

export interface QueuePlan {
  readonly name: QueueName;
  readonly options: Omit<Queue, 'name'>;
  /** Cron expression, where the work begins by itself. Once for all processes together. */
  readonly cron?: string;
  /** Tries kept for telling how it ended, where the process stopped during the last real one. None unless said. */
  readonly spareTries?: number;
  /** Jobs this process works on at the same time. */
  readonly atOnce: number;
  readonly pollSeconds: number;
}

export const QUEUE_NAMES = [
  'mail-due',
  'mail-county',
  'mail-person',
  'invitation-letter',
  'needs-letter',
  'account-letter',
  'meeting-letter',
  'minutes-letter',
  'digest-letter',
  'sign-in-sweep',
  'key-sweep',
  'record-due',
  'record-county',
  'demo-papers',
] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** Eight more tries over about five hours. `exclusive`: one job for a key until it is done, whoever sends it. */
const LETTER: Pick<QueuePlan, 'options' | 'spareTries'> = {
  spareTries: 1,
  options: {
    policy: 'exclusive',
    retryLimit: 9,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 7_200,
    expireInSeconds: 300,
    deleteAfterSeconds: 7 * DAY,
  },
};

/**
 * Every queue there is. They are made with the owner's connection when the database is prepared, since the application's
 * role makes nothing.
 */
export const QUEUES: readonly QueuePlan[] = [
  {
    name: 'mail-due',
    cron: '* * * * *',
    atOnce: 1,
    pollSeconds: 15,
    // The next minute asks again, so a lost one is not repeated; a second one beside it is not needed.
    options: { policy: 'exclusive', retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3_600 },
  },
  {
    name: 'mail-county',
    atOnce: 1,
    pollSeconds: 5,
    // Kept long: its id says that the day has been taken care of, also when the clock goes back.
    options: {
      policy: 'standard',
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 600,
      deleteAfterSeconds: 60 * DAY,
    },
  },
  { name: 'mail-person', atOnce: 3, pollSeconds: 5, ...LETTER },
  { name: 'invitation-letter', atOnce: 1, pollSeconds: 5, ...LETTER },
  { name: 'needs-letter', atOnce: 2, pollSeconds: 5, ...LETTER },
  {
    name: 'account-letter',
    atOnce: 2,
    pollSeconds: 2,
    // Somebody waits for it: soon and often, and not for long.
    options: {
      policy: 'standard',
      retryLimit: 6,
      retryDelay: 15,
      retryBackoff: true,
      expireInSeconds: 120,
      deleteAfterSeconds: 3_600,
    },
  },
  { name: 'meeting-letter', atOnce: 2, pollSeconds: 3, ...LETTER },
  { name: 'digest-letter', atOnce: 2, pollSeconds: 3, ...LETTER },
  { name: 'minutes-letter', atOnce: 1, pollSeconds: 5, ...LETTER },
  {
    name: 'sign-in-sweep',
    cron: '17 * * * *',
    atOnce: 1,
    pollSeconds: 60,
    options: { policy: 'exclusive', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  },
  {
    name: 'key-sweep',
    cron: '23 * * * *',
    atOnce: 1,
    pollSeconds: 60,
    options: { policy: 'exclusive', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: DAY },
  },
  {
    name: 'record-due',
    cron: '10 3 * * *',
    atOnce: 1,
    pollSeconds: 60,
    options: { policy: 'exclusive', retryLimit: 3, retryDelay: 300, expireInSeconds: 120, deleteAfterSeconds: DAY },
  },
  {
    name: 'record-county',
    atOnce: 1,
    pollSeconds: 60,
    // A run that stops has taken whole batches; the next goes on.
    options: {
      policy: 'exclusive',
      retryLimit: 3,
      retryDelay: 300,
      expireInSeconds: 3_600,
      deleteAfterSeconds: 7 * DAY,
    },
  },
  {
    name: 'demo-papers',
    atOnce: 1,
    // Looked for when the process begins, which is when the demo has any.
    pollSeconds: 60,
    // What is drawn stays drawn; the next try goes on after it.
    options: { policy: 'standard', retryLimit: 5, retryDelay: 10, expireInSeconds: 300, deleteAfterSeconds: DAY },
  },
];
