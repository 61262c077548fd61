import { Component, booleanAttribute, computed, inject, input, viewChild } from '@angular/core';
import { Button, Field, Icon, Input } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { FIELD_LABELS } from '../data/field-labels.ts';
import { MOST_TEXT, type TextField, startFrom } from '../data/follow-up-form.ts';
import { FollowUpEditor } from '../follow-up-editor.ts';

/** When the count of characters left is worth showing. */
const NEARLY_FULL = MOST_TEXT - 1_000;

/** One text of the answer, with last round's text beside it and a button that starts from it. */
@Component({
  selector: 'sam-answer-field',
  imports: [Autosize, Button, Field, Icon, Input],
  template: `
    <div class="pair" [class.pair--alone]="!last()" [attr.data-field]="name()">
      <sam-field
        [label]="label()"
        [hint]="hint()"
        [error]="editor.errors()[name()]"
        [required]="required()"
        [length]="counted()"
        [max]="most"
      >
        <textarea
          samInput
          samAutosize
          #area="samAutosize"
          [value]="text()"
          [attr.rows]="3"
          (input)="typed($event)"
        ></textarea>
      </sam-field>
      @if (last(); as last) {
        <div class="sam-aside last" role="group" [attr.aria-label]="lastHeading()">
          <p class="heading">{{ lastHeading() }}</p>
          <p class="sam-verbatim">{{ last }}</p>
          <button samButton="quiet" small type="button" [attr.aria-label]="copyLabel()" (click)="copy(last)">
            <sam-icon name="copy" />{{ copyWords }}
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './answer-field.scss',
})
export class AnswerField {
  readonly name = input.required<TextField>();
  readonly hint = input('');
  readonly required = input(false, { transform: booleanAttribute });
  /** Last round's text; empty when there was none. */
  readonly last = input('');
  /** Label of the last round. */
  readonly lastRound = input('');

  protected readonly editor = inject(FollowUpEditor);
  private readonly area = viewChild.required<Autosize>('area');
  protected readonly most = MOST_TEXT;
  protected readonly label = computed(() => FIELD_LABELS[this.name()]);
  protected readonly text = computed(() => this.editor.form()?.[this.name()] ?? '');
  protected readonly counted = computed(() => (this.text().length > NEARLY_FULL ? this.text().length : undefined));
  protected readonly lastHeading = computed(
    () => $localize`:@@followUp.last.heading:Svaret ${this.lastRound()}:round:`,
  );
  protected readonly copyWords = $localize`:@@followUp.last.copy:Använd som utgångspunkt`;
  protected readonly copyLabel = computed(
    () => $localize`:@@followUp.last.copyFor:Använd som utgångspunkt: ${this.label()}:field:`,
  );

  protected typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.editor.set(this.name(), event.target.value);
  }

  protected copy(last: string): void {
    this.editor.set(this.name(), startFrom(this.text(), last));
    setTimeout(() => this.area().refresh());
  }
}
