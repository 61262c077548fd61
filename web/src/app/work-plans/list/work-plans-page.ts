import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, type WorkPlanListItem, pages } from '@samhandling/contracts';
import { WORK_PLAN_STATE_LABELS, dayOf, formatOf, kronorText } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { MeetingPlaces } from '../../groups/parts/meeting-places.ts';
import { PaperState } from '../../needs/parts/paper-state.ts';
import { WorkPlansApi } from '../data/work-plans-api.ts';

/** `/plan/:slug/verksamhetsplaner`: a year each, and beginning the next. */
@Component({
  selector: 'sam-work-plans-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    Field,
    Icon,
    Input,
    MeetingPlaces,
    PageHeader,
    PaperState,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './work-plans-page.html',
  styles: `
    h2 {
      margin: 0;
      font-size: var(--sam-text-h3);
    }
    .form {
      max-width: 16rem;
    }
  `,
})
export class WorkPlansPage {
  readonly slug = input.required<string>();

  private readonly api = inject(WorkPlansApi);
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly states = WORK_PLAN_STATE_LABELS;
  protected readonly resource = this.api.list(this.slug);
  protected readonly list = keepLast(this.resource);
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  /** Next year first, since that is what is planned. */
  protected readonly years = computed(() => {
    const next = Number(dayOf(new Date()).slice(0, 4)) + 1;
    return (this.list()?.freeYears ?? []).toSorted((a, b) => Math.abs(a - next) - Math.abs(b - next) || a - b);
  });
  protected readonly year = linkedSignal(() => this.years()[0]);
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    heading: $localize`:@@workPlans.title:Verksamhetsplaner`,
    empty: $localize`:@@workPlans.empty:Ingen verksamhetsplan än`,
    year: $localize`:@@workPlans.new.year:År`,
  };

  protected pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.year.set(Number(event.target.value));
  }

  protected facts({ sums, state, decidedOn }: WorkPlanListItem): string {
    const items = $localize`:@@workPlans.list.items:Insatser: ${sums.items}:count:`;
    const money =
      sums.withAmount === 0
        ? $localize`:@@workPlans.list.noMoney:inga belopp angivna`
        : $localize`:@@workPlans.list.money:${kronorText(sums.kronor, this.locale)}:sum:, belopp angivet för ${formatOf(sums.withAmount, sums.items, this.locale)}:share:`;
    const parts = [items, money];
    if (decidedOn !== null)
      parts.push($localize`:@@workPlans.list.decided:beslutad ${formatDay(decidedOn, this.locale)}:day:`);
    if (state === 'closed')
      parts.push(
        $localize`:@@workPlans.list.done:genomfört ${formatOf(sums.outcomes.done, sums.items, this.locale)}:share:`,
      );
    return parts.join(' · ');
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const year = this.year();
    if (year === undefined || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const made = await this.api.create(this.slug(), { year });
      await this.router.navigateByUrl(pages.workPlan(made.id));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
