import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { ReportsFreezer } from '../../reports/reports-freezer.ts';
import { RoundsRepository, type StoredRound } from '../rounds/rounds.repository.ts';

/**
 * Adoption takes two people: one proposes, another confirms. All of it happens on a round whose row this transaction
 * holds, and whose workflow has already said yes.
 */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly reports: ReportsFreezer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async propose(round: StoredRound): Promise<void> {
    const { personId } = currentSession();
    await this.rounds.update(round.id, round.version, {
      adoptionProposedBy: personId,
      adoptionProposedAt: this.clock.now(),
    });
    await this.record('propose', round, { adoptionProposedBy: null }, { adoptionProposedBy: personId });
  }

  async withdraw(round: StoredRound): Promise<void> {
    await this.rounds.update(round.id, round.version, { adoptionProposedBy: null, adoptionProposedAt: null });
    await this.record(
      'withdraw',
      round,
      { adoptionProposedBy: round.adoptionProposedBy?.id },
      { adoptionProposedBy: null },
    );
  }

  /**
   * The frozen report first: the database lets no round be adopted without the one of its version. Nothing in the round can
   * change meanwhile, since every write to it waits for the row held here, and is refused once this is committed.
   */
  async adopt(round: StoredRound): Promise<void> {
    const proposedBy = round.adoptionProposedBy;
    if (!proposedBy) throw new Error('The workflow let an adoption through that nobody proposed.');
    await this.reports.freeze({
      roundId: round.id,
      versionNumber: round.versionNumber,
      proposedBy: proposedBy.id,
      adoptedBy: currentSession().personId,
      adoptedAt: this.clock.now(),
    });
    await this.rounds.update(round.id, round.version, { state: 'adopted' });
    await this.record('adopt', round, { state: round.state }, { state: 'adopted', versionNumber: round.versionNumber });
  }

  /** The next version begins. Follow-ups keep their state, and the version before stays as it was frozen. */
  async reopen(round: StoredRound, reason: string): Promise<void> {
    const versionNumber = round.versionNumber + 1;
    await this.rounds.createReopening({
      id: newId(),
      roundId: round.id,
      versionNumber: round.versionNumber,
      reason,
      at: this.clock.now(),
      by: currentSession().personId,
    });
    await this.rounds.update(round.id, round.version, {
      state: 'open',
      versionNumber,
      reopenReason: reason,
      adoptionProposedBy: null,
      adoptionProposedAt: null,
    });
    await this.record(
      'reopen',
      round,
      { state: round.state, versionNumber: round.versionNumber },
      { state: 'open', versionNumber, reason },
    );
  }

  private async record(
    action: string,
    round: StoredRound,
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record({ action, entity: 'follow_up_round', entityId: round.id, before, after });
  }
}
