import type { Queue } from 'pg-boss';

const DAY = 86_400;

export interface QueuePlan {
  readonly name: QueueName;
  readonly options: Omit<Queue, 'name'>;
  /** Cron expression, where the work begins by itself. Once for all processes together. */
  readonly cron?: string;
  /** Jobs this process works on at the same time. */
  readonly atOnce: number;
  readonly pollSeconds: number;
}

export const QUEUE_NAMES = ['mail-due', 'mail-county', 'mail-person'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

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
  {
    name: 'mail-person',
    atOnce: 3,
    pollSeconds: 5,
    // Eight tries over about five hours. `exclusive`: one job for a key until it is done, whoever sends it.
    options: {
      policy: 'exclusive',
      retryLimit: 8,
      retryDelay: 60,
      retryBackoff: true,
      retryDelayMax: 7_200,
      expireInSeconds: 300,
      deleteAfterSeconds: 7 * DAY,
    },
  },
];
