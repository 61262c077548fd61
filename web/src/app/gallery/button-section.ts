import { Component } from '@angular/core';
import { Button, ICONS, Icon, type IconName, Link } from '@samhandling/ui';

@Component({
  selector: 'sam-button-section',
  imports: [Button, Icon, Link],
  template: `
    <div class="sam-stack">
      @for (look of looks; track look) {
        <div class="sam-buttons">
          <button [samButton]="look" type="button">Spara svaret</button>
          <button [samButton]="look" type="button"><sam-icon name="add" />Lägg till</button>
          <button [samButton]="look" type="button" busy>Sparar svaret</button>
          <button [samButton]="look" type="button" disabled>Går inte nu</button>
          <button [samButton]="look" type="button" small>Liten</button>
          <button [samButton]="look" type="button" iconOnly><sam-icon name="edit" label="Ändra" /></button>
        </div>
      }
      <p class="sam-row">
        <a href="/galleri">Vanlig länk</a>
        <a samLink="quiet" href="/galleri">Tyst länk i lista</a>
        <a samLink="standalone" href="/galleri"><sam-icon name="forward" />Fristående länk</a>
      </p>
      <ul class="icons">
        @for (name of icons; track name) {
          <li><sam-icon [name]="name" /> {{ name }}</li>
        }
      </ul>
    </div>
  `,
  styles: `
    .icons {
      columns: 12rem;
      padding: 0;
      list-style: none;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .icons sam-icon {
      color: var(--sam-ink);
    }
  `,
})
export class ButtonSection {
  protected readonly looks = ['primary', 'secondary', 'quiet', 'danger'] as const;
  protected readonly icons = Object.keys(ICONS).filter((name): name is IconName => name in ICONS);
}
