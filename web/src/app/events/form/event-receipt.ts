import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EventAnswer, pages } from '@samhandling/contracts';
import { Button, Icon, formatDay, injectLocale } from '@samhandling/ui';
import { eventName } from '../data/event-words.ts';
import { ChangedFigures } from './changed-figures.ts';

/** What was just registered and what it did, with a way back. */
@Component({
  selector: 'sam-event-receipt',
  imports: [Button, ChangedFigures, Icon, RouterLink],
  template: `
    <div class="receipt">
      <div class="sam-row sam-row--apart">
        <p>
          <sam-icon class="done" name="check" />&ngsp;
          <a [routerLink]="link()" lang="sv">{{ name() }}</a>
          <span class="sam-quiet"> {{ facts() }}</span>
        </p>
        <button samButton small type="button" (click)="undone.emit()">
          <sam-icon name="undo" /><ng-container i18n="@@events.receipt.undo">Ångra</ng-container>
        </button>
      </div>
      @if (answer().changed.length > 0) {
        <sam-changed-figures [changed]="answer().changed" [slug]="slug()" />
      } @else {
        <p class="sam-quiet" i18n="@@events.receipt.nothingCounts">
          Inga siffror ändrades: ingen indikator räknar sådana händelser än.
        </p>
      }
      @for (remark of answer().remarks; track remark) {
        <p class="remark"><sam-icon name="info" />{{ remark }}</p>
      }
    </div>
  `,
  styles: `
    .receipt {
      margin-bottom: var(--sam-space-4);
      padding: var(--sam-space-3) var(--sam-space-5);
      border-left: 3px solid var(--sam-good);
      border-radius: var(--sam-radius);
      background: var(--sam-good-soft);
    }
    .done {
      color: var(--sam-good);
      vertical-align: -0.1em;
    }
    .remark {
      display: flex;
      gap: var(--sam-space-2);
      margin-top: var(--sam-space-2);
    }
    .remark sam-icon {
      margin-top: 0.2em;
    }
  `,
})
export class EventReceipt {
  readonly answer = input.required<EventAnswer>();
  readonly slug = input.required<string>();
  readonly undone = output<void>();

  private readonly locale = injectLocale();
  protected readonly name = computed(() => eventName(this.answer().event));
  protected readonly link = computed(() => pages.event(this.slug(), this.answer().event.id));
  protected readonly facts = computed(() => {
    const { kind, title, day } = this.answer().event;
    return [...(title.trim() === '' ? [] : [kind.name]), formatDay(day, this.locale)].join(', ');
  });
}
