import { Component } from '@angular/core';

@Component({
  selector: 'sam-colour-section',
  template: `
    <div class="swatches">
      @for (pair of pairs; track pair[0]) {
        <div
          class="swatch"
          [style.background]="'var(--sam-' + pair[1] + ')'"
          [style.color]="'var(--sam-' + pair[0] + ')'"
        >
          {{ pair[0] }}<br /><small>{{ pair[1] }}</small>
        </div>
      }
    </div>
    <div class="sam-columns sam-columns--even text">
      <div class="sam-prose">
        <h1>Rubrik ett för en hel sida</h1>
        <h2>Rubrik två för en del</h2>
        <h3>Rubrik tre för en underdel</h3>
        <p>
          Löptexten är satt för långa svenska texter: ungefär sjuttio tecken per rad, gott om luft mellan raderna och
          inga avstavningar som läsaren måste gissa sig till. <a href="/galleri">En länk i löptext</a> syns utan att
          ropa.
        </p>
        <ul>
          <li>Kommunerna och regionen träffas två gånger om året.</li>
          <li>Länsstyrelsen sammanställer och återkommer med vad som behöver beslutas.</li>
        </ul>
      </div>
      <div class="sam-stack">
        <p><span class="sam-figure">9 av 12</span><br /><span class="sam-quiet">aktiviteter är besvarade</span></p>
        <p class="sam-num">1 234,5<br />987,0<br />12,25</p>
        <p class="sam-quiet">Tyst text för fakta vid sidan om.</p>
        <p class="sam-small">Liten text, aldrig mindre än så här.</p>
      </div>
    </div>
  `,
  styles: `
    .swatches {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: var(--sam-space-2);
    }
    .swatch {
      padding: var(--sam-space-3);
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
    }
    .text {
      margin-top: var(--sam-space-8);
    }
  `,
})
export class ColourSection {
  protected readonly pairs = [
    ['ink', 'ground'],
    ['ink', 'surface'],
    ['ink-quiet', 'sunken'],
    ['accent', 'ground'],
    ['on-accent', 'accent'],
    ['accent-strong', 'accent-soft'],
    ['danger', 'danger-soft'],
    ['on-danger', 'danger'],
    ['warning', 'warning-soft'],
    ['good', 'good-soft'],
  ] as const;
}
