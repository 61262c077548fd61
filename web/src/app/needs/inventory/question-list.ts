import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { NeedsInventory, NeedsQuestionInput, Problem } from '@samhandling/contracts';
import { MOST_NEEDS_QUESTIONS, NEEDS_QUESTION_KINDS, NEEDS_QUESTION_KIND_LABELS } from '@samhandling/domain';
import { Button, Choice, Field, Icon, Input, ProblemView, injectSay } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { problemOf } from '../../core/problem.ts';
import { NeedsApi } from '../data/needs-api.ts';
import { chosenSides, isInventory } from '../data/stale-inventory.ts';
import { mergedQuestions, staleQuestions } from '../data/stale-questions.ts';

const EMPTY: NeedsQuestionInput = {
  kind: 'text',
  isPerGoal: false,
  text: '',
  hint: '',
  options: [],
  lowLabel: '',
  highLabel: '',
};

/** The questions as they will be asked, while they can be changed. Saved all together. */
@Component({
  selector: 'sam-question-list',
  imports: [Autosize, Button, Choice, Field, Icon, Input, ProblemView],
  templateUrl: './question-list.html',
  styles: `
    .question {
      max-width: 48rem;
      padding-block: var(--sam-space-5);
      border-bottom: 1px solid var(--sam-line);
    }
    h3 {
      margin: 0;
    }
  `,
})
export class QuestionList {
  readonly inventory = input.required<NeedsInventory>();
  readonly saved = output<NeedsInventory>();

  private readonly api = inject(NeedsApi);
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = signal<NeedsInventory | null>(null);
  protected readonly kinds = NEEDS_QUESTION_KINDS.map((kind) => ({
    kind,
    label: this.say(NEEDS_QUESTION_KIND_LABELS[kind]),
  }));
  protected readonly most = MOST_NEEDS_QUESTIONS;
  protected readonly questions = signal<readonly NeedsQuestionInput[]>([]);
  private readonly asSaved = computed(() => JSON.stringify(this.base()?.questions ?? []));
  readonly dirty = computed(() => JSON.stringify(this.questions()) !== this.asSaved());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    text: $localize`:@@needs.question.text:Fråga`,
    hint: $localize`:@@needs.question.hint:Hjälptext`,
    kind: $localize`:@@needs.question.kind:Svaret är`,
    options: $localize`:@@needs.question.options:Svar att välja mellan`,
    optionsHint: $localize`:@@needs.question.optionsHint:Ett på varje rad, minst två.`,
    low: $localize`:@@needs.question.low:1 betyder`,
    high: $localize`:@@needs.question.high:5 betyder`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const inventory = this.inventory();
      const isDirty = untracked(this.dirty);
      // What is written is never thrown away: it meets the other version when it is saved.
      if (isDirty && JSON.stringify(inventory.questions) !== untracked(this.asSaved)) return;
      this.base.set(inventory);
      if (!isDirty) this.questions.set(inventory.questions);
    });
  }

  protected reasons(at: number): readonly string[] {
    return (this.problem()?.errors ?? [])
      .filter(({ pointer }) => pointer.startsWith(`/questions/${String(at)}/`))
      .map(({ reason }) => reason);
  }

  protected change(at: number, part: Partial<NeedsQuestionInput>): void {
    this.questions.update((all) => all.map((question, place) => (place === at ? { ...question, ...part } : question)));
  }

  protected typed(at: number, name: 'text' | 'hint' | 'lowLabel' | 'highLabel', event: Event): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      this.change(at, { [name]: event.target.value });
  }

  protected typedOptions(at: number, event: Event): void {
    if (event.target instanceof HTMLTextAreaElement)
      this.change(at, {
        options: event.target.value
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      });
  }

  protected pickKind(at: number, event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const kind = NEEDS_QUESTION_KINDS.find((each) => each === value);
    if (!kind) return;
    const hasOptions = kind === 'choice' || kind === 'choices';
    this.change(at, { kind, ...(!hasOptions && { options: [] }) });
  }

  protected pickPerGoal(at: number, event: Event): void {
    if (event.target instanceof HTMLInputElement) this.change(at, { isPerGoal: event.target.checked });
  }

  protected move(at: number, by: -1 | 1): void {
    this.questions.update((all) => {
      const moved = all[at];
      const other = all[at + by];
      return moved && other
        ? all.map((question, place) => (place === at ? other : place === at + by ? moved : question))
        : all;
    });
  }

  protected remove(at: number): void {
    this.questions.update((all) => all.filter((_, place) => place !== at));
  }

  protected add(): void {
    this.questions.update((all) => [...all, EMPTY]);
  }

  protected undo(): void {
    const inventory = this.inventory();
    this.base.set(inventory);
    this.questions.set(inventory.questions);
    this.problem.set(null);
  }

  protected async save(): Promise<void> {
    const base = this.base();
    if (!base || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.putQuestions(base, this.questions());
      this.base.set(saved);
      this.questions.set(saved.questions);
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isInventory(problem.current)) await this.choose(base, problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses question by question, and then it is saved on top of theirs. */
  private async choose({ questions: base }: NeedsInventory, theirs: NeedsInventory): Promise<void> {
    const mine = this.questions();
    const fields = staleQuestions(base, mine, theirs.questions, {
      question: (number) => $localize`:@@needs.stale.question:Fråga ${number}:number:`,
      added: $localize`:@@needs.stale.added:Fråga som inte finns i din version`,
      order: $localize`:@@needs.stale.order:Frågornas ordning`,
      shown: (question) => this.words(question),
    });
    const chosen = await chosenSides(this.injector, fields);
    if (chosen === null) return;
    this.questions.set(mergedQuestions(base, mine, theirs.questions, chosen));
    this.base.set(theirs);
    this.busy.set(false);
    await this.save();
  }

  /** A question in full, so that no difference between two versions of it is hidden. */
  private words({ text, hint, kind, isPerGoal, options, lowLabel, highLabel }: NeedsQuestionInput): string {
    return [
      text,
      hint,
      this.say(NEEDS_QUESTION_KIND_LABELS[kind]),
      isPerGoal ? $localize`:@@needs.question.perGoal:Ställs en gång för varje mål` : '',
      ...options.map((option) => `– ${option}`),
      ...(lowLabel === '' ? [] : [`1 – ${lowLabel}`]),
      ...(highLabel === '' ? [] : [`5 – ${highLabel}`]),
    ]
      .filter((line) => line !== '')
      .join('\n');
  }
}
