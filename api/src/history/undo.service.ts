import { Injectable } from '@nestjs/common';
import { pages, VIEW_PAGES, type HistoryEntity, type PutOutcomeRequest, type UndoAnswer } from '@samhandling/contracts';
import { GOAL_JUDGEMENTS, isAllowed, type Label } from '@samhandling/domain';
import { RegisteringService } from '../events/registering/registering.service.ts';
import { FollowUpUndoService } from '../follow-up/follow-ups/follow-up-undo.service.ts';
import { GoalJudgementsService } from '../follow-up/goal-judgements/goal-judgements.service.ts';
import { OutcomeEntryService } from '../outcomes/outcome-entry.service.ts';
import { ViewsService } from '../lists/views.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { whileUndoing } from '../platform/audit/change-trail.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notAllowed, notFound, ProblemException, refused } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { fieldOf } from './history-fields.ts';
import { entityOf, RIGHT_TO_SEE, type HistorySubject } from './history-subjects.ts';
import { idsIn, valueWords } from './history-values.ts';
import { HistoryRepository, type RecordedEntry } from './history.repository.ts';
import { undoVerdict } from './undo-verdict.ts';

type Undoable = HistoryEntity | 'saved_view';

const NO_UNDO_HERE: Label = {
  sv: 'Den här ändringen går inte att ångra med ett tryck.',
  en: 'This change cannot be undone with one press.',
};
const NOT_YOUR_VIEW: Label = {
  sv: 'Bara den som vyn tillhörde kan ta den tillbaka.',
  en: 'Only the person the view belonged to can bring it back.',
};
const MOVED_ON: Label = {
  sv: 'Någon annan ändrade samma sak i samma ögonblick. Ladda om och se vad som gäller.',
  en: 'Somebody else changed the same at the same moment. Reload and see what stands.',
};

/**
 * Takes one change back. It goes the ordinary way, through the service that owns the thing and with its rules, so that
 * undoing can never do what doing could not. Everything it writes is recorded as taking the change back.
 */
@Injectable()
export class UndoService {
  constructor(
    private readonly history: HistoryRepository,
    private readonly followUps: FollowUpUndoService,
    private readonly goals: GoalJudgementsService,
    private readonly outcomes: OutcomeEntryService,
    private readonly events: RegisteringService,
    private readonly views: ViewsService,
    private readonly audit: Audit,
    private readonly uow: UnitOfWork,
  ) {}

  /** 404 for an unknown change, 403 for somebody else's, 409 with who, when and what stands now when it moved on. */
  undo(changeId: string): Promise<UndoAnswer> {
    return this.uow.run(async () => {
      const change = await this.history.findChange(changeId);
      if (!change) throw notFound();
      const entity = change.entity === 'saved_view' ? change.entity : entityOf(change.entity);
      if (!entity) throw refused(NO_UNDO_HERE);
      const { personId, roles } = currentSession();
      if (entity !== 'saved_view' && !isAllowed(roles, RIGHT_TO_SEE[entity])) throw notAllowed(RIGHT_TO_SEE[entity]);
      const subject = entity === 'saved_view' ? null : await this.history.findSubject(entity, change.entityId);
      const newestFirst = await this.history.findEntries(entity, subject?.ids ?? [change.entityId]);
      const asker = { personId, isPlanner: isAllowed(roles, 'round.manage') };
      const verdict = undoVerdict(change, newestFirst, subject?.roundState ?? null, asker);
      if (!verdict.allowed) {
        if (verdict.why === 'person') throw new ProblemException('not_allowed', verdict.reason);
        if (verdict.why === 'round') throw new ProblemException('locked', verdict.reason);
        throw refused(verdict.since ? await this.withNow(entity, verdict.reason, verdict.since) : verdict.reason);
      }
      try {
        const link = await whileUndoing(change.id, () => this.takeBack(entity, change, verdict.fields, subject));
        return { words: await this.doneWords(entity, change, verdict.fields), link };
      } catch (fault) {
        throw fault instanceof ProblemException && fault.code === 'stale' ? refused(MOVED_ON) : fault;
      }
    });
  }

  /** Answers the page where it can be seen. */
  private async takeBack(
    entity: Undoable,
    change: RecordedEntry,
    fields: readonly string[],
    subject: HistorySubject | null,
  ): Promise<string> {
    const { entityId: id, changes } = change;
    if (entity === 'follow_up') {
      await this.followUps.undo(
        id,
        change.action,
        Object.fromEntries(fields.map((name) => [name, changes[name] ?? {}])),
      );
      return pages.followUp(id);
    }
    if (entity === 'goal_judgement') {
      const { roles } = currentSession();
      if (!isAllowed(roles, 'goal_judgement.edit')) throw notAllowed('goal_judgement.edit');
      const version = await this.history.findVersion('goal_judgement', id);
      if (version === null || !subject) throw notFound();
      const judgement = GOAL_JUDGEMENTS.find((known) => known === changes['judgement']?.old) ?? null;
      await this.goals.update(id, version, { judgement });
      return pages.round(subject.slug, subject.roundLabel);
    }
    if (entity === 'outcome' && subject?.cell) {
      const { roundId, indicatorId, municipalityCode, sex } = subject.cell;
      await this.outcomes.updateOne(roundId, indicatorId, 0, { municipalityCode, sex, ...typedAgain(change) });
      return pages.outcomes(subject.slug, subject.roundLabel);
    }
    if (entity === 'event') {
      await this.events.restore(id);
      await this.audit.record({ action: 'undo', entity: 'event', entityId: id });
      return subject && subject.slug !== '' ? pages.event(subject.slug, id) : '';
    }
    if (entity === 'saved_view') return this.viewAgain(change);
    throw refused(NO_UNDO_HERE);
  }

  /** A view that was deleted is saved again as it was, by the one it belonged to. */
  private async viewAgain({ changes }: RecordedEntry): Promise<string> {
    const was = (name: string): unknown => changes[name]?.old ?? null;
    if (was('ownerId') !== currentSession().personId) throw new ProblemException('not_allowed', NOT_YOUR_VIEW);
    const page = VIEW_PAGES.find((known) => known === was('page'));
    const planSlug = was('planSlug');
    if (!page) throw refused(NO_UNDO_HERE);
    await this.views.create({
      page,
      planSlug: typeof planSlug === 'string' ? planSlug : null,
      name: String(was('name')),
      query: String(was('query')),
      isShared: was('isShared') === true,
      isCountyDefault: was('isCountyDefault') === true,
    });
    return '';
  }

  /** Who, when, and what stands now. */
  private async withNow(
    entity: Undoable,
    reason: Label,
    { field, entry }: { readonly field: string; readonly entry: RecordedEntry },
  ): Promise<Label> {
    const shown = entity === 'saved_view' ? null : fieldOf(entity, field);
    const change = entry.changes[field];
    if (!shown || !change || !('new' in change) || entity === 'outcome') return reason;
    const names = await this.history.findNames(idsIn(change.new));
    const now = (locale: 'sv' | 'en'): string => valueWords(change.new, shown, names, locale);
    return {
      sv: `${reason.sv} ${shown.label.sv} är nu: ${now('sv') || 'tomt'}.`,
      en: `${reason.en} ${shown.label.en} is now: ${now('en') || 'empty'}.`,
    };
  }

  /** "Ångrat. Lägesbedömning är åter Pågår enligt plan." */
  private async doneWords(entity: Undoable, change: RecordedEntry, fields: readonly string[]): Promise<string> {
    const { locale } = requestContext();
    const done = locale === 'sv' ? 'Ångrat.' : 'Undone.';
    if (change.action === 'delete') return `${done} ${locale === 'sv' ? 'Det är tillbaka.' : 'It is back.'}`;
    const names = await this.history.findNames(fields.flatMap((name) => idsIn(change.changes[name]?.old)));
    const sentences = fields.flatMap((name) => {
      const field = name === 'returnReason' || entity === 'saved_view' ? null : fieldOf(entity, name);
      if (!field) return [];
      const value = valueWords(change.changes[name]?.old, field, names, locale);
      const again = locale === 'sv' ? 'är åter' : 'is again';
      return [`${field.label[locale]} ${again} ${value || (locale === 'sv' ? 'tomt' : 'empty')}.`];
    });
    return [done, ...sentences].join(' ');
  }
}

/** The value as somebody would type it: it is read with the same rules again. */
function typedAgain({ changes }: RecordedEntry): Omit<PutOutcomeRequest, 'municipalityCode' | 'sex'> {
  const was = (name: string): unknown => changes[name]?.old ?? null;
  const typed = (value: unknown): string => (typeof value === 'number' ? String(value).replace('.', ',') : '');
  const [text, note, day] = [was('text'), was('note'), was('day')];
  const input = typeof text === 'string' && text !== '' ? text : typed(was('value'));
  return {
    input: was('state') === 'not_applicable' ? 'e.t.' : input,
    ...(was('denominator') !== null && { denominatorInput: typed(was('denominator')) }),
    ...(typeof day === 'string' && { day }),
    ...(typeof note === 'string' && { note }),
  };
}
