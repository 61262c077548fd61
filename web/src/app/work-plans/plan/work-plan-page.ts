import { CdkDrag, CdkDropList, type CdkDragDrop, moveItemInArray } from '@angular/cdk/drag-drop';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Need, type WorkPlan, type WorkPlanTransitionRequest, pages, paths } from '@samhandling/contracts';
import { WORK_PLAN_STATE_LABELS, formatOf, kronorText } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  formatInstant,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { Confirm } from '../../core/confirm.ts';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { PageTitle } from '../../core/page-title.ts';
import { problemOf } from '../../core/problem.ts';
import { PaperState } from '../../needs/parts/paper-state.ts';
import { focusWithin } from '../../session/focus-within.ts';
import { isTextsDraft } from '../data/plan-texts.ts';
import { DecideForm } from './decide-form.ts';
import { ItemForm } from './item-form.ts';
import { ItemRow } from './item-row.ts';
import { MaterialPanel } from './material-panel.ts';
import { TextsForm, textsKey } from './texts-form.ts';
import { WorkPlanStore } from './work-plan-store.ts';

/** `/verksamhetsplan/:id`: what it can be built from on one side, the plan in the making on the other. */
@Component({
  selector: 'sam-work-plan-page',
  imports: [
    Breadcrumb,
    Button,
    CdkDrag,
    CdkDropList,
    DecideForm,
    Facts,
    Icon,
    ItemForm,
    ItemRow,
    LockedNote,
    MaterialPanel,
    PageHeader,
    PaperState,
    ProblemView,
    RouterLink,
    Skeleton,
    TextsForm,
  ],
  templateUrl: './work-plan-page.html',
  styleUrl: './work-plan-page.scss',
  providers: [WorkPlanStore],
})
export class WorkPlanPage {
  readonly id = input.required<string>();

  protected readonly store = inject(WorkPlanStore);
  private readonly ask = inject(AskText);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(DraftStore);
  private readonly messages = inject(Messages);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly focus = focusWithin();
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly pages = pages;
  protected readonly paths = paths;
  protected readonly states = WORK_PLAN_STATE_LABELS;
  protected readonly plan = this.store.plan;
  protected readonly loadProblem = computed(() => {
    const error = this.store.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly deciding = signal(false);
  protected readonly writing = signal(false);
  protected readonly labels = { heading: $localize`:@@workPlans.one.title:Verksamhetsplan` };

  constructor() {
    effect(() => this.store.open(this.id()));
    effect(() => {
      const plan = this.plan();
      if (plan) this.pageTitle.set(plan.title);
    });
    // What was written and never saved is there to go on with.
    effect(() => {
      if (this.store.mayBuild() && this.drafts.read(textsKey(this.id()), isTextsDraft)) this.writing.set(true);
    });
  }

  protected of(count: number): string {
    return formatOf(count, this.plan()?.sums.items ?? 0, this.locale);
  }

  protected money({ sums }: WorkPlan): string {
    return sums.withAmount === 0
      ? $localize`:@@workPlans.noMoney:Inga belopp angivna`
      : $localize`:@@workPlans.money:${kronorText(sums.kronor, this.locale)}:sum:, belopp angivet för ${this.of(sums.withAmount)}:share:`;
  }

  protected day(value: string): string {
    return formatDay(value, this.locale);
  }

  protected async decline(need: Need): Promise<void> {
    const reason = await this.ask.ask({
      heading: $localize`:@@needs.decline.heading:Avböja behovet?`,
      text: $localize`:@@needs.decline.text:Skälet kan läsas av gruppen och står i verksamhetsplanen.`,
      label: $localize`:@@needs.decline.label:Varför?`,
      missing: $localize`:@@needs.decline.missing:Skriv varför behovet avböjs, så att de som har svarat kan läsa det.`,
      yes: $localize`:@@needs.decline.yes:Avböj behovet`,
    });
    if (reason !== null) await this.store.decline(need, reason);
  }

  protected write(): void {
    this.store.textsProblem.set(null);
    this.writing.set(true);
    this.focus('sam-work-plan-texts input');
  }

  protected leaveTexts(): void {
    this.writing.set(false);
    this.focus('#andra-texter');
  }

  /** Why it is closed, and who closed it. */
  protected lockedWords({ lockedReason, paper }: WorkPlan): string {
    if (paper === null) return lockedReason;
    const when = formatInstant(paper.frozenAt, this.locale);
    return `${lockedReason} ${$localize`:@@workPlans.lockedBy:${paper.frozenBy.name}:name: låste den ${when}:when:.`}`;
  }

  protected own(): void {
    this.store.edit('new');
    this.focus('sam-item-form textarea');
  }

  protected leave(): void {
    this.store.editing.set(null);
    this.focus('#egen-insats');
  }

  protected toItems(): void {
    this.focus('#arets-insatser');
  }

  protected decide(): void {
    this.store.formProblem.set(null);
    this.deciding.set(true);
    this.focus('sam-decide-form select, sam-decide-form input');
  }

  protected keep(): void {
    this.deciding.set(false);
    this.focus('#besluta');
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): Promise<boolean> {
    const items = [...(this.plan()?.items ?? [])];
    moveItemInArray(items, previousIndex, currentIndex);
    const item = items[currentIndex];
    if (item) this.store.sayPlace(item, currentIndex + 1, items.length);
    return this.store.order(items);
  }

  protected async take(request: WorkPlanTransitionRequest): Promise<void> {
    if (request.transition === 'close') {
      const yes = await this.confirm.ask({
        heading: $localize`:@@workPlans.close.heading:Avsluta verksamhetsplanen?`,
        text: $localize`:@@workPlans.close.text:Det som står om vad det blev av insatserna ändras inte mer. Det som inte är genomfört föreslås till nästa års plan.`,
        yes: $localize`:@@workPlans.close.yes:Avsluta planen`,
      });
      if (!yes) return;
    }
    if (!(await this.store.transition(request))) return;
    this.messages.say(
      request.transition === 'decide'
        ? $localize`:@@workPlans.decided:Verksamhetsplanen är beslutad.`
        : $localize`:@@workPlans.closed:Verksamhetsplanen är avslutad.`,
    );
    this.deciding.set(false);
    this.focus('h1');
  }

  protected async delete(plan: WorkPlan): Promise<void> {
    const yes = await this.confirm.ask({
      heading: $localize`:@@workPlans.delete.heading:Ta bort utkastet?`,
      text: $localize`:@@workPlans.delete.text:Insatserna försvinner. Behov som var valda blir förslag igen.`,
      yes: $localize`:@@workPlans.delete.yes:Ta bort utkastet`,
      danger: true,
    });
    if (!yes) return;
    if (await this.store.delete(plan)) await this.router.navigateByUrl(pages.workPlans(plan.plan.slug));
  }
}
