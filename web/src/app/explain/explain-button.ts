import { Component, Injector, inject, input } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import type { Sex } from '@samhandling/domain';
import { Button } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { Session } from '../core/session.ts';

/**
 * Beside a number: how it came about. The explanation is fetched when somebody asks for it. Whoever answers by a link is not
 * signed in and may not ask, so nothing is offered there.
 */
@Component({
  selector: 'sam-explain-button',
  imports: [Button],
  template: `
    @if (session.signedIn()) {
      <button
        samButton="quiet"
        small
        type="button"
        class="sam-no-print"
        aria-haspopup="dialog"
        [attr.tabindex]="stop() ? null : -1"
        [attr.aria-label]="label() || null"
        (click)="open()"
        i18n="@@explain.button"
      >
        Förklara talet
      </button>
    }
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
  /** False where the arrow keys lead here, as in a grid: then it is no stop of its own for the tab key. */
  readonly stop = input(true);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  protected readonly session = inject(Session);

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
