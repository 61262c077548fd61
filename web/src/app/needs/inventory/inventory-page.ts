import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type NeedsInventory, type Problem, pages } from '@samhandling/contracts';
import {
  NEEDS_ANONYMITY_WORDS,
  NEEDS_QUESTION_KIND_LABELS,
  NEEDS_STATE_LABELS,
  type NeedsTransitionName,
} from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { PageTitle } from '../../core/page-title.ts';
import { problemOf } from '../../core/problem.ts';
import { NeedsApi } from '../data/needs-api.ts';
import { PaperState } from '../parts/paper-state.ts';
import { InventorySettings } from './inventory-settings.ts';
import { InvitationsSection } from './invitations-section.ts';
import { QuestionList } from './question-list.ts';
import { ResultsSection } from './results-section.ts';

/** `/behov/:id`: build the questions, send them, follow who has answered, and make needs of the answers. */
@Component({
  selector: 'sam-inventory-page',
  imports: [
    Breadcrumb,
    Button,
    Disclosure,
    Icon,
    InventorySettings,
    InvitationsSection,
    PageHeader,
    PaperState,
    ProblemView,
    QuestionList,
    ResultsSection,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './inventory-page.html',
  styles: `
    .meta {
      margin-top: var(--sam-space-2);
    }
  `,
})
export class InventoryPage {
  readonly id = input.required<string>();

  private readonly api = inject(NeedsApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly pages = pages;
  protected readonly states = NEEDS_STATE_LABELS;
  protected readonly kinds = NEEDS_QUESTION_KIND_LABELS;
  protected readonly promises = NEEDS_ANONYMITY_WORDS;
  protected readonly resource = this.api.inventory(this.id);
  /** What was saved last here, or read anew. */
  protected readonly inventory = linkedSignal<NeedsInventory | undefined>(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    heading: $localize`:@@needs.one.title:Behovsinventering`,
    questions: $localize`:@@needs.questions.heading:Frågorna`,
  };

  constructor() {
    effect(() => {
      const inventory = this.inventory();
      if (inventory) this.pageTitle.set(inventory.title);
    });
  }

  protected day(value: string): string {
    return formatDay(value, this.locale);
  }

  protected async take(inventory: NeedsInventory, name: NeedsTransitionName): Promise<void> {
    const yes = await this.confirm.ask(
      name === 'open'
        ? {
            heading: $localize`:@@needs.open.heading:Skicka till ${inventory.group.name}:group:?`,
            text: $localize`:@@needs.open.text:${inventory.members}:count: får frågan. Efter det kan frågorna och hur svaren visas inte ändras.`,
            yes: $localize`:@@needs.open.yes:Öppna och skicka`,
          }
        : {
            heading: $localize`:@@needs.close.heading:Stänga för svar?`,
            text: $localize`:@@needs.close.text:${inventory.answered}:answered: av ${inventory.members}:count: har svarat. När inventeringen är stängd kan ingen svara eller ändra sitt svar, och den öppnas inte igen.`,
            yes: $localize`:@@needs.close.yes:Stäng för svar`,
          },
    );
    if (!yes) return;
    await this.work(async () => {
      this.inventory.set(await this.api.transition(inventory, name));
      this.messages.say(
        name === 'open'
          ? $localize`:@@needs.open.done:Inventeringen är öppen och breven skickas.`
          : $localize`:@@needs.close.done:Inventeringen är stängd.`,
      );
    });
  }

  protected async remove(inventory: NeedsInventory): Promise<void> {
    const yes = await this.confirm.ask({
      heading: $localize`:@@needs.delete.heading:Ta bort utkastet?`,
      text: $localize`:@@needs.delete.text:Frågorna försvinner. Ingen har fått dem än.`,
      yes: $localize`:@@needs.delete.yes:Ta bort utkastet`,
      danger: true,
    });
    if (!yes) return;
    await this.work(async () => {
      await this.api.delete(inventory);
      await this.router.navigateByUrl(pages.needs(inventory.plan.slug));
    });
  }

  private async work(body: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await body();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
