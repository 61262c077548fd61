import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf, type DigestSection, type HalfYearFacts } from '@samhandling/domain';
import { DIGEST, DIGEST_FORM, type DigestPaperFacts, type PaperStanding } from '@samhandling/report-model';
import { PaperSources } from '../papers/paper-sources.service.ts';
import { DigestFactsRepository } from './digest-facts.repository.ts';
import { factsOf } from './digest-texts.ts';
import { DigestsRepository } from './digests.repository.ts';

const NOTHING: HalfYearFacts = { activities: [], promises: [], lifts: [], events: { count: 0, participants: null } };

/** The digest as a paper: the same facts as on its page, with what people have written over them. */
@Injectable()
export class DigestPaperService implements OnModuleInit {
  constructor(
    private readonly sources: PaperSources,
    private readonly digests: DigestsRepository,
    private readonly facts: DigestFactsRepository,
  ) {}

  onModuleInit(): void {
    this.sources.register<DigestPaperFacts>({
      definition: DIGEST,
      permission: 'group.read',
      collect: (subjectId, standing) => this.collect(subjectId, standing),
    });
  }

  private async collect(digestId: string, standing: PaperStanding): Promise<DigestPaperFacts | null> {
    const stored = await this.digests.find(digestId);
    const head = stored ? await this.digests.findHead(stored.meeting.id) : null;
    if (!stored || !head) return null;
    const goals = await this.facts.findGoals(stored.plan.id, stored.group.id, stored.from, stored.to);
    const general = goals.find(({ goal }) => goal === null);
    const writtenOf = (goalId: string | null): Partial<Record<DigestSection, string>> =>
      Object.fromEntries(
        stored.texts.filter((text) => text.goalId === goalId).map(({ section, text }) => [section, text]),
      );
    return {
      form: DIGEST_FORM,
      ...head,
      standing,
      from: stored.from,
      to: stored.to,
      today: dayOf(standing.kind === 'draft' ? standing.madeAt : standing.frozenAt),
      general: general ? factsOf(general) : NOTHING,
      lead: writtenOf(null).lead ?? null,
      goals: goals.flatMap((one) =>
        one.goal === null
          ? []
          : [
              {
                mark: one.goal.code ?? String(one.goal.number),
                title: one.goal.title,
                judgement: one.judgement,
                facts: factsOf(one),
                written: writtenOf(one.goal.id),
              },
            ],
      ),
    };
  }
}
