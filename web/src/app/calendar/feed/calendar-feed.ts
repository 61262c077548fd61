import { Component, computed, inject, input, signal } from '@angular/core';
import type { CreatedCalendarFeed, Id, Problem } from '@samhandling/contracts';
import { Button, Icon, Input, ProblemView, Skeleton, formatInstant, injectLocale } from '@samhandling/ui';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { focusWithin } from '../../session/focus-within.ts';
import { CalendarApi } from '../data/calendar-api.ts';

/**
 * A secret address for calendar programs: one's own, or with `groupId` a group's. It is shown once, when it has been made;
 * whoever loses it makes a new one.
 */
@Component({
  selector: 'sam-own-feed, sam-group-feed',
  imports: [Button, Icon, Input, ProblemView, Skeleton],
  templateUrl: './calendar-feed.html',
  styles: `
    :host {
      display: block;
    }
    .address {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2);
    }
    .address input {
      flex: 1 1 16rem;
      min-width: 0;
    }
    .how {
      margin: 0;
      padding-left: var(--sam-space-5);
    }
  `,
})
export class CalendarFeedSection {
  /** Null: one's own. */
  readonly groupId = input<Id | null>(null);

  private readonly api = inject(CalendarApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly moveTo = focusWithin();
  protected readonly resource = this.api.feed(this.groupId);
  protected readonly made = signal<CreatedCalendarFeed | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly label = $localize`:@@calendar.feed.address:Kalenderadress`;
  protected readonly fetched = computed(() => {
    const feed = this.resource.hasValue() ? this.resource.value().feed : null;
    if (!feed) return '';
    const made = formatInstant(feed.createdAt, this.locale);
    return feed.lastFetchedAt === null
      ? $localize`:@@calendar.feed.unused:Skapad ${made}:made:. Inget kalenderprogram har hämtat den än.`
      : $localize`:@@calendar.feed.used:Skapad ${made}:made:. Hämtades senast ${formatInstant(feed.lastFetchedAt, this.locale)}:used:.`;
  });

  protected async create(): Promise<void> {
    await this.run(
      () => this.api.createFeed(this.groupId()),
      $localize`:@@calendar.feed.made:Kalenderadressen är skapad`,
    );
  }

  protected async renew(id: Id): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@calendar.feed.renewHeading:Byta kalenderadress?`,
      text: $localize`:@@calendar.feed.renewText:Den gamla adressen slutar gälla direkt. Alla som prenumererar på den behöver lägga in den nya.`,
      yes: $localize`:@@calendar.feed.renew:Byt adress`,
      danger: true,
    });
    if (sure)
      await this.run(
        () => this.api.renewFeed(this.groupId(), id),
        $localize`:@@calendar.feed.renewed:Adressen är bytt`,
      );
  }

  protected async remove(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@calendar.feed.removeHeading:Ta bort kalenderadressen?`,
      text: $localize`:@@calendar.feed.removeText:Kalenderprogram som prenumererar på den får inte längre något nytt.`,
      yes: $localize`:@@calendar.feed.remove:Ta bort adressen`,
      danger: true,
    });
    if (!sure) return;
    await this.run(
      async () => {
        await this.api.removeFeed(this.groupId());
        return null;
      },
      $localize`:@@calendar.feed.removed:Adressen är borttagen`,
    );
  }

  protected async copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.messages.say($localize`:@@calendar.feed.copied:Adressen är kopierad`);
    } catch {
      this.messages.fail(
        $localize`:@@calendar.feed.notCopied:Det gick inte att kopiera. Markera adressen och kopiera den själv.`,
      );
    }
  }

  protected select(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  private async run(act: () => Promise<CreatedCalendarFeed | null>, done: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.made.set(await act());
      this.messages.say(done);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    this.busy.set(false);
    // Also after a refusal: somebody else may have changed it.
    this.resource.reload();
    this.moveTo('h2');
  }
}
