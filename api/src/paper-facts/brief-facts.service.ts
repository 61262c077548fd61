import { Injectable } from '@nestjs/common';
import { dayOf } from '@samhandling/domain';
import { BRIEF_FORM, type BriefFacts, type PaperStanding } from '@samhandling/report-model';
import { RoundAttentionService } from '../follow-up/to-do/round-attention.service.ts';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { BriefRepository, type StoredBrief } from './brief.repository.ts';

/** Facts of the brief: what the meeting's own rows say, why activities need attention, and figures as any reader sees them. */
@Injectable()
export class BriefFactsService {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly attention: RoundAttentionService,
    private readonly outcomes: OutcomesService,
  ) {}

  async collect(meetingId: string, standing: PaperStanding): Promise<BriefFacts | null> {
    const stored = await this.briefs.find(meetingId);
    if (!stored) return null;
    const { round, activities: planned, entered, ...facts } = stored;
    const figures = round === null ? null : await this.outcomes.findFiguresForRound(round.id);
    const isEntered = new Set(entered);
    return {
      ...facts,
      form: BRIEF_FORM,
      standing,
      round:
        round === null
          ? null
          : { label: round.label, due: round.due, lastLabel: figures?.previousRound?.label ?? null },
      attention: await this.findAttention({ round, meeting: facts.meeting, activities: planned }),
      moved: (figures?.figures ?? [])
        .filter(({ indicator }) => isEntered.has(indicator.id))
        .map(({ indicator, activities, combined, previousCombined }) => ({
          text: indicator.text,
          kind: indicator.kind,
          unit: indicator.unit,
          decimals: indicator.decimals,
          references: activities,
          now: combined,
          last: previousCombined,
        })),
    };
  }

  /** Those with the most pressing reasons first, otherwise in the order of the plan. */
  private async findAttention({
    round,
    meeting,
    activities,
  }: Pick<StoredBrief, 'round' | 'meeting' | 'activities'>): Promise<BriefFacts['attention']> {
    if (round === null) return [];
    const found = await this.attention.find(round.id, dayOf(meeting.startsAt));
    return activities
      .flatMap(({ id, ...activity }) => {
        const reasons = found.get(id)?.reasons ?? [];
        return reasons.length === 0 ? [] : [{ ...activity, reasons: reasons.map(({ words }) => words) }];
      })
      .sort((left, right) => right.reasons.length - left.reasons.length);
  }
}
