import { Injectable } from '@nestjs/common';
import type { ActivityOnAgenda } from '@samhandling/contracts';
import type { Day, ProposableActivity, ProposableOther } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { ItemSubject } from './items.repository.ts';
import { ACTIVITIES_SHOWN, KNOWN_SUBJECTS, PROPOSAL_FACTS } from './proposal.sql.ts';

/** As stored, but for what the round says. */
export type StoredActivityFacts = Omit<ProposableActivity, 'attention' | 'belowTwice' | 'answerDueOn' | 'returnedOn'>;

export interface StoredFacts {
  readonly day: Day;
  readonly lastMeetingOn: Day | null;
  readonly roundId: string | null;
  readonly minutesTaken: number;
  readonly activities: readonly StoredActivityFacts[];
  readonly others: readonly (ProposableOther & { readonly title: string })[];
}

export interface KnownSubjects {
  readonly activityIds: readonly string[];
  readonly decisionIds: readonly string[];
  readonly actionPointIds: readonly string[];
  readonly liftIds: readonly string[];
  readonly answeredIds: readonly string[];
}

@Injectable()
export class ProposalRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findFacts(meetingId: string): Promise<StoredFacts | null> {
    const rows = await this.uow.manager.query<{ facts: StoredFacts }[]>(PROPOSAL_FACTS, [meetingId]);
    return rows[0]?.facts ?? null;
  }

  async findShown(meetingId: string, activityIds: readonly string[]): Promise<ReadonlyMap<string, ActivityOnAgenda>> {
    const rows = await this.uow.manager.query<{ activity: ActivityOnAgenda }[]>(ACTIVITIES_SHOWN, [
      meetingId,
      activityIds,
    ]);
    return new Map(rows.map(({ activity }) => [activity.id, activity]));
  }

  async findKnown(meetingId: string, subjects: readonly ItemSubject[]): Promise<KnownSubjects> {
    const all = (key: 'activityId' | 'decisionId' | 'actionPointId' | 'liftId'): string[] =>
      subjects.flatMap((subject) => subject[key] ?? []);
    const rows = await this.uow.manager.query<KnownSubjects[]>(KNOWN_SUBJECTS, [
      meetingId,
      all('activityId'),
      all('decisionId'),
      all('actionPointId'),
      all('liftId'),
    ]);
    const [row] = rows;
    if (!row) throw new Error('What is named answers one row.');
    return row;
  }
}
