import { Component, input, output } from '@angular/core';
import type { Id, RotationActivity, RotationMeeting } from '@samhandling/contracts';
import { Button, Field, Input, injectLocale } from '@samhandling/ui';
import { lastUpWords, meetingDay } from '../data/board-words.ts';

/** Activities that stand on no meeting of the year, each with where it can be put. */
@Component({
  selector: 'sam-waiting-list',
  imports: [Button, Field, Input],
  template: `
    <ul class="sam-rows">
      @for (activity of activities(); track activity.id) {
        <li class="row">
          <div class="text">
            <p lang="sv">
              <strong>{{ activity.reference }}</strong> {{ activity.text }}
            </p>
            <p class="sam-quiet sam-small">
              {{ lastUp(activity) }}.
              @for (reason of activity.reasons; track $index) {
                @if (reason.code !== 'never_up') {
                  {{ reason.words }}
                }
              }
            </p>
          </div>
          @if (mayMove()) {
            <sam-field [label]="label(activity)">
              <select samInput (change)="choose(activity, $event)">
                <option value="">{{ stay }}</option>
                @for (meeting of targets(); track meeting.id) {
                  <option [value]="meeting.id">{{ day(meeting) }}</option>
                }
              </select>
            </sam-field>
            <button samButton small type="button" (click)="parked.emit(activity)" i18n="@@rotation.row.park">
              Parkera …
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-3);
      align-items: end;
    }
    .text {
      flex: 1 1 24rem;
      min-width: 0;
      max-width: var(--sam-measure);
    }
  `,
})
export class WaitingList {
  readonly activities = input.required<readonly RotationActivity[]>();
  readonly targets = input.required<readonly RotationMeeting[]>();
  readonly mayMove = input.required<boolean>();
  readonly moved = output<{ readonly activityId: Id; readonly toId: Id }>();
  readonly parked = output<RotationActivity>();
  private readonly locale = injectLocale();
  protected readonly stay = $localize`:@@rotation.row.stay:Välj möte`;

  protected label({ reference }: RotationActivity): string {
    return $localize`:@@rotation.waiting.put:Lägg ${reference}:reference: på`;
  }

  protected lastUp(activity: RotationActivity): string {
    return lastUpWords(activity, this.locale);
  }

  protected day(meeting: RotationMeeting): string {
    return meetingDay(meeting, this.locale);
  }

  protected choose({ id }: RotationActivity, { target }: Event): void {
    if (target instanceof HTMLSelectElement && target.value !== '')
      this.moved.emit({ activityId: id, toId: target.value });
  }
}
