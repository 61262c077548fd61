import { Injectable } from '@nestjs/common';
import { pages, type Id } from '@samhandling/contracts';
import { addDays, countOf, DEFAULT_WORDS, formatDay, type Day, type Locale, type PlanWords } from '@samhandling/domain';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { askWords } from './digest-content.ts';
import { DigestService, type Prepared } from './digest.service.ts';
import { ESCALATION_WORDS, NOT_TOLD } from './escalation-words.ts';
import type { MailPerson } from './mail-people.repository.ts';
import type { StoredMailSettings } from './mail-settings.repository.ts';
import { OPT_OUT, SILENT } from './mail-words.ts';
import { mailHtml, mailText, type MailContent } from '../platform/mail/mail-template.ts';
import { greet, siteIn } from '../platform/mail/write-letter.ts';

interface SilentItem {
  readonly id: Id;
  readonly organisationId: Id;
  readonly organisation: string;
  readonly reference: string;
  readonly text: string;
  readonly plan: string;
  readonly round: string;
  readonly words: Readonly<Record<Locale, PlanWords>>;
  readonly due: Day;
  readonly askedOn: Day;
}

/** Tells an organisation's head contact, once, what the organisation has been asked and has not answered. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly digests: DigestService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The contacts who may have something to be told. */
  async findContacts(settings: StoredMailSettings): Promise<Id[]> {
    if (settings.escalateAfterDays === null) return [];
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      'SELECT DISTINCT person_id AS id FROM organisation_contact WHERE person_id IS NOT NULL',
    );
    return rows.map(({ id }) => id);
  }

  async prepare(person: MailPerson, settings: StoredMailSettings): Promise<Prepared> {
    const { escalateAfterDays } = settings;
    if (escalateAfterDays === null) return { send: false, reason: NOT_TOLD.isOff };
    if (!person.isActive) return { send: false, reason: SILENT.closed };
    if (person.choice === 'off') return { send: false, reason: SILENT.off };
    const items = await this.findSilent(person.id, addDays(this.clock.today(), -escalateAfterDays));
    if (items.length === 0) return { send: false, reason: NOT_TOLD.nothing };
    const { locale } = person;
    const subject = ESCALATION_WORDS[locale].subject(asked(items, locale));
    return {
      send: true,
      kind: 'escalation',
      contents: items.map(({ id, reference, text }) => ({
        key: id,
        mark: 'escalation',
        words: `${reference} ${text}`,
      })),
      rounds: [],
      write: ({ messageId, optOutToken }) => {
        const content = this.contentOf(person, items, settings, messageId, optOutToken);
        return { locale, subject, text: mailText(content), html: mailHtml(content, subject) };
      },
    };
  }

  private contentOf(
    person: MailPerson,
    items: readonly SilentItem[],
    settings: StoredMailSettings,
    messageId: string,
    optOutToken: string,
  ): MailContent {
    const { locale } = person;
    const words = ESCALATION_WORDS[locale];
    const site = siteIn(locale, this.digests.publicUrl);
    const organisations = new Map(items.map((item) => [item.organisationId, item.organisation]));
    return {
      locale,
      greeting: greet(person),
      lead: words.lead,
      sections: [...organisations].map(([id, name]) => ({
        heading: name,
        items: items
          .filter((item) => item.organisationId === id)
          .map((item) => ({
            reasons: [words.asked(formatDay(item.askedOn, locale)), words.due(formatDay(item.due, locale))],
            title: item.text,
            titleLocale: 'sv' as const,
            place: `${item.reference}, ${item.plan} ${item.round}`,
            url: person.hasAccount ? `${site}${pages.followUp(item.id)}?utskick=${messageId}` : null,
            isNew: false,
          })),
        more: '',
        action: null,
      })),
      action: null,
      why: `${words.why(settings.countyName)}${askWords(settings.replyTo, locale)}`,
      optOut: { words: OPT_OUT[locale], url: `${site}/avanmal#${optOutToken}` },
    };
  }

  /** Unanswered in an open round, first asked by mail at the latest on the day, and not told to this contact before. */
  private async findSilent(personId: Id, askedBy: Day): Promise<SilentItem[]> {
    return this.uow.manager.query(
      `WITH mine AS (
         SELECT o.id, o.name FROM organisation_contact c JOIN organisation o ON o.id = c.organisation_id WHERE c.person_id = $1),
       asked AS (
         SELECT thing->>'key' AS key, min(m.day) AS day FROM mail_message m, jsonb_array_elements(m.contents) thing
         WHERE m.kind = 'digest' AND m.state IN ('sent', 'unknown') GROUP BY 1),
       told AS (
         SELECT DISTINCT thing->>'key' AS key FROM mail_message m, jsonb_array_elements(m.contents) thing
         WHERE m.kind = 'escalation' AND m.person_id = $1 AND m.state IN ('sent', 'unknown'))
       SELECT f.id, mine.id AS "organisationId", mine.name AS organisation, area.number || '/' || a.number AS reference, a.text,
         p.title AS plan, r.label AS round, p.words AS words, r.due::text AS due, asked.day::text AS "askedOn"
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id JOIN follow_up f ON f.round_id = r.id
       JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
       JOIN activity_actor actor ON actor.activity_id = a.id AND actor.role = 'responsible' JOIN mine ON mine.id = actor.organisation_id
       JOIN asked ON asked.key = f.id::text
       WHERE r.state = 'open' AND f.state IN ('draft', 'returned') AND asked.day <= $2::date
         AND NOT EXISTS (SELECT 1 FROM told WHERE told.key = f.id::text)
         AND (f.reporter_id IS NULL OR EXISTS (SELECT 1 FROM role_assignment held WHERE held.county_id = current_county()
           AND held.person_id = f.reporter_id AND held.role = 'reporter' AND held.organisation_id = mine.id))
       ORDER BY mine.name COLLATE "sv-x-icu", r.due, g.position, area.position, a.position`,
      [personId, askedBy],
    );
  }
}

function asked(items: readonly SilentItem[], locale: Locale): string {
  const words = (items[0]?.words ?? DEFAULT_WORDS)[locale];
  return countOf(words.activity, items.length);
}
