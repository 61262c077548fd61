import { Component, ElementRef, Injector, computed, effect, inject, input, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type ActivityListItem, pages, paths } from '@samhandling/contracts';
import { capitalised, countOf } from '@samhandling/domain';
import { Breadcrumb, Button, Empty, Icon, Link, PageHeader, ProblemView, Skeleton, StateChip } from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { SavedViews } from '../../lists/saved-views.ts';
import {
  DEFAULT_COLUMNS,
  type ListQuery,
  WIDEST,
  narrowingOf,
  narrowing,
  readListQuery,
  writeListQuery,
} from '../data/list-query.ts';
import { PlansApi } from '../data/plans-api.ts';
import { RoundSelect } from '../shared/round-select.ts';
import { ActivityList } from './activity-list.ts';
import { csvParams, withInlineColumns } from './editing-list.ts';
import { FilterBar } from './filter-bar.ts';
import { InlineEdit } from './inline-edit.ts';
import { ListTools } from './list-tools.ts';
import { Pager } from './pager.ts';

/** `/plan/:slug/aktiviteter`: every activity of the plan, narrowed by what the address says. */
@Component({
  selector: 'sam-activities-page',
  imports: [
    ActivityList,
    Breadcrumb,
    Button,
    Empty,
    FilterBar,
    Icon,
    Link,
    ListTools,
    PageHeader,
    Pager,
    ProblemView,
    RoundSelect,
    RouterLink,
    SavedViews,
    Skeleton,
    StateChip,
  ],
  templateUrl: './activities-page.html',
  styleUrl: './activities-page.scss',
  providers: [InlineEdit],
})
export class ActivitiesPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly query = computed(() => readListQuery(this.params()));
  private readonly asked = computed(() => this.query(), { equal: sameQuestion });
  protected readonly resource = inject(PlansApi).activities(this.slug, this.asked);
  protected readonly page = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  protected readonly heading = computed(() => capitalised(this.words.current().activity.many));
  private readonly inline = inject(InlineEdit);
  /** Written in, where the address says so and there is something to write. */
  protected readonly mayEdit = computed(() => (this.page()?.editable.length ?? 0) > 0);
  protected readonly editing = computed(() => this.params().get('redigera') === '1' && this.session.signedIn());
  protected readonly columns = computed(() => withInlineColumns(this.query().columns, this.editing()));
  protected readonly manyColumns = computed(() => this.editing() || this.columns().length > DEFAULT_COLUMNS.length + 1);
  protected readonly csv = computed(() => `${paths.planActivitiesCsv(this.slug())}?${csvParams(this.query())}`);
  private readonly resultLine = viewChild.required<ElementRef<HTMLElement>>('summary');
  protected readonly narrowed = computed(() => narrowing(this.query()) > 0);
  /** Said aloud when it changes, and shown above the list. */
  protected readonly result = computed(() => {
    const page = this.page();
    if (!page) return '';
    const activity = this.words.current().activity;
    if (page.total === 0) return $localize`:@@plans.list.none:Inga ${activity.many}:activities: att visa`;
    const count = countOf(activity, page.total);
    const from = (page.page - 1) * page.pageSize + 1;
    const to = Math.min(page.page * page.pageSize, page.total);
    const shown =
      page.total > page.pageSize
        ? $localize`:@@plans.list.range:Visar ${from}:from:–${to}:to: av ${count}:count:`
        : count;
    return this.narrowed() ? $localize`:@@plans.list.narrowed:${shown}:shown: med det du har valt` : shown;
  });
  protected readonly emptyHeading = computed(() => {
    const activity = this.words.current().activity;
    if (!this.narrowed()) return $localize`:@@plans.list.emptyPlan:Planen har inga ${activity.many}:activities: än`;
    return activity.gender === 'n'
      ? $localize`:@@plans.list.emptyN:Ingen ${activity.one}:activity: passar in på allt du har valt`
      : $localize`:@@plans.list.emptyT:Inget ${activity.one}:activity: passar in på allt du har valt`;
  });

  constructor() {
    titleFromData(() => {
      const page = this.page();
      return page ? `${this.heading()} – ${page.plan.title}` : undefined;
    });
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
    inject(UnsavedChanges).watch(() => this.inline.hasUnsaved());
    this.inline.use({ replace: (item) => this.replace(item), reload: () => this.resource.reload() });
    const roundId = computed(() => this.page()?.round?.id ?? null);
    effect(() => {
      const round = roundId();
      if (!this.editing() || round === null || !this.session.may('follow_up.review')) return;
      void this.inline.loadPeople(round).catch((error: unknown) => this.messages.fail(problemOf(error).detail));
    });
    effect(() => {
      if (this.resource.status() === 'resolved') this.inline.forget();
    });
  }

  /** The choice is in the address, so that a link opens the list to be written in, and going back only reads. */
  protected flipEditing(): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { redigera: this.editing() ? null : '1' },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  private replace(item: ActivityListItem): void {
    this.resource.update((page) =>
      page ? { ...page, items: page.items.map((each) => (each.id === item.id ? item : each)) } : page,
    );
  }

  /** In a round that takes answers or corrections, for those who answer in it. The server judges each row. */
  protected readonly mayBulk = computed(() => {
    const page = this.page();
    if (!page?.round || page.total === 0) return false;
    const takesAnswers = page.round.state === 'open' || page.round.state === 'in_review';
    return takesAnswers && (this.session.may('follow_up.answer_any') || this.session.may('follow_up.answer_own'));
  });

  /** All that match, not only the page that shows. */
  protected async changeMany(): Promise<void> {
    const page = this.page();
    if (!page?.round) return;
    const { openBulkDialog } = await import('../../lists/bulk-dialog.ts');
    const changed = await openBulkDialog(this.injector, {
      roundId: page.round.id,
      filter: narrowingOf(this.query()),
      many: countOf(this.words.current().activity, page.total),
    });
    if (changed) this.resource.reload();
  }

  /** Narrowing, sorting and paging all go through the address; a new choice starts at its first page. */
  protected change(change: Partial<ListQuery>): void {
    const next = 'page' in change || 'columns' in change ? change : { ...change, page: 1 };
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeListQuery(next),
      queryParamsHandling: 'merge',
      // The list changes in place; only turning the page goes to its top.
      scroll: 'manual',
      // Typing makes many addresses; going back should leave the search, not unwrite it letter by letter.
      replaceUrl: 'text' in change && Object.keys(change).length === 1,
    });
  }

  /** Less is asked for, by a button that goes away with it: the focus then goes to what there is now. */
  protected widen(change: Partial<ListQuery> = WIDEST): void {
    this.change(change);
    this.resultLine().nativeElement.focus({ preventScroll: true });
  }
}

/** The columns shown are no part of the question to the API. */
function sameQuestion(a: ListQuery, b: ListQuery): boolean {
  return JSON.stringify({ ...a, columns: [] }) === JSON.stringify({ ...b, columns: [] });
}
