import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Lift, pages } from '@samhandling/contracts';
import { LIFT_STATE_LABELS, dayOf } from '@samhandling/domain';
import { Disclosure, ProblemView, Skeleton, formatDay, injectLocale, injectSay } from '@samhandling/ui';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { together } from '../data/undertaking.ts';
import { UndertakingRows } from './undertaking-rows.ts';

/** Notes shown in full; earlier ones are one click away. */
const SHOWN = 3;

/** "Möten och beslut" on the page of an activity: when it was up and will be, what was said, decided and asked. */
@Component({
  selector: 'sam-activity-meetings-section',
  imports: [Disclosure, ProblemView, RouterLink, Skeleton, UndertakingRows],
  template: `
    @if (found(); as found) {
      <p>{{ lastUp() }} {{ plannedWords() }}</p>
      @for (one of found.parked; track one.group.id) {
        <p class="sam-quiet" lang="sv">{{ labels.parked }} {{ one.group.name }}: {{ one.reason }}</p>
      }
      @if (rows().length > 0) {
        <h3 i18n="@@decisions.activity.decided">Beslut och uppgifter</h3>
        <sam-undertaking-rows [rows]="rows()" [withActivity]="false" (changed)="resource.reload()" />
      }
      @if (found.lifts.length > 0) {
        <h3 i18n="@@decisions.activity.lifts">Lyfta frågor</h3>
        <ul class="sam-rows">
          @for (lift of found.lifts; track lift.id) {
            <li>
              <a lang="sv" [routerLink]="pages.lift(lift.id)">{{ lift.question }}</a>
              <div class="sam-row sam-small">
                <span class="sam-chip sam-chip--state">{{ say(liftStates[lift.state]) }}</span>
                <span class="sam-quiet">{{ lift.fromGroup.name }} → {{ lift.toGroup.name }}</span>
              </div>
              @if (answerTo(lift); as answer) {
                <p class="sam-verbatim" lang="sv">{{ answer }}</p>
              }
            </li>
          }
        </ul>
      }
      @if (notes().length > 0) {
        <h3 i18n="@@decisions.activity.notes">Antecknat på möten</h3>
        @for (note of notes().slice(0, shown); track note.meeting.id) {
          <p>
            <a [routerLink]="pages.meeting(note.meeting.id)">{{ note.group.name }} {{ day(note.on) }}</a>
            <span class="note sam-verbatim" lang="sv">{{ note.note }}</span>
          </p>
        }
        @if (notes().length > shown) {
          <sam-disclosure [summary]="labels.earlier" [note]="'' + (notes().length - shown)">
            @for (note of notes().slice(shown); track note.meeting.id) {
              <p>
                <a [routerLink]="pages.meeting(note.meeting.id)">{{ note.group.name }} {{ day(note.on) }}</a>
                <span class="note sam-verbatim" lang="sv">{{ note.note }}</span>
              </p>
            }
          </sam-disclosure>
        }
      }
    } @else if (problem(); as problem) {
      <sam-problem [problem]="problem" retryable (retry)="resource.reload()" />
    } @else {
      <sam-skeleton [lines]="4" />
    }
  `,
  styles: `
    h3 {
      margin: var(--sam-space-5) 0 var(--sam-space-2);
    }
    .note {
      display: block;
      max-width: 70ch;
    }
  `,
})
export class ActivityMeetingsSection {
  protected readonly say = injectSay();
  protected readonly liftStates = LIFT_STATE_LABELS;
  readonly activityId = input.required<string>();

  protected readonly pages = pages;
  protected readonly shown = SHOWN;
  private readonly locale = injectLocale();
  protected readonly resource = inject(DecisionsApi).ofActivity(this.activityId);
  protected readonly found = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly rows = computed(() => {
    const found = this.found();
    return found ? together(found.decisions, found.actionPoints) : [];
  });
  protected readonly notes = computed(() => (this.found()?.up ?? []).filter(({ note }) => note !== ''));
  protected readonly labels = {
    parked: $localize`:@@decisions.activity.parked:Parkerad i`,
    earlier: $localize`:@@decisions.activity.earlier:Tidigare anteckningar`,
  };
  protected readonly lastUp = computed(() => {
    const day = this.found()?.lastUpOn ?? null;
    return day === null
      ? $localize`:@@decisions.activity.neverUp:Har inte varit uppe på något möte.`
      : $localize`:@@decisions.activity.lastUp:Senast uppe ${this.day(day)}:day:.`;
  });
  protected readonly plannedWords = computed(() => {
    const next = this.found()?.planned[0];
    if (!next) return '';
    const day = this.day(dayOf(next.meeting.startsAt));
    return $localize`:@@decisions.activity.next:Står på tur ${day}:day: i ${next.group.name}:group:.`;
  });

  protected day(day: string): string {
    return formatDay(day, this.locale);
  }

  protected answerTo({ answer, decision }: Lift): string {
    return [answer, decision ? `${decision.reference} ${decision.text}` : ''].filter((part) => part !== '').join(' ');
  }
}
