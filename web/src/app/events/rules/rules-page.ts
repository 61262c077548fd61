import { Component, ElementRef, Injector, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Id, type IndicatorRule, type PutIndicatorRuleRequest, pages } from '@samhandling/contracts';
import { formatOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { FilterChip, LockedNote, SaveState, type SaveStatus } from '@samhandling/ui/work';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { savePart } from '../../core/save-part.ts';
import { Words } from '../../core/words.ts';
import { EventsApi } from '../data/events-api.ts';
import { type RuleValues, ruleSaving, ruleValues } from '../data/rule-saving.ts';
import {
  RULE_VIEWS,
  type RuleItem,
  type RuleView,
  inView,
  openProposal,
  viewOf,
  viewWord,
} from '../data/rule-words.ts';
import { RuleEditor } from './rule-editor.ts';

interface RowState {
  readonly status: SaveStatus;
  readonly reason: string;
}
const IDLE: RowState = { status: 'idle', reason: '' };

/** `/plan/:slug/berakningar`: which indicators count themselves out of events, and how. */
@Component({
  selector: 'sam-rules-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    FilterChip,
    Icon,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    RuleEditor,
    SaveState,
    Skeleton,
  ],
  templateUrl: './rules-page.html',
  styleUrl: './rules-page.scss',
})
export class RulesPage {
  readonly slug = input.required<string>();
  /** `forslag`, `med-regel` or `utan-regel`. */
  readonly visa = input<string>();

  protected readonly pages = pages;
  private readonly api = inject(EventsApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly plan = this.api.plan(this.slug);
  protected readonly resource = this.api.rules(this.slug);
  private readonly kindsAnswer = this.api.kinds();
  private readonly answered = keepLast(this.resource);
  protected readonly items = linkedSignal<readonly RuleItem[] | undefined>(() => this.answered()?.items);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly view = computed(() => viewOf(this.visa()));
  protected readonly shown = computed(() => (this.items() ?? []).filter((item) => inView(item, this.view())));
  protected readonly mayEdit = computed(() => (this.items() ?? []).some((item) => item.mayEdit));
  protected readonly views = computed(() => {
    const items = this.items() ?? [];
    const names: Readonly<Record<RuleView, string>> = {
      all: $localize`:@@events.rules.viewAll:Alla`,
      proposed: $localize`:@@events.rules.viewProposed:Förslag`,
      ruled: $localize`:@@events.rules.viewRuled:Räknas ur händelser`,
      none: $localize`:@@events.rules.viewNone:Skrivs in för hand`,
    };
    return RULE_VIEWS.map((view) => ({
      view,
      label: names[view],
      count: items.filter((item) => inView(item, view)).length,
    }));
  });
  protected readonly summary = computed(() => {
    const items = this.items() ?? [];
    const ruled = items.filter((item) => item.method !== null).length;
    return $localize`:@@events.rules.summary:${formatOf(ruled, items.length, this.locale)}:of: indikatorer som räknar något räknas ur händelser.`;
  });
  /** Kinds in use, and those of the rule although they were put out of use. */
  protected readonly kinds = computed(() =>
    (this.kindsAnswer.hasValue() ? this.kindsAnswer.value() : []).filter(
      (kind) => kind.isActive || (this.items() ?? []).some((item) => item.kinds.some(({ id }) => id === kind.id)),
    ),
  );
  protected readonly editing = signal<Id | null>(null);
  private readonly states = signal<Readonly<Record<Id, RowState>>>({});
  protected readonly selected = signal<ReadonlySet<Id>>(new Set());
  protected readonly proposals = computed(() =>
    this.shown().filter((item) => item.mayEdit && openProposal(item) !== null),
  );
  protected readonly selectedCount = computed(
    () => this.proposals().filter((item) => this.selected().has(item.indicatorId)).length,
  );
  protected readonly bulkBusy = signal(false);
  protected readonly acceptWords = computed(() => {
    const count = this.selectedCount();
    return count === 1
      ? $localize`:@@events.rules.acceptOne:Godkänn 1 valt förslag`
      : $localize`:@@events.rules.acceptMany:Godkänn ${count}:count: valda förslag`;
  });
  protected readonly labels = {
    heading: $localize`:@@events.rules.title:Beräkningar`,
    views: $localize`:@@events.rules.views:Visa`,
    readOnly: $localize`:@@events.rules.readOnly:Den som samordnar planen bestämmer hur indikatorerna räknas.`,
    empty: $localize`:@@events.rules.empty:Ingen indikator i planen räknar något än`,
    emptyView: $localize`:@@events.rules.emptyView:Inget att visa här`,
  };

  constructor() {
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      if (plan) this.words.use(plan.plan.words);
    });
  }

  protected readonly proposalOf = openProposal;

  protected stateOf(id: Id): RowState {
    return this.states()[id] ?? IDLE;
  }

  protected updated(item: RuleItem): string {
    if (!item.updatedAt || !item.updatedBy) return '';
    return $localize`:@@events.rules.updated:Bestämt ${formatInstant(item.updatedAt, this.locale)}:when: av ${item.updatedBy.name}:name:`;
  }

  protected selectLabel(item: RuleItem): string {
    return $localize`:@@events.rules.select:Välj förslaget för ${item.references.join(', ')}:references:: ${item.text}:text:`;
  }

  protected show(view: RuleView): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { visa: viewWord(view) },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected select(id: Id, on: boolean): void {
    this.selected.update((selected) => {
      const next = new Set(selected);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected selectEach(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.selected.set(event.target.checked ? new Set(this.proposals().map((item) => item.indicatorId)) : new Set());
  }

  protected isSelected(event: Event): boolean {
    return event.target instanceof HTMLInputElement && event.target.checked;
  }

  protected async accept(item: RuleItem): Promise<void> {
    const proposal = openProposal(item);
    if (proposal) await this.put(item, { method: proposal.method, kindIds: proposal.kindIds });
  }

  /** One by one: each is saved by itself, and one refused does not take the others with it. */
  protected async acceptSelected(): Promise<void> {
    const items = this.proposals().filter((item) => this.selected().has(item.indicatorId));
    this.bulkBusy.set(true);
    let saved = 0;
    for (const item of items) {
      const proposal = openProposal(item);
      if (!proposal) continue;
      const { method, kindIds } = proposal;
      if ((await this.put(item, { method, kindIds }))?.method === method) saved += 1;
    }
    this.bulkBusy.set(false);
    this.selected.set(new Set());
    const of = formatOf(saved, items.length, this.locale);
    if (saved === items.length)
      this.messages.say($localize`:@@events.rules.acceptedAll:${of}:of: förslag är godkända.`);
    else
      this.messages.fail(
        $localize`:@@events.rules.acceptedSome:${of}:of: förslag är godkända. Resten står kvar med sin förklaring.`,
      );
    this.resource.reload();
  }

  protected async save(item: RuleItem, request: PutIndicatorRuleRequest): Promise<void> {
    if ((await this.put(item, request)) !== null) this.close(item);
  }

  protected close(item: RuleItem): void {
    this.editing.set(null);
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-rule="${item.indicatorId}"] .edit`)?.focus());
  }

  protected async remove(item: RuleItem): Promise<void> {
    const rule: PutIndicatorRuleRequest | null =
      item.method === null ? null : { method: item.method, kindIds: item.kinds.map(({ id }) => id) };
    this.say(item.indicatorId, { status: 'saving', reason: '' });
    try {
      await this.api.removeRule(item.indicatorId, item.version);
      this.say(item.indicatorId, { status: 'saved', reason: '' });
      this.resource.reload();
      this.messages.say(
        $localize`:@@events.rules.removed:Regeln är borttagen. Värdet skrivs in för hand.`,
        rule === null
          ? undefined
          : {
              label: $localize`:@@events.one.undo:Ångra`,
              run: () => {
                const now = this.items()?.find(({ indicatorId }) => indicatorId === item.indicatorId);
                if (now) void this.put(now, rule);
              },
            },
      );
    } catch (error) {
      this.fail(item.indicatorId, error);
      // Nothing is written here: what somebody else set is shown at once, with the reason beside it.
      if (problemOf(error).code === 'stale') this.resource.reload();
    }
  }

  /** The rule as it is set then; null when it was not saved, and why stands at its row. */
  private async put(item: RuleItem, request: PutIndicatorRuleRequest): Promise<IndicatorRule | null> {
    this.say(item.indicatorId, { status: 'saving', reason: '' });
    try {
      const saving = ruleSaving(this.api, this.kinds(), this.locale);
      const rule = await savePart<IndicatorRule, RuleValues>(this.injector, item, ruleValues(request), saving);
      this.take(rule);
      this.say(item.indicatorId, { status: 'saved', reason: '' });
      return rule;
    } catch (error) {
      this.fail(item.indicatorId, error);
      return null;
    }
  }

  private fail(id: Id, error: unknown): void {
    const problem = problemOf(error);
    const reason = problem.errors?.map((one) => one.reason).join(' ') || problem.detail || problem.title;
    this.say(id, { status: 'failed', reason });
  }

  private take(rule: IndicatorRule): void {
    this.items.update((items) =>
      items?.map((item) => (item.indicatorId === rule.indicatorId ? { ...item, ...rule } : item)),
    );
  }

  private say(id: Id, state: RowState): void {
    this.states.update((states) => ({ ...states, [id]: state }));
  }
}
