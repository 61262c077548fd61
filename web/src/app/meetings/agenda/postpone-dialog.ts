import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject, signal } from '@angular/core';
import type { MeetingRef } from '@samhandling/contracts';
import { formatMeetingTime } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Input, injectLocale } from '@samhandling/ui';
import { Autosize, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';

interface Question {
  readonly name: string;
  readonly later: readonly MeetingRef[];
}
interface Postponing {
  readonly postponeToId?: string;
  readonly reason?: string;
}

/** To which of the group's later meetings an item goes, and why if somebody wants to say so. */
@Component({
  selector: 'sam-postpone-dialog',
  imports: [Autosize, Button, Choice, Choices, DialogShell, Field, Input],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <form class="sam-stack" (submit)="answer($event)">
        @if (later.length > 0) {
          <sam-choices [label]="labels.to">
            @for (meeting of later; track meeting.id) {
              <label samChoice>
                <input
                  type="radio"
                  name="later"
                  [checked]="chosen() === meeting.id"
                  (change)="chosen.set(meeting.id)"
                />
                <span>{{ when(meeting) }}</span>
              </label>
            }
          </sam-choices>
        } @else {
          <p i18n="@@meetings.postpone.none">
            Gruppen har inget senare möte planerat. Punkten föreslås till nästa möte när det är planerat.
          </p>
        }
        <sam-field [label]="labels.reason">
          <textarea
            samInput
            samAutosize
            rows="2"
            maxlength="2000"
            [value]="reason()"
            (input)="write($event)"
          ></textarea>
        </sam-field>
      </form>
      <ng-container actions>
        <button samButton="primary" type="button" (click)="answer($event)" i18n="@@meetings.postpone.yes">
          Ta upp senare
        </button>
        <button samButton type="button" (click)="ref.close(undefined)" i18n="@@meetings.cancelDialog">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
})
export class PostponeDialog {
  private readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Postponing>>(DialogRef);
  private readonly locale = injectLocale();
  protected readonly later = this.question.later;
  protected readonly heading = postponeHeading(this.question.name);
  protected readonly chosen = signal(this.later[0]?.id);
  protected readonly reason = signal('');
  protected readonly labels = {
    to: $localize`:@@meetings.postpone.to:Till vilket möte?`,
    reason: $localize`:@@meetings.postpone.reason:Varför?`,
  };

  protected when({ startsAt, endsAt }: MeetingRef): string {
    return formatMeetingTime(startsAt, endsAt, this.locale);
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.reason.set(event.target.value);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    const [postponeToId, reason] = [this.chosen(), this.reason().trim()];
    this.ref.close({ ...(postponeToId && { postponeToId }), ...(reason !== '' && { reason }) });
  }
}

function postponeHeading(name: string): string {
  return $localize`:@@meetings.postpone.heading:Ta upp ${name}:item: på ett senare möte`;
}

export async function askWhereTo(injector: Injector, question: Question): Promise<Postponing | null> {
  const ref = injector.get(Dialog).open<Postponing, Question>(PostponeDialog, {
    ...DIALOG_OPTIONS,
    data: question,
    ariaLabel: postponeHeading(question.name),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
