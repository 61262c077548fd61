import { Injectable } from '@nestjs/common';
import {
  MOST_BULK_ITEMS,
  type ActivityListItem,
  type BulkAnswer,
  type BulkChange,
  type BulkRequest,
} from '@samhandling/contracts';
import { FOLLOW_UP_STATE_LABELS, formatDay, type Label } from '@samhandling/domain';
import { FollowUpsService } from '../../follow-up/follow-ups/follow-ups.service.ts';
import { ActivitiesService } from '../../plans/activities/activities.service.ts';
import { withChangeTrail } from '../../platform/audit/change-trail.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { BulkRepository, type BulkRow } from './bulk.repository.ts';

type Item = BulkAnswer['items'][number];
type Result = Item['result'];

/** Carries a preview out of the transaction it was made in, which is thereby undone. */
class PreviewMade extends Error {
  constructor(readonly answer: BulkAnswer) {
    super('The preview is made; nothing shall be kept.');
  }
}

/**
 * One change for all that match. Each row goes the ordinary way, by the ordinary rules, so that nothing can be done to many
 * that could not be done to one. The preview is the change itself, made and taken back: it cannot promise something else.
 */
@Injectable()
export class BulkService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bulk: BulkRepository,
    private readonly activities: ActivitiesService,
    private readonly followUps: FollowUpsService,
  ) {}

  /** 404 without such a round; 409 when it is adopted, or when more than MOST_BULK_ITEMS match. */
  async change(roundId: string, request: BulkRequest): Promise<BulkAnswer> {
    try {
      // A trail of its own: no single change stands for many, and those of a preview were never made.
      return await withChangeTrail(() =>
        this.uow.run(async () => {
          const answer = await this.make(roundId, request);
          if (answer.isPreview) throw new PreviewMade(answer);
          return answer;
        }),
      );
    } catch (fault) {
      if (fault instanceof PreviewMade) return fault.answer;
      throw fault;
    }
  }

  private async make(roundId: string, request: BulkRequest): Promise<BulkAnswer> {
    const matching = await this.findMatching(roundId, request);
    const seen = new Map(request.expected?.map(({ followUpId, version }) => [followUpId, version]));
    const wanted = request.expected ? matching.filter(({ followUpId }) => seen.has(followUpId)) : matching;
    const ids = wanted.map(({ followUpId }) => followUpId);
    const before = await this.bulk.findRows(ids);
    const outcomes = new Map<string, { result: Result; reason: string }>();
    for (const id of ids) {
      const row = before.get(id);
      if (!row) continue;
      const version = seen.get(id) ?? row.version;
      outcomes.set(id, version === row.version ? await this.attempt(row, request.change) : MOVED());
    }
    const after = await this.bulk.findRows(ids);
    const isPreview = request.expected === undefined;
    const items = wanted.flatMap(({ followUpId, activity }): Item[] => {
      const [was, is, outcome] = [before.get(followUpId), after.get(followUpId), outcomes.get(followUpId)];
      if (!was || !is || !outcome) return [];
      const changed: Result = isPreview ? 'would_change' : 'changed';
      return [
        {
          followUpId,
          version: isPreview ? was.version : is.version,
          reference: activity.reference,
          text: activity.text,
          result: outcome.result === 'changed' ? (is.version === was.version ? 'unchanged' : changed) : outcome.result,
          before: wordsOf(was, request.change),
          after: wordsOf(is, request.change),
          reason: outcome.reason,
        },
      ];
    });
    return { isPreview, items, counts: countsOf(items) };
  }

  private async findMatching(
    roundId: string,
    { filter }: BulkRequest,
  ): Promise<{ followUpId: string; activity: ActivityListItem }[]> {
    const round = await this.bulk.findRound(roundId);
    if (!round) throw notFound();
    if (round.state === 'adopted') throw new ProblemException('locked', ADOPTED);
    const { items, total } = await this.activities.list(round.slug, {
      ...filter,
      round: round.label,
      page: 1,
      pageSize: MOST_BULK_ITEMS,
    });
    if (total > MOST_BULK_ITEMS) throw refused(tooMany(total));
    return items.flatMap((activity) =>
      activity.followUpId === null ? [] : [{ followUpId: activity.followUpId, activity }],
    );
  }

  private async attempt(row: BulkRow, change: BulkChange): Promise<{ result: Result; reason: string }> {
    try {
      await this.apply(row, change);
      return { result: 'changed', reason: '' };
    } catch (fault) {
      if (!(fault instanceof ProblemException)) throw fault;
      const { locale } = requestContext();
      if (fault.code === 'stale') return MOVED();
      const reasons = fault.errors.map(({ reason }) => reason[locale]);
      return { result: 'refused', reason: reasons.length > 0 ? reasons.join(' ') : fault.detail[locale] };
    }
  }

  private apply({ id, version }: BulkRow, change: BulkChange): Promise<void> {
    switch (change.kind) {
      case 'reporter':
        return this.followUps.change(id, version, { reporterId: change.reporterId });
      case 'next_step_date':
        return this.followUps.change(id, version, { nextStepDate: change.day });
      case 'nothing_new':
        return this.followUps.change(id, version, { nothingNew: true });
      case 'transition':
        return this.followUps.take(id, version, {
          transition: change.transition,
          ...(change.reason !== undefined && { reason: change.reason }),
        });
    }
  }
}

const ADOPTED: Label = {
  sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
  en: 'The round is adopted. A planner can reopen it with a reason.',
};

const MOVED = (): { result: Result; reason: string } => ({
  result: 'stale',
  reason: {
    sv: 'Ändrad av någon annan sedan förhandsvisningen. Den är lämnad som den är.',
    en: 'Changed by somebody else since the preview. It is left as it is.',
  }[requestContext().locale],
});

function tooMany(total: number): Label {
  return {
    sv: `${total} aktiviteter passar in, och högst ${MOST_BULK_ITEMS} kan ändras på en gång. Välj färre.`,
    en: `${total} activities match, and at most ${MOST_BULK_ITEMS} can be changed at once. Choose fewer.`,
  };
}

/** What the change is about, as it stands in the row. */
function wordsOf(row: BulkRow, change: BulkChange): string {
  const { locale } = requestContext();
  switch (change.kind) {
    case 'reporter':
      return row.reporter?.name ?? '–';
    case 'transition':
      return FOLLOW_UP_STATE_LABELS[row.state][locale];
    case 'next_step_date':
      return row.nextStepDate === null ? '–' : formatDay(row.nextStepDate, locale);
    case 'nothing_new':
      return row.nothingNew ? { sv: 'Inget nytt', en: 'Nothing new' }[locale] : '–';
  }
}

function countsOf(items: readonly Item[]): BulkAnswer['counts'] {
  const count = (result: Result): number => items.filter((item) => item.result === result).length;
  return {
    would_change: count('would_change'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    stale: count('stale'),
    refused: count('refused'),
  };
}
