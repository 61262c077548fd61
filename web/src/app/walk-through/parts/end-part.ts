import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { AGENDA_ITEM_COUNT_LABELS, attended, formatOf } from '@samhandling/domain';
import { Button, ProblemView, injectLocale } from '@samhandling/ui';
import { problemOf } from '../../core/problem.ts';
import { waitingText } from '../data/view.ts';
import { WalkApi } from '../data/walk-api.ts';
import { WalkState } from '../data/walk-state.ts';
import { itemName } from '../data/walk-words.ts';

/** After the last item: what was decided, what was not reached, who was there, and the way to the minutes. */
@Component({
  selector: 'sam-end-part',
  imports: [Button, ProblemView, RouterLink],
  templateUrl: './end-part.html',
  styleUrl: './end-part.scss',
})
export class EndPart {
  protected readonly state = inject(WalkState);
  private readonly api = inject(WalkApi);
  private readonly router = inject(Router);
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly name = itemName;
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly untreated = computed(() =>
    this.state.seenAll().flatMap((seen, index) => (seen.state === 'waiting' ? [{ ...seen, index }] : [])),
  );
  protected readonly states = computed(() => {
    const all = this.state.seenAll();
    return (['treated', 'nothing_new', 'postponed', 'parked', 'waiting'] as const).flatMap((state) => {
      const count = all.filter((seen) => seen.state === state).length;
      return count === 0
        ? []
        : [
            {
              state,
              label: AGENDA_ITEM_COUNT_LABELS[state][this.locale],
              of: formatOf(count, all.length, this.locale),
            },
          ];
    });
  });
  protected readonly made = computed(() =>
    this.state.seenAll().flatMap(({ item, waiting }) => [
      ...item.decisions.map(({ id, reference, text }) => ({ id, head: reference, text })),
      ...item.actionPoints.map(({ id, assignee, text }) => ({
        id,
        head: $localize`:@@walk.end.action:Att göra, ${assignee}:who:`,
        text,
      })),
      ...item.lifts.map(({ id, toGroup, question }) => ({
        id,
        head: $localize`:@@walk.made.lift:Lyft till ${toGroup.name}:group:`,
        text: question,
      })),
      ...waiting.map((each) => ({
        id: each.id,
        head: $localize`:@@walk.end.waits:Väntar på anslutning`,
        text: waitingText(each),
      })),
    ]),
  );
  protected readonly next = computed(() => this.state.meeting()?.later[0] ?? null);
  protected readonly attendance = computed(() => {
    const rows = this.state.meeting()?.attendance ?? [];
    const there = rows.filter(({ status }) => status !== null && attended(status)).length;
    const unsaid = rows.filter(({ status }) => status === null).length;
    if (unsaid === 0) return $localize`:@@walk.end.there:${there}:count: var med. Närvaron är ifylld.`;
    return $localize`:@@walk.end.unsaid:${there}:there: är antecknade som med. För ${unsaid}:count: är närvaron inte ifylld.`;
  });
  protected readonly hold = computed(
    () => this.state.meeting()?.transitions.find(({ name }) => name === 'hold') ?? null,
  );
  protected readonly waits = computed(() => this.state.mine().length > 0);

  protected postponeAll(): void {
    for (const { item } of this.untreated()) this.state.move({ transition: 'postpone' }, item.id);
  }

  /** Ends with what the server has now: what is written here is there first. */
  protected async end(): Promise<void> {
    const meeting = this.state.meeting();
    if (!meeting) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { version } = await this.api.meeting(meeting.id);
      await this.api.transition(meeting.id, version, { transition: 'hold' });
      await this.router.navigateByUrl(pages.minutes(meeting.id));
    } catch (error) {
      this.problem.set(problemOf(error));
      await this.state.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
