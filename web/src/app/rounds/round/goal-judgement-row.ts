import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { GoalJudgementItem, Problem } from '@samhandling/contracts';
import {
  GOAL_JUDGEMENTS,
  GOAL_JUDGEMENT_LABELS,
  type GoalJudgement,
  NOT_JUDGED_LABEL,
  activitySentence,
  capitalised,
} from '@samhandling/domain';
import {
  Button,
  Choice,
  Choices,
  Field,
  GOAL_JUDGEMENT_LOOKS,
  GoalJudgementChip,
  Icon,
  Input,
  ProblemView,
  formatInstant,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Autosize, SaveState, type SaveStatus } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { Undo } from '../../core/undo.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { RoundsApi } from '../data/rounds-api.ts';

interface JudgementForm {
  readonly judgement: GoalJudgement | null;
  readonly text: string;
}
interface JudgementDraft {
  readonly version: number;
  readonly base: JudgementForm;
  readonly form: JudgementForm;
}

/** One goal in the round: its activities in a sentence, its judgement and text, last round's beside, written in place. */
@Component({
  selector: 'sam-goal-judgement-row',
  imports: [Autosize, Button, Choice, Choices, Field, GoalJudgementChip, Icon, Input, ProblemView, SaveState],
  templateUrl: './goal-judgement-row.html',
  styleUrl: './goal-judgement-row.scss',
})
export class GoalJudgementRow {
  readonly item = input.required<GoalJudgementItem>();
  /** As stored after a save. */
  readonly judged = output<GoalJudgementItem>();
  /** The judgement was taken back: what is shown is no longer what is stored. */
  readonly undone = output();

  private readonly api = inject(RoundsApi);
  private readonly undo = inject(Undo);
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private readonly words = inject(Words);
  private readonly say = injectSay();
  private readonly locale = injectLocale();
  private readonly base = signal<JudgementForm>({ judgement: null, text: '' });
  private version = 0;

  protected readonly form = signal<JudgementForm>({ judgement: null, text: '' });
  protected readonly editing = signal(false);
  protected readonly status = signal<SaveStatus>('idle');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    judgement: $localize`:@@rounds.judge.judgement:Bedömning`,
    text: $localize`:@@rounds.judge.text:Beskriv läget`,
    hint: $localize`:@@rounds.judge.hint:Texten står i rapporten under målet.`,
  };
  protected readonly choices = GOAL_JUDGEMENTS.map((code) => ({
    code,
    words: this.say(GOAL_JUDGEMENT_LABELS[code]),
    icon: GOAL_JUDGEMENT_LOOKS[code].icon,
    css: GOAL_JUDGEMENT_LOOKS[code].css,
  }));
  protected readonly name = computed(() => {
    const { goal } = this.item();
    return `${capitalised(this.words.current().goal.one)} ${goal.code ?? String(goal.number)}`;
  });
  protected readonly sentence = computed(() =>
    activitySentence(this.item().counts, this.words.current().activity, this.locale),
  );
  protected readonly dirty = computed(
    () => this.form().judgement !== this.base().judgement || this.form().text !== this.base().text,
  );
  protected readonly updated = computed(() => {
    const { updatedAt, updatedBy } = this.item();
    if (!updatedAt || !updatedBy) return '';
    const when = formatInstant(updatedAt, this.locale);
    return $localize`:@@rounds.judge.updated:Uppdaterad ${when}:when: av ${updatedBy.name}:name:`;
  });
  protected readonly editWords = computed(() => {
    const { goal } = this.item();
    const name = `${this.words.current().goal.one} ${goal.code ?? String(goal.number)}`;
    return this.item().judgement === null
      ? $localize`:@@rounds.judge.first:Bedöm ${name}:goal:`
      : $localize`:@@rounds.judge.again:Ändra bedömningen av ${name}:goal:`;
  });
  protected readonly saveWords = computed(() => $localize`:@@rounds.judge.save:Spara bedömningen`);
  protected readonly previousHeading = computed(() => {
    const round = this.item().previous?.round.label ?? '';
    return $localize`:@@rounds.judge.previous:Bedömningen ${round}:round:`;
  });
  protected readonly reason = computed(() => this.problem()?.title ?? '');

  constructor() {
    inject(UnsavedChanges).watch(() => this.editing() && this.dirty());
    effect(() => {
      const item = this.item();
      untracked(() => this.receive(item));
    });
    effect(() => {
      if (!this.editing()) return;
      const draft: JudgementDraft = { version: this.version, base: this.base(), form: this.form() };
      if (this.dirty()) this.drafts.keep(this.resource(), draft);
      else this.drafts.discard(this.resource());
    });
  }

  protected edit(): void {
    this.editing.set(true);
  }

  protected cancel(): void {
    this.form.set(this.base());
    this.drafts.discard(this.resource());
    this.editing.set(false);
    this.problem.set(null);
    this.status.set('idle');
  }

  protected choose(judgement: GoalJudgement): void {
    this.form.update((form) => ({ ...form, judgement }));
    this.status.set('changed');
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const text = event.target.value;
    this.form.update((form) => ({ ...form, text }));
    this.status.set('changed');
  }

  protected async save(): Promise<void> {
    if (this.status() === 'saving') return;
    if (!this.dirty()) {
      this.cancel();
      return;
    }
    this.status.set('saving');
    this.problem.set(null);
    try {
      const sent = this.form();
      this.accept(await this.api.judge(this.item().id, this.version, sent), sent);
      this.undo.offer($localize`:@@rounds.judge.saved:Bedömningen är sparad.`, () => this.undone.emit());
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412 && isItem(problem.current)) await this.settle(problem.current);
      else {
        this.problem.set(problem);
        this.status.set('failed');
      }
    }
  }

  /** Somebody else saved first: choose field by field, then save once more. */
  private async settle(theirs: GoalJudgementItem): Promise<void> {
    const stored = formOf(theirs);
    const labels = { judgement: this.labels.judgement, text: this.labels.text };
    const fields = staleFields(this.base(), this.form(), stored, labels, (name, form) =>
      name === 'text'
        ? form.text
        : this.say(form.judgement === null ? NOT_JUDGED_LABEL : GOAL_JUDGEMENT_LABELS[form.judgement]),
    );
    if (fields.length === 0) return this.accept(theirs);
    const when = theirs.updatedAt ? formatInstant(theirs.updatedAt, this.locale) : '';
    const who = theirs.updatedBy
      ? $localize`:@@rounds.judge.stale:${theirs.updatedBy.name}:name: sparade ${when}:when:.`
      : '';
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who, fields });
    this.status.set('changed');
    if (answer === null) return;
    this.form.set(mergedByChoice(this.form(), stored, answer));
    this.base.set(stored);
    this.version = theirs.version;
    if (this.dirty()) await this.save();
    else this.accept(theirs);
  }

  /** What was written while the save was under way stays, as something still to be saved. */
  private accept(item: GoalJudgementItem, sent: JudgementForm = this.form()): void {
    const { judgement, text } = this.form();
    this.base.set(formOf(item));
    this.version = item.version;
    if (judgement === sent.judgement && text === sent.text) {
      this.drafts.discard(this.resource());
      this.editing.set(false);
      this.status.set('saved');
    } else {
      this.status.set('changed');
    }
    this.judged.emit(item);
  }

  /** New data while somebody writes leaves what is written; the clash shows when it is saved. */
  private receive(item: GoalJudgementItem): void {
    if (this.editing() && this.dirty()) return;
    this.base.set(formOf(item));
    this.form.set(formOf(item));
    this.version = item.version;
    const draft = item.mayEdit ? this.drafts.read(this.resource(), isDraft) : null;
    if (!draft) return;
    this.version = draft.value.version;
    this.base.set(draft.value.base);
    this.form.set(draft.value.form);
    this.editing.set(true);
    this.status.set('changed');
  }

  private resource(): string {
    return `goal-judgement/${this.item().id}`;
  }
}

function formOf(item: GoalJudgementItem): JudgementForm {
  return { judgement: item.judgement, text: item.text };
}

function isItem(value: unknown): value is GoalJudgementItem {
  return typeof value === 'object' && value !== null && 'judgement' in value && 'version' in value && 'text' in value;
}

function isForm(value: unknown): value is JudgementForm {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'judgement' in value &&
    (value.judgement === null || GOAL_JUDGEMENTS.some((code) => code === value.judgement))
  );
}

function isDraft(value: unknown): value is JudgementDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    'base' in value &&
    isForm(value.base) &&
    'form' in value &&
    isForm(value.form)
  );
}
