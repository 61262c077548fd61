import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import {
  Breadcrumb,
  Button,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  Tabs,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Callout, SaveState } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { ImportsApi } from '../data/imports-api.ts';
import { type SourceFilter, type Step, leftOf, readSourceFilter, readStep } from '../data/places.ts';
import { ActorsStep } from './actors-step.ts';
import { DifferencesStep } from './differences-step.ts';
import { FinishStep } from './finish-step.ts';
import { FlagsStep } from './flags-step.ts';
import { IndicatorsStep } from './indicators-step.ts';
import { ProposalPane } from './proposal-pane.ts';
import { ReviewStore } from './review-store.ts';
import { SettingsStep } from './settings-step.ts';
import { SourcePane } from './source-pane.ts';
import { type StepLink, stepLinks } from './step-links.ts';

/** Milliseconds until the address says what the arrow keys chose. */
const ADDRESS_FOLLOWS = 120;

/** `/importera/:id`: source to the left, what it was read as to the right, and the steps to a plan. */
@Component({
  selector: 'sam-review-page',
  imports: [
    ActorsStep,
    Breadcrumb,
    Button,
    Callout,
    DifferencesStep,
    FinishStep,
    FlagsStep,
    Icon,
    IndicatorsStep,
    PageHeader,
    ProblemView,
    ProposalPane,
    RouterLink,
    SaveState,
    SettingsStep,
    Skeleton,
    SourcePane,
    Tabs,
  ],
  providers: [ReviewStore],
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
})
export class ReviewPage {
  readonly id = input.required<string>();
  /** Chosen line, from `?rad=`. */
  readonly rad = input<string>();
  readonly steg = input<string>();
  /** Filter of the source. */
  readonly visa = input<string>();
  /** Which pane a phone shows: `text` or nothing. */
  readonly ruta = input<string>();
  /** Kind of difference. */
  readonly skillnad = input<string>();

  protected readonly pages = pages;
  protected readonly store = inject(ReviewStore);
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  protected readonly resource = inject(ImportsApi).review(this.id);
  protected readonly review = this.store.review;
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly pane = viewChild<ElementRef<HTMLElement>>('pane');

  /** Ahead of the address, which takes a moment: a held arrow key must not lose steps. */
  private readonly wanted = linkedSignal<string | undefined, number>({
    source: this.rad,
    computation: (rad, before) => (before && Number(rad) === this.pushed ? before.value : Number(rad)),
  });
  /** The line this page itself put in the address last: its coming back is no news. */
  private pushed = Number.NaN;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly chosen = computed(() => {
    const line = this.wanted();
    return Number.isInteger(line) && line >= 1 && line <= (this.review()?.source.length ?? 0) ? line : null;
  });
  protected readonly filter = computed(() => readSourceFilter(this.visa()));
  protected readonly step = computed(() => readStep(this.steg()));
  protected readonly showsText = computed(() => this.ruta() === 'text');
  protected readonly left = computed(() => {
    const review = this.review();
    return review && leftOf(review);
  });
  protected readonly steps = computed<readonly StepLink[]>(() => {
    const review = this.review();
    return review ? stepLinks(review, leftOf(review)) : [];
  });
  protected readonly current = computed(() => this.steps().find((step) => step.step === this.step()));
  private readonly source = computed(() => this.review()?.source ?? []);
  private readonly linesByReference = computed(() => {
    const found = new Map<string, number>();
    for (const { reference, line } of this.source())
      if (reference !== null && !found.has(reference)) found.set(reference, line);
    return found;
  });
  protected readonly lineOf = (reference: string): number | null => this.linesByReference().get(reference) ?? null;
  protected readonly heading = computed(() => {
    const name = this.review()?.sourceName ?? '';
    return name === '' ? $localize`:@@imports.review.pasted:Granska den inklistrade texten` : this.fileHeading(name);
  });
  protected readonly meta = computed(() => {
    const review = this.review();
    if (!review) return '';
    const when = formatInstant(review.createdAt, this.locale);
    const { total, used, ignored, flagged, lost } = review.lines;
    const lines = $localize`:@@imports.review.lines:${total}:total: rader: ${used}:used: använda, ${flagged}:flagged: flaggade, ${ignored}:ignored: bortsedda, ${lost}:lost: utan plats`;
    return $localize`:@@imports.review.meta:${lines}:lines:. Inläst ${when}:when: av ${review.createdBy.name}:name:.`;
  });
  protected readonly labels = {
    failed: $localize`:@@imports.review.failed:Inläsningen kunde inte visas`,
    steps: $localize`:@@imports.review.steps:Steg`,
    text: $localize`:@@imports.review.text:Källtext`,
    others: $localize`:@@imports.review.others:Någon annan har svarat samtidigt`,
    imported: $localize`:@@imports.review.imported:Texten har blivit en plan`,
    discarded: $localize`:@@imports.review.discarded:Inläsningen är kasserad`,
  };

  constructor() {
    titleFromData(() => (this.review() ? this.heading() : undefined));
    inject(UnsavedChanges).watch(() => this.store.dirty());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      const review = this.resource.hasValue() ? this.resource.value() : null;
      if (review) untracked(() => this.store.load(review));
    });
  }

  /** A line of the source was chosen: the other side shows what became of it. */
  protected chooseInSource(line: number): void {
    this.wanted.set(line);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { use, role } = this.source()[line - 1] ?? {};
      const stays =
        this.step() === 'forslag' ||
        (this.step() === 'flaggor' && use === 'flagged') ||
        (this.step() === 'uppfoljning' && role === 'follow_up');
      this.pushed = line;
      void this.go({ rad: line, ...(stays ? {} : { steg: null }) });
    }, ADDRESS_FOLLOWS);
  }

  /** Something on the right was chosen: the source shows its line, also when the filter had left it out. */
  protected chooseInResult(line: number): void {
    clearTimeout(this.timer);
    this.wanted.set(line);
    this.pushed = line;
    void this.go({ rad: line, visa: null, ruta: this.phone() ? 'text' : null });
  }

  protected show(filter: SourceFilter): void {
    void this.go({ visa: filter === 'alla' ? null : filter });
  }

  protected params(step: Step): Record<string, string | null> {
    return { steg: step === 'forslag' ? null : step, ruta: null };
  }

  private fileHeading(name: string): string {
    return $localize`:@@imports.review.file:Granska ${name}:name:`;
  }

  private phone(): boolean {
    return typeof matchMedia === 'function' && matchMedia('(max-width: 61.99rem)').matches;
  }

  private go(queryParams: Record<string, string | number | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
