import { Component, Injector, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type GoalJudgementItem, type Problem, type Round, type RoundInput, pages } from '@samhandling/contracts';
import { activitySentence, countGoalJudgements, goalSentence } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  JudgementBar,
  PageHeader,
  ProblemView,
  ProgressOf,
  Skeleton,
  StateChip,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { CurrentPlan } from '../../core/current-plan.ts';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { roundDays, submittedCount } from '../data/round-words.ts';
import { RoundsApi } from '../data/rounds-api.ts';
import { RoundForm } from '../form/round-form.ts';
import { PublicationPanel } from '../../publishing/publication-panel.ts';
import { FrozenVersions } from './frozen-versions.ts';
import { GoalJudgementRow } from './goal-judgement-row.ts';
import { OrganisationProgress } from './organisation-progress.ts';
import { RehearsalList } from './rehearsal-list.ts';
import { RoundSteps } from './round-steps.ts';
import { RoundTools } from './round-tools.ts';

/** `/plan/:slug/omgang/:label`: how far the round has come, what it lacks, and its steps to being adopted. */
@Component({
  selector: 'sam-round-page',
  imports: [
    Breadcrumb,
    Button,
    FrozenVersions,
    GoalJudgementRow,
    JudgementBar,
    OrganisationProgress,
    PageHeader,
    ProblemView,
    ProgressOf,
    PublicationPanel,
    RehearsalList,
    RoundForm,
    RoundSteps,
    RoundTools,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './round-page.html',
  styles: `
    .facts {
      margin-bottom: var(--sam-space-4);
      font-size: var(--sam-text-h3);
      line-height: 1.5;
    }
    .progress {
      max-width: 26rem;
      margin-bottom: var(--sam-space-4);
    }
    /* The heading has a line of its own. */
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
    .days h2 {
      margin-bottom: var(--sam-space-4);
    }
    .days {
      margin-bottom: var(--sam-space-8);
    }
  `,
})
export class RoundPageView {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(RoundsApi);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  private readonly currentPlan = inject(CurrentPlan);
  protected readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  protected readonly resource = this.api.page(this.slug, this.label);
  protected readonly page = keepLast(this.resource);
  protected readonly editingDays = signal(false);
  protected readonly busy = signal(false);
  protected readonly daysProblem = signal<Problem | null>(null);
  protected readonly saveDays = $localize`:@@rounds.days.save:Spara dagarna`;
  private readonly form = viewChild(RoundForm);

  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly heading = computed(() => $localize`:@@rounds.round.heading:Omgång ${this.label()}:label:`);
  protected readonly meta = computed(() => {
    const round = this.page()?.round;
    if (!round) return '';
    const days = roundDays(round, this.locale);
    return round.versionNumber > 1
      ? `${days} ${$localize`:@@rounds.round.version:Version ${round.versionNumber}:version:.`}`
      : days;
  });
  protected readonly mayChangeDays = computed(
    () => this.page()?.round.state !== 'adopted' && (this.page()?.round.transitions.length ?? 0) > 0,
  );
  protected readonly statusHeading = computed(() =>
    this.page()?.round.state === 'adopted'
      ? $localize`:@@rounds.status.adopted:Så gick det`
      : $localize`:@@rounds.status.heading:Så långt har vi kommit`,
  );
  protected readonly sentence = computed(() => {
    const page = this.page();
    if (!page || page.round.total === 0) return '';
    const words = this.words.current();
    const goals = countGoalJudgements(page.goals.map((item) => item.judgement));
    return `${activitySentence(page.counts, words.activity, this.locale)} ${goalSentence(goals, words.goal, this.locale)}`;
  });
  protected readonly submitted = computed(() => submittedCount(this.page()?.round.answers ?? NO_ANSWERS));
  protected readonly progressWord = computed(() => {
    const activities = this.words.current().activity.many;
    return $localize`:@@rounds.progress.word:${activities}:activities: med inlämnat svar`;
  });
  protected readonly goalsHeading = computed(() => {
    const goal = this.words.current().goal;
    return $localize`:@@rounds.goals.heading:Bedömning av ${goal.theMany}:goals:`;
  });

  constructor() {
    titleFromData(() => this.heading());
    inject(UnsavedChanges).watch(() => this.editingDays() && (this.form()?.dirty() ?? false));
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  protected async changeDays(input: RoundInput): Promise<void> {
    const round = this.page()?.round;
    if (round) await this.putDays(round, input);
  }

  private async putDays(round: Round, input: RoundInput): Promise<void> {
    this.busy.set(true);
    this.daysProblem.set(null);
    try {
      const saved = await this.api.update(round.id, round.version, input);
      this.editingDays.set(false);
      this.messages.say($localize`:@@rounds.days.saved:Dagarna är sparade.`);
      this.currentPlan.reload();
      if (saved.label !== round.label) await this.router.navigateByUrl(pages.round(this.slug(), saved.label));
      else this.resource.reload();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isRound(problem.current)) await this.chooseDays(round, input, problem.current);
      else this.daysProblem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async chooseDays(round: Round, input: RoundInput, theirs: Round): Promise<void> {
    const labels = this.form()?.labels;
    if (!labels) return;
    const [base, mine, stored] = [round, input, theirs].map(inputOf) as [RoundInput, RoundInput, RoundInput];
    const fields = staleFields(base, mine, stored, labels, (field, side) =>
      field === 'label' ? side.label : formatDay(side[field], this.locale),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer !== null) await this.putDays(theirs, mergedByChoice(mine, stored, answer));
  }

  protected moved(): void {
    this.currentPlan.reload();
    this.resource.reload();
  }

  /** The judgement is stored: the sentences and the dress rehearsal say so too. */
  protected judged(item: GoalJudgementItem): void {
    this.resource.update((page) =>
      page ? { ...page, goals: page.goals.map((each) => (each.id === item.id ? item : each)) } : page,
    );
    this.resource.reload();
  }
}

const NO_ANSWERS = { draft: 0, submitted: 0, returned: 0, accepted: 0 };

function inputOf({ label, from, to, opens, due }: RoundInput): RoundInput {
  return { label, from, to, opens, due };
}

function isRound(value: unknown): value is Round {
  return typeof value === 'object' && value !== null && 'opens' in value && 'due' in value && 'version' in value;
}
