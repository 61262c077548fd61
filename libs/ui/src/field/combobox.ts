import { Component, ElementRef, booleanAttribute, computed, input, model, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import { Field, type FieldErrors, Input, nextId } from './field.ts';
import { type ComboboxOption, matchingOptions } from './combobox-match.ts';

/**
 * Several things out of many: type a part of the name, choose with Enter, what is chosen stands under the field and is
 * taken away there. Follows the ARIA pattern of a combobox with a list: the focus never leaves the field.
 */
@Component({
  selector: 'sam-combobox',
  imports: [Field, Icon, Input],
  templateUrl: './combobox.html',
  styleUrl: './combobox.scss',
})
export class Combobox {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<FieldErrors>(null);
  readonly required = input(false, { transform: booleanAttribute });
  readonly options = input.required<readonly ComboboxOption[]>();
  /** Ids, in the order they were chosen. */
  readonly chosen = model.required<readonly string[]>();
  /** Language of the options where it is not the page's. */
  readonly optionLang = input<'sv' | null>(null);

  protected readonly listId = nextId('sam-list');
  private readonly control = viewChild.required<string, ElementRef<HTMLInputElement>>('control', { read: ElementRef });
  protected readonly text = signal('');
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  protected readonly found = computed(() => matchingOptions(this.options(), this.text(), this.chosen()));
  protected readonly picked = computed(() => {
    const byId = new Map(this.options().map((option) => [option.id, option]));
    return this.chosen().map((id) => byId.get(id) ?? { id, label: id });
  });
  protected readonly said = signal('');
  protected readonly foundWords = computed(() => {
    if (!this.open()) return this.said();
    const count = this.found().total;
    if (count === 0) return $localize`:@@ui.combobox.none:Inget passar med det du skrev`;
    return count === 1
      ? $localize`:@@ui.combobox.one:1 förslag`
      : $localize`:@@ui.combobox.many:${count}:count: förslag`;
  });

  focus(): void {
    this.control().nativeElement.focus();
  }

  protected optionId(index: number): string {
    return `${this.listId}-${String(index)}`;
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.text.set(event.target.value);
    this.active.set(0);
    this.open.set(true);
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      this.move(move);
    } else if (event.key === 'Enter' && this.open()) {
      // Also when nothing was found: the form is not sent by somebody who meant to choose.
      event.preventDefault();
      this.pick(this.found().options[this.active()]);
    } else if (event.key === 'Escape' && this.open()) {
      event.preventDefault();
      event.stopPropagation();
      this.open.set(false);
    } else if (event.key === 'Backspace' && this.text() === '') {
      const last = this.chosen().at(-1);
      if (last !== undefined) this.remove(last);
    }
  }

  protected pick(option: ComboboxOption | undefined): void {
    if (!option) return;
    this.chosen.update((chosen) => [...chosen, option.id]);
    this.said.set($localize`:@@ui.combobox.added:${option.label}:label: är vald`);
    this.text.set('');
    this.control().nativeElement.value = '';
    this.open.set(false);
  }

  protected remove(id: string, refocus = false): void {
    const label = this.picked().find((option) => option.id === id)?.label ?? '';
    this.chosen.update((chosen) => chosen.filter((one) => one !== id));
    this.said.set($localize`:@@ui.combobox.removed:${label}:label: är borttagen`);
    if (refocus) this.focus();
  }

  protected removeLabel(label: string): string {
    return $localize`:@@ui.combobox.remove:Ta bort ${label}:label:`;
  }

  /** What was typed but not chosen would look chosen: it goes when the field is left. */
  protected left(): void {
    this.open.set(false);
    this.text.set('');
    this.control().nativeElement.value = '';
  }

  private move(by: number): void {
    if (!this.open()) {
      this.active.set(0);
      this.open.set(true);
      return;
    }
    const count = this.found().options.length;
    if (count > 0) this.active.update((at) => (at + by + count) % count);
    queueMicrotask(() => document.getElementById(this.optionId(this.active()))?.scrollIntoView?.({ block: 'nearest' }));
  }
}
