import { Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { Choice } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { SingleKeys } from '../data/single-keys.ts';

/** All the keys, and the switch that turns the letters off. */
@Component({
  selector: 'sam-keys-dialog',
  imports: [Choice, DialogShell],
  template: `
    <sam-dialog [heading]="heading" (closed)="ref.close()">
      <dl>
        @for (row of rows; track row.words) {
          <div>
            <dt>
              @for (key of row.keys; track key) {
                <kbd>{{ key }}</kbd>
              }
            </dt>
            <dd>{{ row.words }}</dd>
          </div>
        }
      </dl>
      <label samChoice>
        <input type="checkbox" [checked]="keys.on()" (change)="toggle($event)" />
        <span>
          <ng-container i18n="@@walk.keys.single">Bokstäver och siffror fungerar som genvägar</ng-container>
          <span class="sam-quiet sam-small block" i18n="@@walk.keys.singleHint">
            Stäng av det om du talar in text. Pilarna fungerar ändå, och allt finns som knappar.
          </span>
        </span>
      </label>
    </sam-dialog>
  `,
  styles: `
    dl {
      columns: 2 13rem;
      margin: 0 0 var(--sam-space-4);
    }
    dl > div {
      display: flex;
      gap: var(--sam-space-3);
      padding: var(--sam-space-1) 0;
      break-inside: avoid;
    }
    dt {
      flex: none;
      min-width: 4.5rem;
    }
    dd {
      margin: 0;
    }
    kbd {
      display: inline-block;
      min-width: 1.75em;
      margin-right: var(--sam-space-1);
      padding: 0 var(--sam-space-1);
      border: 1px solid var(--sam-line-strong);
      border-radius: var(--sam-radius);
      background: var(--sam-surface);
      font: inherit;
      font-size: var(--sam-text-small);
      text-align: center;
    }
    .block {
      display: block;
    }
  `,
})
export class KeysDialog {
  protected readonly ref = inject<DialogRef>(DialogRef);
  protected readonly keys = inject(SingleKeys);
  protected readonly heading = keysHeading();
  protected readonly rows = [
    { keys: ['→', 'N'], words: $localize`:@@walk.keys.next:Nästa punkt` },
    { keys: ['←', 'F'], words: $localize`:@@walk.keys.previous:Föregående punkt` },
    { keys: ['G'], words: $localize`:@@walk.items:Gå till en punkt` },
    { keys: ['1', '–', '5'], words: $localize`:@@walk.keys.judge:Sätt lägesbedömning` },
    { keys: ['A'], words: $localize`:@@walk.keys.note:Skriv anteckning` },
    { keys: ['B'], words: $localize`:@@walk.keys.decision:Beslut` },
    { keys: ['U'], words: $localize`:@@walk.keys.action:Att göra (uppgift)` },
    { keys: ['D'], words: $localize`:@@walk.keys.complete:Genomfört (öppet beslut eller att göra)` },
    { keys: ['L'], words: $localize`:@@walk.keys.lift:Lyft en fråga` },
    { keys: ['I'], words: $localize`:@@walk.keys.nothingNew:Inget nytt, och vidare` },
    { keys: ['K'], words: $localize`:@@walk.keys.treat:Klar, och vidare` },
    { keys: ['P'], words: $localize`:@@walk.keys.park:Parkera` },
    { keys: ['S'], words: $localize`:@@walk.keys.postpone:Bordlägg (skjut upp)` },
    { keys: ['M'], words: $localize`:@@walk.keys.summary:Mötets slut` },
    { keys: ['T'], words: $localize`:@@walk.keys.follow:Följ den som skriver` },
    { keys: ['H'], words: $localize`:@@walk.keys.screen:Hela skärmen eller med meny` },
    { keys: ['Esc'], words: $localize`:@@walk.keys.close:Lämna fältet eller rutan` },
    { keys: ['?'], words: $localize`:@@walk.keys.help:Den här rutan` },
  ];

  protected toggle(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.keys.set(event.target.checked);
  }
}

function keysHeading(): string {
  return $localize`:@@walk.keys.heading:Tangenter`;
}

export function openKeys(injector: Injector): void {
  injector.get(Dialog).open(KeysDialog, { ...DIALOG_OPTIONS, ariaLabel: keysHeading() });
}
