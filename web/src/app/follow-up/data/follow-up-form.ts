import type { FollowUp, Id, UpdateFollowUpRequest } from '@samhandling/contracts';
import { CHANNELS, type Channel, JUDGEMENTS, type Judgement } from '@samhandling/domain';

/** What a person can write in the form. Days are "" when not set, as the control gives them. */
export interface FormValue {
  readonly judgement: Judgement | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly nextStepDate: string;
  readonly nothingNew: boolean;
  readonly reporterId: Id | null;
  readonly onBehalfOfId: Id | null;
  readonly channel: Channel | null;
}
export type FormField = keyof FormValue;
/** Fields that hold a text of several lines. */
export type TextField =
  'supportNeeded' | 'cancelReason' | 'cancelDecision' | 'done' | 'results' | 'obstacles' | 'nextStep';

export const FORM_FIELDS = [
  'judgement',
  'supportNeeded',
  'cancelReason',
  'cancelDecision',
  'nothingNew',
  'done',
  'results',
  'obstacles',
  'nextStep',
  'nextStepDate',
  'reporterId',
  'onBehalfOfId',
  'channel',
] as const satisfies readonly FormField[];

export const MOST_TEXT = 20_000;

export function formOf(followUp: FollowUp): FormValue {
  return {
    judgement: followUp.judgement,
    supportNeeded: followUp.supportNeeded,
    cancelReason: followUp.cancelReason,
    cancelDecision: followUp.cancelDecision,
    done: followUp.done,
    results: followUp.results,
    obstacles: followUp.obstacles,
    nextStep: followUp.nextStep,
    nextStepDate: followUp.nextStepDate ?? '',
    nothingNew: followUp.nothingNew,
    reporterId: followUp.reporter?.id ?? null,
    onBehalfOfId: followUp.onBehalfOf?.id ?? null,
    channel: followUp.channel,
  };
}

/** Only what differs is sent, so that a save never touches a field nobody wrote in. */
export function changesOf(base: FormValue, form: FormValue): UpdateFollowUpRequest {
  const changed = FORM_FIELDS.filter((name) => base[name] !== form[name]);
  return Object.fromEntries(
    changed.map((name) => [name, name === 'nextStepDate' && form.nextStepDate === '' ? null : form[name]]),
  );
}

export function sameForm(one: FormValue, other: FormValue): boolean {
  return FORM_FIELDS.every((name) => one[name] === other[name]);
}

/** A draft kept in this browser: the form, and what it started from, so that a clash is found when it is saved. */
export interface FormDraft {
  readonly version: number;
  readonly base: FormValue;
  readonly form: FormValue;
}

export function isFormDraft(value: unknown): value is FormDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    'base' in value &&
    isFormValue(value.base) &&
    'form' in value &&
    isFormValue(value.form)
  );
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isId = (value: unknown): boolean => value === null || typeof value === 'string';
const isOneOf =
  (codes: readonly string[]) =>
  (value: unknown): boolean =>
    value === null || (typeof value === 'string' && codes.includes(value));

const SHAPE: Readonly<Record<FormField, (value: unknown) => boolean>> = {
  judgement: isOneOf(JUDGEMENTS),
  supportNeeded: isText,
  cancelReason: isText,
  cancelDecision: isText,
  done: isText,
  results: isText,
  obstacles: isText,
  nextStep: isText,
  nextStepDate: isText,
  nothingNew: (value) => typeof value === 'boolean',
  reporterId: isId,
  onBehalfOfId: isId,
  channel: isOneOf(CHANNELS),
};

function isFormValue(value: unknown): value is FormValue {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map(Object.entries(value));
  return FORM_FIELDS.every((name) => entries.has(name) && SHAPE[name](entries.get(name)));
}

/**
 * Last round's text as a starting point: taken as it is into an empty field, and after what is already written otherwise,
 * so that nothing written is lost.
 */
export function startFrom(written: string, last: string): string {
  if (written.trim() === '') return last;
  return written.includes(last) ? written : `${written.trimEnd()}\n\n${last}`;
}
