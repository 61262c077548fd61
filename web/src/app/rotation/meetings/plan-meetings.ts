import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { MeetingsProposal, MeetingsProposalRequest, Problem } from '@samhandling/contracts';
import { formatWeek, holidayOn, isDay, weekdayName } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { meetingsWords } from '../data/board-words.ts';
import {
  type DayRow,
  FIRST_WISH,
  type WishValues,
  meetingsOf,
  requestOf,
  wishErrors,
  withTarget,
} from '../data/meetings-wish.ts';
import { RotationApi } from '../data/rotation-api.ts';

type TextField = Exclude<keyof WishValues, 'meetsInJuly' | 'isSummerFree'>;

/** "Andra torsdagen i månaden 13–15": proposes the days of a year's meetings, lets them be changed one by one, and makes them. */
@Component({
  selector: 'sam-plan-meetings',
  imports: [Button, Callout, Choice, Choices, Field, Input, ProblemView],
  templateUrl: './plan-meetings.html',
  styleUrl: './plan-meetings.scss',
})
export class PlanMeetings {
  readonly groupId = input.required<string>();
  readonly year = input.required<number>();
  /** The group's target, and how many of them there are already. */
  readonly perYear = input.required<number | null>();
  readonly planned = input.required<number>();
  readonly created = output<void>();
  private readonly api = inject(RotationApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  /** Only the number follows the target: what else is typed stays when some meetings are made. */
  protected readonly values = linkedSignal<{ perYear: number | null; planned: number }, WishValues>({
    source: () => ({ perYear: this.perYear(), planned: this.planned() }),
    computation: ({ perYear, planned }, previous) => withTarget(previous?.value ?? FIRST_WISH, perYear, planned),
  });
  private readonly tried = signal(false);
  protected readonly errors = computed(() => (this.tried() ? wishErrors(this.values()) : {}));
  protected readonly proposal = signal<MeetingsProposal | null>(null);
  private readonly asked = signal<MeetingsProposalRequest | null>(null);
  protected readonly rows = signal<readonly DayRow[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly chosen = computed(() => this.rows().filter(({ isChosen, day }) => isChosen && isDay(day)).length);
  protected readonly weekdays = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'].map(
    (day, index) => ({ value: String(index + 1), label: weekdayName(day, this.locale) }),
  );
  protected readonly nths = [
    { value: '1', label: $localize`:@@rotation.wish.first:första` },
    { value: '2', label: $localize`:@@rotation.wish.second:andra` },
    { value: '3', label: $localize`:@@rotation.wish.third:tredje` },
    { value: '4', label: $localize`:@@rotation.wish.fourth:fjärde` },
    { value: '-1', label: $localize`:@@rotation.wish.last:sista` },
  ];
  protected readonly labels = {
    rule: $localize`:@@rotation.wish.rule:Hur ofta`,
    nth: $localize`:@@rotation.wish.nth:Vilken i månaden`,
    weekday: $localize`:@@rotation.wish.weekday:Veckodag`,
    everyWeeks: $localize`:@@rotation.wish.everyWeeks:Veckor mellan mötena`,
    count: $localize`:@@rotation.wish.count:Antal möten`,
    startTime: $localize`:@@rotation.wish.start:Börjar`,
    endTime: $localize`:@@rotation.wish.end:Slutar`,
    place: $localize`:@@rotation.wish.place:Plats`,
    free: $localize`:@@rotation.wish.free:Sommaren`,
    short: $localize`:@@rotation.wish.short:Dagarna räcker inte`,
    leftOut: $localize`:@@rotation.wish.leftOut:Dagar som inte föreslås`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.proposal() !== null);
  }

  protected set(name: TextField, event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    this.values.update((values) => ({ ...values, [name]: target.value }));
  }

  protected tick(name: 'meetsInJuly' | 'isSummerFree', event: Event): void {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.values.update((values) => ({ ...values, [name]: target.checked }));
  }

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.problem.set(null);
    const request = requestOf(this.values(), this.year());
    if (!request) {
      this.focus('sam-plan-meetings [aria-invalid="true"]');
      return;
    }
    await this.try(async () => {
      const proposal = await this.api.proposeMeetings(this.groupId(), request);
      this.asked.set(request);
      this.proposal.set(proposal);
      this.rows.set(proposal.meetings.map(({ day, note }) => ({ day, note, isChosen: true })));
      this.focus('#forslagna-dagar');
    });
  }

  protected change(index: number, row: Partial<DayRow>): void {
    this.rows.update((rows) => rows.map((one, at) => (at === index ? { ...one, ...row } : one)));
  }

  protected changeDay(index: number, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.change(index, { day: target.value, note: this.noteOn(target.value) });
  }

  protected choose(index: number, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.change(index, { isChosen: target.checked });
  }

  protected addDay(): void {
    this.rows.update((rows) => [...rows, { day: '', note: '', isChosen: true }]);
    this.focus('.days li:last-child input[type=date]');
  }

  protected discard(): void {
    this.proposal.set(null);
    this.rows.set([]);
  }

  protected async create(): Promise<void> {
    const asked = this.asked();
    if (!asked || this.chosen() === 0) return;
    this.problem.set(null);
    await this.try(async () => {
      const meetings = meetingsOf(this.rows(), asked, this.values().place);
      await this.api.createMeetings(this.groupId(), { meetings });
      this.discard();
      const count = meetingsWords(meetings.length);
      this.messages.say(
        $localize`:@@rotation.wish.created:${count}:count: är planerade. Nu kan aktiviteterna fördelas.`,
      );
      this.created.emit();
    });
  }

  /** "torsdag, vecka 2". */
  protected about(day: string): string {
    return isDay(day) ? `${weekdayName(day, this.locale)}, ${formatWeek(day, this.locale)}` : '';
  }

  protected day(day: string): string {
    return formatDay(day, this.locale);
  }

  protected chosenLabel({ day }: DayRow): string {
    return isDay(day)
      ? $localize`:@@rotation.wish.take:Möte ${formatDay(day, this.locale)}:day:`
      : $localize`:@@rotation.wish.takeNew:Möte på en egen dag`;
  }

  protected dayLabel(index: number): string {
    return $localize`:@@rotation.wish.dayOf:Dag för möte ${String(index + 1)}:number:`;
  }

  protected createLabel(): string {
    return $localize`:@@rotation.wish.create:Skapa ${meetingsWords(this.chosen())}:count:`;
  }

  private noteOn(day: string): string {
    if (!isDay(day)) return '';
    const holiday = holidayOn(day);
    return holiday ? $localize`:@@rotation.wish.holiday:Dagen är ${holiday.name[this.locale]}:holiday:.` : '';
  }

  private async try(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await act();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private focus(selector: string): void {
    afterNextRender(() => document.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
