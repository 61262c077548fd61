import { DOCUMENT, Component, computed, inject, input, output } from '@angular/core';
import type { AnswerReceipt, AnswerSheet } from '@samhandling/contracts';
import { Button, Icon, PageHeader, formatInstant, injectLocale } from '@samhandling/ui';

/** What was answered, and as plainly what was not. Made to be printed or kept as a PDF. */
@Component({
  selector: 'sam-answer-receipt',
  imports: [Button, Icon, PageHeader],
  template: `
    <sam-page-header [heading]="heading" [meta]="meta()">
      <p lang="sv">{{ sheet().plan.title }}</p>
    </sam-page-header>
    <div class="sam-stack" role="status">
      <p>{{ summary() }}</p>
    </div>
    @if (receipt().answered.length > 0) {
      <section class="sam-section" aria-labelledby="inlamnat">
        <h2 id="inlamnat" i18n="@@answer.receipt.answered">Inlämnat</h2>
        <ul class="sam-rows">
          @for (line of receipt().answered; track line.reference) {
            <li>
              <strong class="reference">{{ line.reference }}</strong><span lang="sv">{{ line.text }}</span>
            </li>
          }
        </ul>
      </section>
    }
    @if (receipt().left.length > 0) {
      <section class="sam-section" aria-labelledby="kvar">
        <h2 id="kvar" i18n="@@answer.receipt.left">Inte inlämnat</h2>
        <ul class="sam-rows">
          @for (line of receipt().left; track line.reference) {
            <li>
              <strong class="reference">{{ line.reference }}</strong><span lang="sv">{{ line.text }}</span>
            </li>
          }
        </ul>
        <p class="sam-quiet" i18n="@@answer.receipt.leftText">
          Det du har skrivit i dem är sparat, men räknas som svar först när du lämnar in dem.
        </p>
      </section>
    }
    <div class="sam-stack end">
      @if (values()) {
        <p>{{ values() }}</p>
      }
      <p class="sam-quiet">{{ openWords() }}</p>
      <p class="sam-buttons sam-no-print">
        <button samButton type="button" (click)="back.emit()">
          <sam-icon name="back" /><ng-container i18n="@@answer.receipt.back">Tillbaka till frågorna</ng-container>
        </button>
        <button samButton type="button" (click)="print()" i18n="@@answer.receipt.print">Skriv ut kvittot</button>
      </p>
    </div>
  `,
  styles: `
    .reference {
      display: block;
    }
    .sam-rows {
      border-top: 0;
    }
    .sam-section > .sam-quiet {
      margin-top: var(--sam-space-4);
    }
    .end {
      margin-top: var(--sam-space-8);
    }
  `,
})
export class AnswerReceiptView {
  readonly sheet = input.required<AnswerSheet>();
  readonly receipt = input.required<AnswerReceipt>();
  readonly back = output();

  private readonly window = inject(DOCUMENT).defaultView;
  private readonly locale = injectLocale();
  protected readonly heading = $localize`:@@answer.receipt.heading:Kvitto på dina svar`;
  protected readonly meta = computed(() => {
    const { person, county, round } = this.sheet();
    const when = formatInstant(this.receipt().at, this.locale);
    return $localize`:@@answer.receipt.meta:${person.name}:name: · ${county}:county: · Omgång ${round.label}:round: · ${when}:when:`;
  });
  protected readonly summary = computed(() => {
    const { answered, left } = this.receipt();
    const total = answered.length + left.length;
    return left.length === 0
      ? $localize`:@@answer.receipt.all:Tack! Alla dina svar är inlämnade (${answered.length}:answered: av ${total}:total:).`
      : $localize`:@@answer.receipt.some:${answered.length}:answered: av ${total}:total: svar är inlämnade. Det som återstår står nedan.`;
  });
  protected readonly values = computed(() => {
    const { values } = this.receipt();
    if (values === 0) return '';
    return values === 1
      ? $localize`:@@answer.receipt.value:1 värde är sparat i ditt namn.`
      : $localize`:@@answer.receipt.values:${values}:values: värden är sparade i ditt namn.`;
  });
  protected readonly openWords = computed(
    () =>
      $localize`:@@answer.receipt.open:Du kan öppna länken igen i den här webbläsaren och ändra så länge omgången tar emot svar.`,
  );

  protected print(): void {
    this.window?.print();
  }
}
