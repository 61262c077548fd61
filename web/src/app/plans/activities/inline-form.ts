import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ActivityListItem } from '@samhandling/contracts';
import { Button } from '@samhandling/ui';
import { SaveState } from '@samhandling/ui/work';
import { InlineControl } from './inline-control.ts';
import { InlineEdit } from './inline-edit.ts';
import { type InlineField, type InlineValue, changesIn, inlineValueOf } from './inline-value.ts';

/** Where there is no room for a table: what may be written of one row, saved together. */
@Component({
  selector: 'sam-inline-form',
  imports: [Button, InlineControl, SaveState],
  template: `
    <form class="sam-aside sam-stack sam-stack--small" [attr.aria-label]="name()" (submit)="save($event)">
      @for (field of fields(); track field) {
        <div>
          <p class="label" aria-hidden="true">{{ edit.labels[field] }}</p>
          <sam-inline-control
            [item]="item()"
            [field]="field"
            [value]="value()"
            [label]="label(field)"
            (valueChange)="write(field, $event)"
          />
        </div>
      }
      @if (failed(); as failed) {
        <sam-save-state status="failed" [reason]="failed" (retry)="save()" />
      }
      <div class="sam-buttons">
        <button samButton="primary" small type="submit" [busy]="busy()" i18n="@@lists.inline.save">Spara raden</button>
        <button samButton small type="button" (click)="cancel()" i18n="@@lists.inline.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-space-3);
    }
    .label {
      margin: 0 0 var(--sam-space-1);
      font-weight: 560;
    }
  `,
  host: { '(keydown.escape)': 'cancel()' },
})
export class InlineForm {
  readonly item = input.required<ActivityListItem>();
  readonly fields = input.required<readonly InlineField[]>();
  readonly closed = output<void>();

  protected readonly edit = inject(InlineEdit);
  protected readonly value = linkedSignal(() => inlineValueOf(this.item()));
  protected readonly busy = signal(false);
  protected readonly name = computed(() => $localize`:@@lists.inline.form:Ändra ${this.item().reference}:row:`);
  protected readonly failed = computed(() => {
    const states = this.fields().map((field) => this.edit.state(this.item(), field));
    return states.find(({ status }) => status === 'failed')?.reason ?? '';
  });

  protected label(field: InlineField): string {
    return $localize`:@@lists.inline.label:${this.edit.labels[field]}:field: för ${this.item().reference}:row:`;
  }

  protected write(field: InlineField, value: InlineValue): void {
    this.value.set(value);
    this.edit.mark(this.item(), field, field in changesIn(this.item(), value));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.busy.set(true);
    try {
      if (await this.edit.save(this.item(), changesIn(this.item(), this.value()))) this.closed.emit();
    } finally {
      this.busy.set(false);
    }
  }

  protected cancel(): void {
    for (const field of this.fields()) this.edit.mark(this.item(), field, false);
    this.closed.emit();
  }
}
