import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Lift, pages } from '@samhandling/contracts';
import { LIFT_STATE_LABELS, formatMeetingTime } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Facts,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { AskText } from '../../core/ask-text.ts';
import { Confirm } from '../../core/confirm.ts';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { LiftForm } from './lift-form.ts';

/** `/fraga/:id`: what one group has asked another, what it proposed, and what came back. */
@Component({
  selector: 'sam-lift-page',
  imports: [Breadcrumb, Button, Facts, Icon, LiftForm, LockedNote, PageHeader, ProblemView, RouterLink, Skeleton],
  templateUrl: './lift-page.html',
  styles: `
    .text {
      font-size: var(--sam-text-large, 1.15rem);
    }
  `,
})
export class LiftPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  protected readonly states = LIFT_STATE_LABELS;
  protected readonly say = injectSay();
  private readonly api = inject(DecisionsApi);
  private readonly confirm = inject(Confirm);
  private readonly askText = inject(AskText);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  protected readonly resource = this.api.lift(this.id);
  private readonly loaded = keepLast(this.resource);
  protected readonly lift = linkedSignal<Lift | undefined>(() => this.loaded());
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly editing = signal(false);
  protected readonly heading = computed(() => {
    const lift = this.lift();
    return lift ? $localize`:@@decisions.lift.heading:Fråga till ${lift.toGroup.name}:group:` : '';
  });
  /** The wording stands in minutes that are adjusted. */
  protected readonly isLocked = computed(() => this.lift()?.meeting.state === 'adjusted');
  protected readonly activityLink = computed(() => {
    const lift = this.lift();
    const [area = '', number = ''] = lift?.activity?.reference.split('/') ?? [];
    return lift?.activity ? pages.activity(lift.planSlug, area, number) : '';
  });
  protected readonly labels = {
    locked: $localize`:@@decisions.lift.locked:Frågan står i ett protokoll som är justerat, så orden ändras inte. Den kan tas tillbaka och lyftas på nytt.`,
  };

  constructor() {
    titleFromData(() => this.heading());
  }

  protected meeting({ meeting }: Lift): string {
    return formatMeetingTime(meeting.startsAt, meeting.endsAt, this.locale);
  }

  /** "Besvarades 12 mars 2026" */
  protected answered({ answeredOn }: Lift): string {
    if (answeredOn === null) return '';
    return $localize`:@@decisions.lift.answeredOn:Besvarades ${formatDay(answeredOn, this.locale)}:day:`;
  }

  protected take(lift: Lift): void {
    this.lift.set(lift);
  }

  protected saved(lift: Lift): void {
    this.take(lift);
    this.editing.set(false);
    this.messages.say($localize`:@@decisions.lift.saved:Frågan är sparad.`);
  }

  protected async answer(lift: Lift): Promise<void> {
    const answer = await this.askText.ask({
      heading: $localize`:@@decisions.lift.answerAsk:Svara på frågan`,
      text: $localize`:@@decisions.lift.answerText:Svaret ställs till gruppen som frågade och kommer upp på dess nästa möte. Ska ni fatta ett beslut, svara i genomgången av ert möte.`,
      label: $localize`:@@decisions.lift.answerLabel:Svar`,
      missing: $localize`:@@decisions.lift.answerMissing:Skriv svaret.`,
      yes: $localize`:@@decisions.lift.answerYes:Spara svaret`,
    });
    if (answer !== null) await this.move(lift, { transition: 'answer', answer });
  }

  protected async withdraw(lift: Lift): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@decisions.lift.withdrawAsk:Ta tillbaka frågan?`,
      text: $localize`:@@decisions.lift.withdrawText:Gruppen som fick frågan svarar då inte på den. Den står kvar här som tillbakatagen.`,
      yes: $localize`:@@decisions.lift.withdraw:Ta tillbaka frågan`,
      danger: true,
    });
    if (sure) await this.move(lift, { transition: 'withdraw' });
  }

  private async move(lift: Lift, request: Parameters<DecisionsApi['transitionLift']>[1]): Promise<void> {
    try {
      this.lift.set(await this.api.transitionLift(lift, request));
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
