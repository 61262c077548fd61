import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { ROUND_STATE_LABELS } from '@samhandling/domain';
import {
  Breadcrumb,
  Facts,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { outlineOf } from '../paper-blocks/outline.ts';
import { ReportsApi } from './data/reports-api.ts';
import { PaperBlocks } from '../paper-blocks/paper-blocks.ts';
import { PaperContents } from '../paper-blocks/paper-contents.ts';
import { ReportDownloads } from './parts/report-downloads.ts';

/** `/plan/:slug/omgang/:label/rapport?version=`: the county report to read, and its files. */
@Component({
  selector: 'sam-report-page',
  imports: [
    Breadcrumb,
    Callout,
    Facts,
    Field,
    Input,
    PageHeader,
    ProblemView,
    PaperBlocks,
    PaperContents,
    ReportDownloads,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.scss',
})
export class ReportPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();
  /** A frozen version, from the address. Without it what is in force: the newest version, or the draft of an open round. */
  readonly version = input<string>();

  protected readonly pages = pages;
  protected readonly problemOf = problemOf;
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly words = inject(Words);
  private readonly api = inject(ReportsApi);

  protected readonly rounds = this.api.rounds(this.slug);
  private readonly list = keepLast(this.rounds);
  protected readonly plan = computed(() => this.list()?.plan);
  protected readonly round = computed(() => this.list()?.rounds.find((round) => round.label === this.label()) ?? null);
  /** The plan is there, but has no such round. */
  protected readonly missing = computed(() => this.list() !== undefined && this.round() === null);
  protected readonly versionNumber = computed(() => {
    const version = Number(this.version());
    return Number.isInteger(version) && version > 0 ? version : null;
  });
  protected readonly resource = this.api.report(() => this.round()?.id ?? null, this.versionNumber);
  protected readonly report = keepLast(this.resource);
  protected readonly outline = computed(() => {
    const report = this.report();
    return report ? outlineOf(report) : [];
  });
  protected readonly error = computed(() => this.rounds.error() ?? this.resource.error());

  /** The frozen version on screen; null for a draft. */
  protected readonly frozen = computed(() => {
    const round = this.round();
    if (!round) return null;
    const number = this.versionNumber();
    if (number !== null) return round.versions.find((version) => version.versionNumber === number) ?? null;
    return round.state === 'adopted' ? (round.versions[0] ?? null) : null;
  });
  /** The title page's facts. The checksum stands beside the version. */
  protected readonly facts = computed(() => {
    const checksum = this.frozen()?.sha256;
    return (this.report()?.titlePage.facts ?? []).filter((fact) => fact.value !== checksum);
  });
  /** A newer version has taken its place, or the round has been opened again. */
  protected readonly superseded = computed(() => {
    const [frozen, round] = [this.frozen(), this.round()];
    if (!frozen || !round || (round.state === 'adopted' && round.versions[0]?.id === frozen.id)) return null;
    const day = frozen.reopenedAt === null ? '' : formatDay(frozen.reopenedAt, this.locale);
    return { day, reason: frozen.reopenedReason };
  });
  protected readonly roundOptions = computed(() =>
    (this.list()?.rounds ?? [])
      .filter((round) => round.state !== 'planned')
      .map((round) => ({
        label: round.label,
        words: `${round.label} – ${this.say(ROUND_STATE_LABELS[round.state]).toLocaleLowerCase(this.locale)}`,
      })),
  );
  protected readonly versionOptions = computed(() => {
    const round = this.round();
    if (!round) return [];
    const frozen = round.versions.map((version) => {
      const day = formatDay(version.adoptedAt, this.locale);
      return {
        value: String(version.versionNumber),
        words: $localize`:@@report.versionOption:Version ${version.versionNumber}:version:, fastställd ${day}:day:`,
      };
    });
    return round.state === 'adopted'
      ? frozen
      : [{ value: '', words: $localize`:@@report.draftOption:Utkast som det ser ut nu` }, ...frozen];
  });
  protected readonly chosen = computed(() => {
    const number = this.versionNumber();
    return number === null ? (this.versionOptions()[0]?.value ?? '') : String(number);
  });

  constructor() {
    titleFromData(() => this.report()?.titlePage.title);
    effect(() => {
      const plan = this.plan();
      if (plan) this.words.use(plan.words);
    });
  }

  protected chooseVersion(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    void this.router.navigate([pages.report(this.slug(), this.label())], {
      queryParams: { version: event.target.value || null },
    });
  }

  protected chooseRound(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    void this.router.navigate([pages.report(this.slug(), event.target.value)]);
  }

  protected reload(): void {
    if (this.rounds.error()) this.rounds.reload();
    this.resource.reload();
  }
}
