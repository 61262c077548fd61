import { Component, Injector, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Decision, pages } from '@samhandling/contracts';
import { DECISION_WAY_LABELS, formatMeetingTime } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { type Outcome, askWhatWasDone } from '../parts/done-dialog.ts';
import { DecisionForm } from './decision-form.ts';

/** `/beslut/:id`: one decision, who carries it out, where it came from, and what became of it. */
@Component({
  selector: 'sam-decision-page',
  imports: [
    Breadcrumb,
    Button,
    DecisionForm,
    Facts,
    Icon,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './decision-page.html',
  styles: `
    .text {
      font-size: var(--sam-text-large, 1.15rem);
    }
    .late {
      display: inline-flex;
      gap: var(--sam-space-1);
      align-items: center;
    }
  `,
})
export class DecisionPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(DecisionsApi);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly resource = this.api.decision(this.id);
  private readonly loaded = keepLast(this.resource);
  protected readonly decision = linkedSignal<Decision | undefined>(() => this.loaded());
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly editing = signal(false);
  protected readonly heading = computed(() => {
    const decision = this.decision();
    return decision ? $localize`:@@decisions.one.heading:Beslut ${decision.reference}:reference:` : '';
  });
  protected readonly activityLink = computed(() => {
    const decision = this.decision();
    const [area = '', number = ''] = decision?.activity?.reference.split('/') ?? [];
    return decision?.activity ? pages.activity(decision.planSlug, area, number) : '';
  });
  protected readonly labels = {
    late: $localize`:@@decisions.late:Försenat`,
    nobody: $localize`:@@decisions.nobody:Ingen är utpekad`,
    noDay: $localize`:@@decisions.noDay:Ingen dag är satt`,
  };

  constructor() {
    titleFromData(() => this.heading());
  }

  protected day(day: string): string {
    return formatDay(day, this.locale);
  }

  protected meeting({ group, meeting }: Decision): string {
    return meeting ? `${group.name}, ${formatMeetingTime(meeting.startsAt, meeting.endsAt, this.locale)}` : group.name;
  }

  /** "12 mars 2026, Anna Ek" */
  protected doneWords({ doneOn, doneBy }: Decision): string {
    return [doneOn === null ? '' : this.day(doneOn), doneBy?.name ?? ''].filter((part) => part !== '').join(', ');
  }

  /** ", med e-post"; empty where nobody has said. */
  protected way({ way }: Decision): string {
    return way === null ? '' : `, ${this.say(DECISION_WAY_LABELS[way]).toLocaleLowerCase(this.locale)}`;
  }

  protected take(decision: Decision): void {
    this.decision.set(decision);
  }

  protected saved(decision: Decision): void {
    this.take(decision);
    this.editing.set(false);
    this.messages.say($localize`:@@decisions.saved:Beslutet är sparat.`);
  }

  protected async finish(decision: Decision, outcome: Exclude<Outcome, 'drop'>): Promise<void> {
    const answer = await askWhatWasDone(this.injector, outcome, decision.text);
    if (answer) await this.move(decision, { transition: outcome, ...answer });
  }

  protected reopen(decision: Decision): Promise<void> {
    return this.move(decision, { transition: 'reopen' });
  }

  private async move(decision: Decision, request: Parameters<DecisionsApi['transition']>[1]): Promise<void> {
    try {
      this.decision.set(await this.api.transition(decision, request));
      this.messages.say($localize`:@@decisions.moved:Sparat.`);
    } catch (error) {
      const { detail, status } = problemOf(error);
      this.messages.fail(
        status === 412
          ? $localize`:@@decisions.stale:Någon annan har ändrat det här. Se efter hur det står nu.`
          : detail,
      );
      this.resource.reload();
    }
  }
}
