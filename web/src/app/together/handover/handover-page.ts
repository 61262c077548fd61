import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Handover, type HandoverAnswer, type Problem, type Reporter, pages } from '@samhandling/contracts';
import {
  Button,
  Empty,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { TogetherApi } from '../data/together-api.ts';

/** `/overlamning`: all that somebody reports goes to somebody else at once, and back again. */
@Component({
  selector: 'sam-handover-page',
  imports: [Button, Callout, Empty, Field, Input, PageHeader, ProblemView, RouterLink, Skeleton, StateChip],
  templateUrl: './handover-page.html',
  styleUrl: './handover-page.scss',
})
export class HandoverPage {
  /** Ids of the two, in the address, so that a link can name them. */
  readonly fran = input<string>();
  readonly till = input<string>();

  protected readonly pages = pages;
  private readonly api = inject(TogetherApi);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  private readonly session = inject(Session);
  private readonly locale = injectLocale();
  protected readonly mayAny = computed(() => this.session.may('follow_up.answer_any'));
  private readonly me = computed(() => this.session.current()?.person.id ?? '');
  /** A planner chooses who; anybody else hands over what is their own. */
  protected readonly from = linkedSignal(() => (this.mayAny() ? (this.fran() ?? '') : this.me()));
  protected readonly to = linkedSignal(() => this.till() ?? '');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly done = signal<HandoverAnswer | null>(null);
  protected readonly reporters = this.api.people();
  protected readonly peopleProblem = computed(() => {
    const error = this.reporters.error();
    return error === undefined ? null : problemOf(error);
  });
  private readonly people = computed(() => (this.reporters.hasValue() ? this.reporters.value() : []));
  protected readonly givers = computed(() => this.people().map((one) => this.shown(one)));
  protected readonly receivers = computed(() => {
    const own = this.session.current()?.organisations.map(({ id }) => id) ?? [];
    return this.people()
      .filter(({ id, hasLeft }) => id !== this.from() && hasLeft !== true)
      .filter((one) => this.mayAny() || one.organisations.some(({ id }) => own.includes(id)))
      .map((one) => this.shown(one));
  });
  protected readonly myName = computed(() => this.session.current()?.person.name ?? '');
  private readonly asked = computed(() =>
    this.from() !== '' && this.to() !== '' && this.from() !== this.to()
      ? { fromPersonId: this.from(), toPersonId: this.to() }
      : null,
  );
  protected readonly preview = this.api.preview(this.asked);
  protected readonly shownPreview = computed(() => (this.preview.hasValue() ? this.preview.value() : undefined));
  protected readonly previewProblem = computed(() => {
    const error = this.preview.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly latest = this.api.handovers();
  protected readonly handovers = computed(() => (this.latest.hasValue() ? this.latest.value() : []));
  private readonly leftWords = $localize`:@@together.handover.hasLeft:har slutat`;
  protected readonly heading = $localize`:@@together.handover.heading:Överlämning`;
  protected readonly labels = {
    from: $localize`:@@together.handover.from:Från`,
    to: $localize`:@@together.handover.to:Till`,
    choose: $localize`:@@together.bar.choose:Välj person`,
    reason: $localize`:@@together.handover.reason:Varför (frivilligt)`,
    reasonHint: $localize`:@@together.handover.reasonHint:Syns bland överlämningarna. Skriv inget känsligt.`,
    nothing: $localize`:@@together.handover.nothing:Inget att lämna över`,
  };
  protected readonly stayedHeading = $localize`:@@together.handover.stayed:Allt flyttades inte tillbaka`;
  protected readonly nothingText = computed(
    () =>
      $localize`:@@together.handover.nothingText:${this.shownPreview()?.from.name ?? ''}:name: rapporterar inget i en öppen omgång.`,
  );
  protected readonly sendWords = computed(() => {
    const moves = this.shownPreview()?.moves ?? 0;
    return moves === 1
      ? $localize`:@@together.handover.sendOne:Lämna över 1 uppföljning`
      : $localize`:@@together.handover.sendMany:Lämna över ${moves}:count: uppföljningar`;
  });
  protected readonly countWords = computed(() => {
    const preview = this.shownPreview();
    return preview
      ? $localize`:@@together.handover.count:${preview.moves}:moves: av ${preview.items.length}:all: flyttas till ${preview.to.name}:name:`
      : '';
  });

  constructor() {
    titleFromData(() => this.heading);
  }

  protected pick(name: 'fran' | 'till', event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    (name === 'fran' ? this.from : this.to).set(value);
    this.problem.set(null);
    void this.router.navigate([], {
      queryParams: { [name]: value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.reason.set(event.target.value);
  }

  protected undoLabel(handover: Handover): string {
    return $localize`:@@together.handover.undoLabel:Ångra överlämningen från ${handover.from.name}:from: till ${handover.to.name}:to:`;
  }

  protected when(handover: Handover): string {
    return formatInstant(handover.at, this.locale);
  }

  protected itemsOf(handover: Handover): string {
    return handover.items === 1
      ? $localize`:@@together.handover.itemOne:1 uppföljning`
      : $localize`:@@together.handover.itemMany:${handover.items}:count: uppföljningar`;
  }

  protected async handOver(): Promise<void> {
    const asked = this.asked();
    if (asked === null || this.busy()) return;
    await this.attempt(async () => {
      const answer = await this.api.handOver({ ...asked, reason: this.reason() });
      this.reason.set('');
      const { handover } = answer;
      this.messages.say(
        $localize`:@@together.handover.done:${answer.moves}:count: flyttade till ${handover.to.name}:name:`,
        { label: $localize`:@@together.undo:Ångra`, run: () => void this.undo(handover) },
      );
      return answer;
    }, false);
  }

  protected async undo(handover: Handover): Promise<void> {
    await this.attempt(async () => {
      const answer = await this.api.undoHandover(handover.id, handover.version);
      this.messages.say(
        $localize`:@@together.handover.undone:${answer.moves}:count: av ${answer.items.length}:all: flyttade tillbaka till ${handover.from.name}:name:`,
      );
      return answer;
    }, true);
  }

  private async attempt(work: () => Promise<HandoverAnswer>, isUndo: boolean): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const answer = await work();
      this.done.set(isUndo && answer.moves < answer.items.length ? answer : null);
      this.latest.reload();
      this.preview.reload();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private shown(one: Reporter): { id: string; name: string } {
    const where = one.hasLeft ? this.leftWords : one.organisations.map(({ name }) => name).join(', ');
    return { id: one.id, name: where === '' ? one.name : `${one.name} · ${where}` };
  }
}
