import { Component, computed, inject, output, signal } from '@angular/core';
import type { Problem } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';

/** An item of the group's own: "Val av justerare". Stays open, since there are often several. */
@Component({
  selector: 'sam-own-item-form',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack sam-aside" novalidate (submit)="send($event)">
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <div class="beside">
        <sam-field required [label]="labels.title" [error]="titleErrors()">
          <input
            samInput
            type="text"
            autocomplete="off"
            maxlength="500"
            [value]="title()"
            (input)="set('title', $event)"
          />
        </sam-field>
        <sam-field [label]="labels.minutes" [error]="minutesErrors()">
          <input
            samInput
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="3"
            [value]="minutes()"
            (input)="set('minutes', $event)"
          />
        </sam-field>
      </div>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@meetings.own.add">Lägg till punkten</button>
        <button samButton type="button" (click)="closed.emit()" i18n="@@meetings.own.done">Klart</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    .beside {
      display: grid;
      gap: var(--sam-space-4);
    }
    @media (min-width: 34rem) {
      .beside {
        grid-template-columns: minmax(0, 1fr) 8rem;
      }
    }
  `,
})
export class OwnItemForm {
  readonly closed = output<void>();

  private readonly store = inject(MeetingStore);
  private readonly focus = focusWithin();
  protected readonly title = signal('');
  protected readonly minutes = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  private readonly isMinutes = computed(() => {
    const text = this.minutes().trim();
    return text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 480);
  });
  protected readonly titleErrors = computed(() =>
    this.tried() && this.title().trim() === ''
      ? [$localize`:@@meetings.own.titleMissing:Skriv vad punkten handlar om.`]
      : reasonsAt(this.problem(), '/items/0/title'),
  );
  protected readonly minutesErrors = computed(() =>
    this.isMinutes()
      ? reasonsAt(this.problem(), '/items/0/minutes')
      : [$localize`:@@meetings.own.minutesWrong:Skriv ett helt tal mellan 1 och 480.`],
  );
  protected readonly shown = computed(() => besideFields(this.problem(), ['/items/0/title', '/items/0/minutes']));
  protected readonly labels = {
    title: $localize`:@@meetings.own.title:Punkt`,
    minutes: $localize`:@@meetings.own.minutes:Minuter`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.title().trim() !== '');
    this.focus('input');
  }

  protected set(name: 'title' | 'minutes', event: Event): void {
    if (event.target instanceof HTMLInputElement) this[name].set(event.target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    const [title, minutes] = [this.title().trim(), this.minutes().trim()];
    if (title === '' || !this.isMinutes()) return this.focus(FIRST_WRONG);
    this.busy.set(true);
    try {
      await this.store.add({ items: [{ kind: 'free', title, ...(minutes !== '' && { minutes: Number(minutes) }) }] });
      this.title.set('');
      this.minutes.set('');
      this.tried.set(false);
      this.focus('input');
    } catch (error) {
      this.problem.set(problemOf(error));
      this.focus(FIRST_WRONG);
    } finally {
      this.busy.set(false);
    }
  }
}
