import { Injectable } from '@nestjs/common';
import type { Decision, DecisionInput, DecisionTransitionRequest, UpdateDecisionRequest } from '@samhandling/contracts';
import { completionProblem, decisionAfter } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { adjusted, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { ReaderService } from '../reader.service.ts';
import { fault, FUTURE, notInGroup, notTheirs } from '../refusals.ts';
import { toDecision } from '../stored.ts';
import type { KnownItem } from '../undertakers.repository.ts';
import { UndertakersService } from '../undertakers.service.ts';
import { VersionedRowRepository, type Columns } from '../versioned-row.repository.ts';
import { DecidingRepository } from './deciding.repository.ts';

/** Closed with the minutes. */
const CLOSED = ['text', 'number', 'year', 'decided_on', 'activity_id', 'goal_id'];

/** Decisions, under an item of a meeting or between meetings. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decisions: DecidingRepository,
    private readonly rows: VersionedRowRepository,
    private readonly undertakers: UndertakersService,
    private readonly pen: PenService,
    private readonly reader: ReaderService,
    private readonly audit: Audit,
  ) {}

  get(id: string): Promise<Decision> {
    return this.uow.read(() => this.load(id));
  }

  createUnderItem(itemId: string, input: DecisionInput): Promise<Decision> {
    return this.uow.run(async () => {
      const { meetingId } = await this.undertakers.itemToDecideUnder(itemId);
      await this.pen.write(meetingId);
      // Anew, now that the meeting is held: its day may have been put right meanwhile.
      return this.createIn(await this.undertakers.itemToWriteIn(itemId), input, null);
    });
  }

  /** For whoever has asked for the right and for the pen already: an answer to a lifted question. */
  async createIn(item: KnownItem, input: DecisionInput, answersLiftId: string | null): Promise<Decision> {
    this.checkNoWay(input);
    await this.undertakers.check(input, item.group);
    return this.create(item.group.id, item.meetingDay, input, {
      meeting_id: item.meetingId,
      agenda_item_id: item.id,
      activity_id: item.activityId ?? input.activityId ?? null,
      goal_id: item.goalId ?? input.goalId ?? null,
      answers_lift_id: answersLiftId,
    });
  }

  createBetween(groupId: string, input: DecisionInput): Promise<Decision> {
    return this.uow.run(async () => {
      const group = await this.undertakers.groupToWriteIn(groupId);
      const { decidedOn } = input;
      if (decidedOn === undefined)
        throw fault('/decidedOn', 'required', {
          sv: 'Ange vilken dag beslutet togs. Det togs inte vid ett möte som säger det.',
          en: 'State the day of the decision. It was not made at a meeting that tells.',
        });
      this.checkPast('/decidedOn', decidedOn);
      await this.undertakers.check(input, group);
      return this.create(groupId, decidedOn, input, {
        activity_id: input.activityId ?? null,
        goal_id: input.goalId ?? null,
        way: input.way ?? null,
      });
    });
  }

  update(id: string, version: number, patch: UpdateDecisionRequest): Promise<Decision> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (!before.mayEdit) throw notInGroup(before.group.name);
      if (before.version !== version) throw stale(before);
      const columns = await this.changesOf(before, patch);
      if (Object.keys(columns).length === 0) return before;
      const isAdjusted = before.meeting?.state === 'adjusted';
      if (isAdjusted && Object.keys(columns).some((column) => CLOSED.includes(column))) throw adjusted();
      if (before.meeting && !isAdjusted) await this.pen.write(before.meeting.id);
      if (!(await this.rows.update('decision', id, version, columns))) throw stale(await this.load(id));
      return this.recorded('update', before);
    });
  }

  transition(id: string, version: number, request: DecisionTransitionRequest): Promise<Decision> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      const { transition } = request;
      if (transition === 'withdraw' && !before.mayEdit) throw notInGroup(before.group.name);
      if (transition !== 'withdraw' && !before.mayComplete)
        throw notTheirs(before.person?.name ?? before.organisation?.name ?? '');
      if (before.version !== version) throw stale(before);
      const state = decisionAfter(before.state, transition);
      if (state === null) throw notFromHere(before);
      const done = transition === 'reopen' ? NOT_DONE : this.doneOf(request);
      await this.pen.tell(before.meeting?.id ?? null, before.activity?.id ?? null);
      if (!(await this.rows.update('decision', id, version, { state, ...done }))) throw stale(await this.load(id));
      return this.recorded(transition, before);
    });
  }

  private async create(groupId: string, day: string, input: DecisionInput, place: Columns): Promise<Decision> {
    const id = newId();
    const year = Number(day.slice(0, 4));
    await this.rows.create('decision', id, {
      group_id: groupId,
      year,
      number: await this.decisions.nextNumber(groupId, year),
      decided_on: day,
      text: input.text.trim(),
      organisation_id: input.organisationId ?? null,
      person_id: input.personId ?? null,
      due: input.due ?? null,
      state: input.isOpen === false ? 'standing' : 'open',
      records_number: input.recordsNumber?.trim() ?? '',
      ...place,
    });
    return this.recorded('create', await this.load(id), {});
  }

  /** What the patch changes, by column. */
  private async changesOf(before: Decision, patch: UpdateDecisionRequest): Promise<Columns> {
    if (before.meeting) this.checkFollows(before, patch);
    if (patch.decidedOn !== undefined) this.checkPast('/decidedOn', patch.decidedOn);
    const changed = <Key extends keyof UpdateDecisionRequest>(key: Key, now: unknown): UpdateDecisionRequest[Key] =>
      patch[key] === now ? undefined : patch[key];
    const organisationId = changed('organisationId', before.organisation?.id ?? null);
    const personId = changed('personId', before.person?.id ?? null);
    const activityId = changed('activityId', before.activity?.id ?? null);
    const goalId = changed('goalId', before.goal?.id ?? null);
    const group = await this.undertakers.group(before.group.id);
    if (!group) throw notFound();
    await this.undertakers.check({ organisationId, personId, activityId, goalId }, group);
    const wasOpen = before.state === 'open';
    if (patch.isOpen !== undefined && patch.isOpen !== wasOpen && !['open', 'standing'].includes(before.state))
      throw notFromHere(before);
    return given({
      text: changed('text', before.text)?.trim(),
      ...(await this.numbering(before, patch)),
      decided_on: changed('decidedOn', before.decidedOn),
      way: changed('way', before.way),
      organisation_id: organisationId,
      person_id: personId,
      activity_id: activityId,
      goal_id: goalId,
      due: changed('due', before.due),
      records_number: changed('recordsNumber', before.recordsNumber)?.trim(),
      state: patch.isOpen === undefined || patch.isOpen === wasOpen ? undefined : patch.isOpen ? 'open' : 'standing',
    });
  }

  /** A decision moved to another year gets a number of that year. */
  private async numbering(before: Decision, patch: UpdateDecisionRequest): Promise<Columns> {
    const year = Number((patch.decidedOn ?? before.decidedOn).slice(0, 4));
    if (year === before.year) return { number: patch.number === before.number ? undefined : patch.number };
    return { year, number: patch.number ?? (await this.decisions.nextNumber(before.group.id, year)) };
  }

  private checkFollows(before: Decision, patch: UpdateDecisionRequest): void {
    this.checkNoWay(patch);
    if (patch.decidedOn !== undefined && patch.decidedOn !== before.decidedOn)
      throw fault('/decidedOn', 'follows_meeting', {
        sv: 'Beslutet togs vid ett möte och har mötets dag.',
        en: 'The decision was made at a meeting and has the day of the meeting.',
      });
    if (patch.activityId !== undefined && patch.activityId !== (before.activity?.id ?? null))
      throw fault('/activityId', 'follows_item', {
        sv: 'Beslutet togs under en punkt på dagordningen och gäller det som punkten gäller.',
        en: 'The decision was made under an item of the agenda and is about what the item is about.',
      });
  }

  private checkNoWay({ way }: UpdateDecisionRequest): void {
    if (way)
      throw fault('/way', 'follows_meeting', {
        sv: 'Beslutet togs vid ett möte. På vilket sätt anges bara för beslut mellan möten.',
        en: 'The decision was made at a meeting. In which way is stated for decisions between meetings only.',
      });
  }

  private doneOf({ doneText = '', doneOn }: DecisionTransitionRequest): Columns {
    const { today, personId } = this.reader.get();
    if (completionProblem(doneText, 'sv') !== '')
      throw fault('/doneText', 'required', {
        sv: completionProblem(doneText, 'sv'),
        en: completionProblem(doneText, 'en'),
      });
    if (doneOn !== undefined) this.checkPast('/doneOn', doneOn);
    return { done_text: doneText.trim(), done_on: doneOn ?? today, done_by: personId };
  }

  private checkPast(pointer: string, day: string): void {
    if (day > this.reader.get().today) throw fault(pointer, 'future', FUTURE);
  }

  private async recorded(action: string, about: Decision, was: object = auditOf(about)): Promise<Decision> {
    const after = await this.load(about.id);
    await this.audit.record({
      action,
      entity: 'decision',
      entityId: about.id,
      before: { ...was },
      after: auditOf(after),
    });
    return after;
  }

  private async load(id: string): Promise<Decision> {
    const reader = this.reader.get();
    const stored = await this.decisions.find(id, reader.today);
    if (!stored) throw notFound();
    return toDecision(stored, reader);
  }
}

const NOT_DONE: Columns = { done_text: '', done_on: null, done_by: null };

/** Without what was not asked to change. */
function given(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function notFromHere({ state }: Decision): ReturnType<typeof refused> {
  const words = {
    open: { sv: 'Beslutet är redan öppet.', en: 'The decision is open already.' },
    standing: {
      sv: 'Beslutet gäller, och ingen ska genomföra det. Ändra det till öppet först om någon ska det.',
      en: 'The decision is in force and nobody is to carry it out. Make it open first if somebody is to.',
    },
    done: { sv: 'Beslutet är genomfört. Öppna det igen först.', en: 'The decision is carried out. Reopen it first.' },
    withdrawn: { sv: 'Beslutet är upphävt. Öppna det igen först.', en: 'The decision is withdrawn. Reopen it first.' },
  };
  return refused(words[state]);
}

function auditOf(decision: Decision): Record<string, unknown> {
  const { number, year, group, decidedOn, text, organisation, person, due, state, doneText, doneOn, recordsNumber } =
    decision;
  return {
    reference: decision.reference,
    number,
    year,
    groupId: group.id,
    meetingId: decision.meeting?.id ?? null,
    activityId: decision.activity?.id ?? null,
    goalId: decision.goal?.id ?? null,
    decidedOn,
    way: decision.way,
    text,
    organisationId: organisation?.id ?? null,
    personId: person?.id ?? null,
    due,
    state,
    doneText,
    doneOn,
    recordsNumber,
    answersLiftId: decision.answersLift?.id ?? null,
  };
}
