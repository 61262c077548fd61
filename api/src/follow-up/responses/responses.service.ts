import { Injectable } from '@nestjs/common';
import type { FollowUpResponse, FollowUpResponses, PutResponseRequest } from '@samhandling/contracts';
import { RESPONSE_REFUSALS, responseRefusal, type AnswerToRespondTo } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { ResponsesRepository, type StoredResponses } from './responses.repository.ts';

/** "Instämmer" and "Tillägg" of the responsible organisations that did not write the answer. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly responses: ResponsesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit of work, as the work has left it. */
  async get(followUpId: string): Promise<FollowUpResponses> {
    return this.uow.read(async () => {
      const stored = await this.responses.find(followUpId);
      if (!stored) throw notFound();
      return describe(stored);
    });
  }

  async put(
    id: string,
    organisationId: string,
    version: number,
    request: PutResponseRequest,
  ): Promise<FollowUpResponses> {
    return this.uow.run(async () => {
      const before = await this.holdFor(id, organisationId, version);
      const text = request.text?.trim() ?? '';
      if (request.kind === 'add' && text === '') {
        throw invalid([
          {
            pointer: '/text',
            code: 'missing',
            reason: { sv: 'Skriv vad ni vill lägga till.', en: 'Write what you want to add.' },
          },
        ]);
      }
      const written = { kind: request.kind, text, personId: currentSession().personId, at: this.clock.now() };
      const wasFirst = before
        ? await this.responses.update(before.id, version, written)
        : await this.responses.create(id, organisationId, written);
      const after = await this.get(id);
      if (!wasFirst) throw stale(after);
      const now = after.given.find(({ organisation }) => organisation.id === organisationId);
      await this.record(before ? 'update' : 'create', id, before, now);
      return after;
    });
  }

  async delete(id: string, organisationId: string, version: number): Promise<FollowUpResponses> {
    return this.uow.run(async () => {
      const before = await this.holdFor(id, organisationId, version);
      if (!before) throw notFound();
      if (!(await this.responses.delete(before.id, version))) throw stale(await this.get(id));
      await this.record('delete', id, before, undefined);
      return this.get(id);
    });
  }

  /** What the organisation has said already, after asking whether this person may say it. */
  private async holdFor(id: string, organisationId: string, version: number): Promise<FollowUpResponse | undefined> {
    const stored = await this.responses.hold(id);
    if (!stored) throw notFound();
    const refusal = responseRefusal(answerOf(stored), organisationId, currentSession().roles);
    if (refusal !== null) {
      const words = RESPONSE_REFUSALS[refusal];
      if (refusal === 'not_theirs') throw new ProblemException('not_allowed', words);
      throw refusal === 'round_adopted' ? new ProblemException('locked', words) : refused(words);
    }
    const before = stored.given.find(({ organisation }) => organisation.id === organisationId);
    if ((before?.version ?? 0) !== version) throw stale(describe(stored));
    return before;
  }

  /** Kept with the follow-up, whose history it belongs to. */
  private async record(
    action: 'create' | 'update' | 'delete',
    followUpId: string,
    before: FollowUpResponse | undefined,
    after: FollowUpResponse | undefined,
  ): Promise<void> {
    const said = (one: FollowUpResponse | undefined) =>
      one && { response: { organisation: one.organisation.name, kind: one.kind, text: one.text } };
    await this.audit.record({
      action: `respond_${action}`,
      entity: 'follow_up',
      entityId: followUpId,
      ...(before && { before: said(before) ?? {} }),
      ...(after && { after: said(after) ?? {} }),
    });
  }
}

function answerOf({ roundState, followUpState, responsible, writer }: StoredResponses): AnswerToRespondTo {
  return { roundState, followUpState, responsibleIds: responsible.map(({ id }) => id), writerId: writer?.id ?? null };
}

function describe(stored: StoredResponses): FollowUpResponses {
  const { given, responsible, writer } = stored;
  const others = responsible.filter(({ id }) => id !== writer?.id);
  const { roles } = currentSession();
  return {
    given,
    waitingFor: others.filter(({ id }) => !given.some(({ organisation }) => organisation.id === id)),
    mayRespondFor: others.filter(({ id }) => responseRefusal(answerOf(stored), id, roles) === null),
  };
}
