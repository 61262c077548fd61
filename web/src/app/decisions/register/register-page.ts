import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { pages, paths } from '@samhandling/contracts';
import { formatNumber } from '@samhandling/domain';
import {
  Button,
  Empty,
  Field,
  Icon,
  Input,
  Link,
  PageHeader,
  ProblemView,
  Skeleton,
  injectLocale,
} from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { MeetingPlaces } from '../../groups/parts/meeting-places.ts';
import { Pager } from '../../plans/activities/pager.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import {
  FACET_KEYS,
  type FacetKey,
  type RegisterQuery,
  WIDEST,
  csvQuery,
  filterOf,
  narrowing,
  readRegisterQuery,
  toggled,
  writeRegisterQuery,
} from '../data/register-query.ts';
import { ofActionPoint, ofDecision } from '../data/undertaking.ts';
import { UndertakingRows } from '../parts/undertaking-rows.ts';

/** `/plan/:slug/beslut`: what the groups have decided and given somebody to do, searched first and narrowed by the address. */
@Component({
  selector: 'sam-register-page',
  imports: [
    Button,
    Empty,
    Field,
    FilterChip,
    Icon,
    Input,
    Link,
    MeetingPlaces,
    PageHeader,
    Pager,
    ProblemView,
    RouterLink,
    Skeleton,
    UndertakingRows,
  ],
  templateUrl: './register-page.html',
  styles: `
    .search {
      max-width: 40rem;
      margin: var(--sam-space-5) 0 var(--sam-space-4);
    }
    .facet {
      margin-top: var(--sam-space-2);
    }
    .facet > span {
      flex: 0 0 7rem;
    }
    .result {
      margin: var(--sam-space-5) 0 var(--sam-space-3);
      font-weight: 560;
    }
  `,
})
export class RegisterPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(DecisionsApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly locale = injectLocale();
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly query = computed(() => readRegisterQuery(this.params()));
  /** What was asked for from here: once the address says it, whatever has been typed meanwhile stays. */
  private asked: string | null = null;
  protected readonly typed = linkedSignal<string, string>({
    source: () => this.query().text,
    computation: (text, before) => {
      const isOwn = text === this.asked;
      if (isOwn) this.asked = null;
      return before && isOwn ? before.value : text;
    },
  });
  private readonly filter = computed(() => filterOf(this.query(), this.slug()));
  protected readonly resource = this.api.register(this.filter);
  protected readonly register = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly rows = computed(() =>
    (this.register()?.items ?? []).map((entry) =>
      entry.kind === 'decision' ? ofDecision(entry.decision) : ofActionPoint(entry.actionPoint),
    ),
  );
  /** Whoever is in one of the groups decides from its page. */
  protected readonly mayDecide = computed(() => this.session.may('meeting.write_any'));
  protected readonly narrowed = computed(() => narrowing(this.query()) > 0);
  protected readonly csv = computed(() => `${paths.decisions()}.csv?${csvQuery(this.filter())}`);
  protected readonly labels = {
    heading: $localize`:@@decisions.title:Beslut`,
    search: $localize`:@@decisions.search:Vad beslutade vi om …`,
    hint: $localize`:@@decisions.searchHint:Ord ur beslutet eller aktiviteten, ”§ 12/2026” eller ett diarienummer`,
    late: $localize`:@@decisions.late:Försenat`,
    empty: $localize`:@@decisions.empty:Inget är beslutat än`,
    emptyFound: $localize`:@@decisions.emptyFound:Inget beslut passar in på allt du har valt`,
  };
  private readonly names: Readonly<Record<FacetKey, string>> = {
    kind: $localize`:@@decisions.facet.kind:Slag`,
    state: $localize`:@@decisions.facet.state:Läge`,
    group: $localize`:@@decisions.facet.group:Grupp`,
    year: $localize`:@@decisions.facet.year:År`,
    organisation: $localize`:@@decisions.facet.organisation:Organisation`,
  };
  protected readonly facets = computed(() => {
    const facets = this.register()?.facets;
    const query = this.query();
    if (!facets) return [];
    return FACET_KEYS.map((key) => ({
      key,
      label: this.names[key],
      options: facets[key].map((option) => ({ ...option, on: query[key].includes(option.value) })),
    })).filter(({ options }) => options.length > 1 || options.some(({ on }) => on));
  });
  protected readonly result = computed(() => {
    const total = this.register()?.total ?? 0;
    const count = formatNumber(total, 0, this.locale);
    return total === 1
      ? $localize`:@@decisions.count.one:1 beslut eller uppgift`
      : $localize`:@@decisions.count.many:${count}:count: beslut och uppgifter`;
  });

  protected find(event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.change({ text: target.value });
  }

  protected type(event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.typed.set(target.value);
  }

  protected choose(key: FacetKey, value: string): void {
    this.change(toggled(this.query(), key, value));
  }

  protected change(change: Partial<RegisterQuery>): void {
    if (change.text !== undefined) this.asked = change.text;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeRegisterQuery('page' in change ? change : { ...change, page: 1 }),
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected widen(): void {
    this.typed.set('');
    this.change(WIDEST);
  }
}
