import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Need, type NeedsInventory, type Problem, pages } from '@samhandling/contracts';
import {
  NEED_STATE_LABELS,
  ORGANISATION_KIND_LABELS,
  formatOf,
  type NeedsSum,
  type OrganisationKind,
} from '@samhandling/domain';
import {
  Button,
  Choice,
  Empty,
  Field,
  Icon,
  Input,
  ProblemView,
  Skeleton,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Autosize, Callout, Table } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { NeedsApi } from '../data/needs-api.ts';
import { resultGroups, rowsOf } from '../data/result-groups.ts';
import { PaperState } from '../parts/paper-state.ts';

/** What was answered, goal by goal, and the needs the planner makes of it. */
@Component({
  selector: 'sam-results-section',
  imports: [
    Autosize,
    Button,
    Callout,
    Choice,
    Empty,
    Field,
    Icon,
    Input,
    PaperState,
    ProblemView,
    RouterLink,
    Skeleton,
    Table,
  ],
  templateUrl: './results-section.html',
  styleUrl: './results-section.scss',
})
export class ResultsSection {
  readonly inventory = input.required<NeedsInventory>();

  private readonly api = inject(NeedsApi);
  private readonly ask = inject(AskText);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly say = injectSay();
  protected readonly pages = pages;
  protected readonly rowsOf = rowsOf;
  protected readonly needStates = NEED_STATE_LABELS;
  protected readonly resource = this.api.results(() => this.inventory().id);
  protected readonly results = keepLast(this.resource);
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly groups = computed(() => {
    const results = this.results();
    return results ? resultGroups(results) : [];
  });
  private readonly texts = computed(
    () => new Map((this.results()?.sums ?? []).flatMap((sum) => (sum.texts ?? []).map((text) => [text.id, text.text]))),
  );
  private readonly goalOfText = computed(
    () =>
      new Map((this.results()?.sums ?? []).flatMap((sum) => (sum.texts ?? []).map((text) => [text.id, sum.goalId]))),
  );
  private readonly needOfText = computed(
    () => new Map((this.results()?.needs ?? []).flatMap((need) => need.textIds.map((id) => [id, need.title]))),
  );
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly title = signal('');
  protected readonly description = signal('');
  protected readonly goalId = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    title: $localize`:@@needs.need.title:Behovet i en mening`,
    titleHint: $localize`:@@needs.need.titleHint:Det blir insatsens namn om det väljs till verksamhetsplanen.`,
    description: $localize`:@@needs.need.description:Beskrivning`,
    goal: $localize`:@@needs.need.goal:Mål`,
    hidden: $localize`:@@needs.results.hidden:Svaren visas inte`,
    none: $localize`:@@needs.needs.none:Inget behov än`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.title().trim() !== '' || this.description().trim() !== '');
    // Whether somebody has answered since is known by the inventory; what they said is asked for anew.
    effect(() => {
      const { version } = this.inventory();
      untracked(() => version > 0 && this.resource.reload());
    });
  }

  protected share(sum: NeedsSum): string {
    const all = this.results()?.answered ?? 0;
    if (sum.answered === null) return $localize`:@@needs.results.tooFew:Färre än fem har svarat, så det visas inte.`;
    return $localize`:@@needs.results.share:${formatOf(sum.answered, all, this.locale)}:share: svarade`;
  }

  protected kind(kind: string | null): string {
    if (kind === null) return $localize`:@@needs.results.others:Övriga`;
    const label = ORGANISATION_KIND_LABELS[kind as OrganisationKind];
    return this.say(label);
  }

  protected of(count: number, all: number | null): string {
    return formatOf(count, all ?? 0, this.locale);
  }

  protected width(count: number, all: number | null): string {
    return all ? `${String((count / all) * 100)}%` : '0%';
  }

  protected textOf(id: string): string {
    return this.texts().get(id) ?? '';
  }

  protected usedIn(id: string): string {
    return this.needOfText().get(id) ?? '';
  }

  protected toggle(id: string, event: Event): void {
    const isOn = event.target instanceof HTMLInputElement && event.target.checked;
    this.choose(isOn ? [...this.chosen(), id] : [...this.chosen()].filter((each) => each !== id));
  }

  /** The goal follows the texts, as long as they are about one. */
  protected choose(ids: readonly string[]): void {
    this.chosen.set(new Set(ids));
    const goals = new Set(ids.map((id) => this.goalOfText().get(id) ?? ''));
    const [only] = goals;
    if (goals.size === 1 && only !== undefined) this.goalId.set(only);
  }

  protected typed(name: 'title' | 'description' | 'goalId', event: Event): void {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this[name].set(target.value);
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.title().trim() === '') return;
    await this.work(async () => {
      await this.api.createNeed(this.inventory().id, {
        title: this.title().trim(),
        description: this.description().trim(),
        goalId: this.goalId() || null,
        textIds: [...this.chosen()],
      });
      this.title.set('');
      this.description.set('');
      this.goalId.set('');
      this.chosen.set(new Set());
      this.messages.say($localize`:@@needs.need.made:Behovet är ett förslag till verksamhetsplanen.`);
    });
  }

  protected async decline(need: Need): Promise<void> {
    const reason = await this.ask.ask({
      heading: $localize`:@@needs.decline.heading:Avböja behovet?`,
      text: $localize`:@@needs.decline.text:Skälet kan läsas av gruppen och står i verksamhetsplanen.`,
      label: $localize`:@@needs.decline.label:Varför?`,
      missing: $localize`:@@needs.decline.missing:Skriv varför behovet avböjs, så att de som har svarat kan läsa det.`,
      yes: $localize`:@@needs.decline.yes:Avböj behovet`,
    });
    if (reason !== null) await this.work(() => this.api.transitionNeed(need, { transition: 'decline', reason }));
  }

  protected propose(need: Need): Promise<void> {
    return this.work(() => this.api.transitionNeed(need, { transition: 'propose' }));
  }

  protected remove(need: Need): Promise<void> {
    return this.work(async () => {
      await this.api.deleteNeed(need);
      const { title, description, goal, textIds } = need;
      this.messages.say($localize`:@@needs.need.removed:Behovet är borttaget.`, {
        label: $localize`:@@needs.undo:Ångra`,
        run: () =>
          void this.work(() =>
            this.api.createNeed(this.inventory().id, { title, description, goalId: goal?.id ?? null, textIds }),
          ),
      });
    });
  }

  private async work(body: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await body();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.resource.reload();
    }
  }
}
