import { Injectable } from '@nestjs/common';
import type { FollowUp, FollowUpPage, FollowUpTransitionRequest, UpdateFollowUpRequest } from '@samhandling/contracts';
import { isAllowed, type FollowUpTransitionName } from '@samhandling/domain';
import type { QueryDeepPartialEntity } from 'typeorm';
import { OutcomesService } from '../../outcomes/outcomes.service.ts';
import { ParticipationService } from '../../participation/participation.service.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale, type FieldProblem } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ResponsesService } from '../responses/responses.service.ts';
import { ToDoService } from '../to-do/to-do.service.ts';
import { accessTo, lockedWords, type FollowUpAccess } from './follow-up-access.ts';
import { changed, checkFields, fieldsAfter, contentOf, fieldsOf, type FollowUpFields } from './follow-up-changes.ts';
import type { FollowUpEntity } from './follow-up.entity.ts';
import { lockedProblem, offersFor, takeFollowUpTransition } from './follow-up-workflow.ts';
import { FollowUpsRepository, type StoredFollowUp } from './follow-ups.repository.ts';

/** An answer that can still be corrected, as somebody sees it who may or may not write in it. */
export type LiveAnswer = ReturnType<typeof contentOf> &
  Pick<StoredFollowUp, 'id' | 'version' | 'round' | 'roundId' | 'reporter'> & {
    readonly mayEdit: boolean;
    readonly lockedReason: string;
  };

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly outcomes: OutcomesService,
    private readonly responses: ResponsesService,
    private readonly participation: ParticipationService,
    private readonly toDo: ToDoService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit of work, the page as the work has left it. */
  async get(id: string): Promise<FollowUpPage> {
    return this.uow.read(async () => {
      const { roles } = currentSession();
      const organisationIds = roles.flatMap((held) =>
        held.role === 'reporter' && held.organisationId ? [held.organisationId] : [],
      );
      const all = organisationIds.length === 0 || isAllowed(roles, 'follow_up.answer_any');
      const stored = await this.followUps.findPage(id, { all, organisationIds });
      if (!stored) throw notFound();
      const { page, ...row } = stored;
      return {
        ...page,
        followUp: this.describe(row),
        outcomes: await this.outcomes.findRowsForActivity(row.roundId, row.activityId),
        series: await this.outcomes.findSeriesForActivity(row.activityId),
        responses: await this.responses.get(row.id),
        participation: await this.participation.findRowsForActivity(row.roundId, row.activityId),
        attention: await this.toDo.findAttention(id),
      };
    });
  }

  update(id: string, version: number, request: UpdateFollowUpRequest): Promise<FollowUpPage> {
    return this.uow.run(async () => {
      await this.change(id, version, request);
      return this.get(id);
    });
  }

  transition(id: string, version: number, request: FollowUpTransitionRequest): Promise<FollowUpPage> {
    return this.uow.run(async () => {
      await this.take(id, version, request);
      return this.get(id);
    });
  }

  /** The change by itself, for who changes many and needs no page of each. */
  async change(id: string, version: number, request: UpdateFollowUpRequest): Promise<void> {
    await this.uow.run(async () => {
      const { stored, access } = await this.hold(id, version);
      if (!access.mayEdit) throw lockedProblem(stored, access);
      const before = fieldsOf(stored);
      const after = fieldsAfter(stored, request, access);
      checkFields(stored, request, after, access);
      const patch = changed(before, after);
      if (Object.keys(patch).length === 0) return;
      await this.checkPeople(stored, patch);
      await this.write(stored, { ...patch, updatedAt: this.clock.now(), updatedBy: currentSession().personId });
      await this.audit.record({
        action: 'update',
        entity: 'follow_up',
        entityId: id,
        before: { ...before },
        after: { ...after },
        onBehalfOfId: after.onBehalfOfId,
      });
    });
  }

  /** The transition by itself. */
  async take(id: string, version: number, request: FollowUpTransitionRequest): Promise<void> {
    await this.uow.run(async () => {
      const { stored, access } = await this.hold(id, version);
      const reason = request.reason?.trim() ?? '';
      const state = takeFollowUpTransition(stored, request.transition, access, reason);
      await this.write(stored, { state, ...this.stampsOf(request.transition, reason) });
      const isReturn = request.transition === 'return';
      await this.audit.record({
        action: request.transition,
        entity: 'follow_up',
        entityId: id,
        before: { state: stored.state, ...(isReturn && { returnReason: stored.returnReason }) },
        after: { state, ...(isReturn && { returnReason: reason }) },
        onBehalfOfId: stored.onBehalfOf?.id ?? null,
      });
    });
  }

  /** The row as stored, held until the transaction ends, for somebody who answers here and has seen its newest version. */
  /** The answer of each activity in the round that takes corrections, with whether this person may write in it. By activity. */
  async findInLiveRound(activityIds: readonly string[]): Promise<ReadonlyMap<string, LiveAnswer>> {
    const { locale } = requestContext();
    const rows = await this.uow.read(() => this.followUps.findInLiveRound(activityIds));
    return new Map(
      rows.map((row) => {
        const access = accessTo(row, currentSession());
        const lockedReason = lockedWords(row, access)?.[locale] ?? '';
        return [
          row.activityId,
          {
            ...contentOf(row),
            id: row.id,
            version: row.version,
            round: row.round,
            roundId: row.roundId,
            reporter: row.reporter,
            mayEdit: access.mayEdit,
            lockedReason,
          },
        ];
      }),
    );
  }

  private async hold(id: string, version: number): Promise<{ stored: StoredFollowUp; access: FollowUpAccess }> {
    const stored = await this.followUps.hold(id);
    if (!stored) throw notFound();
    const access = accessTo(stored, currentSession());
    if (!access.answersFor) throw lockedProblem(stored, access);
    if (stored.version !== version) throw stale(await this.get(id));
    return { stored, access };
  }

  private async write(stored: StoredFollowUp, patch: QueryDeepPartialEntity<FollowUpEntity>): Promise<void> {
    const wasFirst = await this.followUps.update(stored.id, stored.version, patch);
    if (!wasFirst) throw stale(await this.get(stored.id));
  }

  /** Who handed in and who accepted, for as long as it stands. The question of a return stays until the next one. */
  private stampsOf(name: FollowUpTransitionName, reason: string): QueryDeepPartialEntity<FollowUpEntity> {
    const [at, by] = [this.clock.now(), currentSession().personId];
    const notAccepted = { acceptedAt: null, acceptedBy: null };
    const notSubmitted = { submittedAt: null, submittedBy: null };
    const stamps: Record<FollowUpTransitionName, QueryDeepPartialEntity<FollowUpEntity>> = {
      submit: { submittedAt: at, submittedBy: by },
      withdraw: notSubmitted,
      return: { ...notSubmitted, ...notAccepted, returnReason: reason },
      accept: { acceptedAt: at, acceptedBy: by },
      undo_accept: notAccepted,
    };
    return stamps[name];
  }

  private async checkPeople(stored: StoredFollowUp, patch: Partial<FollowUpFields>): Promise<void> {
    const { reporterId = null, onBehalfOfId = null } = patch;
    if (reporterId === null && onBehalfOfId === null) return;
    const choices = await this.followUps.findChoices(stored.activityId, reporterId, onBehalfOfId);
    const errors: FieldProblem[] = [];
    if (reporterId !== null && !choices.reporter) {
      errors.push({
        pointer: '/reporterId',
        code: 'not_a_reporter',
        reason: {
          sv: 'Välj någon som är rapportör för en ansvarig organisation, eller en planerare.',
          en: 'Choose somebody who is a reporter for a responsible organisation, or a planner.',
        },
      });
    }
    if (onBehalfOfId !== null && !choices.onBehalfOf) {
      errors.push({
        pointer: '/onBehalfOfId',
        code: 'not_in_county',
        reason: { sv: 'Välj någon som har en roll i länet.', en: 'Choose somebody who holds a role in the county.' },
      });
    }
    if (errors.length > 0) throw invalid(errors);
  }

  private describe(stored: StoredFollowUp): FollowUp {
    const { locale } = requestContext();
    const access = accessTo(stored, currentSession());
    const { id, version, state, returnReason, reporter, onBehalfOf, updatedAt, updatedBy, submittedAt } = stored;
    return {
      id,
      version,
      state,
      ...contentOf(stored),
      returnReason,
      reporter,
      onBehalfOf,
      updatedAt,
      updatedBy,
      submittedAt,
      transitions: offersFor(stored, access, locale),
      mayEdit: access.mayEdit,
      lockedReason: lockedWords(stored, access)?.[locale] ?? '',
    };
  }
}
