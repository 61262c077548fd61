import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type ToDoGroup, type ToDoScope, pages } from '@samhandling/contracts';
import { Button, Empty, Field, Input, PageHeader, ProblemView, Skeleton, Tabs } from '@samhandling/ui';
import { CurrentPlan } from '../core/current-plan.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { OwnUndertakings } from '../decisions/parts/undertakings-section.ts';
import { SavedViews } from '../lists/saved-views.ts';
import { ToDoApi } from './data/to-do-api.ts';
import { GROUP_PARAMS, SCOPE_PARAMS, filtered, reportersIn, scopeOf } from './data/to-do-query.ts';
import { RehearsalOfOurs } from './rehearsal-of-ours.ts';
import { ToDoItemRow } from './to-do-item.ts';

/** What waits: for me, for my organisation, in the plan. In groups, the most urgent first within each. */
@Component({
  selector: 'sam-to-do-page',
  imports: [
    Button,
    Empty,
    Field,
    Input,
    OwnUndertakings,
    PageHeader,
    ProblemView,
    RehearsalOfOurs,
    RouterLink,
    SavedViews,
    Skeleton,
    Tabs,
    ToDoItemRow,
  ],
  templateUrl: './to-do-page.html',
  styles: `
    /* The heading has a line of its own. */
    .sam-rows > :first-child {
      padding-top: 0;
      border-top: 0;
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: flex-end;
      margin-top: var(--sam-space-4);
    }
    .filters sam-field {
      flex: 0 1 16rem;
      min-width: 0;
    }
  `,
})
export class ToDoPage {
  /** `organisation` or `plan`; left out for what waits for me. */
  readonly visa = input<string>();
  /** Narrows to one kind of thing, by its name in the address. */
  readonly typ = input<string>();
  /** Narrows to who is to answer: an id, or `ingen`. */
  readonly rapportor = input<string>();

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly plan = inject(CurrentPlan);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly slug = this.plan.slug;
  protected readonly scope = computed(() => scopeOf(this.visa()));
  protected readonly list = inject(ToDoApi).list(this.scope);
  private readonly last = keepLast(this.list);
  protected readonly again = (): void => void this.list.reload();
  protected readonly heading = $localize`:@@toDo.title:Att göra`;
  protected readonly labels = {
    tabs: $localize`:@@toDo.tabs:Vems`,
    kind: $localize`:@@toDo.filter.kind:Visa`,
    reporter: $localize`:@@toDo.filter.reporter:Rapportör`,
    nobody: $localize`:@@toDo.filter.nobody:Ingen rapportör`,
    noneLeft: $localize`:@@toDo.filter.none:Inget stämmer med urvalet`,
  };

  /** The scopes stand still while another list is fetched; the list itself is only ever the one asked for. */
  protected readonly tabs = computed(() =>
    (this.last()?.scopes ?? []).map(({ scope, total }) => ({
      scope,
      total,
      param: SCOPE_PARAMS[scope],
      label: SCOPE_LABELS[scope],
    })),
  );
  protected readonly loaded = computed(() => {
    const last = this.last();
    return last?.scope === this.scope() && this.problem() === null ? last : null;
  });
  protected readonly problem = computed(() => {
    const error = this.list.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly kinds = computed(() =>
    (this.loaded()?.groups ?? []).map(({ kind, items }) => ({
      value: GROUP_PARAMS[kind],
      label: `${GROUP_HEADINGS[kind]} (${String(items.length)})`,
    })),
  );
  protected readonly reporters = computed(() => reportersIn(this.loaded()?.groups ?? []));
  protected readonly hasFilters = computed(
    () => this.kinds().length > 1 || (this.scope() !== 'me' && this.reporters().length > 1),
  );
  protected readonly groups = computed(() =>
    filtered(this.loaded()?.groups ?? [], { kind: this.typ() ?? '', reporter: this.rapportor() ?? '' }).map(
      (group) => ({ ...group, heading: GROUP_HEADINGS[group.kind] }),
    ),
  );
  protected readonly meta = computed(() => {
    const total = this.loaded()?.total ?? 0;
    if (total === 0) return '';
    switch (this.scope()) {
      case 'me':
        return total === 1
          ? $localize`:@@toDo.meta.one:En sak väntar på dig.`
          : $localize`:@@toDo.meta.many:${total}:count: saker väntar på dig.`;
      case 'organisation':
        return total === 1
          ? $localize`:@@toDo.meta.organisationOne:En sak väntar på din organisation.`
          : $localize`:@@toDo.meta.organisation:${total}:count: saker väntar på din organisation.`;
      case 'plan':
        return total === 1
          ? $localize`:@@toDo.meta.planOne:En aktivitet behöver ögon.`
          : $localize`:@@toDo.meta.plan:${total}:count: aktiviteter behöver ögon.`;
    }
  });
  protected readonly nothing = computed(() => {
    switch (this.scope()) {
      case 'me':
        return $localize`:@@toDo.empty.heading:Inget väntar på dig`;
      case 'organisation':
        return $localize`:@@toDo.empty.organisationHeading:Inget väntar på din organisation`;
      case 'plan':
        return $localize`:@@toDo.empty.planHeading:Ingen aktivitet behöver ögon just nu`;
    }
  });

  /** Where a municipal coordinator enters values: those are no follow-ups, and so never stand in the list. */
  protected readonly municipal = computed(() => {
    const plan = this.plan.plan();
    const round = this.plan.round();
    const coordinates = this.session.current()?.roles.some(({ role }) => role === 'municipal_coordinator') ?? false;
    return plan && coordinates && round?.state === 'open' ? pages.outcomes(plan.slug, round.label) : null;
  });
  /** The round whose dress rehearsal is shown: the current one, while it is not adopted. */
  protected readonly rehearsed = computed(() => {
    const slug = this.slug();
    const round = this.plan.round();
    if (this.scope() !== 'organisation' || slug === null || round === null) return null;
    if (round.state !== 'open' && round.state !== 'in_review') return null;
    return {
      slug,
      label: round.label,
      heading: $localize`:@@toDo.rehearsal:Om omgång ${round.label}:round: låstes i dag`,
    };
  });

  protected narrow(name: 'typ' | 'rapportor', event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { [name]: event.target.value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

const SCOPE_LABELS: Readonly<Record<ToDoScope, string>> = {
  me: $localize`:@@toDo.scope.me:Mitt`,
  organisation: $localize`:@@toDo.scope.organisation:Min organisation`,
  plan: $localize`:@@toDo.scope.plan:Planen`,
};

const GROUP_HEADINGS: Readonly<Record<ToDoGroup['kind'], string>> = {
  returned: $localize`:@@toDo.group.returned:Tillbaka med fråga`,
  answer: $localize`:@@toDo.group.answer:Att svara på`,
  respond: $localize`:@@toDo.group.respond:Andras svar att läsa`,
  choose: $localize`:@@toDo.group.choose:Värden att välja mellan`,
  review: $localize`:@@toDo.group.review:Att granska`,
  judge: $localize`:@@toDo.group.judge:Att bedöma`,
  round: $localize`:@@toDo.group.round:Omgången`,
  letters: $localize`:@@toDo.group.letters:Brev att se över`,
  attention: $localize`:@@toDo.group.attention:Behöver ögon`,
};
