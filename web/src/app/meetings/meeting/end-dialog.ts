import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { Meeting, Problem } from '@samhandling/contracts';
import { Button, Icon, ProblemView, injectLocale } from '@samhandling/ui';
import { Callout, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../../core/problem.ts';
import { countWords } from '../data/attendance-words.ts';
import { itemShort } from '../data/agenda-words.ts';
import { offerOf } from '../data/next-step.ts';
import { MeetingStore } from './meeting-store.ts';

/** Ending the meeting: who was there, what was not taken up, and what happens then. */
@Component({
  selector: 'sam-end-dialog',
  imports: [Button, Callout, DialogShell, Icon, ProblemView],
  template: `
    <sam-dialog [heading]="heading" [closable]="false">
      <div class="sam-stack">
        @if (problem(); as problem) {
          <sam-problem [problem]="problem" />
        }
        <p>{{ count() }}</p>
        @if (waiting().length > 0) {
          <sam-callout [heading]="labels.waiting">
            <ul>
              @for (item of waiting(); track item.id) {
                <li lang="sv">{{ short(item) }}</li>
              }
            </ul>
          </sam-callout>
        }
        <p i18n="@@meetings.end.text">
          Mötet räknas som genomfört, och protokollet kan skrivas färdigt. Mötet kan öppnas igen så länge protokollet är
          ett utkast.
        </p>
        @if (offer(); as offer) {
          @if (!offer.allowed) {
            <ul id="kan-inte-avsluta">
              @for (reason of offer.reasons; track reason) {
                <li><sam-icon name="info" /> {{ reason }}</li>
              }
            </ul>
          }
        }
      </div>
      <ng-container actions>
        <button
          samButton="primary"
          type="button"
          [busy]="busy()"
          [disabled]="!offer()?.allowed"
          [attr.aria-describedby]="offer()?.allowed ? null : 'kan-inte-avsluta'"
          (click)="end()"
          i18n="@@meetings.end"
        >
          Avsluta mötet
        </button>
        <button samButton type="button" (click)="ref.close(false)" i18n="@@meetings.cancelDialog">Avbryt</button>
      </ng-container>
    </sam-dialog>
  `,
  styles: `
    ul {
      margin: 0;
      padding-left: 1.2em;
    }
  `,
})
export class EndDialog {
  private readonly opened = inject<Meeting>(DIALOG_DATA);
  private readonly store = inject(MeetingStore);
  private readonly locale = injectLocale();
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly heading = endHeading();
  private readonly meeting = computed(() => this.store.meeting() ?? this.opened);
  protected readonly offer = computed(() => offerOf(this.meeting(), 'hold'));
  protected readonly count = computed(() => countWords(this.meeting().attendance, this.locale));
  protected readonly waiting = computed(() =>
    this.meeting().items.filter(({ number, state }) => number !== null && state === 'waiting'),
  );
  protected readonly short = itemShort;
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    waiting: $localize`:@@meetings.end.waiting:Det här har inte behandlats, och föreslås igen nästa gång`,
  };

  protected async end(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.transition({ transition: 'hold' });
      this.ref.close(true);
    } catch (error) {
      this.problem.set(problemOf(error));
      await this.store.refresh();
    } finally {
      this.busy.set(false);
    }
  }
}

function endHeading(): string {
  return $localize`:@@meetings.end.heading:Avsluta mötet?`;
}

/** True when the meeting was ended. */
export async function askToEnd(injector: Injector, meeting: Meeting): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, Meeting>(EndDialog, {
    ...DIALOG_OPTIONS,
    data: meeting,
    injector,
    ariaLabel: endHeading(),
  });
  return (await firstValueFrom(ref.closed)) === true;
}
