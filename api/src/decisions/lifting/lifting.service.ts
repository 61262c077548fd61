import { Injectable } from '@nestjs/common';
import type { Lift, LiftInput, LiftTransitionRequest, UpdateLiftRequest } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { adjusted, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { ReaderService } from '../reader.service.ts';
import { fault, notInGroup } from '../refusals.ts';
import { toLift } from '../stored.ts';
import type { KnownGroup, KnownItem } from '../undertakers.repository.ts';
import { UndertakersService } from '../undertakers.service.ts';
import { VersionedRowRepository, type Columns } from '../versioned-row.repository.ts';
import { LiftingRepository } from './lifting.repository.ts';

/** Questions from one group to another, mostly the one above, and the answers back. */
@Injectable()
export class LiftingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lifts: LiftingRepository,
    private readonly rows: VersionedRowRepository,
    private readonly undertakers: UndertakersService,
    private readonly decisions: DecidingService,
    private readonly pen: PenService,
    private readonly reader: ReaderService,
    private readonly audit: Audit,
  ) {}

  get(id: string): Promise<Lift> {
    return this.uow.read(() => this.load(id));
  }

  create(itemId: string, input: LiftInput): Promise<Lift> {
    return this.uow.run(async () => {
      const item = await this.undertakers.itemToWriteIn(itemId);
      await this.pen.write(item.meetingId);
      const to = await this.receiver(item.group, input.toGroupId);
      const id = newId();
      await this.rows.create('lift', id, {
        from_group_id: item.group.id,
        to_group_id: to.id,
        meeting_id: item.meetingId,
        agenda_item_id: item.id,
        activity_id: item.activityId,
        goal_id: item.goalId,
        question: input.question.trim(),
        proposal: input.proposal?.trim() ?? '',
        raised_by: this.reader.get().personId,
      });
      return this.recorded('create', await this.load(id), {});
    });
  }

  /** While it waits. Once the minutes of the asking meeting are adjusted the question is what it was. */
  update(id: string, version: number, patch: UpdateLiftRequest): Promise<Lift> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      this.checkMay(before, before.mayEdit, before.fromGroup.name);
      if (before.version !== version) throw stale(before);
      this.checkWaits(before);
      const [question, proposal] = [patch.question?.trim(), patch.proposal?.trim()];
      const columns: Columns = {
        ...(question !== undefined && question !== before.question && { question }),
        ...(proposal !== undefined && proposal !== before.proposal && { proposal }),
      };
      if (Object.keys(columns).length === 0) return before;
      if (before.meeting.state === 'adjusted') throw adjusted();
      await this.pen.write(before.meeting.id);
      if (!(await this.rows.update('lift', id, version, columns))) throw stale(await this.load(id));
      return this.recorded('update', before);
    });
  }

  transition(id: string, version: number, request: LiftTransitionRequest): Promise<Lift> {
    return request.transition === 'withdraw' ? this.withdraw(id, version) : this.answer(id, version, request);
  }

  private withdraw(id: string, version: number): Promise<Lift> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      this.checkMay(before, before.mayEdit, before.fromGroup.name);
      if (before.version !== version) throw stale(before);
      this.checkWaits(before);
      await this.pen.tell(before.meeting.id, before.activity?.id ?? null);
      if (!(await this.rows.update('lift', id, version, { state: 'withdrawn' }))) throw stale(await this.load(id));
      return this.recorded('withdraw', before);
    });
  }

  /**
   * Words, a decision, or both. Two who answer at once: the first one's answer stands, and the other is told so with it, their
   * decision undone with the rest. The asking group's next meeting gets the answer on its agenda.
   */
  private answer(id: string, version: number, request: LiftTransitionRequest): Promise<Lift> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      this.checkMay(before, before.mayAnswer, before.toGroup.name);
      if (before.version !== version) throw stale(before);
      this.checkWaits(before);
      const answer = request.answer?.trim() ?? '';
      if (answer === '' && request.decision === undefined)
        throw fault('/answer', 'required', {
          sv: 'Skriv ett svar, eller fatta ett beslut som svarar.',
          en: 'Write an answer, or make a decision that answers.',
        });
      const item = request.agendaItemId === undefined ? null : await this.heldItem(before, request.agendaItemId);
      const { today } = this.reader.get();
      const answeredOn = item && item.meetingDay < today ? item.meetingDay : today;
      const columns = { state: 'answered', answer, answered_on: answeredOn };
      if (!(await this.rows.update('lift', id, version, columns))) throw stale(await this.load(id));
      if (request.decision !== undefined) {
        if (!item)
          throw fault('/agendaItemId', 'required', {
            sv: 'Ange under vilken punkt på dagordningen beslutet fattas.',
            en: 'State under which item of the agenda the decision is made.',
          });
        await this.decisions.createIn(item, request.decision, id);
      }
      await this.tellAskers(before);
      return this.recorded('answer', before);
    });
  }

  private async tellAskers({ id, fromGroup, toGroup, meeting, activity }: Lift): Promise<void> {
    const next = await this.lifts.findNextMeeting(fromGroup.id);
    const words = { sv: `${toGroup.name} har svarat.`, en: `${toGroup.name} has answered.` };
    if (next !== null) {
      const itemId = newId();
      await this.pen.tell(next, null);
      await this.lifts.addAnswer(itemId, next, id, [{ code: 'answered', words }]);
      await this.audit.record({
        action: 'create',
        entity: 'agenda_item',
        entityId: itemId,
        after: { kind: 'answer', meetingId: next, liftId: id },
      });
    }
    if (meeting.state !== 'adjusted') await this.pen.tell(meeting.id, activity?.id ?? null);
  }

  private async receiver(from: KnownGroup, named: string | undefined): Promise<KnownGroup> {
    const id = named ?? from.reportsToId;
    if (id === null)
      throw fault('/toGroupId', 'required', {
        sv: `${from.name} har ingen grupp att lyfta frågor till. Välj en grupp, eller låt en planerare ange den i gruppens inställningar.`,
        en: `${from.name} has no group to lift questions to. Choose one, or let a planner state it in the settings of the group.`,
      });
    const to = id === from.id ? null : await this.undertakers.group(id);
    if (!to)
      throw fault('/toGroupId', 'unknown', {
        sv: 'Välj en annan grupp att lyfta frågan till.',
        en: 'Choose another group to lift the question to.',
      });
    if (to.isClosed)
      throw fault('/toGroupId', 'closed', {
        sv: `${to.name} är avslutad och svarar inte på frågor.`,
        en: `${to.name} is closed and answers no questions.`,
      });
    return to;
  }

  /** As it is once its meeting is held until the commit: its day may have been put right meanwhile. */
  private async heldItem(lift: Lift, itemId: string): Promise<KnownItem> {
    const { meetingId } = this.checkOf(lift, await this.undertakers.itemToDecideUnder(itemId));
    await this.pen.write(meetingId);
    return this.undertakers.itemToWriteIn(itemId);
  }

  private checkOf({ toGroup }: Lift, item: KnownItem): KnownItem {
    if (item.group.id !== toGroup.id)
      throw fault('/agendaItemId', 'elsewhere', {
        sv: `Punkten står inte på en dagordning för ${toGroup.name}.`,
        en: `The item is not on an agenda of ${toGroup.name}.`,
      });
    return item;
  }

  /** Of what no longer waits nobody may do more, and whoever comes second is told what happened instead. */
  private checkMay({ state }: Lift, may: boolean, group: string): void {
    if (state === 'waiting' && !may) throw notInGroup(group);
  }

  private checkWaits({ state }: Lift): void {
    if (state === 'answered')
      throw refused({ sv: 'Frågan är redan besvarad.', en: 'The question has been answered already.' });
    if (state === 'withdrawn')
      throw refused({ sv: 'Frågan är tillbakatagen.', en: 'The question has been withdrawn.' });
  }

  private async recorded(action: string, about: Lift, was: object = auditOf(about)): Promise<Lift> {
    const after = await this.load(about.id);
    await this.audit.record({
      action,
      entity: 'lift',
      entityId: about.id,
      before: { ...was },
      after: auditOf(after),
    });
    return after;
  }

  private async load(id: string): Promise<Lift> {
    const reader = this.reader.get();
    const stored = await this.lifts.find(id, reader.today);
    if (!stored) throw notFound();
    return toLift(stored, reader);
  }
}

function auditOf(lift: Lift): Record<string, unknown> {
  const { fromGroup, toGroup, meeting, question, proposal, state, answer, answeredOn } = lift;
  return {
    fromGroupId: fromGroup.id,
    toGroupId: toGroup.id,
    meetingId: meeting.id,
    activityId: lift.activity?.id ?? null,
    question,
    proposal,
    state,
    answer,
    answeredOn,
    decisionId: lift.decision?.id ?? null,
  };
}
