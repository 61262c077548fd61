import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Digest, type DigestGoal, type DigestLetter, type Problem, pages, paths } from '@samhandling/contracts';
import {
  DIGEST_STATE_LABELS,
  activitySentence,
  capitalised,
  formatDayRange,
  formatMeetingTime,
} from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Field,
  GoalJudgementChip,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatInstant,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Callout, LockedNote } from '@samhandling/ui/work';
import { Confirm } from '../core/confirm.ts';
import { Messages } from '../core/messages.ts';
import { PageTitle } from '../core/page-title.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { LetterAgain } from '../letters/letter-again.ts';
import { LetterLine } from '../letters/letter-line.ts';
import { wantsLook } from '../letters/letter-words.ts';
import { DigestsApi, isDigest } from './data/digests-api.ts';
import { DigestTextPart } from './digest-text.ts';

/** `/samrad/:id`: what the group needs to know of the half-year, goal by goal, until it is sent; then as it was sent. */
@Component({
  selector: 'sam-digest-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    DigestTextPart,
    Field,
    GoalJudgementChip,
    Input,
    LetterAgain,
    LetterLine,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './digest-page.html',
  styles: `
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4);
      align-items: end;
    }
    .parts {
      display: grid;
      gap: var(--sam-space-8);
      margin-top: var(--sam-space-5);
    }
    .intro {
      margin-top: var(--sam-space-3);
    }
    .goal-head {
      margin-bottom: var(--sam-space-2);
    }
  `,
})
export class DigestPage {
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(DigestsApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  private readonly say = injectSay();
  private readonly locale = injectLocale();
  protected readonly resource = this.api.get(() => this.id());
  protected readonly digest = linkedSignal<Digest | undefined>(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly fault = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal<'days' | 'send' | null>(null);
  protected readonly message = signal('');

  protected readonly heading = computed(() => {
    const digest = this.digest();
    return digest ? $localize`:@@digests.heading:Underlag till ${digest.group.name}:group:` : '';
  });
  protected readonly meta = computed(() => {
    const digest = this.digest();
    if (!digest) return '';
    const { startsAt, endsAt } = digest.meeting;
    return [this.say(DIGEST_STATE_LABELS[digest.state]), formatMeetingTime(startsAt, endsAt, this.locale)].join(' · ');
  });
  protected readonly period = computed(() => {
    const digest = this.digest();
    return digest ? formatDayRange(digest.from, digest.to, this.locale) : '';
  });
  /** Letters that somebody may want to do something about, and the others. */
  protected readonly lost = computed(() => (this.digest()?.letters ?? []).filter(wantsLook));
  protected readonly others = computed(() => (this.digest()?.letters ?? []).filter((letter) => !wantsLook(letter)));
  protected readonly files = computed(() => {
    const digest = this.digest();
    if (!digest) return [];
    return (['docx', 'pdf'] as const).map((format) => ({
      link: paths.paperFile('digest', digest.id, format),
      label: format === 'docx' ? $localize`:@@digests.word:Word` : $localize`:@@digests.pdf:PDF`,
    }));
  });
  protected readonly send = computed(() => this.digest()?.transitions.find(({ name }) => name === 'send'));
  protected readonly receivers = computed(() => {
    const receivers = this.digest()?.receivers;
    if (!receivers) return '';
    const { withAddress, without } = receivers;
    const all = withAddress + without.length;
    const sent = $localize`:@@digests.receivers:Skickas med e-post till ${withAddress}:count: av ${all}:all: i gruppen.`;
    if (without.length === 0) return sent;
    return `${sent} ${$localize`:@@digests.receivers.without:Saknar adress: ${without.join(', ')}:names:.`}`;
  });
  protected readonly sent = computed(() => {
    const { sentAt, sentBy } = this.digest() ?? { sentAt: null, sentBy: null };
    if (sentAt === null || sentBy === null) return '';
    const when = formatInstant(sentAt, this.locale);
    return $localize`:@@digests.sent:Skickat ${when}:when: av ${sentBy.name}:name:.`;
  });
  protected readonly labels = {
    letters: $localize`:@@digests.letters:Brev att se över`,
    from: $localize`:@@digests.from:Från och med`,
    to: $localize`:@@digests.to:Till och med`,
    message: $localize`:@@digests.message:Några ord i mejlet`,
    messageHint: $localize`:@@digests.message.hint:Står överst i mejlet. Kan lämnas tomt.`,
    lead: $localize`:@@digests.lead:Inledningen`,
  };

  constructor() {
    effect(() => {
      const digest = this.digest();
      if (!digest) return;
      this.words.use(digest.plan.words);
      this.title.set(this.heading());
    });
  }

  protected goalName({ goal }: DigestGoal): string {
    return `${capitalised(this.words.current().goal.one)} ${goal.code ?? String(goal.number)}`;
  }

  protected sentence({ counts }: DigestGoal): string {
    return activitySentence(counts, this.words.current().activity, this.locale);
  }

  protected put(digest: Digest): void {
    this.digest.set(digest);
  }

  protected async setDay(field: 'from' | 'to', event: Event): Promise<void> {
    const digest = this.digest();
    if (!digest || !(event.target instanceof HTMLInputElement) || event.target.value === '') return;
    if (event.target.value === digest[field]) return;
    await this.take('days', () => this.api.update(digest, { [field]: (event.target as HTMLInputElement).value }));
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.message.set(event.target.value);
  }

  protected sendLetter(letter: DigestLetter): () => Promise<void> {
    return async () => {
      const digest = this.digest();
      if (digest) this.put(await this.api.sendLetter(digest, letter));
    };
  }

  protected async sendIt(): Promise<void> {
    const digest = this.digest();
    if (!digest) return;
    const isSure = await this.confirm.ask({
      heading: $localize`:@@digests.send.heading:Lås och skicka underlaget?`,
      text: `${this.receivers()} ${$localize`:@@digests.send.text:När det är skickat ändras det inte mer.`}`,
      yes: $localize`:@@digests.send.yes:Lås och skicka`,
    });
    if (!isSure) return;
    await this.take('send', () => this.api.send(digest, this.message().trim()));
    if (this.digest()?.state === 'sent')
      this.messages.say($localize`:@@digests.send.done:Underlaget är låst och skickas nu.`);
  }

  /** What somebody else has changed meanwhile is shown beside the words that say so. */
  private async take(what: 'days' | 'send', change: () => Promise<Digest>): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(what);
    this.problem.set(null);
    try {
      this.put(await change());
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 412 && isDigest(problem.current)) this.digest.set(problem.current);
    } finally {
      this.busy.set(null);
    }
  }
}
