import { Injectable } from '@nestjs/common';
import { addDays, formatDay } from '@samhandling/domain';
import { randomBytes } from 'node:crypto';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DEMO_CONTACTS, DEMO_HANDOVER, DEMO_LINK_ANSWERS, DEMO_LINKS, DEMO_MAILS } from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';

interface RoundDays {
  readonly opens: string;
  readonly due: string;
}

/** Answer links with their use, the mail's settings and log, and head contacts. */
@Injectable()
export class DemoAskingLoader {
  constructor(private readonly uow: UnitOfWork) {}

  async load(plan: LoadedPlan, people: ReadonlyMap<string, string>, roundId: string, days: RoundDays): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO organisation_contact (organisation_id, county_id, person_id)
       SELECT r.organisation, current_county(), r.person FROM jsonb_to_recordset($1) AS r(organisation uuid, person uuid)`,
      [
        JSON.stringify(
          DEMO_CONTACTS.map(({ organisation, person }) => ({
            organisation: plan.organisations.get(organisation),
            person: people.get(person),
          })),
        ),
      ],
    );
    await this.uow.manager.query(
      `INSERT INTO mail_setting (county_id, is_on, sender_name, reply_to, escalate_after_days, updated_by)
       VALUES (current_county(), true, $1, $2, 14, $3)
       ON CONFLICT (county_id) DO UPDATE SET is_on = true, sender_name = $1, reply_to = $2, escalate_after_days = 14, updated_by = $3`,
      ['Samhandling i Älvmark', 'maria.sandell@alvmark.example', people.get('maria')],
    );
    const links = new Map(DEMO_LINKS.map(({ key }) => [key, newId()]));
    await this.loadLinks(plan, people, roundId, days.opens, links);
    await this.loadMails(people, roundId, days, links);
  }

  /** Only hashes are stored of links, and these are hashes of nothing: no link of the demo can be guessed open. */
  private async loadLinks(
    plan: LoadedPlan,
    people: ReadonlyMap<string, string>,
    roundId: string,
    opens: string,
    links: ReadonlyMap<string, string>,
  ): Promise<void> {
    const rows = DEMO_LINKS.map(({ key, person, sent, days, opened, revoked }) => ({
      id: links.get(key),
      person: people.get(person),
      token: randomBytes(32).toString('hex'),
      browser: opened === null ? null : randomBytes(32).toString('hex'),
      csrf: opened === null ? null : randomBytes(24).toString('base64url'),
      sent: workingDay(opens, sent),
      days,
      opened,
      revoked: revoked?.day ?? null,
      reason: revoked?.reason ?? '',
    }));
    await this.uow.manager.query(
      `INSERT INTO answer_link (id, county_id, plan_id, round_id, person_id, token_hash, browser_hash, csrf_token, created_at, created_by, expires_at,
         opened_at, revoked_at, revoked_by, revoked_reason)
       SELECT r.id, current_county(), $2, $3, r.person, decode(r.token, 'hex'), decode(r.browser, 'hex'), r.csrf, ${atDay('r.sent', 8)}, $5,
         ${atDay('r.sent + r.days', 23)}, ${atDay('r.opened', 12)}, ${atDay('r.revoked', 9)}, CASE WHEN r.revoked IS NOT NULL THEN $5::uuid END, r.reason
       FROM jsonb_to_recordset($1) AS r(id uuid, person uuid, token text, browser text, csrf text, sent integer, days integer, opened integer, revoked integer, reason text)`,
      [JSON.stringify(rows), plan.planId, roundId, opens, people.get(DEMO_HANDOVER.by)],
    );
    await this.uow.manager.query(
      `UPDATE follow_up f SET updated_at = at.at, submitted_at = at.at FROM jsonb_to_recordset($1) AS r(activity uuid, day integer, minutes integer)
       CROSS JOIN LATERAL (SELECT $3::date + make_interval(days => r.day, hours => 12, mins => r.minutes) AS at) at
       WHERE f.round_id = $2 AND f.activity_id = r.activity`,
      [
        JSON.stringify(DEMO_LINK_ANSWERS.map((one) => ({ ...one, activity: plan.activities.get(one.activity) }))),
        roundId,
        opens,
      ],
    );
    const uses = DEMO_LINKS.flatMap(({ key, uses: written }) =>
      written.map((use, place) => ({ ...use, because: use.because ?? '', id: newId(), link: links.get(key), place })),
    );
    await this.uow.manager.query(
      `INSERT INTO answer_link_use (id, county_id, link_id, at, action, refused_because, browser)
       SELECT r.id, current_county(), r.link, $2::date + make_interval(days => r.day, hours => 12, mins => 4 * r.place), r.action, r.because,
         CASE r.because WHEN 'link_other_browser' THEN 'Edge, Windows' ELSE 'Safari, iPhone' END
       FROM jsonb_to_recordset($1) AS r(id uuid, link uuid, day integer, action text, because text, place integer)`,
      [JSON.stringify(uses), opens],
    );
  }

  /** What a mail was about is what its person has left to answer, so that the next one knows what has been asked. */
  private async loadMails(
    people: ReadonlyMap<string, string>,
    roundId: string,
    { opens, due }: RoundDays,
    links: ReadonlyMap<string, string>,
  ): Promise<void> {
    const silent = people.get('oskar');
    const rows = DEMO_MAILS.map((mail) => ({
      ...mail,
      day: workingDay(opens, mail.day),
      id: newId(),
      to: people.get(mail.person),
      about: mail.kind === 'escalation' ? silent : people.get(mail.person),
      link: mail.link === null ? null : links.get(mail.link),
    }));
    await this.uow.manager.query(
      `WITH mail AS (
         SELECT r.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('key', f.id, 'mark', 'answer', 'words', ar.number || '/' || a.number || ' ' || a.text)
             ORDER BY ar.position, a.position), '[]')
           FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ar ON ar.id = a.area_id
           WHERE f.round_id = $2 AND f.reporter_id = r.about AND (f.state = 'draft' OR r.link IS NOT NULL) AND r.state <> 'dropped') AS contents
         FROM jsonb_to_recordset($1) AS r(id uuid, "to" uuid, about uuid, kind text, day integer, state text, opened integer, error text, link uuid))
       INSERT INTO mail_message (id, county_id, person_id, address, kind, day, state, subject, contents, answer_link_id, attempts, last_error, created_at, sent_at, opened_at)
       SELECT r.id, current_county(), p.id, p.email, r.kind, $3::date + r.day, r.state,
         CASE WHEN r.state = 'dropped' THEN '' WHEN r.kind = 'link' THEN 'Din länk för att svara i ' || t.title || ', omgång ' || t.label WHEN r.kind = 'escalation' THEN '1 aktivitet väntar på svar'
           ELSE CASE jsonb_array_length(r.contents) WHEN 1 THEN '1 sak' ELSE jsonb_array_length(r.contents) || ' saker' END || ' väntar på dig, sista dag ' || $4 END,
         r.contents, r.link, CASE r.state WHEN 'failed' THEN 3 ELSE 1 END, r.error, $3::date + make_interval(days => r.day, hours => 7, mins => 30),
         CASE WHEN r.state = 'sent' THEN $3::date + make_interval(days => r.day, hours => 7, mins => 30) END,
         $3::date + make_interval(days => r.opened, hours => 10, mins => 12)
       FROM mail r JOIN person p ON p.id = r."to"
         CROSS JOIN (SELECT n.title, f.label FROM follow_up_round f JOIN plan n ON n.id = f.plan_id WHERE f.id = $2) t`,
      [JSON.stringify(rows), roundId, opens, formatDay(due, 'sv')],
    );
  }
}

/** So many days after the round opened, at an hour; null stays null. $4 is the day it opened. */
function atDay(days: string, hour: number): string {
  return `$4::date + make_interval(days => ${days}, hours => ${hour})`;
}

/** No mail goes out on a Saturday or a Sunday: the Friday before. */
function workingDay(opens: string, day: number): number {
  const weekday = new Date(`${addDays(opens, day)}T00:00:00Z`).getUTCDay();
  return day - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
}
