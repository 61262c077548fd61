import type { AccessRow } from './row.ts';
import { ACCOUNT_ROWS } from './rows-account.ts';
import { AROUND_ROWS } from './rows-around.ts';
import { PAPER_ROWS } from './rows-papers.ts';
import { CALENDAR_ROWS } from './rows-calendar.ts';
import { DECISION_ROWS } from './rows-decisions.ts';
import { MEETING_ROWS } from './rows-meetings.ts';
import { NEEDS_ROWS } from './rows-needs.ts';
import { PEOPLE_ROWS } from './rows-people.ts';
import { PLAN_ROWS } from './rows-plan.ts';
import { PUBLIC_ROWS } from './rows-public.ts';
import { RECORD_ROWS } from './rows-record.ts';
import { ROTATION_ROWS } from './rows-rotation.ts';
import { WORK_ROWS } from './rows-work.ts';

/** After it nobody is signed in any more. */
const LAST: AccessRow = { route: 'DELETE /api/v1/session' };

/** Every route of the description of the API, once. A new route without a row fails the walk. */
export const ACCESS_ROWS: readonly AccessRow[] = [
  ...PLAN_ROWS,
  ...WORK_ROWS,
  ...AROUND_ROWS,
  ...DECISION_ROWS,
  ...MEETING_ROWS,
  ...NEEDS_ROWS,
  ...PEOPLE_ROWS,
  ...ACCOUNT_ROWS,
  ...RECORD_ROWS,
  ...PAPER_ROWS,
  ...CALENDAR_ROWS,
  ...ROTATION_ROWS,
  ...PUBLIC_ROWS,
  LAST,
];
