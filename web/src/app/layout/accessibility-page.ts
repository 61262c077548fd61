import { Component } from '@angular/core';
import { PageHeader } from '@samhandling/ui';

/** What works, what does not, and how to tell us. The formal statement of the county comes with its public site. */
@Component({
  selector: 'sam-accessibility-page',
  imports: [PageHeader],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading" />
      <div class="sam-prose">
        <p i18n="@@layout.a11y.intro">
          Alla ska kunna använda Samhandling. Vi följer riktlinjerna WCAG 2.2 på nivå AA, både för den som läser planen
          och för den som arbetar i den.
        </p>
        <h2 i18n="@@layout.a11y.how">Så kan du använda sidorna</h2>
        <ul>
          <li i18n="@@layout.a11y.keyboard">
            Allt går att göra med tangentbordet. Det som har fokus har en tydlig ram.
          </li>
          <li i18n="@@layout.a11y.zoom">
            Du kan förstora till 400 procent utan att text försvinner eller måste läsas i sidled. Breda tabeller rullar
            för sig.
          </li>
          <li i18n="@@layout.a11y.colour">
            Färg är aldrig ensam om att betyda något. Varje bedömning har ett tecken och ett ord, och varje diagram har
            en tabell.
          </li>
          <li i18n="@@layout.a11y.reader">
            Sidorna har rubriker, landmärken och meddelanden som skärmläsare läser upp.
          </li>
          <li i18n="@@layout.a11y.motion">Rörelser stängs av om du har valt det i din dator eller telefon.</li>
        </ul>
        <h2 i18n="@@layout.a11y.report">Säg till när något inte fungerar</h2>
        <p i18n="@@layout.a11y.contact">
          Kontakta länets planerare om du möter ett hinder. Skriv vilken sida det gäller och vad du försökte göra.
        </p>
      </div>
    </div>
  `,
})
export class AccessibilityPage {
  protected readonly heading = $localize`:@@layout.a11y.heading:Tillgänglighet i Samhandling`;
}
