import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import type { Decision } from '@samhandling/contracts';
import { Button, Choice, Field, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { yesOrNo } from '../../core/stale.ts';
import { EditSession, type FieldErrors } from '../../editing/edit-session.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { type DecisionText, type DecisionValues, changesIn, valuesOf, withinLock } from '../data/decision-values.ts';
import { restoredWords } from '../data/restored-words.ts';

/** Changing a decision: wording and number until the minutes are adjusted, who and when as long as it matters. */
@Component({
  selector: 'sam-decision-form',
  imports: [Autosize, Button, Choice, Field, Input, ProblemView],
  providers: [EditSession],
  templateUrl: './decision-form.html',
  styles: `
    form {
      max-width: 46rem;
    }
  `,
})
export class DecisionForm {
  readonly decision = input.required<Decision>();
  readonly saved = output<Decision>();
  /** As it is stored now: saved here, or somebody else's version, which what is written here is then compared with. */
  readonly overtaken = output<Decision>();
  readonly cancelled = output();

  protected readonly session = inject<EditSession<Decision, DecisionValues>>(EditSession);
  private readonly api = inject(DecisionsApi);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  private readonly choices = this.api.choices(() => this.decision().planSlug);
  private stored: Decision | null = null;
  protected readonly restored = restoredWords();
  protected readonly labels = {
    text: $localize`:@@decisions.field.text:Beslut`,
    number: $localize`:@@decisions.field.number:Nummer (§)`,
    numberHint: $localize`:@@decisions.field.numberHint:Numret löper per grupp och år.`,
    organisation: $localize`:@@decisions.field.organisation:Organisation som genomför`,
    person: $localize`:@@decisions.field.person:Person som genomför`,
    due: $localize`:@@decisions.fact.due:Klart senast`,
    isOpen: $localize`:@@decisions.field.isOpen:Ska genomföras, och kommer tillbaka tills det är gjort`,
    records: $localize`:@@decisions.fact.records:Diarienummer`,
  };
  protected readonly pointers = {
    '/text': this.labels.text,
    '/number': this.labels.number,
    '/organisationId': this.labels.organisation,
    '/personId': this.labels.person,
    '/due': this.labels.due,
    '/recordsNumber': this.labels.records,
  };
  /** With whoever stands there, though they have left or the list has not come. */
  protected readonly organisations = computed(() => {
    const all = this.choices.hasValue() ? this.choices.value().organisations : [];
    return withHeld(all, this.decision().organisation);
  });
  protected readonly people = computed(() => {
    const all = this.choices.hasValue() ? this.choices.value().people : [];
    return withHeld(all, this.decision().person);
  });

  constructor() {
    const { text, number, organisation, person, due, isOpen, records } = this.labels;
    this.session.begin(
      {
        name: 'decision',
        labels: {
          text,
          number,
          organisationId: organisation,
          personId: person,
          due,
          isOpen,
          recordsNumber: records,
        },
        valueOf: valuesOf,
        shown: (name, side) => this.wordsOf(name, side),
        check: wrongIn,
        save: ({ id }, version, value, base) => this.api.update({ id, version }, changesIn(base, value)),
        within: withinLock,
      },
      (decision) => {
        this.stored = decision;
        this.overtaken.emit(decision);
      },
    );
    effect(() => {
      const decision = this.decision();
      untracked(() => this.session.load(decision));
    });
    this.focus('textarea, select');
  }

  protected set(name: DecisionText, { target }: Event): void {
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.session.set(name, target.value);
  }

  protected setOpen({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.session.set('isOpen', target.checked);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.session.dirty()) return this.cancel();
    if (!(await this.session.save())) this.focus(FIRST_WRONG);
    else if (this.stored) this.saved.emit(this.stored);
  }

  protected cancel(): void {
    this.session.discard();
    this.cancelled.emit();
  }

  private wordsOf(name: keyof DecisionValues, side: DecisionValues): string {
    switch (name) {
      case 'organisationId':
        return this.organisations().find(({ id }) => id === side.organisationId)?.name ?? '';
      case 'personId':
        return this.people().find(({ id }) => id === side.personId)?.name ?? '';
      case 'due':
        return side.due === '' ? '' : formatDay(side.due, this.locale);
      case 'isOpen':
        return yesOrNo(side.isOpen);
      default:
        return side[name];
    }
  }
}

function wrongIn({ text, number }: DecisionValues): FieldErrors {
  return {
    ...(text.trim() === '' && { text: [$localize`:@@decisions.field.textMissing:Skriv beslutet.`] }),
    ...(!/^[1-9]\d{0,5}$/.test(number) && {
      number: [$localize`:@@decisions.field.numberWrong:Skriv numret med siffror.`],
    }),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function withHeld(all: readonly Named[], held: Named | null): readonly Named[] {
  return held === null || all.some(({ id }) => id === held.id) ? all : [held, ...all];
}
