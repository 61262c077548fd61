import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type RecordEntry, paths } from '@samhandling/contracts';
import { formatExact } from '@samhandling/domain';
import {
  Button,
  Empty,
  Facts,
  Link,
  PageHeader,
  ProblemView,
  Skeleton,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { ValueChange } from '../history/value-change.ts';
import { CheckNote } from './check-note.ts';
import { type LogAddress, NOTHING_CHOSEN, filterOf } from './data/log-query.ts';
import { RecordApi } from './data/record-api.ts';
import { LogFilters } from './log-filters.ts';

/** `/logg`: every change in the county, newest first. What is chosen stands in the address. */
@Component({
  selector: 'sam-log-page',
  imports: [
    Button,
    CheckNote,
    Empty,
    Facts,
    FilterChip,
    Link,
    LogFilters,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    ValueChange,
  ],
  templateUrl: './log-page.html',
  styleUrl: './log-page.scss',
})
export class LogPage {
  readonly person = input<string>();
  readonly slag = input<string>();
  readonly vad = input<string>();
  readonly vag = input<string>();
  readonly fran = input<string>();
  readonly till = input<string>();
  readonly sok = input<string>();
  readonly forfragan = input<string>();
  readonly sida = input<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly locale = injectLocale();
  protected readonly address = computed<LogAddress>(() => ({
    person: this.person(),
    slag: this.slag(),
    vad: this.vad(),
    vag: this.vag(),
    fran: this.fran(),
    till: this.till(),
    sok: this.sok(),
    forfragan: this.forfragan(),
  }));
  private readonly filter = computed(() => filterOf(this.address()));
  protected readonly resource = inject(RecordApi).log(() => {
    const page = Math.trunc(Number(this.sida() ?? 1));
    return { ...this.filter(), ...(page > 1 && { page: String(page) }) };
  });
  protected readonly log = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly narrowed = computed(() => Object.keys(this.filter()).length > 0);
  protected readonly result = computed(() => {
    const log = this.log();
    if (!log) return '';
    const pages = Math.max(1, Math.ceil(log.total / log.pageSize));
    const total = formatExact(log.total, this.locale);
    if (log.total === 1) return $localize`:@@record.one:1 ändring`;
    return pages === 1
      ? $localize`:@@record.many:${total}:count: ändringar`
      : $localize`:@@record.paged:${total}:count: ändringar, sida ${log.page}:page: av ${pages}:pages:`;
  });
  protected readonly labels = {
    heading: $localize`:@@record.title:Logg`,
    none: $localize`:@@record.none:Ingen ändring passar in`,
    empty: $localize`:@@record.empty:Inget har ändrats än`,
    request: $localize`:@@record.oneRequest:Bara en och samma förfrågan`,
  };

  protected when({ at }: RecordEntry): string {
    return formatInstant(at, this.locale);
  }

  /** "Maria Sandell för Anna Forsell, på webben". */
  protected who({ person, onBehalfOf, through, isDisposed }: RecordEntry): string {
    const name = person?.name ?? (isDisposed ? $localize`:@@record.someone:Gallrat namn` : '');
    const who = onBehalfOf ? $localize`:@@history.behalf:${name}:name: för ${onBehalfOf.name}:other:` : name;
    return [who, through].filter((part) => part !== '').join(', ');
  }

  protected names({ fields }: RecordEntry): string {
    return fields.map(({ label }) => label).join(', ');
  }

  /** All that the filter finds, also what is on other pages. */
  protected file(format: 'csv' | 'json'): string {
    const query = new URLSearchParams(this.filter()).toString();
    const path = format === 'csv' ? paths.recordCsv() : paths.recordJson();
    return query === '' ? path : `${path}?${query}`;
  }

  protected go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { ...queryParams, sida: null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected clear(): void {
    this.go(NOTHING_CHOSEN);
  }
}
