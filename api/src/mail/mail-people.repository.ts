import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { AskedThing, DigestChoice, HeldRole, Locale } from '@samhandling/domain';
import { letterLocale } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** Somebody a mail may go to. */
export interface MailPerson {
  readonly id: Id;
  readonly name: string;
  readonly address: string;
  /** Not shut out, and has not left the county. */
  readonly isActive: boolean;
  /** Whether they can sign in; otherwise a link is how they answer. */
  readonly hasAccount: boolean;
  /** Of what is sent to them. */
  readonly locale: Locale;
  readonly choice: DigestChoice;
  readonly roles: readonly HeldRole[];
}

const PERSON = `
  SELECT p.id, p.name, p.email AS address,
    p.is_active AND NOT EXISTS (SELECT 1 FROM county_person c
      WHERE c.county_id = current_county() AND c.person_id = p.id AND c.left_at IS NOT NULL) AS "isActive", p.has_account AS "hasAccount", ${letterLocale('p')} AS locale,
    coalesce((SELECT m.digest FROM mail_preference m WHERE m.person_id = p.id AND m.county_id = current_county()), 'daily') AS choice,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', r.organisation_id, 'municipalityCode', r.municipality_code)
        ORDER BY r.role, r.organisation_id), '[]')
      FROM role_assignment r WHERE r.person_id = p.id AND r.county_id = current_county()) AS roles
  FROM person p`;

@Injectable()
export class MailPeopleRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everybody with a role in the county or something to report, by name. */
  async findAll(): Promise<MailPerson[]> {
    return this.uow.manager.query(
      `${PERSON}
       WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.county_id = current_county())
         OR EXISTS (SELECT 1 FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id WHERE f.reporter_id = p.id AND r.state = 'open')
       ORDER BY p.name COLLATE "sv-x-icu", p.id`,
    );
  }

  async find(id: Id): Promise<MailPerson | null> {
    const rows = await this.uow.manager.query<MailPerson[]>(`${PERSON} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** What the person's mails of the last two months, and any from days ahead of the clock, were about. */
  async findAsked(personId: Id, today: string): Promise<{ lastMailOn: string | null; asked: AskedThing[] }> {
    const rows = await this.uow.manager.query<{ day: string; contents: { key: string; mark: string }[] }[]>(
      `SELECT m.day::text AS day, m.contents FROM mail_message m
       WHERE m.person_id = $1 AND m.kind = 'digest' AND m.state IN ('sent', 'unknown', 'sending') AND m.day > $2::date - 62
       ORDER BY m.day`,
      [personId, today],
    );
    const asked = rows.flatMap(({ day, contents }) => contents.map(({ key, mark }) => ({ key, mark, day })));
    const nearest = rows.find(({ day }) => day === today) ?? rows.filter(({ day }) => day <= today).at(-1) ?? rows[0];
    return { lastMailOn: nearest?.day ?? null, asked };
  }
}
