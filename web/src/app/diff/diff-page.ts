import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type RoundDiff, pages } from '@samhandling/contracts';
import {
  GOAL_JUDGEMENTS,
  type GoalJudgement,
  JUDGEMENTS,
  type Judgement,
  capitalised,
  formatOf,
} from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Field,
  GoalJudgementChip,
  Input,
  JudgementChip,
  PageHeader,
  ProblemView,
  Skeleton,
  injectLocale,
} from '@samhandling/ui';
import { Diff, Table } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { DiffApi } from './diff-api.ts';

/** The plan as it stands, as the API and the address call it. */
const NOW = 'nu';

/** `/plan/:slug/forandringar?fran=&till=`: what was added, disappeared, reads, stands or counts differently. */
@Component({
  selector: 'sam-diff-page',
  imports: [
    Breadcrumb,
    Button,
    Diff,
    Empty,
    Field,
    GoalJudgementChip,
    Input,
    JudgementChip,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    Table,
  ],
  templateUrl: './diff-page.html',
  styleUrl: './diff-page.scss',
})
export class DiffPage {
  readonly slug = input.required<string>();
  readonly fran = input<string>();
  readonly till = input<string>();

  protected readonly pages = pages;
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  protected readonly words = inject(Words);
  protected readonly resource = inject(DiffApi).diff(
    this.slug,
    () => this.fran() ?? '',
    () => this.till() ?? '',
  );
  protected readonly diff = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  /** Nothing adopted yet is no fault: it is said where the changes will be. */
  protected readonly tooEarly = computed(() => this.problem()?.code === 'rule');

  protected readonly heading = $localize`:@@diff.heading:Förändringar`;
  protected readonly tooEarlyHeading = $localize`:@@diff.tooEarly:Inget att jämföra med än`;
  protected readonly sameHeading = $localize`:@@diff.same:Inget har ändrats`;
  protected readonly activityWord = computed(() => capitalised(this.words.current().activity.one));
  protected readonly goalWord = computed(() => capitalised(this.words.current().goal.one));
  protected readonly names = computed(() => {
    const diff = this.diff();
    return { from: this.roundWords(diff?.from.label ?? ''), to: this.roundWords(diff?.to.label ?? '') };
  });
  protected readonly options = computed(() => {
    const labels = (this.diff()?.rounds ?? []).map(({ label }) => label);
    const option = (value: string): { value: string; words: string } => ({ value, words: this.roundWords(value) });
    return { from: labels.map(option), to: [NOW, ...labels].map(option) };
  });
  protected readonly isSame = computed(() => {
    const diff = this.diff();
    return diff !== undefined && LISTS.every((name) => diff[name].length === 0);
  });
  /** "3 av 58 aktiviteter": never a count without what it is out of. */
  protected readonly counts = computed(() => {
    const diff = this.diff();
    if (!diff) return [];
    const word = this.words.current().activity;
    const of = (count: number): string => `${formatOf(count, diff.of, this.locale)} ${word.many}`;
    const changes = [
      { id: 'tillkommit', label: this.labels.added, words: of(diff.added.length) },
      { id: 'forsvunnit', label: this.labels.removed, words: of(diff.removed.length) },
      { id: 'omformulerat', label: this.labels.reworded, words: of(diff.reworded.length) },
      { id: 'bedomning', label: this.labels.judgements, words: of(diff.judgements.length) },
    ];
    return this.isSame() ? this.awaited() : [...changes, ...this.awaited()];
  });
  /** What the later side does not say yet: counted, never listed as a change. */
  private readonly awaited = computed(() => {
    const diff = this.diff();
    if (!diff) return [];
    const { activity, goal } = this.words.current();
    const { judgements, ofJudgements, goals, ofGoals, outcomes, ofOutcomes } = diff.awaited;
    const judged = diff.to.label === NOW ? this.labels.notJudgedYet : this.labels.notJudged;
    const reported = diff.to.label === NOW ? this.labels.notReportedYet : this.labels.notReported;
    return [
      { id: 'obedomda', label: judged, count: judgements, of: ofJudgements, word: activity.many },
      { id: 'obedomda-mal', label: judged, count: goals, of: ofGoals, word: goal.many },
      { id: 'orapporterade', label: reported, count: outcomes, of: ofOutcomes, word: this.labels.indicators },
    ]
      .filter(({ count }) => count > 0)
      .map(({ id, label, count, of, word }) => ({ id, label, words: `${formatOf(count, of, this.locale)} ${word}` }));
  });
  protected readonly labels = {
    added: $localize`:@@diff.added:Tillkommit`,
    removed: $localize`:@@diff.removed:Försvunnit`,
    reworded: $localize`:@@diff.reworded:Omformulerat`,
    judgements: $localize`:@@diff.judgements:Ny lägesbedömning`,
    targets: $localize`:@@diff.targets:Ändrade målvärden`,
    outcomes: $localize`:@@diff.outcomes:Ändrade utfall`,
    notJudgedYet: $localize`:@@diff.notJudgedYet:Ännu inte bedömda`,
    notJudged: $localize`:@@diff.notJudged:Inte bedömda`,
    notReportedYet: $localize`:@@diff.notReportedYet:Ännu inte rapporterade`,
    notReported: $localize`:@@diff.notReported:Inte rapporterade`,
    indicators: $localize`:@@diff.indicators:indikatorer`,
  };

  constructor() {
    titleFromData(() => {
      const plan = this.diff()?.plan.title;
      return plan === undefined ? undefined : $localize`:@@diff.pageTitle:Förändringar: ${plan}:plan:`;
    });
  }

  protected judgement(code: string | null): Judgement | null {
    return JUDGEMENTS.find((known) => known === code) ?? null;
  }

  protected goalJudgement(code: string | null): GoalJudgement | null {
    return GOAL_JUDGEMENTS.find((known) => known === code) ?? null;
  }

  protected activityLink(reference: string): string {
    const [area = '', number = ''] = reference.split('/');
    return pages.activity(this.slug(), area, number);
  }

  protected choose(name: 'fran' | 'till', event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const diff = this.diff();
    void this.router.navigate([], {
      queryParams: { fran: diff?.from.label, till: diff?.to.label, [name]: event.target.value },
    });
  }

  private roundWords(label: string): string {
    return label === NOW
      ? $localize`:@@diff.now:Planen som den ser ut nu`
      : $localize`:@@diff.round:Omgång ${label}:round:`;
  }
}

const LISTS = [
  'added',
  'removed',
  'reworded',
  'judgements',
  'goalJudgements',
  'targets',
  'outcomes',
] as const satisfies readonly (keyof RoundDiff)[];
