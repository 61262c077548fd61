import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import type { Meeting, Problem } from '@samhandling/contracts';
import { formatMeetingTime } from '@samhandling/domain';
import { Button, Field, Icon, Input, ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { Autosize, Callout, DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../../core/problem.ts';
import { GroupsApi } from '../../groups/data/groups-api.ts';
import { calledTo } from '../data/called-to.ts';
import { offerOf } from '../data/next-step.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';

/** To whom the calling goes, what comes with it, and a message above it. A changed calling says what has changed. */
@Component({
  selector: 'sam-call-dialog',
  imports: [Autosize, Button, Callout, DialogShell, Field, Icon, Input, ProblemView, Skeleton],
  templateUrl: './call-dialog.html',
  styles: `
    ul {
      margin: var(--sam-space-1) 0 0;
      padding-left: 1.2em;
    }
    h3 {
      font-size: var(--sam-text);
    }
  `,
})
export class CallDialog {
  private readonly meeting = inject<Meeting>(DIALOG_DATA);
  private readonly store = inject(MeetingStore);
  private readonly locale = injectLocale();
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly isAgain = this.meeting.state === 'called';
  protected readonly heading = callHeading(this.isAgain);
  protected readonly changes = this.meeting.changesSinceCalling;
  protected readonly when = formatMeetingTime(this.meeting.startsAt, this.meeting.endsAt, this.locale);
  private readonly group = inject(GroupsApi).group(() => this.meeting.group.id);
  protected readonly to = computed(() =>
    this.group.hasValue() ? calledTo(this.group.value().members, this.meeting.startsAt) : undefined,
  );
  protected readonly toWords = computed(() => {
    const count = this.to()?.reached.length ?? 0;
    if (count === 0) return $localize`:@@meetings.call.toNobody:Kallelsen når ingen`;
    return count === 1
      ? $localize`:@@meetings.call.toOne:Kallelsen går till 1 person`
      : $localize`:@@meetings.call.to:Kallelsen går till ${count}:count: personer`;
  });
  protected readonly loadProblem = computed(() => {
    const error = this.group.error();
    return error ? problemOf(error) : null;
  });
  protected readonly offer = offerOf(this.meeting, this.isAgain ? 'call_again' : 'call');
  protected readonly message = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    message: $localize`:@@meetings.call.message:Meddelande`,
    messageHint: $localize`:@@meetings.call.messageHint:Står överst i brevet. Kan vara tomt.`,
    changed: $localize`:@@meetings.changes:Ändrat sedan kallelsen`,
    without: $localize`:@@meetings.call.without:De här får ingen kallelse, för de har ingen e-postadress`,
    send: this.isAgain
      ? $localize`:@@meetings.call.sendAgain:Skicka ändrad kallelse`
      : $localize`:@@meetings.call.send:Skicka kallelsen`,
  };

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.message.set(event.target.value);
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const message = this.message().trim();
    try {
      await this.store.transition({
        transition: this.isAgain ? 'call_again' : 'call',
        ...(message !== '' && { message }),
      });
      this.ref.close(true);
    } catch (error) {
      this.problem.set(problemOf(error));
      if (this.problem()?.code === 'stale') await this.store.refresh();
    } finally {
      this.busy.set(false);
    }
  }
}

function callHeading(isAgain: boolean): string {
  return isAgain
    ? $localize`:@@meetings.call.headingAgain:Skicka ändrad kallelse`
    : $localize`:@@meetings.call.heading:Kalla till mötet`;
}

/** True when the calling was sent. */
export async function askToCall(injector: Injector, meeting: Meeting): Promise<boolean> {
  const ref = injector.get(Dialog).open<boolean, Meeting>(CallDialog, {
    ...DIALOG_OPTIONS,
    data: meeting,
    injector,
    ariaLabel: callHeading(meeting.state === 'called'),
  });
  return (await firstValueFrom(ref.closed)) === true;
}
