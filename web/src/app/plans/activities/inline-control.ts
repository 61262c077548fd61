import { Component, ElementRef, computed, inject, input, output, viewChild } from '@angular/core';
import type { ActivityListItem } from '@samhandling/contracts';
import { JUDGEMENTS, JUDGEMENT_LABELS, NOT_JUDGED_LABEL } from '@samhandling/domain';
import { Input, injectSay } from '@samhandling/ui';
import { InlineEdit } from './inline-edit.ts';
import { type InlineField, type InlineValue, inlineValueOf, reportersFor } from './inline-value.ts';

/** The control of one field of a row: a list to choose from, or a day. */
@Component({
  selector: 'sam-inline-control',
  imports: [Input],
  template: `
    @if (options(); as options) {
      <select
        #control
        samInput
        [attr.aria-label]="label()"
        [attr.aria-describedby]="describedBy() || null"
        [attr.data-inline]="field()"
        (change)="take(control.value)"
      >
        @for (option of options; track option.value) {
          <option [value]="option.value" [selected]="option.value === text()">{{ option.label }}</option>
        }
      </select>
    } @else {
      <input
        #control
        samInput
        type="date"
        [attr.aria-label]="label()"
        [attr.aria-describedby]="describedBy() || null"
        [attr.data-inline]="field()"
        [value]="text()"
        (input)="take(control.value)"
      />
    }
  `,
  styles: `
    select,
    input {
      width: 100%;
      min-width: 10rem;
    }
    select[data-inline='judgement'] {
      min-width: 11.5rem;
    }
  `,
})
export class InlineControl {
  readonly item = input.required<ActivityListItem>();
  readonly field = input.required<InlineField>();
  readonly value = input.required<InlineValue>();
  readonly label = input.required<string>();
  readonly describedBy = input('');
  readonly valueChange = output<InlineValue>();

  private readonly edit = inject(InlineEdit);
  private readonly say = injectSay();
  private readonly control = viewChild.required<ElementRef<HTMLSelectElement | HTMLInputElement>>('control');

  protected readonly text = computed(() => this.value()[this.field()] ?? '');
  protected readonly options = computed(() => {
    switch (this.field()) {
      case 'judgement':
        return [
          { value: '', label: this.say(NOT_JUDGED_LABEL) },
          ...JUDGEMENTS.map((judgement) => ({ value: judgement, label: this.say(JUDGEMENT_LABELS[judgement]) })),
        ];
      case 'reporterId':
        return [
          { value: '', label: $localize`:@@lists.inline.nobody:Ingen` },
          ...reportersFor(this.item(), this.edit.people()).map(({ id, name }) => ({ value: id, label: name })),
        ];
      case 'nextStepDate':
        return null;
    }
  });

  /** Shows what stands in the row again, also where the control holds half a date. */
  reset(): void {
    this.control().nativeElement.value = inlineValueOf(this.item())[this.field()] ?? '';
  }

  /** A date typed by half has no value; it is not the same as no day. */
  isUnfinished(): boolean {
    return this.control().nativeElement.validity.badInput;
  }

  protected take(text: string): void {
    const value = this.value();
    switch (this.field()) {
      case 'judgement':
        return this.valueChange.emit({ ...value, judgement: JUDGEMENTS.find((one) => one === text) ?? null });
      case 'reporterId':
        return this.valueChange.emit({ ...value, reporterId: text || null });
      case 'nextStepDate':
        return this.valueChange.emit({ ...value, nextStepDate: text });
    }
  }
}
