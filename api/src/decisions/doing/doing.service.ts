import { Injectable } from '@nestjs/common';
import type {
  ActionPoint,
  ActionPointInput,
  ActionPointTransitionRequest,
  UpdateActionPointRequest,
} from '@samhandling/contracts';
import { actionPointAfter, completionProblem } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { adjusted, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { ReaderService } from '../reader.service.ts';
import { fault, FUTURE, notInGroup, notTheirs } from '../refusals.ts';
import { toActionPoint } from '../stored.ts';
import { UndertakersService } from '../undertakers.service.ts';
import { VersionedRowRepository, type Columns } from '../versioned-row.repository.ts';
import { DoingRepository } from './doing.repository.ts';

/** Closed with the minutes. */
const CLOSED = ['text', 'activity_id', 'decision_id'];

/** Action points: what somebody is to do until a day, smaller than a decision and without a number. */
@Injectable()
export class DoingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly points: DoingRepository,
    private readonly rows: VersionedRowRepository,
    private readonly undertakers: UndertakersService,
    private readonly pen: PenService,
    private readonly reader: ReaderService,
    private readonly audit: Audit,
  ) {}

  get(id: string): Promise<ActionPoint> {
    return this.uow.read(() => this.load(id));
  }

  createUnderItem(itemId: string, input: ActionPointInput): Promise<ActionPoint> {
    return this.uow.run(async () => {
      const { meetingId } = await this.undertakers.itemToWriteIn(itemId);
      await this.pen.write(meetingId);
      // Anew, now that the meeting is held: its day may have been put right meanwhile.
      const item = await this.undertakers.itemToWriteIn(itemId);
      await this.undertakers.check(input, item.group);
      return this.create(item.group.id, item.meetingDay, input, {
        meeting_id: item.meetingId,
        agenda_item_id: item.id,
        activity_id: item.activityId ?? input.activityId ?? null,
      });
    });
  }

  createBetween(groupId: string, input: ActionPointInput): Promise<ActionPoint> {
    return this.uow.run(async () => {
      const group = await this.undertakers.groupToWriteIn(groupId);
      await this.undertakers.check(input, group);
      return this.create(groupId, this.reader.get().today, input, { activity_id: input.activityId ?? null });
    });
  }

  update(id: string, version: number, patch: UpdateActionPointRequest): Promise<ActionPoint> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (!before.mayEdit) throw notInGroup(before.group.name);
      if (before.version !== version) throw stale(before);
      const columns = await this.changesOf(before, patch);
      if (Object.keys(columns).length === 0) return before;
      const isAdjusted = before.meeting?.state === 'adjusted';
      if (isAdjusted && Object.keys(columns).some((column) => CLOSED.includes(column))) throw adjusted();
      if (before.meeting && !isAdjusted) await this.pen.write(before.meeting.id);
      if (!(await this.rows.update('action_point', id, version, columns))) throw stale(await this.load(id));
      return this.recorded('update', before);
    });
  }

  transition(id: string, version: number, request: ActionPointTransitionRequest): Promise<ActionPoint> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (!before.mayComplete) throw notTheirs(before.assignee);
      if (before.version !== version) throw stale(before);
      const state = actionPointAfter(before.state, request.transition);
      if (state === null) throw notFromHere(before);
      const done = request.transition === 'reopen' ? NOT_DONE : this.doneOf(request);
      await this.pen.tell(before.meeting?.id ?? null, before.activity?.id ?? null);
      if (!(await this.rows.update('action_point', id, version, { state, ...done }))) throw stale(await this.load(id));
      return this.recorded(request.transition, before);
    });
  }

  private async create(groupId: string, day: string, input: ActionPointInput, place: Columns): Promise<ActionPoint> {
    const assignee = input.assignee?.trim() ?? '';
    if (!input.personId && !input.organisationId && assignee === '') throw nobody();
    const id = newId();
    await this.rows.create('action_point', id, {
      group_id: groupId,
      made_on: day,
      text: input.text.trim(),
      organisation_id: input.organisationId ?? null,
      person_id: input.personId ?? null,
      assignee: input.personId ? '' : assignee,
      due: input.due ?? null,
      decision_id: input.decisionId ?? null,
      ...place,
    });
    return this.recorded('create', await this.load(id), {});
  }

  /** What the patch changes, by column. Choosing a person takes the written name away, and the other way round. */
  private async changesOf(before: ActionPoint, patch: UpdateActionPointRequest): Promise<Columns> {
    const written = before.person || before.assignee === before.organisation?.name ? '' : before.assignee;
    const was = {
      text: before.text,
      organisationId: before.organisation?.id ?? null,
      personId: before.person?.id ?? null,
      assignee: written,
      due: before.due,
      decisionId: before.decision?.id ?? null,
      activityId: before.activity?.id ?? null,
    };
    const now = { ...was, ...patch, text: patch.text?.trim() ?? was.text };
    const assignee = patch.personId ? '' : (patch.assignee?.trim() ?? was.assignee);
    const personId = patch.personId === undefined && assignee !== '' ? null : now.personId;
    if (!personId && !now.organisationId && assignee === '') throw nobody();
    if (before.agendaItemId && was.activityId !== null && now.activityId !== was.activityId)
      throw fault('/activityId', 'follows_item', {
        sv: 'Det här antecknades under en punkt på dagordningen och gäller det som punkten gäller.',
        en: 'This was noted under an item of the agenda and is about what the item is about.',
      });
    const wanted: Columns = {
      ...(now.text !== was.text && { text: now.text }),
      ...(now.organisationId !== was.organisationId && { organisation_id: now.organisationId }),
      ...(personId !== was.personId && { person_id: personId }),
      ...(assignee !== was.assignee && { assignee }),
      ...(now.due !== was.due && { due: now.due }),
      ...(now.decisionId !== was.decisionId && { decision_id: now.decisionId }),
      ...(now.activityId !== was.activityId && { activity_id: now.activityId }),
    };
    const group = await this.undertakers.group(before.group.id);
    if (!group) throw notFound();
    const chosen = {
      personId: 'person_id' in wanted ? personId : null,
      organisationId: 'organisation_id' in wanted ? now.organisationId : null,
      activityId: 'activity_id' in wanted ? now.activityId : null,
      decisionId: 'decision_id' in wanted ? now.decisionId : null,
    };
    await this.undertakers.check(chosen, group);
    return wanted;
  }

  private doneOf({ transition, doneText = '', doneOn }: ActionPointTransitionRequest): Columns {
    const { today, personId } = this.reader.get();
    if (completionProblem(doneText, 'sv') !== '')
      throw fault(
        '/doneText',
        'required',
        transition === 'drop'
          ? { sv: 'Skriv varför det inte görs.', en: 'Write why it is not done.' }
          : { sv: completionProblem(doneText, 'sv'), en: completionProblem(doneText, 'en') },
      );
    if (doneOn !== undefined && doneOn > today) throw fault('/doneOn', 'future', FUTURE);
    return { done_text: doneText.trim(), done_on: doneOn ?? today, done_by: personId };
  }

  private async recorded(action: string, about: ActionPoint, was: object = auditOf(about)): Promise<ActionPoint> {
    const after = await this.load(about.id);
    await this.audit.record({
      action,
      entity: 'action_point',
      entityId: about.id,
      before: { ...was },
      after: auditOf(after),
    });
    return after;
  }

  private async load(id: string): Promise<ActionPoint> {
    const reader = this.reader.get();
    const stored = await this.points.find(id, reader.today);
    if (!stored) throw notFound();
    return toActionPoint(stored, reader);
  }
}

const NOT_DONE: Columns = { done_text: '', done_on: null, done_by: null };

function nobody(): ReturnType<typeof fault> {
  return fault('/assignee', 'required', {
    sv: 'Ange vem som ska göra det: en person, ett namn eller en organisation.',
    en: 'State who is to do it: a person, a name or an organisation.',
  });
}

function notFromHere({ state }: ActionPoint): ReturnType<typeof refused> {
  return refused(
    {
      open: { sv: 'Det är redan kvar att göra.', en: 'It is to be done already.' },
      done: { sv: 'Det är redan gjort. Öppna det igen först.', en: 'It is done already. Reopen it first.' },
      dropped: { sv: 'Det ska inte göras. Öppna det igen först.', en: 'It is not to be done. Reopen it first.' },
    }[state],
  );
}

function auditOf(point: ActionPoint): Record<string, unknown> {
  const { group, meeting, text, organisation, person, assignee, due, state, doneText, doneOn } = point;
  return {
    groupId: group.id,
    meetingId: meeting?.id ?? null,
    decisionId: point.decision?.id ?? null,
    activityId: point.activity?.id ?? null,
    text,
    organisationId: organisation?.id ?? null,
    personId: person?.id ?? null,
    ...(person === null && organisation === null && { assignee }),
    due,
    state,
    doneText,
    doneOn,
  };
}
