import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import type { FollowUpPage } from '@samhandling/contracts';
import { JUDGEMENT_LABELS } from '@samhandling/domain';
import { Button, Choice, Field, Input, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Callout, LockedNote } from '@samhandling/ui/work';
import { Session } from '../core/session.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { checkedWords } from './data/checked-words.ts';
import { FIELD_LABELS } from './data/field-labels.ts';
import { FORM_FIELDS } from './data/follow-up-form.ts';
import { FollowUpEditor } from './follow-up-editor.ts';
import { AnswerField } from './parts/answer-field.ts';
import { FollowUpActions } from './parts/follow-up-actions.ts';
import { FollowUpOutcomes } from './parts/follow-up-outcomes.ts';
import { FollowUpReading } from './parts/follow-up-reading.ts';
import { JudgementChoice } from './parts/judgement-choice.ts';
import { PlannerFields } from './parts/planner-fields.ts';

/** The answer itself: written here, or read where it may not be written. Ctrl or Cmd with Enter saves from anywhere. */
@Component({
  selector: 'sam-follow-up-form',
  imports: [
    AnswerField,
    Button,
    Callout,
    Choice,
    Field,
    FollowUpActions,
    FollowUpOutcomes,
    FollowUpReading,
    Input,
    JudgementChoice,
    LockedNote,
    PlannerFields,
    ProblemView,
  ],
  providers: [FollowUpEditor],
  templateUrl: './follow-up-form.html',
  styles: `
    .block {
      margin-top: var(--sam-space-8);
    }
    .date {
      max-width: 14rem;
    }
    .nothing {
      margin-left: calc(-1 * var(--sam-space-3));
    }
    .nothing-hint {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .quick {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: center;
      margin: 0 0 var(--sam-space-6);
    }
    .notes {
      margin-bottom: var(--sam-space-6);
    }
  `,
  host: { '(keydown)': 'shortcut($event)' },
})
export class FollowUpForm {
  readonly page = input.required<FollowUpPage>();
  /** The page as it is stored now, after each save and each step. */
  readonly changed = output<FollowUpPage>();

  protected readonly editor = inject(FollowUpEditor);
  private readonly session = inject(Session);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly labels = FIELD_LABELS;
  protected readonly mayReview = computed(() => this.session.may('follow_up.answer_any'));
  protected readonly pointerLabels = Object.fromEntries(FORM_FIELDS.map((name) => [`/${name}`, FIELD_LABELS[name]]));
  protected readonly last = computed(() => this.page().previous);
  protected readonly lastRound = computed(() => this.last()?.round.label ?? '');
  protected readonly hints = {
    done: $localize`:@@followUp.hint.done:Kort och konkret: vad, när och tillsammans med vilka.`,
    obstacles: $localize`:@@followUp.hint.obstacles:Skriv inget om enskilda personer, bara om arbetet.`,
  };
  protected readonly draftWords = computed(() => {
    const at = this.editor.restoredFrom();
    return at === null
      ? ''
      : $localize`:@@followUp.draft.text:Det du skrev ${formatInstant(at, this.locale)}:when: är tillbaka i formuläret. Det är inte sparat.`;
  });
  protected readonly returnedWords = $localize`:@@followUp.returned.heading:Svaret har kommit tillbaka med en fråga`;
  protected readonly draftHeading = $localize`:@@followUp.draft.heading:Du har ett utkast från tidigare`;

  protected readonly checked = computed(() => {
    const followUp = this.editor.followUp();
    return followUp ? checkedWords(followUp, this.locale) : '';
  });
  /** One press says all there is to say: nothing has happened, and the judgement stands. */
  protected readonly mayQuick = computed(() => {
    const form = this.editor.form();
    return (
      this.last()?.judgement != null && form !== null && form.judgement === null && !form.nothingNew && form.done === ''
    );
  });
  protected readonly quickHint = computed(() => {
    const judgement = this.last()?.judgement;
    const words = judgement ? JUDGEMENT_LABELS[judgement][this.locale] : '';
    return $localize`:@@together.quick.hint:Bedömningen ${words}:judgement: från ${this.lastRound()}:round: följer med. Inget annat kopieras.`;
  });
  private focused = 0;

  constructor() {
    inject(UnsavedChanges).watch(() => this.editor.dirty());
    effect(() => {
      const page = this.page();
      // The page comes back with what was reported from here: nothing to load then.
      if (untracked(this.editor.page) !== page) untracked(() => this.editor.load(page));
    });
    effect(() => {
      const page = this.editor.page();
      if (page && page !== untracked(this.page)) this.changed.emit(page);
    });
    afterRenderEffect(() => {
      const asked = this.editor.focusErrors();
      if (asked === this.focused) return;
      this.focused = asked;
      this.firstError()?.focus();
    });
  }

  protected shortcut(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.editor.save();
  }

  protected nothingNew(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.editor.set('nothingNew', event.target.checked);
  }

  protected saveNothingNew(): void {
    this.editor.set('nothingNew', true);
    this.editor.set('judgement', this.last()?.judgement ?? null);
    void this.editor.save();
  }

  protected day(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.editor.set('nextStepDate', event.target.value);
  }

  private firstError(): HTMLElement | null {
    const errors = this.editor.errors();
    const name = FORM_FIELDS.find((field) => errors[field]);
    return this.host.querySelector<HTMLElement>(
      `[data-field="${name ?? ''}"] :is(textarea, select, input[type=radio]:checked, input)`,
    );
  }
}
