import { Component, Directive, ElementRef, booleanAttribute, computed, inject, input } from '@angular/core';
import { formatNumber } from '@samhandling/domain';
import { Icon } from '../icon/icon.ts';
import { injectLocale } from '../locale.ts';

let lastId = 0;
/** Ids unique in the page, for tying labels, hints and errors to their control. */
export function nextId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** One error, several, or none. */
export type FieldErrors = string | readonly string[] | null | undefined;

function listOf(errors: FieldErrors): readonly string[] {
  if (typeof errors === 'string') return errors === '' ? [] : [errors];
  return errors ?? [];
}

/**
 * Label above, hint under the label, error under the control. The control inside carries `samInput` and is tied to all
 * three. Give `length` and `max` to say how many characters are left.
 */
@Component({
  selector: 'sam-field',
  imports: [Icon],
  template: `
    <div class="head">
      <label class="label" [attr.for]="controlId">{{ label() }}</label>
      @if (required()) {
        <span class="required" i18n="@@ui.field.required">måste fyllas i</span>
      }
    </div>
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    @if (left(); as left) {
      <p class="hint" [class.over]="left.over" [id]="countId">{{ left.text }}</p>
    }
    <div class="errors" [id]="errorId" aria-live="polite">
      @for (message of messages(); track message) {
        <p class="error"><sam-icon name="error" />{{ message }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--sam-space-3);
      align-items: baseline;
      margin-bottom: var(--sam-space-1);
    }
    .label {
      font-weight: 560;
    }
    .required,
    .hint {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .hint {
      max-width: var(--sam-measure);
      margin-bottom: var(--sam-space-2);
    }
    .hint.over {
      color: var(--sam-danger);
    }
    .error {
      display: flex;
      gap: var(--sam-space-2);
      align-items: flex-start;
      margin-top: var(--sam-space-2);
      color: var(--sam-danger);
      font-weight: 560;
    }
    .error sam-icon {
      margin-top: 0.18em;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<FieldErrors>(null);
  readonly required = input(false, { transform: booleanAttribute });
  /** Characters written so far. */
  readonly length = input<number>();
  /** Most characters the field takes. */
  readonly max = input<number>();

  private readonly locale = injectLocale();
  readonly controlId = nextId('sam-control');
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;
  protected readonly countId = `${this.controlId}-count`;
  protected readonly messages = computed(() => listOf(this.error()));
  readonly invalid = computed(() => this.messages().length > 0);

  protected readonly left = computed(() => {
    const max = this.max();
    const length = this.length();
    if (max === undefined || length === undefined) return null;
    const left = max - length;
    return left >= 0
      ? { over: false, text: $localize`:@@ui.field.left:${formatNumber(left, 0, this.locale)}:count: tecken kvar` }
      : {
          over: true,
          text: $localize`:@@ui.field.over:${formatNumber(-left, 0, this.locale)}:count: tecken för mycket`,
        };
  });

  /** What describes the control, in reading order. */
  readonly describedBy = computed(() => {
    const ids: string[] = [];
    if (this.hint()) ids.push(this.hintId);
    if (this.left()) ids.push(this.countId);
    if (this.invalid()) ids.push(this.errorId);
    return ids.join(' ') || null;
  });
}

/** On the native control inside `sam-field` (or alone, with an `aria-label` of its own). */
@Directive({
  selector: 'input[samInput], textarea[samInput], select[samInput]',
  host: {
    class: 'sam-input',
    '[attr.id]': 'field?.controlId ?? id',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
    '[attr.aria-invalid]': 'field?.invalid() ? true : null',
    '[attr.aria-required]': 'field?.required() ? true : null',
  },
})
export class Input {
  protected readonly field = inject(Field, { optional: true });
  protected readonly id = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.getAttribute('id');
}

/** A group of radio buttons or checkboxes with one question: a real fieldset with legend, hint and error. */
@Component({
  selector: 'sam-choices',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>
        {{ label() }}
        @if (required()) {
          <span class="required" i18n="@@ui.field.required">måste fyllas i</span>
        }
      </legend>
      @if (hint()) {
        <p class="hint" [id]="id + '-hint'">{{ hint() }}</p>
      }
      <div class="choices" [class.choices--beside]="beside()"><ng-content /></div>
      <div [id]="id + '-error'" aria-live="polite">
        @for (message of messages(); track message) {
          <p class="error"><sam-icon name="error" />{{ message }}</p>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--sam-space-1);
      font-weight: 560;
    }
    .required,
    .hint {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 400;
    }
    .required {
      margin-left: var(--sam-space-2);
    }
    .choices {
      display: flex;
      flex-direction: column;
      gap: 2px;
      margin-left: calc(-1 * var(--sam-space-3));
    }
    .choices--beside {
      flex-flow: row wrap;
    }
    .error {
      display: flex;
      gap: var(--sam-space-2);
      align-items: flex-start;
      margin-top: var(--sam-space-2);
      color: var(--sam-danger);
      font-weight: 560;
    }
    .error sam-icon {
      margin-top: 0.18em;
    }
  `,
})
export class Choices {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<FieldErrors>(null);
  readonly required = input(false, { transform: booleanAttribute });
  /** Side by side where there is room. */
  readonly beside = input(false, { transform: booleanAttribute });
  protected readonly id = nextId('sam-choices');
  protected readonly messages = computed(() => listOf(this.error()));
  protected readonly describedBy = computed(() => {
    const ids: string[] = [];
    if (this.hint()) ids.push(`${this.id}-hint`);
    if (this.messages().length > 0) ids.push(`${this.id}-error`);
    return ids.join(' ') || null;
  });
}

/** A label that wraps one native radio button or checkbox and its words. */
@Directive({ selector: 'label[samChoice]', host: { class: 'sam-choice' } })
export class Choice {}
