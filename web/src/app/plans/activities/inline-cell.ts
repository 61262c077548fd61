import { Component, ElementRef, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityListItem, pages } from '@samhandling/contracts';
import { nextId } from '@samhandling/ui';
import { SaveState } from '@samhandling/ui/work';
import { InlineControl } from './inline-control.ts';
import { InlineEdit } from './inline-edit.ts';
import { type InlineField, type InlineValue, inlineValueOf } from './inline-value.ts';

/**
 * One cell that is written in. A choice made by pointer is saved at once. By the keyboard nothing is saved while one looks
 * through the choices: Enter saves and goes to the next row, leaving the cell saves, Escape takes back.
 */
@Component({
  selector: 'sam-inline-cell',
  imports: [InlineControl, RouterLink, SaveState],
  template: `
    <sam-inline-control
      [item]="item()"
      [field]="field()"
      [value]="value()"
      [label]="label()"
      [describedBy]="note"
      (valueChange)="write($event)"
    />
    <div class="note" [id]="note">
      @if (state().status !== 'idle') {
        <sam-save-state [status]="state().status" [reason]="state().reason" (retry)="commit()" />
      }
      @if (asksWhy()) {
        <a class="why" [routerLink]="pages.followUp(item().followUpId ?? '')" i18n="@@lists.inline.why"
          >Skriv varför i svaret</a
        >
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .note:empty {
      display: none;
    }
    .why {
      display: block;
      margin-top: var(--sam-space-1);
      font-size: var(--sam-text-small);
    }
  `,
  host: {
    '(pointerdown)': 'keyed = false',
    '(keydown)': 'press($event)',
    '(focusout)': 'leave($event)',
  },
})
export class InlineCell {
  readonly item = input.required<ActivityListItem>();
  readonly field = input.required<InlineField>();

  protected readonly pages = pages;
  private readonly edit = inject(InlineEdit);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly control = viewChild.required(InlineControl);
  protected readonly note = nextId('inline-note');
  /** What stands in the row, and follows it; what is typed lies over it. */
  private readonly stored = computed(() => inlineValueOf(this.item())[this.field()]);
  protected readonly typed = linkedSignal<InlineValue[InlineField]>(() => this.stored());
  protected readonly value = computed<InlineValue>(() => ({
    ...inlineValueOf(this.item()),
    [this.field()]: this.typed(),
  }));
  protected readonly state = computed(() => this.edit.state(this.item(), this.field()));
  protected readonly label = computed(
    () => $localize`:@@lists.inline.label:${this.edit.labels[this.field()]}:field: för ${this.item().reference}:row:`,
  );
  /** A need of support, and a cancellation, want their words before the answer is handed in. */
  protected readonly asksWhy = computed(() => {
    const { judgement } = this.item();
    return this.field() === 'judgement' && (judgement === 'needs_support' || judgement === 'cancelled');
  });
  /** The last thing in the cell was a key, and not the pointer. */
  protected keyed = false;

  protected write(value: InlineValue): void {
    this.typed.set(value[this.field()]);
    this.edit.mark(this.item(), this.field(), this.isChanged());
    if (!this.keyed) this.commit();
  }

  /** Enter would open the list of choices in some browsers; it is opened with the space bar or by pointer. */
  protected press(event: KeyboardEvent): void {
    this.keyed = true;
    if (!isControl(event.target)) return;
    if (event.key === 'Escape') this.takeBack();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.repeat) return;
    this.commit();
    this.toNextRow(event.target);
  }

  protected leave(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.host.nativeElement.contains(event.relatedTarget)) return;
    this.commit();
  }

  protected commit(): void {
    if (!this.isChanged() || this.state().status === 'saving' || this.control().isUnfinished()) return;
    void this.edit.save(this.item(), { [this.field()]: this.typed() });
  }

  private takeBack(): void {
    this.typed.set(this.stored());
    this.control().reset();
    this.edit.mark(this.item(), this.field(), false);
  }

  private isChanged(): boolean {
    return this.typed() !== this.stored();
  }

  private toNextRow(from: Element): void {
    const column = [...(from.closest('table')?.querySelectorAll<HTMLElement>(`[data-inline="${this.field()}"]`) ?? [])];
    column[column.findIndex((each) => each === from) + 1]?.focus();
  }
}

function isControl(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('[data-inline]');
}
