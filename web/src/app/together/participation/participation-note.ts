import { Component, ElementRef, booleanAttribute, computed, inject, input, signal } from '@angular/core';
import type { Id, ParticipationRow } from '@samhandling/contracts';
import { Button, Input } from '@samhandling/ui';
import { ParticipationStore } from './participation-store.ts';

/**
 * A note to what is stated: "representerades av grannkommunen". A quiet button until somebody wants to write; saved when the
 * field is left or with Enter, and Escape leaves it as it was. Nothing can be noted where nothing is stated.
 */
@Component({
  selector: 'sam-participation-note',
  imports: [Button, Input],
  template: `
    @if (open()) {
      <input
        samInput
        type="text"
        autocomplete="off"
        maxlength="2000"
        lang="sv"
        [attr.aria-label]="label()"
        [placeholder]="label()"
        [value]="row().note"
        (change)="save($event)"
        (blur)="open.set(false)"
        (keydown.enter)="leave($event)"
        (keydown.escape)="leave($event, row().note)"
      />
    } @else {
      @if (row().note && !hideText()) {
        <span class="text" lang="sv">{{ row().note }}</span>
      }
      @if (row().mayEdit && row().state !== null) {
        <button samButton="quiet" small type="button" (click)="write()">
          {{ words() }}<span class="sam-visually-hidden">: {{ label() }}</span>
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--sam-space-3);
      align-items: center;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .text {
      overflow-wrap: anywhere;
    }
    input {
      flex: 1 1 16rem;
      max-width: 40rem;
    }
  `,
})
export class ParticipationNote {
  readonly activityId = input.required<Id>();
  /** "2.2/5", where several activities stand on a page. */
  readonly reference = input('');
  readonly row = input.required<ParticipationRow>();
  /** Where the note is shown already. */
  readonly hideText = input(false, { transform: booleanAttribute });

  private readonly store = inject(ParticipationStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly open = signal(false);
  protected readonly label = computed(() => {
    const suffix = this.reference() === '' ? '' : `, ${this.reference()}`;
    return $localize`:@@together.note.label:Anteckning för ${this.row().organisation.name}:name:` + suffix;
  });
  protected readonly words = computed(() =>
    this.row().note === ''
      ? $localize`:@@together.note.write:Skriv en anteckning`
      : $localize`:@@together.note.change:Ändra anteckningen`,
  );

  protected write(): void {
    this.open.set(true);
    setTimeout(() => this.host.querySelector('input')?.focus());
  }

  protected save(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const note = event.target.value.trim();
    const { note: before, state, organisation } = this.row();
    if (note === before) return;
    void this.store.state([{ activityId: this.activityId(), organisationId: organisation.id, state, note }]);
  }

  /** Leaving the field saves what it says, so with Escape it first says what it said. */
  protected leave(event: Event, text?: string): void {
    event.preventDefault();
    event.stopPropagation();
    if (!(event.target instanceof HTMLInputElement)) return;
    if (text !== undefined) event.target.value = text;
    event.target.blur();
    setTimeout(() => this.host.querySelector('button')?.focus());
  }
}
