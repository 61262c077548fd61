import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type NeedsInventoryListItem, type Problem, pages } from '@samhandling/contracts';
import { NEEDS_STATE_LABELS, addDays, dayOf, formatOf, isDay } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Choice,
  Choices,
  Empty,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { MeetingPlaces } from '../../groups/parts/meeting-places.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { NeedsApi } from '../data/needs-api.ts';
import { PaperState } from '../parts/paper-state.ts';

const WEEKS_TO_ANSWER = 21;

/** `/plan/:slug/behov`: the needs inventories of the plan, and beginning a new one. */
@Component({
  selector: 'sam-needs-page',
  imports: [
    Breadcrumb,
    Button,
    Choice,
    Choices,
    Empty,
    Field,
    Icon,
    Input,
    MeetingPlaces,
    PageHeader,
    PaperState,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './needs-page.html',
  styles: `
    .form {
      max-width: 34rem;
    }
    h2 {
      margin: 0;
      font-size: var(--sam-text-h3);
    }
  `,
})
export class NeedsPage {
  readonly slug = input.required<string>();

  private readonly api = inject(NeedsApi);
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly states = NEEDS_STATE_LABELS;
  protected readonly resource = this.api.list(this.slug);
  protected readonly list = keepLast(this.resource);
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  private readonly today = dayOf(new Date());
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/groupId', '/year', '/due']));
  private readonly chosenGroup = signal('');
  protected readonly group = computed(() => this.chosenGroup() || (this.list()?.groups[0]?.id ?? ''));
  protected readonly year = signal(String(Number(this.today.slice(0, 4)) + 1));
  protected readonly due = signal(addDays(this.today, WEEKS_TO_ANSWER));
  protected readonly isAnonymous = signal(true);
  protected readonly labels = {
    heading: $localize`:@@needs.title:Behov`,
    empty: $localize`:@@needs.empty:Ingen behovsinventering än`,
    group: $localize`:@@needs.new.group:Vilka ska svara?`,
    groupHint: $localize`:@@needs.new.groupHint:Alla som är med i gruppen när du skickar får ett brev med en egen länk. Ersättare får inget.`,
    year: $localize`:@@needs.new.year:Inför vilket år?`,
    due: $localize`:@@needs.new.due:Sista dag att svara`,
    how: $localize`:@@needs.new.how:Hur visas svaren?`,
    howHint: $localize`:@@needs.new.howHint:Det får de som svarar veta innan de börjar, och det kan inte ändras när du har skickat.`,
  };

  protected typed(name: 'year' | 'due', event: Event): void {
    if (event.target instanceof HTMLInputElement) this[name].set(event.target.value);
  }

  protected pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.chosenGroup.set(event.target.value);
  }

  protected reasons(pointer: string): readonly string[] {
    return reasonsAt(this.problem(), pointer);
  }

  protected answered({ answered, invited, state }: NeedsInventoryListItem): string {
    if (state === 'draft') return $localize`:@@needs.list.notSent:Inte skickad`;
    return $localize`:@@needs.list.answered:${formatOf(answered, invited, this.locale)}:share: har svarat`;
  }

  protected day(value: string): string {
    return formatDay(value, this.locale);
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (!isDay(this.due()) || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const made = await this.api.create(this.slug(), {
        groupId: this.group(),
        year: Number(this.year()),
        due: this.due(),
        from: 'last',
        isAnonymous: this.isAnonymous(),
      });
      await this.router.navigateByUrl(pages.needsInventory(made.id));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
