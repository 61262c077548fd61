import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerLink, type Id, type Problem, pages } from '@samhandling/contracts';
import { addDays, dayOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Choice,
  Choices,
  Empty,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { AskText } from '../core/ask-text.ts';
import { titleFromData } from '../core/data-title.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { Words } from '../core/words.ts';
import { lastDayOf } from '../answer/data/sheet-words.ts';
import { AnswerLinksApi } from './data/answer-links-api.ts';
import { isInForce, linkState } from './data/link-words.ts';
import { LinkLog } from './link-log.ts';
import { type ToldLink, ToldLinks } from './told-links.ts';

/** A link holds this long when nobody says otherwise, in days. */
const USUAL_DAYS = 30;
const MOST_DAYS = 90;

/** Whom to ask by a link, what has come of it, and the way to end it. */
@Component({
  selector: 'sam-answer-links-page',
  imports: [
    Breadcrumb,
    Button,
    Choice,
    Choices,
    Empty,
    Field,
    Input,
    LinkLog,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    ToldLinks,
  ],
  templateUrl: './answer-links-page.html',
  styleUrl: './answer-links-page.scss',
})
export class AnswerLinksPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(AnswerLinksApi);
  private readonly askText = inject(AskText);
  private readonly messages = inject(Messages);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly round = this.api.round(this.slug, this.label);
  protected readonly page = computed(() => (this.round.hasValue() ? this.round.value() : undefined));
  protected readonly resource = this.api.list(() => this.page()?.round.id);
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.round.error() ?? this.resource.error();
    return error === undefined ? null : problemOf(error);
  });

  private readonly today = dayOf(new Date());
  protected readonly latestDay = addDays(this.today, MOST_DAYS);
  protected readonly firstDay = this.today;
  protected readonly chosen = signal<ReadonlySet<Id>>(new Set());
  protected readonly expiresOn = signal(addDays(this.today, USUAL_DAYS));
  protected readonly busy = signal(false);
  protected readonly making = signal<Problem | null>(null);
  protected readonly told = signal<readonly ToldLink[]>([]);
  protected readonly logOf = signal<Id | null>(null);

  protected readonly heading = $localize`:@@answerLinks.heading:Svarslänkar`;
  protected readonly meta = computed(() => $localize`:@@answerLinks.meta:Omgång ${this.label()}:round:`);
  protected readonly emptyHeading = $localize`:@@answerLinks.empty:Inga svarslänkar än`;
  protected readonly chooseLabel = $localize`:@@answerLinks.choose:Rapportörer som har något kvar att svara på`;
  protected readonly expiresLabel = $localize`:@@answerLinks.expires:Länken gäller till och med`;
  protected readonly pointerLabels = { '/expiresOn': this.expiresLabel };

  constructor() {
    titleFromData(() => `${this.heading} ${this.label()}`);
    effect(() => {
      const page = this.page();
      if (page) this.words.use(page.plan.words);
    });
  }

  protected reload(): void {
    if (this.page()) this.resource.reload();
    else this.round.reload();
  }

  protected itemsWords(items: number): string {
    return items === 1
      ? $localize`:@@answerLinks.item:1 fråga kvar`
      : $localize`:@@answerLinks.items:${items}:items: frågor kvar`;
  }

  protected state(link: AnswerLink): string {
    return linkState(link, this.locale);
  }

  protected until(link: AnswerLink): string {
    const made = formatDay(link.createdAt, this.locale);
    const by = link.createdBy?.name;
    const created = by
      ? $localize`:@@answerLinks.madeBy:Skapad ${made}:day: av ${by}:name:`
      : $localize`:@@answerLinks.made:Skapad ${made}:day:`;
    const until = formatDay(lastDayOf(link.expiresAt), this.locale);
    return isInForce(link, new Date())
      ? $localize`:@@answerLinks.until:${created}:made:. Gäller till ${until}:day:.`
      : `${created}.`;
  }

  protected inForce(link: AnswerLink): boolean {
    return isInForce(link, new Date());
  }

  protected usesWords(link: AnswerLink): string {
    return $localize`:@@answerLinks.log:Logg (${link.uses}:uses:)`;
  }

  protected toggle(id: Id, event: Event): void {
    const isOn = event.target instanceof HTMLInputElement && event.target.checked;
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isOn) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected toggleLog(id: Id): void {
    this.logOf.update((shown) => (shown === id ? null : id));
  }

  protected day(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.expiresOn.set(event.target.value);
  }

  /** One after the other: those that were made are told, also when a later one is refused. */
  protected async make(sendMail: boolean): Promise<void> {
    const roundId = this.page()?.round.id;
    if (roundId === undefined || this.chosen().size === 0) return;
    this.busy.set(true);
    this.making.set(null);
    let sent = 0;
    try {
      for (const personId of this.chosen()) {
        const made = await this.api.create(roundId, { personId, expiresOn: this.expiresOn(), sendMail });
        const { url, link } = made;
        if (url === null) sent += 1;
        else this.told.update((told) => [...told, { id: link.id, name: link.person.name, url }]);
        this.chosen.update((chosen) => new Set([...chosen].filter((id) => id !== personId)));
      }
    } catch (error) {
      this.making.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.resource.reload();
    }
    if (sent === 1) this.messages.say($localize`:@@answerLinks.sentOne:1 länk är skickad.`);
    else if (sent > 1) this.messages.say($localize`:@@answerLinks.sent:${sent}:sent: länkar är skickade.`);
  }

  protected async revoke(link: AnswerLink): Promise<void> {
    const reason = await this.askText.ask({
      heading: $localize`:@@answerLinks.revoke.heading:Dra in länken till ${link.person.name}:name:`,
      text: $localize`:@@answerLinks.revoke.text:Länken slutar gälla genast. Det som redan är sparat finns kvar.`,
      label: $localize`:@@answerLinks.revoke.label:Varför dras den in?`,
      missing: $localize`:@@answerLinks.revoke.missing:Skriv varför, så att det går att förstå i efterhand.`,
      yes: $localize`:@@answerLinks.revoke.yes:Dra in länken`,
      danger: true,
    });
    if (reason === null) return;
    try {
      await this.api.revoke(link.id, reason);
      this.told.update((told) => told.filter(({ id }) => id !== link.id));
      this.messages.say($localize`:@@answerLinks.revoke.done:Länken är indragen.`);
    } catch (error) {
      this.messages.fail(problemOf(error).detail);
    }
    this.resource.reload();
  }
}
