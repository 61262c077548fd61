import type { UpdateFollowUpRequest } from '@samhandling/contracts';
import { invalid, type FieldProblem } from '../../platform/http/problem-exception.ts';
import type { FollowUpAccess } from './follow-up-access.ts';
import { missingProblems } from './follow-up-workflow.ts';
import type { StoredFollowUp } from './follow-ups.repository.ts';
import { given } from '../../platform/http/given.ts';

export type FollowUpFields = Required<UpdateFollowUpRequest>;

export type FollowUpAnswer = Omit<FollowUpFields, 'reporterId' | 'onBehalfOfId'>;

export function contentOf(stored: StoredFollowUp): FollowUpAnswer {
  return {
    judgement: stored.judgement,
    supportNeeded: stored.supportNeeded,
    cancelReason: stored.cancelReason,
    cancelDecision: stored.cancelDecision,
    done: stored.done,
    results: stored.results,
    obstacles: stored.obstacles,
    nextStep: stored.nextStep,
    nextStepDate: stored.nextStepDate,
    nothingNew: stored.nothingNew,
    channel: stored.channel,
  };
}

export function fieldsOf(stored: StoredFollowUp): FollowUpFields {
  return {
    ...contentOf(stored),
    reporterId: stored.reporter?.id ?? null,
    onBehalfOfId: stored.onBehalfOf?.id ?? null,
  };
}

/**
 * The fields as they would stand after the request. When a reporter writes, the answer is their own: a note that a
 * planner once typed it for somebody would no longer be true.
 */
export function fieldsAfter(
  stored: StoredFollowUp,
  request: UpdateFollowUpRequest,
  access: FollowUpAccess,
): FollowUpFields {
  const after = { ...fieldsOf(stored), ...given(request) };
  return access.isPlanner ? after : { ...after, onBehalfOfId: null, channel: null };
}

export function changed(before: FollowUpFields, after: FollowUpFields): Partial<FollowUpFields> {
  const names = Object.keys(before) as (keyof FollowUpFields)[];
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]));
}

/** Refuses what does not hold together: somebody named without a channel, a submitted answer emptied of what it must have. */
export function checkFields(
  stored: StoredFollowUp,
  request: UpdateFollowUpRequest,
  after: FollowUpFields,
  access: FollowUpAccess,
): void {
  const errors: FieldProblem[] = [];
  if (!access.isPlanner && (request.onBehalfOfId ?? request.channel ?? null) !== null) {
    const pointer = (request.onBehalfOfId ?? null) === null ? '/channel' : '/onBehalfOfId';
    errors.push({
      pointer,
      code: 'only_planner',
      reason: { sv: 'Bara en planerare kan skriva åt någon annan.', en: 'Only a planner can write for somebody else.' },
    });
  }
  if (after.onBehalfOfId !== null && after.channel === null) {
    errors.push({
      pointer: '/channel',
      code: 'missing',
      reason: {
        sv: 'Ange hur du fick svaret: möte, telefon eller e-post.',
        en: 'State how you got the answer: meeting, phone or mail.',
      },
    });
  }
  if (after.channel !== null && after.onBehalfOfId === null) {
    errors.push({
      pointer: '/onBehalfOfId',
      code: 'missing',
      reason: { sv: 'Ange vem du skriver åt.', en: 'State whom you write for.' },
    });
  }
  if (stored.state === 'submitted') errors.push(...missingProblems(after));
  if (errors.length > 0) throw invalid(errors);
}
