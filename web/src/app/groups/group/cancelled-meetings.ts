import { Component, input } from '@angular/core';
import type { Instant, MeetingRef } from '@samhandling/contracts';
import { formatMeetingTime } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';

/** Meetings that are cancelled when the group is closed: those to come that have not been held, soonest first. */
export function cancelledBy(meetings: readonly MeetingRef[], now: Instant): MeetingRef[] {
  return meetings
    .filter(({ state, startsAt }) => (state === 'planned' || state === 'called') && startsAt > now)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** What closing a group cancels, told before it is done; nothing where there is none. */
@Component({
  selector: 'sam-cancelled-meetings',
  imports: [Callout],
  template: `
    @if (meetings().length > 0) {
      <sam-callout kind="warning" [heading]="heading">
        <ul>
          @for (meeting of meetings(); track meeting.id) {
            <li>{{ when(meeting) }}</li>
          }
        </ul>
        <p i18n="@@groups.close.told">De som redan är kallade får veta att mötet är inställt.</p>
      </sam-callout>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:empty) {
      display: none;
    }
  `,
})
export class CancelledMeetings {
  readonly meetings = input.required<readonly MeetingRef[]>();
  private readonly locale = injectLocale();
  protected readonly heading = $localize`:@@groups.close.cancelled:De här mötena ställs in`;

  protected when({ startsAt, endsAt }: MeetingRef): string {
    return formatMeetingTime(startsAt, endsAt, this.locale);
  }
}
