import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject, signal } from '@angular/core';
import { dayOf } from '@samhandling/domain';
import { Button, Field, Input } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

interface Parking {
  readonly reason: string;
  readonly parkUntil?: string;
}

/** An activity the group need not have up for a while: why, and until when if that is known. */
@Component({
  selector: 'sam-park-dialog',
  imports: [Autosize, Button, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        <p i18n="@@meetings.park.text">
          Den föreslås inte till dagordningen så länge den är parkerad. Skälet syns på aktiviteten och i planeringen av
          året.
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
          <input samInput type="date" [value]="until()" (change)="set('until', $event)" />
        </sam-field>
      </form>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer($event)" i18n="@@meetings.park">Parkera</button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@meetings.cancelDialog">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class ParkDialog {
  protected readonly ref = inject<DialogRef<Parking>>(DialogRef);
  protected readonly heading = parkHeading(inject<string>(DIALOG_DATA));
  protected readonly reason = signal('');
  protected readonly until = signal('');
  protected readonly errors = signal<{ readonly reason: string | null; readonly until: string | null }>({
    reason: null,
    until: null,
  });
  protected readonly labels = {
    reason: $localize`:@@meetings.park.reason:Varför behöver den inte tas upp?`,
    until: $localize`:@@meetings.park.until:Till och med`,
    untilHint: $localize`:@@meetings.park.untilHint:Tomt tills någon tar fram den igen.`,
  };

  protected set(name: 'reason' | 'until', event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this[name].set(target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    const [reason, parkUntil] = [this.reason().trim(), this.until()];
    const errors = {
      reason: reason === '' ? $localize`:@@meetings.park.missing:Skriv varför.` : null,
      until:
        parkUntil !== '' && parkUntil < dayOf(new Date())
          ? $localize`:@@meetings.park.past:Den dagen har varit.`
          : null,
    };
    this.errors.set(errors);
    if (errors.reason === null && errors.until === null) this.ref.close({ reason, ...(parkUntil && { parkUntil }) });
  }
}

function parkHeading(name: string): string {
  return $localize`:@@meetings.park.heading:Parkera ${name}:item:`;
}

export async function askWhyPark(injector: Injector, name: string): Promise<Parking | null> {
  const ref = injector.get(Dialog).open<Parking, string>(ParkDialog, {
    ...DIALOG_OPTIONS,
    data: name,
    ariaLabel: parkHeading(name),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
