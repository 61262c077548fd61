import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import {
  Component,
  ElementRef,
  Injector,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Id, type RotationActivity, type RotationProposal, pages } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Empty,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { Callout, LockedNote } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import {
  type BoardEntry,
  areAllPast,
  boardOf,
  entriesOf,
  isParked,
  keepOf,
  meetingBeside,
  moveOf,
  pinOf,
  unplanned,
} from '../data/board.ts';
import { lastUpWords, movedWords, parkedWords, shortDay, yearWords } from '../data/board-words.ts';
import { RotationApi } from '../data/rotation-api.ts';
import { PlanMeetings } from '../meetings/plan-meetings.ts';
import { GapList } from './gap-list.ts';
import { MeetingColumn } from './meeting-column.ts';
import { Parkings } from './parkings.ts';
import { ProposalPanel } from './proposal-panel.ts';
import { RotationChanges } from './rotation-changes.ts';
import { focusFirst, scrollToMeeting, stepToMeeting, stepToRow } from './rows.ts';
import { WaitingList } from './waiting-list.ts';

/** `/grupp/:id/planering/:year`: the year as columns of meetings, with what is up in each. */
@Component({
  selector: 'sam-rotation-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    CdkDropListGroup,
    Disclosure,
    Empty,
    GapList,
    Icon,
    LockedNote,
    MeetingColumn,
    PageHeader,
    PlanMeetings,
    ProblemView,
    ProposalPanel,
    RouterLink,
    Skeleton,
    WaitingList,
  ],
  templateUrl: './rotation-page.html',
  styleUrl: './rotation-page.scss',
  providers: [Parkings, RotationChanges],
})
export class RotationPage {
  readonly id = input.required<string>();
  readonly year = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(RotationApi);
  private readonly changes = inject(RotationChanges);
  protected readonly parkings = inject(Parkings);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly today = dayOf(new Date());
  protected readonly thisYear = computed(() => Number(this.year()));
  protected readonly resource = this.api.rotation(this.id, this.thisYear);
  private readonly answered = keepLast(this.resource);
  protected readonly rotation = this.changes.rotation;
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly proposal = linkedSignal<string, RotationProposal | null>({
    source: () => `${this.id()} ${this.year()}`,
    computation: () => null,
  });
  protected readonly keep = signal(true);
  protected readonly busy = signal(false);
  protected readonly openKey = signal('');
  protected readonly said = signal('');
  private readonly entries = computed(() => {
    const rotation = this.rotation();
    return rotation ? entriesOf(rotation, this.proposal()) : [];
  });
  protected readonly parts = computed(() => {
    const rotation = this.rotation();
    return rotation ? boardOf(rotation, this.entries()) : [];
  });
  protected readonly mayMove = computed(() => (this.rotation()?.mayManage ?? false) && this.proposal() === null);
  protected readonly targets = computed(() => this.rotation()?.meetings.filter(({ isFixed }) => !isFixed) ?? []);
  protected readonly without = computed(() => {
    const rotation = this.rotation();
    return rotation ? unplanned(rotation, this.entries(), this.today) : [];
  });
  protected readonly parked = computed(
    () => this.rotation()?.activities.filter((activity) => isParked(activity, this.today)) ?? [],
  );
  protected readonly meta = computed(() => {
    const rotation = this.rotation();
    return rotation ? yearWords(rotation, this.locale) : '';
  });
  /** What comes too late for every milestone it is about is told, but asks nothing of anybody. */
  protected readonly isMissedOnly = computed(() => {
    const rotation = this.rotation();
    return rotation !== undefined && areAllPast(rotation, this.today);
  });
  protected readonly heading = computed(() =>
    Number.isInteger(this.thisYear())
      ? $localize`:@@rotation.heading:Planering ${this.year()}:year:`
      : $localize`:@@rotation.headingOnly:Planering`,
  );
  protected readonly labels = {
    failed: $localize`:@@rotation.failed:Planeringen kunde inte visas`,
    gaps: $localize`:@@rotation.gaps:Det här håller inte än`,
    missed: $localize`:@@rotation.missed:Det här var inte uppe i tid`,
    whole: $localize`:@@rotation.whole:Varje aktivitet som pågår är uppe före varje samråd`,
    board: $localize`:@@rotation.board:Årets möten från vänster till höger`,
    dataDays: $localize`:@@rotation.dataDays:Dagar då siffror kommer`,
    more: $localize`:@@rotation.more:Lägg till fler möten i år`,
    noMeetings: $localize`:@@rotation.noMeetings:Inga möten är planerade det här året`,
    readOnly: $localize`:@@rotation.readOnly:Du kan läsa planeringen men inte ändra den.`,
    planner: $localize`:@@rotation.planner:en planerare i länet`,
  };
  private readonly focus = (...selectors: readonly string[]): void => focusFirst(this.injector, ...selectors);
  private readonly columns = viewChild<ElementRef<HTMLElement>>('columns');
  /** Counts what has been asked: an answer that comes when the proposal has been discarded does not bring it back. */
  private question = 0;

  constructor() {
    this.changes.follow(this.resource, this.answered);
    titleFromData(() => {
      const rotation = this.rotation();
      return rotation && `${this.heading()}, ${rotation.group.name}`;
    });
    this.showNextFree();
  }

  /** A year that has begun opens at the first meeting that can still be planned; those that were held lie to the left. */
  private showNextFree(): void {
    let shown = '';
    afterRenderEffect(() => {
      const list = this.columns()?.nativeElement;
      const year = `${this.id()} ${this.year()}`;
      const rotation = this.rotation();
      if (!list || !rotation || rotation.year !== this.thisYear() || shown === year) return;
      shown = year;
      scrollToMeeting(list, this.targets()[0]?.id ?? '');
    });
  }

  protected milestoneDay(on: string): string {
    return shortDay(on, this.locale);
  }

  protected dataDay(on: string): string {
    return formatDay(on, this.locale);
  }

  protected parkedWords(activity: RotationActivity): string {
    return parkedWords(activity, this.locale);
  }

  protected lastUp(activity: RotationActivity): string {
    return lastUpWords(activity, this.locale);
  }

  protected toggle({ meetingId, activity }: BoardEntry): void {
    const key = `${meetingId}/${activity.id}`;
    this.openKey.update((open) => (open === key ? '' : key));
  }

  /**
   * Arrows on a row: up and down to the next row of the meeting; left and right to the meeting beside, taking the activity
   * along when its row is open.
   */
  protected key(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.classList.contains('pick') || event.altKey || event.ctrlKey) return;
    const row = target.closest<HTMLElement>('[data-entry]');
    const [meetingId = '', activityId = ''] = (row?.dataset['entry'] ?? '').split('/');
    if (event.key === 'Escape') this.openKey.set('');
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') stepToRow(target, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const by = event.key === 'ArrowLeft' ? -1 : 1;
      if (this.openKey() === `${meetingId}/${activityId}` && this.mayMove()) this.moveBeside(meetingId, activityId, by);
      else stepToMeeting(meetingId, target, by);
    } else return;
    event.preventDefault();
  }

  protected move(activityId: Id, fromId: Id | null, toId: Id | null): Promise<void> {
    return this.changes.inTurn(async () => {
      const before = this.rotation();
      const sent = before ? moveOf(before, activityId, fromId, toId) : [];
      const activity = before?.activities.find(({ id }) => id === activityId);
      if (!before || !activity) return;
      if (sent.length === 0) {
        this.said.set($localize`:@@rotation.moved.not:${activity.reference}:reference: kan inte flyttas dit.`);
        return;
      }
      const after = await this.changes.put(sent);
      if (!after) return;
      const part = this.parts().find((one) => one.kind === 'meeting' && one.column.meeting.id === toId);
      const column = part?.kind === 'meeting' ? part.column : null;
      const words = movedWords(activity, column, column?.meeting ?? null, this.locale);
      this.changes.offerBack(words, before, sent);
      if (toId === null) {
        this.focus(`[data-meeting="${fromId ?? ''}"] .pick`, '#aret');
        return;
      }
      this.openKey.set(`${toId}/${activityId}`);
      this.focus(`[data-entry="${toId}/${activityId}"] .pick`);
    });
  }

  protected pin({ activity, meetingId }: BoardEntry, isPinned: boolean): Promise<void> {
    return this.changes.inTurn(async () => {
      const rotation = this.rotation();
      if (!rotation || !(await this.changes.put(pinOf(rotation, activity.id, meetingId, isPinned)))) return;
      const { reference } = activity;
      this.said.set(
        isPinned
          ? $localize`:@@rotation.pinned:${reference}:reference: är fäst och flyttas inte av ett förslag.`
          : $localize`:@@rotation.unpinned:${reference}:reference: är lossad.`,
      );
      this.focus(`[data-entry="${meetingId}/${activity.id}"] .pick`);
    });
  }

  protected async propose(keep: boolean): Promise<void> {
    this.keep.set(keep);
    this.busy.set(true);
    const question = ++this.question;
    await this.changes.try(async () => {
      const year = this.thisYear();
      const proposal = await this.api.propose(this.id(), year, keep);
      if (question !== this.question || year !== this.thisYear()) return;
      this.proposal.set(proposal);
      this.openKey.set('');
      this.focus('#forslag');
    });
    this.busy.set(false);
  }

  protected keepProposal(): Promise<void> {
    return this.changes.inTurn(async () => {
      const [before, proposal] = [this.rotation(), this.proposal()];
      if (!before || !proposal) return;
      this.busy.set(true);
      const sent = keepOf(before, proposal);
      const after = await this.changes.put(sent);
      this.busy.set(false);
      if (!after) return;
      this.proposal.set(null);
      this.changes.offerBack($localize`:@@rotation.kept:Förslaget är sparat.`, before, sent);
      this.focus('h1');
    });
  }

  protected discard(): void {
    this.question += 1;
    this.proposal.set(null);
    this.said.set($localize`:@@rotation.discarded:Förslaget är kastat. Ingenting är ändrat.`);
    this.focus('h1');
  }

  private moveBeside(meetingId: Id, activityId: Id, by: -1 | 1): void {
    const to = meetingBeside(this.rotation()?.meetings ?? [], this.entries(), { meetingId, activityId }, by);
    if (to) void this.move(activityId, meetingId, to);
    else this.said.set($localize`:@@rotation.moved.end:Det finns inget möte att flytta till åt det hållet.`);
  }
}
