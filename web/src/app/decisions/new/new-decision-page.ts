import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { DECISION_WAYS, DECISION_WAY_LABELS, dayOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Choice,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  injectSay,
} from '@samhandling/ui';
import { Combobox, type ComboboxOption } from '@samhandling/ui/choosing';
import { Autosize, Callout } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { GroupsApi } from '../../groups/data/groups-api.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import {
  type NewDecision,
  type NewDecisionText,
  isNewDecision,
  newDecision,
  newDecisionInput,
  newDecisionSlips,
} from '../data/new-decision.ts';

/** `/plan/:slug/beslut/nytt`: what a group has decided between two meetings. What is typed is kept until it is saved. */
@Component({
  selector: 'sam-new-decision-page',
  imports: [
    Autosize,
    Breadcrumb,
    Button,
    Callout,
    Choice,
    Combobox,
    Field,
    Input,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './new-decision-page.html',
  styles: `
    .restored {
      margin-bottom: var(--sam-space-5);
    }
    .beside {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--sam-space-4);
    }
    .short {
      max-width: 16rem;
    }
  `,
})
export class NewDecisionPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(DecisionsApi);
  private readonly groupsApi = inject(GroupsApi);
  private readonly drafts = inject(DraftStore);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  private readonly say = injectSay();
  private readonly focus = focusWithin();
  /** The group whose page led here. */
  private readonly from = inject(ActivatedRoute).snapshot.queryParamMap.get('grupp') ?? '';
  protected readonly today = dayOf(new Date());
  protected readonly choices = this.api.choices(this.slug);
  protected readonly groups = this.groupsApi.list(this.slug);
  protected readonly open = computed(() =>
    this.groups.hasValue() ? this.groups.value().items.filter(({ closedOn }) => closedOn === null) : [],
  );
  protected readonly loadProblem = computed(() => {
    const error = this.choices.error() ?? this.groups.error();
    return error ? problemOf(error) : null;
  });
  private readonly key = computed(() => `decision/new/${this.slug()}`);
  private readonly draft = linkedSignal(() => this.drafts.read(this.key(), isNewDecision)?.value ?? null);
  private readonly start = newDecision(this.from, this.today);
  protected readonly values = linkedSignal<NewDecision>(() => this.draft() ?? this.start);
  protected readonly restored = computed(() => this.draft() !== null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  private readonly tried = signal(false);
  private readonly done = signal(false);
  private readonly dirty = computed(() => !this.done() && JSON.stringify(this.values()) !== JSON.stringify(this.start));
  private readonly goals = computed(() => (this.choices.hasValue() ? this.choices.value().goals : []));
  protected readonly subjects = computed<readonly ComboboxOption[]>(() => {
    const activities = this.choices.hasValue() ? this.choices.value().activities : [];
    return [
      ...this.goals().map(({ id, number, code, title }) => ({ id, reference: code ?? String(number), label: title })),
      ...activities.map(({ id, reference, text }) => ({ id, reference, label: text })),
    ];
  });
  protected readonly about = computed(() => (this.values().aboutId === '' ? [] : [this.values().aboutId]));
  protected readonly ways = DECISION_WAYS.map((way) => ({ way, label: this.say(DECISION_WAY_LABELS[way]) }));
  protected readonly labels = {
    heading: $localize`:@@decisions.new.title:Nytt beslut mellan möten`,
    meta: $localize`:@@decisions.new.meta:Beslutet får gruppens nästa nummer för året och redovisas i protokollet från nästa möte.`,
    group: $localize`:@@decisions.facet.group:Grupp`,
    groupHint: $localize`:@@decisions.new.groupHint:Gruppen som har beslutat.`,
    text: $localize`:@@decisions.field.text:Beslut`,
    decidedOn: $localize`:@@decisions.new.decidedOn:Dag för beslutet`,
    way: $localize`:@@decisions.new.way:På vilket sätt`,
    about: $localize`:@@decisions.new.about:Gäller`,
    aboutHint: $localize`:@@decisions.new.aboutHint:Sök på nummer eller ord. Tomt om beslutet inte gäller något särskilt i planen.`,
    isOpen: $localize`:@@decisions.field.isOpen:Ska genomföras, och kommer tillbaka tills det är gjort`,
    organisation: $localize`:@@decisions.field.organisation:Organisation som genomför`,
    person: $localize`:@@decisions.field.person:Person som genomför`,
    due: $localize`:@@decisions.fact.due:Klart senast`,
    records: $localize`:@@decisions.fact.records:Diarienummer`,
  };
  protected readonly errors = computed(() => {
    const slips = this.tried() ? newDecisionSlips(this.values(), this.today) : {};
    const at = (name: NewDecisionText, ...pointers: readonly string[]): readonly string[] => {
      const slip = slips[name];
      return slip === undefined ? pointers.flatMap((pointer) => reasonsAt(this.problem(), pointer)) : [slip];
    };
    return {
      groupId: at('groupId'),
      text: at('text', '/text'),
      decidedOn: at('decidedOn', '/decidedOn'),
      way: at('way', '/way'),
      aboutId: at('aboutId', '/activityId', '/goalId'),
      organisationId: at('organisationId', '/organisationId'),
      personId: at('personId', '/personId'),
      due: at('due', '/due'),
      recordsNumber: at('recordsNumber', '/recordsNumber'),
    };
  });
  protected readonly shown = computed(() => besideFields(this.problem(), POINTERS));

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const values = this.values();
      if (this.dirty()) this.drafts.keep(this.key(), values);
      else this.drafts.discard(this.key());
    });
  }

  protected clear(): void {
    this.draft.set(null);
    this.values.set(this.start);
    this.focus('select');
  }

  protected typed(name: NewDecisionText, { target }: Event): void {
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.change({ [name]: target.value });
  }

  protected pickAbout(ids: readonly string[]): void {
    this.change({ aboutId: ids.at(-1) ?? '' });
  }

  protected setOpen({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.change({ isOpen: target.checked });
  }

  protected reload(): void {
    this.choices.reload();
    this.groups.reload();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    const values = this.values();
    if (Object.keys(newDecisionSlips(values, this.today)).length > 0) return this.focus(FIRST_WRONG);
    this.busy.set(true);
    try {
      const made = await this.api.createBetween(values.groupId, newDecisionInput(values, this.goals()));
      this.done.set(true);
      this.drafts.discard(this.key());
      this.messages.say($localize`:@@decisions.new.saved:Beslutet är sparat som ${made.reference}:reference:.`);
      await this.router.navigateByUrl(pages.decision(made.id));
    } catch (error) {
      this.problem.set(problemOf(error));
      this.focus(FIRST_WRONG);
    } finally {
      this.busy.set(false);
    }
  }

  private change(part: Partial<NewDecision>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }
}

/** What is said at a field, and not on top of the form too. */
const POINTERS = [
  '/text',
  '/decidedOn',
  '/way',
  '/activityId',
  '/goalId',
  '/organisationId',
  '/personId',
  '/due',
  '/recordsNumber',
];
