import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { ParkingInput, RotationActivity } from '@samhandling/contracts';
import { dayOf, isDay } from '@samhandling/domain';
import { Button, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

/** Why an activity need not be up for a while, and until when. */
@Component({
  selector: 'sam-park-dialog',
  imports: [Autosize, Button, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p lang="sv">{{ activity.text }}</p>
        <p i18n="@@rotation.park.text">
          Den tas inte med i förslag så länge den är parkerad. Står den redan på ett möte finns den kvar där tills någon
          flyttar den eller ett nytt förslag behålls.
        </p>
        <sam-field required [label]="labels.reason" [error]="errors().reason">
          <textarea
            samInput
            samAutosize
            cdkFocusInitial
            rows="2"
            maxlength="2000"
            [value]="reason()"
            (input)="set('reason', $event)"
          ></textarea>
        </sam-field>
        <sam-field [label]="labels.until" [hint]="labels.untilHint" [error]="errors().until">
          <input samInput type="date" [min]="today" [value]="until()" (change)="set('until', $event)" />
        </sam-field>
      </form>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer($event)" i18n="@@rotation.park.yes">
          Parkera aktiviteten
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@rotation.cancel">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class ParkDialog {
  protected readonly activity = inject<RotationActivity>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ParkingInput>>(DialogRef);
  protected readonly heading = parkHeading(this.activity);
  protected readonly today = dayOf(new Date());
  protected readonly reason = signal(this.activity.parking?.reason ?? '');
  protected readonly until = signal(this.activity.parking?.until ?? '');
  private readonly tried = signal(false);
  protected readonly errors = computed(() => ({
    reason:
      this.tried() && this.reason().trim() === ''
        ? $localize`:@@rotation.park.reasonMissing:Skriv varför, så att alla förstår varför den inte är uppe.`
        : null,
    until:
      this.tried() && this.until() !== '' && (!isDay(this.until()) || this.until() < this.today)
        ? $localize`:@@rotation.park.passed:Välj idag eller en senare dag.`
        : null,
  }));
  protected readonly labels = {
    reason: $localize`:@@rotation.park.reason:Varför?`,
    until: $localize`:@@rotation.park.until:Till och med`,
    untilHint: $localize`:@@rotation.park.untilHint:Lämna tomt om ni inte vet. Då är den parkerad tills någon tar tillbaka den.`,
  };

  protected set(name: 'reason' | 'until', event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this[name].set(target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const { reason, until } = this.errors();
    if (reason !== null || until !== null) return;
    this.ref.close({ reason: this.reason().trim(), until: this.until() === '' ? null : this.until() });
  }
}

function parkHeading({ reference }: RotationActivity): string {
  return $localize`:@@rotation.park.heading:Parkera ${reference}:reference:`;
}

export async function askToPark(injector: Injector, activity: RotationActivity): Promise<ParkingInput | null> {
  const ref = injector.get(Dialog).open<ParkingInput, RotationActivity>(ParkDialog, {
    ...DIALOG_OPTIONS,
    data: activity,
    ariaLabel: parkHeading(activity),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
