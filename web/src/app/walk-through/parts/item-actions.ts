import { Component, computed, inject, output } from '@angular/core';
import { Button } from '@samhandling/ui';
import { WalkState } from '../data/walk-state.ts';
import type { WalkAction } from '../data/keys.ts';

interface Offer {
  readonly action: WalkAction;
  readonly key: string;
  readonly words: string;
}

/** What can be done with the item, as buttons that say their key. */
@Component({
  selector: 'sam-item-actions',
  imports: [Button],
  template: `
    <div class="make" role="group" [attr.aria-label]="makeLabel">
      @for (offer of make(); track offer.action) {
        <button samButton small type="button" [attr.aria-keyshortcuts]="offer.key" (click)="asked.emit(offer.action)">
          <kbd aria-hidden="true">{{ offer.key }}</kbd> {{ offer.words }}
        </button>
      }
    </div>
    <div class="make" role="group" [attr.aria-label]="endLabel">
      @for (offer of end(); track offer.action) {
        <button
          samButton="quiet"
          small
          type="button"
          [attr.aria-keyshortcuts]="offer.key"
          (click)="asked.emit(offer.action)"
        >
          <kbd aria-hidden="true">{{ offer.key }}</kbd> {{ offer.words }}
        </button>
      }
    </div>
  `,
  styleUrl: './side.scss',
  styles: `
    .make {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2);
    }
    .make + .make {
      margin-top: var(--sam-space-2);
      gap: 0 var(--sam-space-1);
    }
    kbd {
      margin-right: var(--sam-space-1);
    }
  `,
})
export class ItemActions {
  readonly asked = output<WalkAction>();
  private readonly state = inject(WalkState);
  protected readonly makeLabel = $localize`:@@walk.actions.make:Skriv till punkten`;
  protected readonly endLabel = $localize`:@@walk.actions.end:Vad blev det av punkten?`;

  protected readonly make = computed((): readonly Offer[] => {
    const item = this.state.seen()?.item;
    const isAnswer = item?.kind === 'lift' && item.question?.mayAnswer === true;
    const decide = isAnswer
      ? $localize`:@@walk.actions.answer:Besluta och svara`
      : $localize`:@@walk.keys.decision:Beslut`;
    const all: (Offer | false)[] = [
      { action: 'decision', key: 'B', words: decide },
      { action: 'action', key: 'U', words: $localize`:@@walk.form.action:Nytt att göra` },
      (item?.kind === 'decision' || item?.kind === 'action_point') && {
        action: 'complete',
        key: 'D',
        words: $localize`:@@walk.form.complete:Genomfört`,
      },
      this.state.walk()?.liftsTo !== null && {
        action: 'lift',
        key: 'L',
        words: $localize`:@@walk.form.lift:Lyft en fråga`,
      },
    ];
    return all.filter((offer) => offer !== false);
  });
  protected readonly end = computed((): readonly Offer[] => {
    const all: (Offer | false)[] = [
      { action: 'treat', key: 'K', words: $localize`:@@walk.actions.treat:Klar` },
      { action: 'nothingNew', key: 'I', words: $localize`:@@walk.actions.nothingNew:Inget nytt` },
      { action: 'postpone', key: 'S', words: $localize`:@@walk.form.postponeSend:Bordlägg` },
      this.state.seen()?.item.kind === 'activity' && {
        action: 'park',
        key: 'P',
        words: $localize`:@@walk.form.parkSend:Parkera`,
      },
    ];
    return all.filter((offer) => offer !== false);
  });
}
