import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, afterRenderEffect, computed, inject, input, output } from '@angular/core';
import type { ImportActivity, ImportReview } from '@samhandling/contracts';
import { DEFAULT_WORDS, capitalised, countOf } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { firstLines, placeOf } from '../data/places.ts';
import { showInPane } from './scroll.ts';

/** What the text was read as: goals, areas, activities. Each part knows the line it came from. */
@Component({
  selector: 'sam-proposal-pane',
  imports: [NgTemplateOutlet],
  templateUrl: './proposal-pane.html',
  styleUrl: './proposal-pane.scss',
})
export class ProposalPane {
  readonly review = input.required<ImportReview>();
  readonly chosen = input.required<number | null>();
  /** The element that scrolls. */
  readonly pane = input.required<HTMLElement>();
  readonly choose = output<number>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly words = DEFAULT_WORDS[injectLocale()];
  private readonly goals = computed(() => this.review().goals);
  private readonly source = computed(() => this.review().source);
  protected readonly lines = computed(() => firstLines(this.source()));
  protected readonly place = computed(() => {
    const chosen = this.chosen();
    return chosen === null ? null : placeOf(this.source()[chosen - 1]);
  });
  protected readonly summary = computed(() => {
    const goals = this.goals();
    const areas = goals.flatMap((goal) => goal.areas);
    const activities = areas.flatMap((area) => area.activities);
    return [
      countOf(this.words.goal, goals.length),
      countOf(this.words.area, areas.length),
      countOf(this.words.activity, activities.length),
      $localize`:@@imports.proposal.sentences:${this.review().indicators.length}:count: meningar om uppföljning`,
    ].join(', ');
  });
  protected readonly texts = computed(() =>
    [
      { place: 'purposes', heading: $localize`:@@plans.purposes:Syften`, items: this.review().purposes },
      {
        place: 'overarching',
        heading: $localize`:@@plans.overarchingGoals:Övergripande mål`,
        items: this.review().overarchingGoals,
      },
      {
        place: 'specific',
        heading: $localize`:@@plans.specificGoals:Särskilda mål`,
        items: this.review().specificGoals,
      },
    ].filter((list) => list.items.length > 0),
  );
  protected readonly goalWord = capitalised(this.words.goal.one);
  protected readonly nothing = $localize`:@@imports.proposal.nobody:Ingen angiven`;

  constructor() {
    afterRenderEffect(() => {
      const place = this.place();
      if (place === null) return;
      const part = this.host.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
      if (part) showInPane(this.pane(), part);
    });
  }

  protected responsible(activity: ImportActivity): string {
    const names = activity.responsible.join(', ');
    return activity.responsibleGroup === null ? names : `${names} (${activity.responsibleGroup})`;
  }

  protected partners(activity: ImportActivity): string {
    const names = activity.partners.join(', ');
    return activity.openEnded ? $localize`:@@imports.proposal.andOthers:${names}:names: med flera` : names;
  }

  protected lineName(line: number): string {
    return $localize`:@@imports.proposal.line:Rad ${line}:line:`;
  }
}
