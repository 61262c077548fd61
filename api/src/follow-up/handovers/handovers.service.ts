import { Injectable } from '@nestjs/common';
import type { Handover, HandoverAnswer, HandoverItem, HandoverPreview, HandoverRequest } from '@samhandling/contracts';
import {
  HANDOVER_REFUSALS,
  handoverRefusal,
  handoverUndoRefusal,
  isAllowed,
  type HandoverRefusal,
  type Label,
} from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import {
  invalid,
  notFound,
  ProblemException,
  refused,
  stale,
  type FieldProblem,
} from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { HandoverLinksRepository } from './handover-links.repository.ts';
import {
  HandoversRepository,
  type HandoverPerson,
  type StoredHandover,
  type StoredItem,
} from './handovers.repository.ts';

const LINK_REVOKED: Label = {
  sv: 'Uppföljningarna är överlämnade till någon annan.',
  en: 'Handed over to somebody else.',
};

/** Moves all that a person has left to answer to somebody else, at once, and back again. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly handovers: HandoversRepository,
    private readonly links: HandoverLinksRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Handover[]> {
    return this.uow.read(async () => {
      const stored = await this.handovers.findLatest(isPlanner() ? null : currentSession().personId);
      return stored.map(withRight);
    });
  }

  async preview(request: HandoverRequest): Promise<HandoverPreview> {
    return this.uow.read(() => this.prepare(request));
  }

  async create(request: HandoverRequest): Promise<HandoverAnswer> {
    return this.uow.run(async () => {
      await this.handovers.holdItems(request.fromPersonId);
      const { from, to, items, moves } = await this.prepare(request);
      if (moves === 0) {
        throw refused({
          sv: `${from.name} har inget att lämna över som ${to.name} kan ta emot.`,
          en: `${from.name} has nothing to hand over that ${to.name} can receive.`,
        });
      }
      const moved = items.filter((item) => item.moves);
      const ids = moved.map((item) => item.followUpId);
      await this.handovers.move(ids, to.id);
      const id = newId();
      const { personId } = currentSession();
      const reason = request.reason?.trim() ?? '';
      await this.handovers.create(id, { fromPersonId: from.id, toPersonId: to.id, byPersonId: personId, reason }, ids);
      const rounds = [...new Set(moved.map((item) => item.round.id))];
      await this.links.revoke(from.id, rounds, LINK_REVOKED.sv, this.clock.now(), personId);
      await this.record('hand_over', ids, from.id, to.id);
      return { handover: await this.load(id), items, moves };
    });
  }

  async undo(id: string, version: number): Promise<HandoverAnswer> {
    return this.uow.run(async () => {
      await this.handovers.holdHanded(id);
      const before = await this.load(id);
      if (before.version !== version) throw stale(before);
      if (!before.mayUndo) throw notUndone(before);
      const items = (await this.handovers.findHanded(id)).map(({ roundState, isWithReceiver, isTouched, ...item }) =>
        described(item, handoverUndoRefusal({ roundState, isWithReceiver, isTouched })),
      );
      const back = items.filter((item) => item.moves).map((item) => item.followUpId);
      if (back.length === 0) {
        throw refused({
          sv: 'Inget kan flyttas tillbaka: allt är ändrat eller flyttat sedan överlämningen.',
          en: 'Nothing can be moved back: all of it has been changed or moved since the handover.',
        });
      }
      if (!(await this.handovers.markUndone(id, version, currentSession().personId))) throw stale(await this.load(id));
      await this.handovers.move(back, before.from.id);
      await this.record('undo_hand_over', back, before.to.id, before.from.id);
      return { handover: await this.load(id), items, moves: back.length };
    });
  }

  private async prepare({ fromPersonId, toPersonId }: HandoverRequest): Promise<HandoverPreview> {
    const people = await this.handovers.findPeople([fromPersonId, toPersonId]);
    const from = people.find(({ id }) => id === fromPersonId);
    const to = people.find(({ id }) => id === toPersonId);
    check(fromPersonId, toPersonId, from, to);
    if (!from || !to) throw notFound();
    const items = (await this.handovers.findItems(from.id, to)).map((item) =>
      described(item, handoverRefusal(item.state, item.mayReceive)),
    );
    const ref = ({ id, name }: HandoverPerson) => ({ id, name });
    return { from: ref(from), to: ref(to), items, moves: items.filter((item) => item.moves).length };
  }

  private async load(id: string): Promise<Handover> {
    const stored = await this.handovers.find(id);
    const { personId } = currentSession();
    const isTheirs = stored && [stored.from.id, stored.to.id, stored.by.id].includes(personId);
    if (!stored || !(isPlanner() || isTheirs)) throw notFound();
    return withRight(stored);
  }

  private async record(action: string, ids: readonly string[], before: string, after: string): Promise<void> {
    await this.audit.record(
      ...ids.map((entityId) => ({
        action,
        entity: 'follow_up',
        entityId,
        before: { reporterId: before },
        after: { reporterId: after },
      })),
    );
  }
}

function isPlanner(): boolean {
  return isAllowed(currentSession().roles, 'follow_up.answer_any');
}

function withRight(handover: StoredHandover): Handover {
  const isMine = handover.by.id === currentSession().personId;
  return { ...handover, mayUndo: handover.undoneAt === null && (isPlanner() || isMine) };
}

function described({ mayReceive: _, ...item }: StoredItem, refusal: HandoverRefusal | null): HandoverItem {
  const { locale } = requestContext();
  return { ...item, moves: refusal === null, reason: refusal === null ? '' : HANDOVER_REFUSALS[refusal][locale] };
}

function notUndone(handover: Handover): ProblemException {
  if (handover.undoneAt !== null)
    return refused({ sv: 'Överlämningen är redan ångrad.', en: 'The handover has already been undone.' });
  return new ProblemException('not_allowed', {
    sv: 'Bara den som gjorde överlämningen eller en planerare kan ångra den.',
    en: 'Only whoever made the handover or a planner can undo it.',
  });
}

type Found = (HandoverPerson & { readonly isActive: boolean }) | undefined;

/**
 * A planner hands over anybody's. Others hand over their own, to a colleague: somebody who reports for one of the same
 * organisations.
 */
function check(fromId: string, toId: string, from: Found, to: Found): void {
  const errors: FieldProblem[] = [];
  if (!from) errors.push(problem('/fromPersonId', 'unknown', 'Personen finns inte i länet.', 'No such person here.'));
  if (!to?.isActive || (!to.isPlanner && to.organisationIds.length === 0)) {
    errors.push(
      problem(
        '/toPersonId',
        'not_a_reporter',
        'Välj någon som är rapportör eller planerare.',
        'Choose a reporter or a planner.',
      ),
    );
  } else if (fromId === toId) {
    errors.push(problem('/toPersonId', 'same', 'Välj någon annan än den som lämnar över.', 'Choose somebody else.'));
  }
  if (!isPlanner()) {
    const { personId, roles } = currentSession();
    const own = roles.flatMap((held) => (held.role === 'reporter' ? [held.organisationId] : []));
    const isColleague = to?.organisationIds.some((id) => own.includes(id)) ?? false;
    if (personId !== fromId || (to && !isColleague)) {
      throw new ProblemException('not_allowed', {
        sv: 'Du kan lämna över det du själv rapporterar, till en kollega i samma organisation. Annat gör en planerare.',
        en: 'You can hand over what you report yourself, to a colleague of the same organisation. A planner does the rest.',
      });
    }
  }
  if (errors.length > 0) throw invalid(errors);
}

function problem(pointer: string, code: string, sv: string, en: string): FieldProblem {
  return { pointer, code, reason: { sv, en } };
}
