import {
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { FollowUpPage, OutcomePlace } from '@samhandling/contracts';
import { JUDGEMENT_LABELS } from '@samhandling/domain';
import {
  Button,
  Choice,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  StateChip,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Callout, LockedNote, SaveState } from '@samhandling/ui/work';
import { Messages } from '../core/messages.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { FIELD_LABELS } from '../follow-up/data/field-labels.ts';
import { FORM_FIELDS } from '../follow-up/data/follow-up-form.ts';
import { FollowUpEditor } from '../follow-up/follow-up-editor.ts';
import { AnswerField } from '../follow-up/parts/answer-field.ts';
import { FollowUpOutcomes } from '../follow-up/parts/follow-up-outcomes.ts';
import { FollowUpReading } from '../follow-up/parts/follow-up-reading.ts';
import { JudgementChoice } from '../follow-up/parts/judgement-choice.ts';
import { isHandedIn } from './data/sheet-words.ts';

/** How long somebody has to be still before what they wrote is saved. Leaving a field saves at once. */
const STILL_MS = 1_200;

/** One item: last round's answer beside each field, saved as one goes, handed in by a press of its own. */
@Component({
  selector: 'sam-answer-item',
  imports: [
    AnswerField,
    Button,
    Callout,
    Choice,
    Field,
    FollowUpOutcomes,
    FollowUpReading,
    Icon,
    Input,
    JudgementChoice,
    LockedNote,
    PageHeader,
    ProblemView,
    SaveState,
    StateChip,
  ],
  providers: [FollowUpEditor],
  templateUrl: './answer-item.html',
  styleUrl: './answer-item.scss',
  host: { '(focusout)': 'left()' },
})
export class AnswerItem {
  readonly page = input.required<FollowUpPage>();
  readonly places = input.required<readonly OutcomePlace[]>();
  /** Which of them this is, from 1. */
  readonly place = input.required<number>();
  readonly total = input.required<number>();
  /** The next that is not handed in; null when none is left. */
  readonly next = input<number | null>(null);
  /** The item as it is stored now. */
  readonly changed = output<FollowUpPage>();
  /** Another item, or the list. */
  readonly asked = output<number | null>();

  protected readonly editor = inject(FollowUpEditor);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private focused = 0;
  private saving: Promise<boolean> | null = null;
  protected readonly stepping = signal(false);

  protected readonly labels = FIELD_LABELS;
  protected readonly pointerLabels = Object.fromEntries(FORM_FIELDS.map((name) => [`/${name}`, FIELD_LABELS[name]]));
  protected readonly last = computed(() => this.page().previous);
  protected readonly lastRound = computed(() => this.last()?.round.label ?? '');
  protected readonly handedIn = computed(() => isHandedIn(this.page()));
  protected readonly mayWithdraw = computed(() =>
    this.editor.followUp()?.transitions.some((offer) => offer.name === 'withdraw' && offer.allowed),
  );
  protected readonly where = computed(
    () => $localize`:@@answer.item.where:Fråga ${this.place()}:place: av ${this.total()}:total:`,
  );
  protected readonly responsible = computed(() =>
    this.page()
      .activity.responsible.map(({ name }) => name)
      .join(', '),
  );
  protected readonly returnedHeading = $localize`:@@answer.item.returned:Svaret har kommit tillbaka med en fråga`;
  protected readonly draftHeading = $localize`:@@answer.item.draft:Det du skrev förut är tillbaka`;
  protected readonly doneHint = $localize`:@@answer.item.doneHint:Kort och konkret: vad, när och tillsammans med vilka.`;
  protected readonly obstaclesHint = $localize`:@@answer.item.obstaclesHint:Skriv inget om enskilda personer, bara om arbetet.`;
  protected readonly draftWords = computed(() => {
    const at = this.editor.restoredFrom();
    return at === null
      ? ''
      : $localize`:@@answer.item.draftText:Det skrevs ${formatInstant(at, this.locale)}:when: och var inte sparat. Det sparas nu.`;
  });
  /** Nothing new is one press where last round's judgement can stand. */
  protected readonly nothingNew = computed(() => {
    const judgement = this.editor.form()?.judgement ?? this.last()?.judgement ?? null;
    // A question has been asked: nothing new is no answer to it.
    if (judgement === null || this.page().followUp.state === 'returned') return null;
    const words = JUDGEMENT_LABELS[judgement][this.locale];
    return {
      judgement,
      words: $localize`:@@answer.item.nothingNew:Inget nytt: lämna in med bedömningen ”${words}:judgement:”`,
    };
  });
  protected readonly reason = computed(() => this.editor.problem()?.title ?? '');
  /** Lost contact is said by the line that tells how saving goes; it is tried again by itself when contact is back. */
  protected readonly problem = computed(() => {
    const problem = this.editor.problem();
    return problem?.status === 0 ? null : problem;
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.editor.dirty());
    effect(() => {
      const page = this.page();
      // What the form itself has saved comes back from the page around it: loaded again, it would no longer say that it is saved.
      if (untracked(this.editor.page)?.followUp !== page.followUp) untracked(() => this.editor.load(page));
    });
    effect(() => {
      const page = this.editor.page();
      if (page && page.followUp !== untracked(this.page).followUp) this.changed.emit(page);
    });
    effect(() => {
      const isChanged = this.editor.status() === 'changed';
      this.editor.form();
      clearTimeout(this.timer);
      if (isChanged) this.timer = setTimeout(() => void this.save(), STILL_MS);
    });
    afterRenderEffect(() => {
      const asked = this.editor.focusErrors();
      if (asked === this.focused) return;
      this.focused = asked;
      this.firstError()?.focus();
    });
    const window = inject(DOCUMENT).defaultView;
    const again = (): void => void this.save();
    window?.addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      window?.removeEventListener('online', again);
    });
    // Another item is another page to whoever reads it, though the address only changes its query.
    afterNextRender(() => {
      window?.scrollTo({ top: 0 });
      const heading = this.host.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    });
  }

  /** A field was left: what was written in it is saved without waiting. */
  protected left(): void {
    if (this.editor.status() === 'changed') void this.save();
  }

  protected async save(): Promise<void> {
    if (this.editor.dirty() && !this.editor.busy()) this.saving = this.editor.save();
    await this.saving;
  }

  protected async submit(): Promise<void> {
    if (!(await this.take('submit'))) return;
    this.messages.say($localize`:@@answer.item.submitted:Svaret är inlämnat. Tack!`, {
      label: $localize`:@@answer.item.undo:Ångra`,
      run: () => void this.withdraw(),
    });
  }

  protected async submitNothingNew(): Promise<void> {
    const offer = this.nothingNew();
    if (offer) this.editor.set('judgement', offer.judgement);
    this.editor.set('nothingNew', true);
    await this.submit();
  }

  protected async withdraw(): Promise<void> {
    await this.take('withdraw');
  }

  /** Pressing a button leaves a field, which saves it: the step waits for that instead of being swallowed by it. */
  private async take(step: 'submit' | 'withdraw'): Promise<boolean> {
    if (this.stepping()) return false;
    this.stepping.set(true);
    try {
      await this.saving;
      return await this.editor.take(step);
    } finally {
      this.stepping.set(false);
    }
  }

  protected async go(place: number | null): Promise<void> {
    if (this.editor.dirty()) await this.save();
    this.asked.emit(place);
  }

  protected check(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.editor.set('nothingNew', event.target.checked);
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
