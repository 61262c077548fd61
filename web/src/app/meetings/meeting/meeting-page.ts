import { Component, Injector, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MeetingRef, pages, paths } from '@samhandling/contracts';
import { dayOf, formatMeetingTime } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Icon,
  Link,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatDay,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Callout, LockedNote, SaveState } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { Confirm } from '../../core/confirm.ts';
import { titleFromData } from '../../core/data-title.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Words } from '../../core/words.ts';
import { AgendaList } from '../agenda/agenda-list.ts';
import { OwnItemForm } from '../agenda/own-item-form.ts';
import { AttendanceList } from '../attendance/attendance-list.ts';
import { letterWords, totalWords } from '../data/agenda-words.ts';
import { nextStep, offerOf } from '../data/next-step.ts';
import { MeetingPapers } from '../parts/meeting-papers.ts';
import { EditMeeting } from './edit-meeting.ts';
import { MeetingStore } from './meeting-store.ts';

/** `/mote/:id`: when and where, what to do next, the agenda, and who was there. */
@Component({
  selector: 'sam-meeting-page',
  imports: [
    AgendaList,
    AttendanceList,
    Breadcrumb,
    Button,
    Callout,
    EditMeeting,
    Empty,
    Icon,
    Link,
    LockedNote,
    MeetingPapers,
    OwnItemForm,
    PageHeader,
    ProblemView,
    RouterLink,
    SaveState,
    Skeleton,
    StateChip,
  ],
  providers: [MeetingStore],
  templateUrl: './meeting-page.html',
  styleUrl: './meeting-page.scss',
})
export class MeetingPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  protected readonly store = inject(MeetingStore);
  private readonly injector = inject(Injector);
  private readonly askText = inject(AskText);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly now = new Date().toISOString();
  protected readonly meeting = this.store.meeting;
  protected readonly editing = signal(false);
  protected readonly addingOwn = signal(false);
  protected readonly loadProblem = computed(() => {
    const error = this.store.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly step = computed(() => {
    const meeting = this.meeting();
    return meeting ? nextStep(meeting, this.now) : 'none';
  });
  protected readonly name = computed(() => {
    const meeting = this.meeting();
    if (!meeting) return '';
    // The day is not broken between two lines of the heading.
    const day = formatDay(dayOf(meeting.startsAt), this.locale).replaceAll(' ', '\u00a0');
    return `${meeting.group.name} ${day}`;
  });
  protected readonly when = computed(() => {
    const meeting = this.meeting();
    return meeting ? formatMeetingTime(meeting.startsAt, meeting.endsAt, this.locale) : '';
  });
  protected readonly called = computed(() => {
    const calling = this.meeting()?.calling;
    if (!calling) return '';
    const when = formatInstant(calling.calledAt, this.locale);
    return calling.sequence === 0
      ? $localize`:@@meetings.called:Kallelsen skickades ${when}:when: av ${calling.calledBy}:name:.`
      : $localize`:@@meetings.calledAgain:Ändrad kallelse skickades ${when}:when: av ${calling.calledBy}:name:.`;
  });
  protected readonly letters = computed(() => {
    const calling = this.meeting()?.calling;
    return calling ? letterWords(calling, this.locale) : [];
  });
  /** The list of changes stands on the page until it has been told, and only while telling it makes sense. */
  protected readonly changes = computed(() => {
    const meeting = this.meeting();
    return meeting?.state === 'called' ? meeting.changesSinceCalling : [];
  });
  protected readonly total = computed(() => {
    const meeting = this.meeting();
    return meeting ? totalWords(meeting, this.locale) : '';
  });
  protected readonly mayFill = computed(() => {
    const state = this.meeting()?.state;
    return this.store.mayEdit() && (state === 'planned' || state === 'called');
  });
  /** Where and when: also of a held meeting, until its minutes are out to be adjusted. */
  protected readonly mayPutRight = computed(
    () => this.mayFill() || (this.store.mayEdit() && this.meeting()?.state === 'held'),
  );
  /** Refusals worth saying on the page: of the thing to do next. */
  protected readonly refused = computed(() => {
    const meeting = this.meeting();
    const name = { call: 'call', end: 'hold' } as const;
    const step = this.step();
    if (!meeting || (step !== 'call' && step !== 'end')) return [];
    const offer = offerOf(meeting, name[step]);
    return offer && !offer.allowed ? offer.reasons : [];
  });
  protected readonly mayCancel = computed(() => this.isOffered('cancel'));
  protected readonly mayReopen = computed(() => this.isOffered('reopen'));
  protected readonly mayEnd = computed(() => this.isOffered('hold') && this.step() !== 'end');
  protected readonly files = computed(() => {
    const id = this.id();
    return {
      pdf: paths.paperFile('agenda', id, 'pdf'),
      docx: paths.paperFile('agenda', id, 'docx'),
      ics: paths.meetingInvitation(id),
    };
  });
  protected readonly labels = {
    failed: $localize`:@@meetings.failed:Mötet kunde inte visas`,
    changes: $localize`:@@meetings.changes:Ändrat sedan kallelsen`,
    emptyAgenda: $localize`:@@meetings.agenda.empty:Dagordningen är tom`,
    neighbours: $localize`:@@meetings.neighbours:Gruppens andra möten`,
  };

  constructor() {
    effect(() => this.store.open(this.id()));
    titleFromData(() => this.name() || undefined);
    effect(() => {
      const meeting = this.meeting();
      if (meeting) this.words.use(meeting.plan.words);
    });
  }

  protected day({ startsAt }: MeetingRef): string {
    return formatDay(dayOf(startsAt), this.locale);
  }

  protected async propose(): Promise<void> {
    const meeting = this.meeting();
    if (!meeting) return;
    const { askWhatToAdd } = await import('../agenda/proposal-dialog.ts');
    const items = await askWhatToAdd(this.injector, meeting);
    if (items === null || items.length === 0) return;
    await this.tell(() => this.store.add({ items }));
  }

  protected async call(): Promise<void> {
    const meeting = this.meeting();
    if (!meeting) return;
    const { askToCall } = await import('../calling/call-dialog.ts');
    if (!(await askToCall(this.injector, meeting))) return;
    this.messages.say(
      meeting.state === 'called'
        ? $localize`:@@meetings.call.doneAgain:Den ändrade kallelsen är på väg.`
        : $localize`:@@meetings.call.done:Kallelsen är på väg.`,
    );
  }

  protected async end(): Promise<void> {
    const meeting = this.meeting();
    if (!meeting) return;
    const { askToEnd } = await import('./end-dialog.ts');
    if (!(await askToEnd(this.injector, meeting))) return;
    this.messages.say($localize`:@@meetings.end.done:Mötet är avslutat.`);
  }

  protected async cancel(): Promise<void> {
    const isCalled = this.meeting()?.state === 'called';
    const reason = await this.askText.ask({
      heading: $localize`:@@meetings.cancel.heading:Ställ in mötet?`,
      text: isCalled
        ? $localize`:@@meetings.cancel.called:De som är kallade får ett brev med ditt skäl, och mötet tas bort ur deras kalendrar.`
        : $localize`:@@meetings.cancel.planned:Mötet står kvar i listan som inställt.`,
      label: $localize`:@@meetings.cancel.reason:Varför ställs mötet in?`,
      missing: $localize`:@@meetings.cancel.missing:Skriv varför, så att andra förstår.`,
      yes: $localize`:@@meetings.cancel:Ställ in mötet`,
      danger: true,
    });
    if (reason === null) return;
    await this.tell(async () => {
      await this.store.transition({ transition: 'cancel', reason });
      this.messages.say($localize`:@@meetings.cancel.done:Mötet är inställt.`);
    });
  }

  protected async reopen(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@meetings.reopen.heading:Öppna mötet igen?`,
      text: $localize`:@@meetings.reopen.text:Då kan ni ändra närvaro, punkter och beslut. Mötet räknas inte som genomfört förrän det avslutas på nytt.`,
      yes: $localize`:@@meetings.reopen:Öppna mötet igen`,
    });
    if (!sure) return;
    await this.tell(async () => {
      await this.store.transition({ transition: 'reopen' });
      this.messages.say($localize`:@@meetings.reopen.done:Mötet är öppet igen.`);
    });
  }

  protected addOwn(): void {
    this.addingOwn.set(true);
  }

  private isOffered(name: 'cancel' | 'reopen' | 'hold'): boolean {
    const meeting = this.meeting();
    const offer = meeting && offerOf(meeting, name);
    return offer?.allowed === true;
  }

  /** What is refused is said in the server's words, and the meeting is shown as it is. */
  private async tell(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
      await this.store.refresh();
    }
  }
}
