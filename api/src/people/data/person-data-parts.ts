import { ACCOUNT_PARTS } from './parts-account.ts';
import { ANSWER_PARTS } from './parts-answers.ts';
import { MEETING_PARTS } from './parts-meetings.ts';
import { NEEDS_PARTS } from './parts-needs.ts';
import { PERSON_PARTS } from './parts-person.ts';
import { RECORD_PARTS } from './parts-record.ts';
import type { DataPart } from './parts.ts';

/**
 * Everything held about a person: the one list that the page, the files and the test read. A new column that points at a person
 * belongs in one of them; until it does, a test that reads the database's own catalogue fails.
 */
export const PERSON_DATA_PARTS: readonly DataPart[] = [
  ...PERSON_PARTS,
  ...ACCOUNT_PARTS,
  ...ANSWER_PARTS,
  ...MEETING_PARTS,
  ...NEEDS_PARTS,
  ...RECORD_PARTS,
];
