import { Injectable } from '@nestjs/common';
import type { RoundDiff, RoundRef } from '@samhandling/contracts';
import { diffRounds, earlierOf, type ReportSource } from '@samhandling/report-model';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, refused } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { readFacts } from './files/json.ts';
import { ReportFactsService } from './report-facts.service.ts';
import { ReportsRepository, type DiffChoices } from './reports.repository.ts';

/** How the plan as it stands is asked for. */
export const NOW = 'nu';

type Choice = DiffChoices['rounds'][number];

const NOTHING_FROZEN = {
  sv: 'Det finns ingen fastställd omgång att jämföra med än. När en omgång är fastställd visas här vad som har ändrats sedan dess.',
  en: 'There is no adopted round to compare with yet. Once a round is adopted, what has changed since is shown here.',
};
const NO_SUCH_ROUND = {
  sv: 'Planen har ingen fastställd omgång med det namnet.',
  en: 'The plan has no adopted round of that name.',
};
const UNKNOWN_FORM = {
  sv: 'Omgångens fastställda rapport är sparad i en form som inte går att jämföra.',
  en: 'The round’s adopted report is stored in a form that cannot be compared.',
};

/** What has changed between two frozen rounds, or between one and the plan as it stands. */
@Injectable()
export class RoundDiffService {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly facts: ReportFactsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Without `to` the plan as it stands, without `from` the latest adopted round that is not `to`. 404 for an unknown plan
   * or round, 409 when nothing is adopted yet.
   */
  get(slug: string, from: string | null, to: string | null): Promise<RoundDiff> {
    return this.uow.read(async () => {
      const choices = await this.reports.findDiffChoices(slug);
      if (!choices) throw notFound();
      const frozen = choices.rounds.filter((round) => round.frozen !== null);
      const [newest] = choices.rounds;
      if (frozen.length === 0 || !newest) throw refused(NOTHING_FROZEN);
      const later = to ?? (newest.state === 'adopted' && frozen.length > 1 ? newest.label : NOW);
      const earlier = from ?? (frozen.find(({ label }) => label !== later) ?? newest).label;
      const before = await this.sourceOf(earlier, frozen, newest);
      const after = await this.sourceOf(later, frozen, newest);
      const changes = diffRounds(
        earlierOf(before.source),
        earlierOf(after.source),
        after.source,
        requestContext().locale,
      );
      return { plan: choices.plan, from: before.ref, to: after.ref, rounds: frozen.map(refOf), ...changes };
    });
  }

  private async sourceOf(
    label: string,
    frozen: readonly Choice[],
    newest: Choice,
  ): Promise<{ readonly source: ReportSource; readonly ref: RoundRef }> {
    if (label === NOW) {
      const source = await this.facts.collect(newest.id, ({ versionNumber }) => ({
        kind: 'draft',
        versionNumber,
        madeAt: this.clock.now().toISOString(),
      }));
      return { source, ref: { ...refOf(newest), label: NOW } };
    }
    const round = frozen.find((each) => each.label === label);
    const stored = round && (await this.reports.findFrozen(round.id, null));
    if (!round || !stored) throw notFound(NO_SUCH_ROUND);
    const source = readFacts(stored.canonicalJson);
    if (!source) throw refused(UNKNOWN_FORM);
    return { source, ref: refOf(round) };
  }
}

function refOf({ id, label, state, versionNumber, frozen }: Choice): RoundRef {
  return { id, label, state, versionNumber: frozen ?? versionNumber };
}
