import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type HistoryEntry, pages } from '@samhandling/contracts';
import { dayOf, isDay } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Facts,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { Undo } from '../core/undo.ts';
import { HistoryApi } from './data/history-api.ts';
import { ValueChange } from './value-change.ts';

/** Entries on a page of the API's. */
const PAGE_SIZE = 50;

/** `/historik/:entity/:id?sida=&fran=&till=`: who changed what and when, and how it read at the end of two days. */
@Component({
  selector: 'sam-history-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    Facts,
    Field,
    Icon,
    Input,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    ValueChange,
  ],
  templateUrl: './history-page.html',
  styleUrl: './history-page.scss',
})
export class HistoryPage {
  readonly entity = input.required<string>();
  readonly id = input.required<string>();
  readonly sida = input<string>();
  readonly fran = input<string>();
  readonly till = input<string>();

  protected readonly pages = pages;
  protected readonly problemOf = problemOf;
  private readonly router = inject(Router);
  private readonly api = inject(HistoryApi);
  private readonly undo = inject(Undo);
  private readonly locale = injectLocale();

  protected readonly page = computed(() => Math.max(1, Math.trunc(Number(this.sida() ?? 1)) || 1));
  protected readonly resource = this.api.history(this.entity, this.id, this.page);
  protected readonly history = keepLast(this.resource);
  protected readonly days = computed(() => {
    const [from, to] = [this.fran() ?? '', this.till() ?? ''];
    return isDay(from) && isDay(to) ? { from, to } : null;
  });
  protected readonly comparison = this.api.comparison(this.entity, this.id, this.days);
  protected readonly busy = signal<string | null>(null);
  protected readonly today = dayOf(new Date());

  protected readonly heading = computed(() => this.history()?.title ?? '');
  protected readonly failed = $localize`:@@history.failed:Historiken kunde inte visas`;
  protected readonly emptyHeading = $localize`:@@history.empty:Inget har ändrats än`;
  protected readonly sameHeading = $localize`:@@history.same:Ingen skillnad`;
  protected readonly reference = $localize`:@@history.title:Historik`;
  protected readonly counted = computed(() => {
    const total = this.history()?.total ?? 0;
    return total === 1
      ? $localize`:@@history.count.one:1 ändring`
      : $localize`:@@history.count.many:${total}:count: ändringar`;
  });
  protected readonly hasOlder = computed(() => this.page() * PAGE_SIZE < (this.history()?.total ?? 0));
  protected readonly compared = computed(() => {
    const days = this.days();
    if (!days) return '';
    const [from, to] = [formatDay(days.from, this.locale), formatDay(days.to, this.locale)];
    return $localize`:@@history.compared:Så läste det vid slutet av ${from}:from: och av ${to}:to:`;
  });

  constructor() {
    titleFromData(() => {
      const title = this.history()?.title;
      return title === undefined ? undefined : $localize`:@@history.pageTitle:Historik: ${title}:title:`;
    });
  }

  /** "Maria Sandell för Anna Forsell, per telefon". */
  protected who({ person, onBehalfOf, through, isDisposed }: HistoryEntry): string {
    const name = person?.name ?? (isDisposed ? $localize`:@@record.someone:Gallrat namn` : '');
    const who = onBehalfOf ? $localize`:@@history.behalf:${name}:name: för ${onBehalfOf.name}:other:` : name;
    return [who, through].filter((part) => part !== '').join(', ');
  }

  protected when(entry: HistoryEntry): string {
    return formatInstant(entry.at, this.locale);
  }

  protected choose(name: 'fran' | 'till', event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    void this.router.navigate([], {
      queryParams: { [name]: event.target.value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async takeBack(entry: HistoryEntry): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(entry.id);
    await this.undo.run(entry.id, () => void this.resource.reload());
    this.busy.set(null);
  }
}
