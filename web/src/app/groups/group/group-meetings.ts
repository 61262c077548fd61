import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Group, type MeetingRef, type Problem, pages } from '@samhandling/contracts';
import { formatMeetingTime } from '@samhandling/domain';
import { Button, Disclosure, Icon, StateChip, injectLocale } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { focusWithin } from '../../session/focus-within.ts';
import { MeetingForm } from '../../meetings/form/meeting-form.ts';
import { MeetingsApi } from '../../meetings/data/meetings-api.ts';
import { type MeetingValues, meetingInput, nextMeeting } from '../../meetings/data/meeting-values.ts';
import { meetingYears } from '../data/meeting-years.ts';

/** The meetings of a group: those to come, then those that have been, year by year; and the form of a new one. */
@Component({
  selector: 'sam-group-meetings',
  imports: [Button, Disclosure, Icon, MeetingForm, RouterLink, StateChip],
  template: `
    <section class="sam-section" aria-labelledby="moten">
      <h2 id="moten" i18n="@@groups.meetings">Möten</h2>
      <div class="sam-stack">
        @if (group().mayWrite && !group().closedOn && !adding()) {
          <div class="sam-buttons sam-no-print">
            @if (group().mayManage) {
              <button samButton="primary" type="button" class="add" (click)="begin()">
                <sam-icon name="add" /><ng-container i18n="@@groups.meetings.add">Nytt möte</ng-container>
              </button>
              <a samButton [routerLink]="pages.rotation(group().id, thisYear)" i18n="@@groups.meetings.plan"
                >Planera året</a
              >
            }
            <a
              samButton
              [routerLink]="pages.newDecision(group().plan.slug)"
              [queryParams]="{ grupp: group().id }"
              i18n="@@groups.meetings.decide"
              >Nytt beslut mellan möten</a
            >
          </div>
        }
        @if (adding()) {
          <div class="sam-aside">
            <h3 i18n="@@groups.meetings.add">Nytt möte</h3>
            <sam-meeting-form
              [(values)]="values"
              [problem]="problem()"
              [tried]="tried()"
              [busy]="busy()"
              [saveWords]="save"
              (sent)="add()"
            >
              <button samButton type="button" (click)="close()" i18n="@@groups.form.cancel">Avbryt</button>
            </sam-meeting-form>
          </div>
        }
        @if (lists().coming.length > 0) {
          <ul class="sam-rows coming">
            @for (meeting of lists().coming; track meeting.id) {
              <li class="sam-row sam-row--apart">
                <a [routerLink]="pages.meeting(meeting.id)">{{ when(meeting) }}</a>
                @if (meeting.title) {
                  <span lang="sv">{{ meeting.title }}</span>
                }
                <sam-state [meeting]="meeting.state" />
              </li>
            }
          </ul>
        } @else if (!adding()) {
          <p class="sam-quiet" i18n="@@groups.meetings.none">Inget kommande möte är planerat.</p>
        }
        @for (year of lists().years; track year.year) {
          <sam-disclosure [summary]="yearWords(year.year)" [note]="'' + year.meetings.length">
            <ul class="sam-rows">
              @for (meeting of year.meetings; track meeting.id) {
                <li class="sam-row sam-row--apart">
                  <a [routerLink]="pages.meeting(meeting.id)">{{ when(meeting) }}</a>
                  @if (meeting.title) {
                    <span lang="sv">{{ meeting.title }}</span>
                  }
                  <sam-state [meeting]="meeting.state" />
                </li>
              }
            </ul>
          </sam-disclosure>
        }
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .coming {
      margin-top: var(--sam-space-4);
    }
  `,
})
export class GroupMeetings {
  readonly group = input.required<Group>();
  readonly changed = output<void>();

  protected readonly pages = pages;
  private readonly api = inject(MeetingsApi);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  private readonly now = new Date().toISOString();
  protected readonly lists = computed(() => meetingYears(this.group().meetings, this.now));
  /** A year that is nearly over is planned already: the next one is what there is to plan. */
  protected readonly thisYear = Number(this.now.slice(0, 4)) + (this.now.slice(5, 7) >= '10' ? 1 : 0);
  protected readonly save = $localize`:@@groups.meetings.save:Spara mötet`;
  protected readonly adding = signal(false);
  protected readonly values = signal<MeetingValues>(nextMeeting([]));
  private readonly start = signal<MeetingValues>(nextMeeting([]));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);

  constructor() {
    inject(UnsavedChanges).watch(() => this.adding() && JSON.stringify(this.values()) !== JSON.stringify(this.start()));
  }

  protected when({ startsAt, endsAt }: MeetingRef): string {
    return formatMeetingTime(startsAt, endsAt, this.locale);
  }

  protected yearWords(year: number): string {
    return $localize`:@@groups.meetings.year:Tidigare möten ${year}:year:`;
  }

  protected begin(): void {
    this.start.set(nextMeeting(this.group().meetings));
    this.values.set(this.start());
    this.problem.set(null);
    this.tried.set(false);
    this.adding.set(true);
    this.focus('sam-meeting-form input');
  }

  protected close(): void {
    this.adding.set(false);
    this.focus('.add');
  }

  protected async add(): Promise<void> {
    if (this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    const input = meetingInput(this.values());
    if (input === null) return this.focus('[aria-invalid="true"]');
    this.busy.set(true);
    try {
      await this.api.create(this.group().id, [input]);
      this.messages.say(
        $localize`:@@groups.meetings.saved:Mötet är planerat. Kalla till det när dagordningen är klar.`,
      );
      this.close();
      this.changed.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
      this.focus('[aria-invalid="true"]');
    } finally {
      this.busy.set(false);
    }
  }
}
