import { Component, ElementRef, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Id, pages } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  Tabs,
} from '@samhandling/ui';
import { Autosize, LockedNote } from '@samhandling/ui/work';
import { Confirm } from '../core/confirm.ts';
import { titleFromData } from '../core/data-title.ts';
import { problemOf } from '../core/problem.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { Words } from '../core/words.ts';
import { ActivityForm } from './content/activity-form.ts';
import { AreaForm } from './content/area-form.ts';
import { ElementTools } from './content/element-tools.ts';
import { GoalForm } from './content/goal-form.ts';
import { PlanTree } from './content/plan-tree.ts';
import { EditingApi, type ElementKind } from './data/editing-api.ts';
import { findPlace, referenceOf } from './data/tree.ts';
import { EditStore } from './edit-store.ts';
import { AdoptPlan } from './settings/adopt-plan.ts';
import { SettingsForm } from './settings/settings-form.ts';
import { WordsForm } from './settings/words-form.ts';

const TABS = ['innehall', 'installningar', 'ord'] as const;
type Tab = (typeof TABS)[number];

interface Adding {
  readonly kind: ElementKind;
  readonly parentId: Id | null;
}

/** `/plan/:slug/redigera`: the tree of the plan beside the element being edited; settings and words in tabs of their own. */
@Component({
  selector: 'sam-edit-page',
  imports: [
    ActivityForm,
    AdoptPlan,
    AreaForm,
    Autosize,
    Breadcrumb,
    Button,
    ElementTools,
    Empty,
    Field,
    GoalForm,
    Input,
    LockedNote,
    PageHeader,
    PlanTree,
    ProblemView,
    RouterLink,
    SettingsForm,
    Skeleton,
    StateChip,
    Tabs,
    WordsForm,
  ],
  providers: [EditStore],
  templateUrl: './edit-page.html',
  styleUrl: './edit-page.scss',
})
export class EditPage {
  readonly slug = input.required<string>();
  readonly flik = input<string>();
  /** Id of the element that is open. */
  readonly del = input<string>();

  protected readonly pages = pages;
  protected readonly store = inject(EditStore);
  private readonly api = inject(EditingApi);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly confirm = inject(Confirm);
  private readonly unsaved = inject(UnsavedChanges);
  protected readonly resource = this.api.structure(this.slug);
  protected readonly structure = this.store.structure;
  protected readonly adding = signal<Adding | null>(null);
  protected readonly newText = signal('');
  protected readonly newMissing = signal(false);
  private readonly editor = viewChild<ElementRef<HTMLElement>>('editor');
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly tab = computed<Tab>(() => TABS.find((tab) => tab === this.flik()) ?? 'innehall');
  protected readonly chosen = computed<Id | null>(() => this.del() ?? null);
  protected readonly place = computed(() => {
    const structure = this.structure();
    const id = this.chosen();
    return structure && id !== null ? findPlace(structure, id) : null;
  });
  protected readonly placeHeading = computed(() => {
    const place = this.place();
    return place ? `${capitalised(this.words.current()[place.kind].one)} ${referenceOf(place)}` : '';
  });
  protected readonly tabs = [
    { tab: 'innehall' as const, label: $localize`:@@editing.tab.content:Innehåll` },
    { tab: 'installningar' as const, label: $localize`:@@editing.tab.settings:Inställningar` },
    { tab: 'ord' as const, label: $localize`:@@editing.tab.words:Ord` },
  ];
  protected readonly labels = {
    heading: $localize`:@@editing.heading:Redigera planen`,
    tabs: $localize`:@@editing.tabs:Delar av redigeringen`,
    tree: $localize`:@@editing.tree:Planens delar`,
    editor: $localize`:@@editing.editor:Vald del`,
  };
  protected readonly lockedWhy = computed(() => {
    const structure = this.structure();
    if (!structure || this.store.draft()) return '';
    const reason = structure.goals.flatMap((goal) => goal.areas.flatMap((area) => area.activities))[0]?.lockedReason;
    return reason || $localize`:@@editing.locked:Planen kan inte ändras här.`;
  });
  protected readonly addHeading = computed(() => {
    const adding = this.adding();
    if (!adding || adding.kind === 'indicator') return '';
    const word = this.words.current()[adding.kind];
    return word.gender === 't'
      ? $localize`:@@editing.addNeuter:Nytt ${word.one}:word:`
      : $localize`:@@editing.addCommon:Ny ${word.one}:word:`;
  });
  /** Nothing to choose and nothing to move: a plan that was made a moment ago. */
  protected readonly isBare = computed(() => this.structure()?.goals.length === 0);
  protected readonly emptyHeading = computed(() =>
    this.isBare()
      ? $localize`:@@editing.empty.bareHeading:Planen är tom än`
      : $localize`:@@editing.empty:Välj en del av planen`,
  );
  protected readonly newError = computed(() =>
    this.newMissing() ? $localize`:@@editing.text.missing:Skriv en text.` : null,
  );

  constructor() {
    titleFromData(() => (this.structure() ? this.labels.heading : undefined));
    this.unsaved.watch(() => this.adding() !== null && this.newText().trim() !== '');
    effect(() => {
      const structure = this.resource.hasValue() ? this.resource.value() : null;
      if (structure) untracked(() => this.store.load(structure));
    });
  }

  protected async choose(id: Id | null): Promise<void> {
    if (id === this.chosen() && this.adding() === null) return;
    if (!(await this.mayLeave())) return;
    this.adding.set(null);
    await this.go({ del: id });
    if (id !== null) setTimeout(() => this.editor()?.nativeElement.querySelector<HTMLElement>('h2')?.focus());
  }

  protected async startAdding(adding: Adding): Promise<void> {
    if (!(await this.mayLeave())) return;
    this.newText.set('');
    this.newMissing.set(false);
    this.adding.set(adding);
    await this.go({ del: null });
    setTimeout(() => this.editor()?.nativeElement.querySelector<HTMLElement>('textarea')?.focus());
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const adding = this.adding();
    const text = this.newText().trim();
    this.newMissing.set(text === '');
    if (!adding || text === '') return;
    const id = await this.store.add(() => this.create(adding, text));
    if (id === null) return;
    this.adding.set(null);
    this.newText.set('');
    await this.choose(id);
  }

  protected removed(): void {
    void this.go({ del: null });
  }

  protected tabParams(tab: Tab): Record<string, string | null> {
    return { flik: tab === 'innehall' ? null : tab };
  }

  private create({ kind, parentId }: Adding, text: string): Promise<{ readonly id: Id; readonly version: number }> {
    if (kind === 'goal' || parentId === null) return this.api.addGoal(this.slug(), { title: text });
    return kind === 'area' ? this.api.addArea({ goalId: parentId, title: text }) : this.api.addActivity(parentId, text);
  }

  /** What is written is kept as a draft in this browser, but nobody should think that it is saved. */
  private async mayLeave(): Promise<boolean> {
    if (!this.unsaved.any()) return true;
    return this.confirm.ask({
      heading: $localize`:@@editing.leave.heading:Du har ändringar som inte är sparade`,
      text: $localize`:@@editing.leave.text:De finns kvar i den här webbläsaren när du kommer tillbaka, men andra ser dem inte.`,
      yes: $localize`:@@editing.leave.yes:Gå vidare`,
      no: $localize`:@@editing.leave.no:Stanna kvar`,
    });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
