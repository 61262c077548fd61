import { Injectable } from '@nestjs/common';
import type {
  ChangedFigure,
  CreateEventRequest,
  EventAnswer,
  LoggedEvent,
  UpdateEventRequest,
} from '@samhandling/contracts';
import { LEFT_OUT_LABELS, leftOutReason, type CountedParts, type Label } from '@samhandling/domain';
import { withChangeTrail } from '../../platform/audit/change-trail.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ComputingService, type Recomputed } from '../computing/computing.service.ts';
import { mayRegister, NOT_YOURS, notYours, rightOf } from '../shared/registering-right.ts';
import { contentOf, factProblems, readEvent, type EventContent, type TypedEvent } from './event-content.ts';
import { RegisteringRepository, type EventFacts, type FactsWish, type StoredEvent } from './registering.repository.ts';

const GONE: Label = {
  sv: 'Händelsen finns inte, eller så har den tagits bort.',
  en: 'The event does not exist, or has been deleted.',
};
const REGISTERED_AND_GONE: Label = {
  sv: 'Händelsen registrerades och har sedan tagits bort. Registrera den på nytt om den ska vara med.',
  en: 'The event was registered and has since been deleted. Register it again if it is to be there.',
};

/** Registering, changing and taking away events: authorise on what is stored, weigh what is typed, write, recompute. */
@Injectable()
export class RegisteringService {
  constructor(
    private readonly events: RegisteringRepository,
    private readonly computing: ComputingService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  get(id: string): Promise<LoggedEvent> {
    return this.uow.read(async () => withReason((await this.load(id)).event));
  }

  /** The same registration sent again gives the same event and the same answer, also when two requests race. */
  create(request: CreateEventRequest): Promise<EventAnswer> {
    return this.uow.run(async () => {
      const { registrationKey, ...typed } = request;
      const { content, errors } = readEvent(typed, null);
      const facts = await this.findFacts({ registrationKey, ...wishOf(typed) });
      if (facts.event) return this.answerAgain(facts);
      this.check(content, null, facts, errors);
      const id = newId();
      const made = await this.events.create([{ id, registrationKey, content }], planOf(facts), 'typed');
      if (made.length === 0) return this.answerAgain(await this.findFacts({ registrationKey }));
      return this.answer(await this.computing.recomputeWith(id), content);
    });
  }

  update(id: string, version: number, typed: UpdateEventRequest): Promise<EventAnswer> {
    return this.uow.run(async () => {
      const facts = await this.load(id, wishOf(typed));
      const stored = facts.event;
      if (!stored.mayEdit) throw notYours();
      if (stored.version !== version) throw stale(withReason(stored));
      const before = contentOf(stored);
      const { content, errors } = readEvent(typed, before);
      this.check(content, before, facts, errors);
      if (!(await this.events.update(stored, before, content, planOf(facts)))) throw await this.staleNow(id);
      const scope = {
        activityIds: [...new Set([...before.activityIds, ...content.activityIds])],
        days: [before.day, content.day],
      };
      return this.answer(await this.computing.recomputeAfter(scope, id), content);
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const facts = await this.load(id);
      const stored = facts.event;
      if (!stored.mayEdit) throw notYours();
      if (stored.version !== version) throw stale(withReason(stored));
      const content = contentOf(stored);
      if (!(await this.events.setDeleted(stored, content, true, planOf(facts)))) throw await this.staleNow(id);
      await this.computing.recomputeAfter({ activityIds: content.activityIds, days: [content.day] }, null);
    });
  }

  /** Takes a deletion back. Whoever may change the event may do it; 404 when the event is not deleted. */
  restore(id: string): Promise<EventAnswer> {
    return this.uow.run(async () => {
      const facts = await this.findFacts({ eventId: id });
      const stored = facts.event;
      if (!stored || !facts.isDeleted) throw notFound(GONE);
      if (!stored.mayEdit) throw notYours();
      const content = contentOf(stored);
      if (!(await this.events.setDeleted(stored, content, false, planOf(facts)))) throw await this.staleNow(id);
      const scope = { activityIds: content.activityIds, days: [content.day] };
      return this.answer(await this.computing.recomputeAfter(scope, id), content);
    });
  }

  private check(
    content: EventContent,
    before: EventContent | null,
    facts: EventFacts,
    errors: ReturnType<typeof readEvent>['errors'],
  ): void {
    const named = facts.activities.filter(({ id }) => content.activityIds.includes(id));
    const problems = [...errors, ...factProblems(content, before, facts, this.clock.today())];
    const codes = content.municipalities.map(({ code }) => code);
    // What is not in the county is said to be so, whoever asks: it is nobody's.
    if (named.length === content.activityIds.length && !mayRegister(rightOf(currentSession().roles), named, codes))
      throw notYours();
    if (problems.length > 0) throw invalid(problems);
  }

  /** What the registration did is what taking it away would undo: asked for, and rolled back. */
  private async answerAgain({ event, isDeleted, ...facts }: EventFacts): Promise<EventAnswer> {
    if (!event) throw new Error('A registration that was there is gone.');
    if (isDeleted) throw refused(REGISTERED_AND_GONE);
    const content = contentOf(event);
    const scope = { activityIds: content.activityIds, days: [content.day] };
    const again = await withChangeTrail(async () => {
      await this.events.savepoint();
      await this.events.setDeleted(event, content, true, planOf(facts));
      await this.computing.recomputeAfter(scope, null);
      await this.events.setDeleted({ ...event, version: event.version + 1 }, content, false, planOf(facts));
      const what = await this.computing.recomputeAfter(scope, event.id);
      await this.events.backToSavepoint();
      return what;
    });
    return this.answer({ ...again, event }, content);
  }

  private answer({ changed, skipped, event }: Recomputed, content: EventContent): EventAnswer {
    if (!event) throw new Error('The event that was written is not there.');
    const reasons = skipped.map((rule) => leftOutReason(partsOf(content), rule));
    const remarks = [...roundRemarks(event), ...[...new Set(reasons)].map((reason) => LEFT_OUT_LABELS[reason])];
    const { locale } = requestContext();
    return { event: withReason(event), changed: inOrder(changed), remarks: remarks.map((each) => each[locale]) };
  }

  private async load(id: string, wish: FactsWish = {}): Promise<EventFacts & { readonly event: StoredEvent }> {
    const facts = await this.findFacts({ ...wish, eventId: id });
    const { event } = facts;
    if (!event || facts.isDeleted) throw notFound(GONE);
    return { ...facts, event };
  }

  private findFacts(wish: FactsWish): Promise<EventFacts> {
    return this.events.findFacts(wish, rightOf(currentSession().roles), this.clock.today());
  }

  private async staleNow(id: string): Promise<Error> {
    return stale(withReason((await this.load(id)).event));
  }
}

function wishOf(typed: TypedEvent): FactsWish {
  return {
    ...(typed.kindId !== undefined && { kindId: typed.kindId }),
    activityIds: typed.activityIds ?? [],
    municipalityCodes: typed.municipalities?.map(({ code }) => code) ?? [],
    organisationIds: typed.organisations?.map(({ id }) => id) ?? [],
  };
}

function planOf({ activities }: Pick<EventFacts, 'activities'>): ReadonlyMap<string, string> {
  return new Map(activities.map(({ id, planId }) => [id, planId]));
}

function withReason(event: StoredEvent): LoggedEvent {
  return { ...event, lockedReason: event.mayEdit ? '' : NOT_YOURS[requestContext().locale] };
}

function partsOf({ municipalities, organisations, participants }: EventContent): CountedParts {
  return { municipalities, organisationIds: organisations.map(({ id }) => id), participants };
}

/** Figures that moved before those where a typed value stands in the way. */
function inOrder(changed: readonly ChangedFigure[]): readonly ChangedFigure[] {
  return changed.toSorted((a, b) => Number(a.differs) - Number(b.differs));
}

/** A day nobody asks about is worth a word: the event is kept, and counts in no figure now. */
function roundRemarks({ rounds }: StoredEvent): Label[] {
  if (rounds.some(({ state }) => state === 'open' || state === 'in_review')) return [];
  const [round] = rounds;
  if (!round) {
    return [
      {
        sv: 'Dagen ligger utanför alla uppföljningsomgångar, så händelsen räknas inte i någon av dem.',
        en: 'The day is outside every follow-up round, so the event is counted in none of them.',
      },
    ];
  }
  return round.state === 'adopted'
    ? [
        {
          sv: `Omgången ${round.label} är fastställd, så händelsen ändrar inte dess siffror.`,
          en: `The round ${round.label} is adopted, so the event does not change its figures.`,
        },
      ]
    : [
        {
          sv: `Omgången ${round.label} är inte öppen än. Händelsen räknas när den öppnar.`,
          en: `The round ${round.label} is not open yet. The event is counted when it opens.`,
        },
      ];
}
