import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Minutes, type MinutesTransitionName, type Problem, pages } from '@samhandling/contracts';
import { capitalised, formatMeetingTime } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { Confirm } from '../core/confirm.ts';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { PaperBlocks } from '../paper-blocks/paper-blocks.ts';
import { PapersApi } from '../papers/data/papers-api.ts';
import { PaperFiles } from '../papers/paper-files.ts';
import { MinutesApi, isMinutes } from './data/minutes-api.ts';
import { MinutesAdjusters } from './parts/minutes-adjusters.ts';
import { MinutesAdjusting } from './parts/minutes-adjusting.ts';
import { MinutesTexts } from './parts/minutes-texts.ts';

/** `/mote/:id/protokoll`: the minutes as they will read, what is missing, who adjusts, and at last the frozen files. */
@Component({
  selector: 'sam-minutes-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    Facts,
    MinutesAdjusters,
    MinutesAdjusting,
    MinutesTexts,
    PageHeader,
    PaperBlocks,
    PaperFiles,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './minutes-page.html',
  styleUrl: './minutes-page.scss',
})
export class MinutesPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  protected readonly problemOf = problemOf;
  private readonly api = inject(MinutesApi);
  private readonly papers = inject(PapersApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly resource = this.api.minutes(this.id);
  protected readonly minutes = keepLast(this.resource);
  protected readonly paperResource = this.papers.paper(() => 'minutes', this.id);
  protected readonly paper = keepLast(this.paperResource);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal<MinutesTransitionName | null>(null);
  protected readonly when = computed(() => {
    const meeting = this.minutes()?.meeting;
    return meeting ? capitalised(formatMeetingTime(meeting.startsAt, meeting.endsAt, this.locale)) : '';
  });
  /** The checksum stands beside the files. */
  protected readonly facts = computed(() => {
    const checksum = this.minutes()?.paper?.sha256;
    return (this.paper()?.titlePage.facts ?? []).filter(({ value }) => value !== checksum);
  });
  protected readonly frozenWhen = computed(() => {
    const paper = this.minutes()?.paper;
    return paper ? formatInstant(paper.frozenAt, this.locale) : '';
  });
  protected readonly heading = $localize`:@@minutes.heading:Protokoll`;
  private shownVersion: number | null = null;

  constructor() {
    titleFromData(() => {
      const group = this.minutes()?.group.name;
      return group === undefined ? undefined : `${this.heading}, ${group}`;
    });
    // What the minutes read as is made anew with each version of them.
    effect(() => {
      const version = this.minutes()?.version;
      if (version === undefined) return;
      untracked(() => {
        if (this.shownVersion !== null && this.shownVersion !== version) this.paperResource.reload();
        this.shownVersion = version;
      });
    });
  }

  protected take(minutes: Minutes): void {
    this.problem.set(null);
    const stateBefore = this.minutes()?.state;
    this.resource.set(minutes);
    // An adjustment does not change the version, and yet stands in the paper.
    if (stateBefore !== 'draft' || minutes.state !== 'draft') this.paperResource.reload();
  }

  protected async move(transition: MinutesTransitionName): Promise<void> {
    const minutes = this.minutes();
    if (!minutes || this.busy() !== null) return;
    if (transition === 'take_back' && !(await this.sureToTakeBack(minutes))) return;
    this.busy.set(transition);
    this.problem.set(null);
    try {
      this.take(await this.api.move(minutes, transition));
      this.messages.say(
        transition === 'send'
          ? $localize`:@@minutes.sent:Protokollet är skickat för justering.`
          : $localize`:@@minutes.takenBack:Protokollet är ett utkast igen.`,
      );
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isMinutes(problem.current)) this.resource.set(problem.current);
      this.problem.set(problem);
    } finally {
      this.busy.set(null);
    }
  }

  private async sureToTakeBack({ adjusters }: Minutes): Promise<boolean> {
    if (adjusters.every(({ adjustedAt }) => adjustedAt === null)) return true;
    return this.confirm.ask({
      heading: $localize`:@@minutes.takeBackHeading:Ta tillbaka protokollet?`,
      text: $localize`:@@minutes.takeBackText:De som redan har justerat behöver göra det på nytt.`,
      yes: $localize`:@@minutes.takeBackYes:Ta tillbaka`,
      danger: true,
    });
  }
}
