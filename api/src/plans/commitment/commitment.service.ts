import { Injectable } from '@nestjs/common';
import type { CommitmentPlan } from '@samhandling/contracts';
import { countJudgements } from '@samhandling/domain';
import { Clock } from '../../platform/clock/clock.ts';
import { roundNotFound } from '../shared/page-head.ts';
import { CommitmentRepository, type CommitmentRow } from './commitment.repository.ts';

/** What an organisation has promised in each plan. For the organisation's page, in the unit of work under way. */
@Injectable()
export class CommitmentService {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly clock: Clock,
  ) {}

  async list(organisationId: string, round: string | undefined): Promise<CommitmentPlan[]> {
    const rows = await this.commitments.findPlans(organisationId, round, this.clock.today());
    if (round !== undefined && rows.length > 0 && rows.every((row) => row.round === null)) throw roundNotFound();
    return rows.map(toCommitmentPlan);
  }
}

/** The counts are about what the organisation answers for, by itself or through a collective; partners only take part. */
function toCommitmentPlan({ plan, round, items }: CommitmentRow): CommitmentPlan {
  const of = (role: CommitmentRow['items'][number]['role']) => items.filter((one) => one.role === role);
  const answersFor = items.filter((one) => one.role !== 'partner');
  return {
    plan,
    round,
    responsible: of('responsible').map(({ item }) => item),
    partner: of('partner').map(({ item }) => item),
    throughCollective: of('through_collective').map(({ item, actor }) => ({ ...item, collective: actor })),
    counts: countJudgements(answersFor.map(({ item }) => item.judgement)),
  };
}
