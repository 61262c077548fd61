import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FollowUpPage, pages } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatDay,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { titleFromData } from '../core/data-title.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { ParticipationPart } from '../together/parts/participation-part.ts';
import { ResponsesPart } from '../together/parts/responses-part.ts';
import { FollowUpApi } from './data/follow-up-api.ts';
import { FollowUpForm } from './follow-up-form.ts';

/** `/uppfoljning/:id`: what the activity is, whose it is, and the answer for this round. */
@Component({
  selector: 'sam-follow-up-page',
  imports: [
    Breadcrumb,
    Button,
    Facts,
    FollowUpForm,
    PageHeader,
    ParticipationPart,
    ProblemView,
    ResponsesPart,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './follow-up-page.html',
  styles: `
    .facts {
      margin-bottom: var(--sam-space-8);
    }
  `,
})
export class FollowUpPageView {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly resource = inject(FollowUpApi).page(this.id);
  protected readonly page = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly failed = $localize`:@@followUp.failed:Uppföljningen kunde inte visas`;
  protected readonly goalWord = computed(() => capitalised(this.words.current().goal.one));
  protected readonly goalTitle = computed(() => {
    const goal = this.page()?.goal;
    return goal ? `${goal.code ?? String(goal.number)}. ${goal.title}` : '';
  });
  protected readonly reference = computed(() => {
    const page = this.page();
    return page ? `${capitalised(this.words.current().activity.one)} ${page.activity.reference}` : '';
  });
  protected readonly meta = computed(() => {
    const page = this.page();
    if (!page) return '';
    const { round, followUp } = page;
    const parts = [
      $localize`:@@followUp.meta.round:Omgång ${round.label}:round:, svara senast ${formatDay(round.due, this.locale)}:day:`,
    ];
    if (followUp.updatedBy) {
      const when = formatInstant(followUp.updatedAt, this.locale);
      parts.push($localize`:@@followUp.meta.updated:Uppdaterad ${when}:when: av ${followUp.updatedBy.name}:name:`);
    }
    return parts.join(' · ');
  });

  constructor() {
    titleFromData(() => {
      const reference = this.page()?.activity.reference;
      return reference === undefined ? undefined : $localize`:@@followUp.title:Uppföljning ${reference}:reference:`;
    });
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  protected keep(page: FollowUpPage): void {
    if (page.followUp.id === this.id()) this.resource.set(page);
  }

  protected activityLink(reference: string, slug: string): string {
    const [area = '', number = ''] = reference.split('/');
    return pages.activity(slug, area, number);
  }
}
