import { Component, Injector, inject, input, output } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import { Button } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';

/** To the targets of one indicator in one round. The dialog is fetched when somebody asks for it. */
@Component({
  selector: 'sam-targets-button',
  imports: [Button],
  template: `
    <button
      samButton="quiet"
      small
      type="button"
      class="sam-no-print"
      aria-haspopup="dialog"
      [attr.tabindex]="stop() ? null : -1"
      [attr.aria-label]="label() || null"
      (click)="open()"
      i18n="@@targets.button"
    >
      Målvärden
    </button>
  `,
})
export class TargetsButton {
  readonly roundId = input.required<Id>();
  readonly indicatorId = input.required<Id>();
  readonly round = input.required<string>();
  readonly text = input.required<string>();
  readonly label = input('');
  /** False where the arrow keys lead here, as in a grid: then it is no stop of its own for the tab key. */
  readonly stop = input(true);
  readonly saved = output<void>();
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);

  protected async open(): Promise<void> {
    try {
      const { openTargets } = await import('./targets-dialog.ts');
      const isSaved = await openTargets(this.injector, {
        roundId: this.roundId(),
        indicatorId: this.indicatorId(),
        round: this.round(),
        text: this.text(),
      });
      if (!isSaved) return;
      this.messages.say($localize`:@@targets.saved:Målvärdena är sparade.`);
      this.saved.emit();
    } catch {
      this.messages.fail(
        $localize`:@@targets.notFetched:Målvärdena gick inte att hämta. Kontrollera anslutningen och försök igen.`,
      );
    }
  }
}
