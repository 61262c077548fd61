import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import {
  addDays,
  decideDigest,
  permissionsOf,
  type Day,
  type Label,
  type Locale,
  type MailKind,
} from '@samhandling/domain';
import { UndertakingsService } from '../decisions/register/undertakings.service.ts';
import { ToDoService } from '../follow-up/to-do/to-do.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { withRequestContext } from '../platform/http/request-context.ts';
import { digestContent, digestSubject, linkRounds, thingsOf, undertakingsOf, type Thing } from './digest-content.ts';
import type { AboutThing } from './mail-messages.repository.ts';
import { MailPeopleRepository, type MailPerson } from './mail-people.repository.ts';
import type { StoredMailSettings } from './mail-settings.repository.ts';
import { mailHtml, mailText } from '../platform/mail/mail-template.ts';
import { askedWords, SILENT, weeklyWords } from './mail-words.ts';

/** A mail ready but for what is secret in it, or the reason why there is none. */
export type Prepared =
  | { readonly send: false; readonly reason: Label }
  | {
      readonly send: true;
      readonly kind: MailKind;
      readonly contents: readonly AboutThing[];
      /** Rounds to make a link to, for somebody without an account. */
      readonly rounds: readonly Id[];
      readonly write: (secrets: MailSecrets) => WrittenMail;
    };

export interface MailSecrets {
  readonly messageId: string;
  readonly optOutToken: string;
  readonly links: ReadonlyMap<string, string>;
}

export interface WrittenMail {
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a person's mail says, worked out by the service behind "att göra" when it is sent: the two never differ. */
@Injectable()
export class DigestService {
  constructor(
    private readonly toDo: ToDoService,
    private readonly undertakings: UndertakingsService,
    private readonly people: MailPeopleRepository,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** In a unit of work of that person, whose rights decide what they are told. */
  async prepare(person: MailPerson, settings: StoredMailSettings): Promise<Prepared> {
    if (!person.isActive) return { send: false, reason: SILENT.closed };
    if (person.choice === 'off') return { send: false, reason: SILENT.off };
    const today = this.clock.today();
    const things = await this.asPerson(person, settings.countyId, () => this.thingsFor(person, today));
    const { lastMailOn, asked } = await this.people.findAsked(person.id, today);
    const { repeatDays } = settings;
    const decision = decideDigest({ waiting: things, asked, choice: person.choice, lastMailOn, today, repeatDays });
    if (!decision.send) {
      if (decision.because === 'asked')
        return { send: false, reason: askedWords(decision.askedOn, addDays(decision.askedOn, repeatDays)) };
      if (decision.because === 'weekly')
        return { send: false, reason: weeklyWords(decision.askedOn, addDays(decision.askedOn, 7)) };
      return { send: false, reason: SILENT[decision.because] };
    }
    const subject = digestSubject(things, today, person.locale);
    return {
      send: true,
      kind: 'digest',
      contents: things.map(({ key, mark, words }) => ({ key, mark, words })),
      rounds: person.hasAccount ? [] : linkRounds(things).map(({ round }) => round.id),
      write: (secrets) => {
        const content = digestContent(person, things, {
          ...settings,
          ...secrets,
          publicUrl: this.publicUrl,
          fresh: decision.fresh,
          today,
        });
        return { locale: content.locale, subject, text: mailText(content), html: mailHtml(content, subject) };
      },
    };
  }

  get publicUrl(): string {
    return this.environment.PUBLIC_URL.replace(/\/$/, '');
  }

  /** Without an account there is nothing to open from a meeting. */
  private async thingsFor(person: MailPerson, today: Day): Promise<Thing[]> {
    const answers = thingsOf(await this.toDo.get(), person, today);
    if (!person.hasAccount) return answers;
    return [...answers, ...undertakingsOf(await this.undertakings.getMineOpen(), today, person.locale)];
  }

  private asPerson<Result>(person: MailPerson, countyId: Id, body: () => Promise<Result>): Promise<Result> {
    const { id, name, roles, locale } = person;
    return withRequestContext(
      {
        requestId: '',
        locale,
        source: 'system',
        session: {
          personId: id,
          personName: name,
          countyId,
          roles,
          permissions: permissionsOf(roles),
          csrfToken: '',
        },
      },
      body,
    );
  }
}
