import { formatInstant, undoableFields, type Label, type RoundState } from '@samhandling/domain';
import { actionWords } from './history-fields.ts';
import type { RecordedEntry } from './history.repository.ts';
import { entityOf } from './history-subjects.ts';

export interface UndoAsker {
  readonly personId: string;
  readonly isPlanner: boolean;
}

const NOT_UNDOABLE: Label = {
  sv: 'Den här ändringen går inte att ångra med ett tryck. Texter återställer du genom att jämföra två datum.',
  en: 'This change cannot be undone with one press. Texts you restore by comparing two dates.',
};
const NOT_YOURS: Label = {
  sv: 'Bara den som gjorde ändringen eller en planerare kan ångra den.',
  en: 'Only the person who made the change, or a planner, can undo it.',
};
const ADOPTED: Label = {
  sv: 'Omgången är fastställd, så inget i den kan ångras. En planerare kan öppna den igen med en motivering.',
  en: 'The round is adopted, so nothing in it can be undone. A planner can reopen it with a reason.',
};

export type UndoVerdict =
  | { readonly allowed: true; readonly fields: readonly string[] }
  | {
      readonly allowed: false;
      readonly why: 'kind' | 'person' | 'round' | 'changed_since';
      readonly reason: Label;
      /** What was changed since, and by which entry. */
      readonly since?: { readonly field: string; readonly entry: RecordedEntry };
    };

/**
 * Whether one press may take the change back: a kind of change that can be, by its own author or a planner, in a round
 * that still moves, and nobody has changed the same fields since. `newestFirst` is everything recorded about the thing.
 * The services ask their own rules again when it is done.
 */
export function undoVerdict(
  change: RecordedEntry,
  newestFirst: readonly RecordedEntry[],
  roundState: RoundState | null,
  asker: UndoAsker,
): UndoVerdict {
  const entity = entityOf(change.entity) ?? 'saved_view';
  const fields = change.isDisposed ? [] : undoableFields(entity, change.action, change.changes);
  if (fields.length === 0) return { allowed: false, why: 'kind', reason: NOT_UNDOABLE };
  if (!asker.isPlanner && change.person?.id !== asker.personId)
    return { allowed: false, why: 'person', reason: NOT_YOURS };
  if (roundState === 'adopted') return { allowed: false, why: 'round', reason: ADOPTED };
  const at = newestFirst.findIndex(({ id }) => id === change.id);
  const entry = newestFirst.slice(0, Math.max(at, 0)).find(({ changes }) => fields.some((field) => field in changes));
  const field = fields.find((name) => entry && name in entry.changes);
  if (entry && field) {
    return { allowed: false, why: 'changed_since', reason: sinceWords(change, entry), since: { field, entry } };
  }
  return { allowed: true, fields };
}

/** "Maria ändrade samma sak 12 mars 2026 kl. 14:05." */
function sinceWords(change: RecordedEntry, { action, changes, person, at, entity }: RecordedEntry): Label {
  const who = { sv: person?.name ?? 'Systemet', en: person?.name ?? 'The system' };
  if (action === 'undo' && changes['undoes']?.new === change.id) {
    return {
      sv: `${who.sv} ångrade redan detta ${formatInstant(at, 'sv')}.`,
      en: `${who.en} already undid this on ${formatInstant(at, 'en')}.`,
    };
  }
  const kind = entityOf(entity);
  const act = kind ? actionWords(kind, action) : { sv: 'Ändrade', en: 'Changed' };
  return {
    sv: `${who.sv} har ändrat samma sak sedan dess: ${act.sv.toLocaleLowerCase('sv')} ${formatInstant(at, 'sv')}.`,
    en: `${who.en} has changed the same since: ${act.en.toLocaleLowerCase('en')} on ${formatInstant(at, 'en')}.`,
  };
}
