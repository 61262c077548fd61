import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, type Round, type RoundInput, pages } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { CurrentPlan } from '../../core/current-plan.ts';
import { titleFromData } from '../../core/data-title.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { proposeRound } from '../data/propose-round.ts';
import { roundDays, submittedOf } from '../data/round-words.ts';
import { RoundsApi } from '../data/rounds-api.ts';
import { RoundForm } from '../form/round-form.ts';

/** `/plan/:slug/omgangar`: the plan's rounds, newest first, and the way to a new one. */
@Component({
  selector: 'sam-rounds-page',
  imports: [Breadcrumb, Button, Empty, PageHeader, ProblemView, RoundForm, RouterLink, Skeleton, StateChip],
  templateUrl: './rounds-page.html',
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--sam-space-1) var(--sam-space-6);
    }
    h2 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: center;
      font-size: var(--sam-text-h3);
    }
    .form h2 {
      margin-bottom: var(--sam-space-4);
    }
    .form {
      margin-bottom: var(--sam-space-8);
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class RoundsPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(RoundsApi);
  private readonly router = inject(Router);
  private readonly currentPlan = inject(CurrentPlan);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  protected readonly list = this.api.list(this.slug);
  protected readonly heading = $localize`:@@rounds.heading:Uppföljningsomgångar`;
  protected readonly createWords = $localize`:@@rounds.create:Skapa omgången`;
  protected readonly empty = $localize`:@@rounds.empty.heading:Ingen uppföljningsomgång än`;
  protected readonly creating = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly form = viewChild(RoundForm);

  protected readonly page = computed(() => (this.list.hasValue() ? this.list.value() : undefined));
  protected readonly listProblem = computed(() => {
    const error = this.list.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly proposal = computed(() =>
    proposeRound(
      (this.page()?.rounds ?? []).map((round) => round.label),
      dayOf(new Date()),
    ),
  );

  constructor() {
    titleFromData(() => this.heading);
    inject(UnsavedChanges).watch(() => this.creating() && (this.form()?.dirty() ?? false));
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  protected days(round: Round): string {
    return roundDays(round, this.locale);
  }

  protected answers(round: Round): string {
    return round.total === 0 ? '' : submittedOf(round.answers, round.total, this.locale);
  }

  protected adopted(round: Round): string {
    const [latest] = round.versions;
    if (!latest || round.state !== 'adopted') return '';
    const when = formatInstant(latest.adoptedAt, this.locale);
    return $localize`:@@rounds.list.adopted:Version ${latest.versionNumber}:version: fastställd ${when}:when: av ${latest.adoptedBy.name}:name:.`;
  }

  protected async create(input: RoundInput): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const round = await this.api.create(this.slug(), input);
      this.creating.set(false);
      this.currentPlan.reload();
      await this.router.navigateByUrl(pages.round(this.slug(), round.label));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
