import { Component, Injector, inject, input } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import type { Sex } from '@samhandling/domain';
import { Button } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';

/** Beside a number: how it came about. The explanation is fetched when somebody asks for it. */
@Component({
  selector: 'sam-explain-button',
  imports: [Button],
  template: `
    <button
      samButton="quiet"
      small
      type="button"
      class="sam-no-print"
      aria-haspopup="dialog"
      [attr.aria-label]="label() || null"
      (click)="open()"
      i18n="@@explain.button"
    >
      Förklara talet
    </button>
  `,
})
export class ExplainButton {
  readonly roundId = input.required<Id>();
  readonly indicatorId = input.required<Id>();
  readonly municipalityCode = input<string | null>(null);
  readonly sex = input<Sex>('total');
  readonly isProtected = input(false);
  /** Says which number, where several stand on the page: "Förklara talet för omgång 2025". Begins with the button's own words. */
  readonly label = input('');
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);

  protected async open(): Promise<void> {
    try {
      const { openExplanation } = await import('./explain-dialog.ts');
      openExplanation(this.injector, {
        roundId: this.roundId(),
        indicatorId: this.indicatorId(),
        municipalityCode: this.municipalityCode(),
        sex: this.sex(),
        isProtected: this.isProtected(),
      });
    } catch {
      this.messages.fail(
        $localize`:@@explain.notFetched:Förklaringen gick inte att hämta. Kontrollera anslutningen och försök igen.`,
      );
    }
  }
}
