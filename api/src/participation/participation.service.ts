import { Injectable } from '@nestjs/common';
import type {
  ParticipationActivity,
  ParticipationRow,
  ParticipationSheet,
  PutParticipationAnswer,
  PutParticipationRequest,
} from '@samhandling/contracts';
import {
  countParticipation,
  PARTICIPATION_REFUSALS,
  participationRefusal,
  RESPONSE_REFUSALS,
  type Label,
  type RoundState,
} from '@samhandling/domain';
import { Audit, type AuditEntry } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, ProblemException } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { ParticipationRepository, type StoredRow, type StoredSheet } from './participation.repository.ts';

type Sent = PutParticipationRequest['rows'][number];
type Result = PutParticipationAnswer['results'][number];
/** A row sent, beside what is stored for it. */
type Judged = Result & { readonly sent: Sent; readonly row: StoredRow | undefined };

const NOT_ASKED: Label = {
  sv: 'Organisationen samverkar inte i aktiviteten och är inte medlem i en grupp som gör det.',
  en: 'The organisation is no partner of the activity, nor member of a collective that is.',
};
const TWICE: Label = {
  sv: 'Rutan finns två gånger i samma ändring.',
  en: 'The cell is there twice in the same change.',
};
const STALE: Label = {
  sv: 'Någon annan har ändrat uppgiften sedan du öppnade sidan.',
  en: 'Somebody else has changed this since you opened the page.',
};

/** Who of the partners, and of a collective such as all municipalities, takes part in each activity of a round. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly participation: ParticipationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get(roundId: string, activityId?: string): Promise<ParticipationSheet> {
    return this.uow.read(async () => toSheet(await this.find(roundId, activityId === undefined ? null : [activityId])));
  }

  /** For the follow-up page. */
  async findRowsForActivity(roundId: string, activityId: string): Promise<readonly ParticipationRow[]> {
    const { activities } = await this.get(roundId, activityId);
    return activities[0]?.rows ?? [];
  }

  /** Each row is judged by itself and answered in the order sent; what can be saved is, in one transaction. */
  async put(roundId: string, { rows }: PutParticipationRequest): Promise<PutParticipationAnswer> {
    return this.uow.run(async () => {
      await this.participation.holdRound(roundId);
      const ids = [...new Set(rows.map(({ activityId }) => activityId))];
      const before = await this.find(roundId, ids);
      if (before.round.state === 'adopted') throw new ProblemException('locked', RESPONSE_REFUSALS.round_adopted);
      const judged = judge(rows, before);
      const written = await this.write(roundId, judged);
      const results = judged.map(({ sent, result, reason, activityId, organisationId }) =>
        result === 'saved' && !written.has(keyOf(sent))
          ? said(sent, 'stale', STALE)
          : { activityId, organisationId, result, reason },
      );
      await this.audit.record(
        ...judged.filter(({ result, sent }) => result === 'saved' && written.has(keyOf(sent))).flatMap(toAudit),
      );
      return { results, activities: toSheet(await this.find(roundId, ids)).activities };
    });
  }

  private async find(roundId: string, activityIds: readonly string[] | null): Promise<StoredSheet> {
    const sheet = await this.participation.findSheet(roundId, activityIds);
    if (!sheet) throw notFound();
    return sheet;
  }

  private async write(roundId: string, judged: readonly Judged[]): Promise<Set<string>> {
    const [at, by] = [this.clock.now(), currentSession().personId];
    const saved = judged.filter(({ result }) => result === 'saved');
    const stated = saved.flatMap(({ sent, row }) => {
      const { activityId, organisationId, version, state } = sent;
      const note = sent.note?.trim() ?? row?.note ?? '';
      return state === null ? [] : [{ id: newId(), activityId, organisationId, version, state, note }];
    });
    const taken = saved.flatMap(({ sent }) => (sent.state === null ? [sent] : []));
    const created = await this.participation.create(
      roundId,
      stated.filter(({ version }) => version === 0),
      by,
      at,
    );
    const updated = await this.participation.update(
      roundId,
      stated.filter(({ version }) => version > 0),
      by,
      at,
    );
    return new Set([...created, ...updated, ...(await this.participation.delete(roundId, taken))]);
  }
}

function keyOf({ activityId, organisationId }: Sent): string {
  return `${activityId}/${organisationId}`;
}

function said({ activityId, organisationId }: Sent, result: Result['result'], reason?: Label): Result {
  return { activityId, organisationId, result, reason: reason?.[requestContext().locale] ?? '' };
}

function judge(sent: readonly Sent[], { round, activities }: StoredSheet): Judged[] {
  const stored = new Map<string, StoredRow>(
    activities.flatMap(({ id, rows }) => rows.map((row) => [`${id}/${row.organisation.id}`, row] as const)),
  );
  const seen = new Set<string>();
  return sent.map((one) => {
    const key = keyOf(one);
    const row = stored.get(key);
    const verdict = (result: Result['result'], reason?: Label): Judged => ({
      ...said(one, result, reason),
      sent: one,
      row,
    });
    if (!row) return verdict('refused', NOT_ASKED);
    if (seen.has(key)) return verdict('refused', TWICE);
    seen.add(key);
    const refusal = refusalOf(round.state, row);
    if (refusal !== null) return verdict('refused', PARTICIPATION_REFUSALS[refusal]);
    if (row.version !== one.version) return verdict('stale', STALE);
    const sameNote = one.state === null || one.note === undefined || one.note.trim() === row.note;
    return verdict(row.state === one.state && sameNote ? 'unchanged' : 'saved');
  });
}

function refusalOf(state: RoundState, { organisation, municipalityCode }: StoredRow) {
  return participationRefusal(state, { id: organisation.id, municipalityCode }, currentSession().roles);
}

function toSheet({ round, activities }: StoredSheet): ParticipationSheet {
  const { locale } = requestContext();
  return {
    round,
    activities: activities.map(({ rows, ...activity }): ParticipationActivity => ({
      ...activity,
      rows: rows.map((row) => {
        const refusal = refusalOf(round.state, row);
        return {
          ...row,
          mayEdit: refusal === null,
          lockedReason: refusal === null ? '' : PARTICIPATION_REFUSALS[refusal][locale],
        };
      }),
      counts: countParticipation(rows.map(({ state }) => state)),
    })),
  };
}

/** Kept with the activity: a statement that was taken away has no row of its own to be found by. */
function toAudit({ sent, row }: Judged): AuditEntry[] {
  if (!row) return [];
  const participation = (state: string | null, note: string) => ({
    organisation: row.organisation.name,
    state,
    ...(note !== '' && { note }),
  });
  return [
    {
      action: sent.state === null ? 'delete' : row.version === 0 ? 'create' : 'update',
      entity: 'participation',
      entityId: sent.activityId,
      before: { participation: participation(row.state, row.note) },
      after: { participation: participation(sent.state, sent.note?.trim() ?? row.note) },
    },
  ];
}
