import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityListItem, type CommitmentPlan, pages } from '@samhandling/contracts';
import { activitySentence, dayOf } from '@samhandling/domain';
import { Icon, JudgementBar, StateChip, formatDay, injectLocale } from '@samhandling/ui';
import { type LateCode, lateReasons } from '../data/late.ts';
import { CommitmentTable } from './commitment-table.ts';

/** What one plan asks of the organisation: facts first, then what is late, then everything promised. */
@Component({
  selector: 'sam-commitment-section',
  imports: [CommitmentTable, Icon, JudgementBar, RouterLink, StateChip],
  templateUrl: './commitment-section.html',
  styleUrl: './commitment-section.scss',
})
export class CommitmentSection {
  readonly commitment = input.required<CommitmentPlan>();

  protected readonly pages = pages;
  private readonly locale = injectLocale();
  private readonly today = dayOf(new Date());

  protected readonly activity = computed(() => this.commitment().plan.words[this.locale].activity);
  protected readonly sentence = computed(() => {
    const { counts } = this.commitment();
    return counts.total === 0 ? '' : activitySentence(counts, this.activity(), this.locale);
  });
  protected readonly roundLabel = computed(() => {
    const round = this.commitment().round;
    return round ? $localize`:@@organisations.round:Uppföljning ${round.label}:label:` : '';
  });
  protected readonly late = computed(() => {
    const { responsible, throughCollective, round } = this.commitment();
    return [...responsible, ...throughCollective]
      .map((item) => ({ item, reasons: lateReasons(item, round?.state ?? null, this.today) }))
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ item, reasons }) => ({ item, words: reasons.map((code) => this.words(code, item)).join(' · ') }));
  });
  /** One group per collective: the same activity is promised by all of its members together. */
  protected readonly collectives = computed(() => {
    const groups = new Map<
      string,
      { readonly id: string; readonly name: string; readonly items: ActivityListItem[] }
    >();
    for (const item of this.commitment().throughCollective) {
      const group = groups.get(item.collective.id) ?? { ...item.collective, items: [] };
      group.items.push(item);
      groups.set(item.collective.id, group);
    }
    return [...groups.values()].map((group) => ({
      ...group,
      heading: $localize`:@@organisations.through:Genom ${group.name}:name:`,
    }));
  });
  protected readonly headings = {
    responsible: $localize`:@@organisations.isResponsible:Ansvarar för`,
    partner: $localize`:@@organisations.isPartner:Samverkar i`,
  };

  private words(code: LateCode, item: ActivityListItem): string {
    switch (code) {
      case 'returned':
        return $localize`:@@organisations.late.returned:Svaret har kommit tillbaka med en fråga`;
      case 'no_answer':
        return $localize`:@@organisations.late.noAnswer:Svaret är inte inlämnat och omgången granskas`;
      case 'next_step_passed':
        return $localize`:@@organisations.late.nextStep:Nästa steg skulle ha tagits ${formatDay(item.nextStepDate ?? '', this.locale)}:day:`;
      case 'needs_support':
        return $localize`:@@organisations.late.support:Behöver stöd`;
    }
  }
}
