import { Component, ElementRef, inject, viewChild } from '@angular/core';
import { Field, Input } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { WalkState } from '../data/walk-state.ts';

const MOST = 20_000;

/** What is said about the item. Every letter is kept at once, and sent when there is a connection. */
@Component({
  selector: 'sam-note-part',
  imports: [Autosize, Field, Input],
  template: `
    @if (state.writing()) {
      <sam-field [label]="label" [hint]="hint">
        <textarea
          #text
          samInput
          samAutosize
          rows="4"
          lang="sv"
          [attr.maxlength]="most"
          [value]="state.seen()?.note ?? ''"
          (input)="write($event)"
        ></textarea>
      </sam-field>
    } @else {
      <h2 class="heading">{{ label }}</h2>
      @if (state.seen()?.note; as note) {
        <p class="sam-verbatim" lang="sv">{{ note }}</p>
      } @else {
        <p class="sam-quiet" i18n="@@walk.note.none">Inget antecknat än</p>
      }
    }
  `,
  styleUrl: './side.scss',
})
export class NotePart {
  protected readonly state = inject(WalkState);
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly most = MOST;
  protected readonly label = $localize`:@@walk.note:Anteckning`;
  protected readonly hint = $localize`:@@walk.note.hint:Kommer med i protokollet.`;

  focus(): void {
    const field = this.text()?.nativeElement;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.state.write(event.target.value);
  }
}
