import { Injectable } from '@nestjs/common';
import type { Id, LetterState, LostLetterKind, PlanRef } from '@samhandling/contracts';
import type { Day } from '@samhandling/domain';
import { dayIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** Letters about one thing that did not arrive. */
export interface LostAbout {
  readonly kind: LostLetterKind;
  /** The meeting, digest, inventory or person. */
  readonly id: Id;
  /** The group it was to, the title of an inventory, or the name of whoever was invited. */
  readonly name: string;
  /** The day of the meeting it was about; null where it was about none. */
  readonly on: Day | null;
  /** The meeting is called off, so that the letter was to say that. */
  readonly isCancelled: boolean;
  readonly plan: PlanRef | null;
  readonly letters: readonly LostLetter[];
}

export interface LostLetter {
  readonly id: Id;
  readonly to: string;
  readonly state: Extract<LetterState, 'failed' | 'unknown'>;
  /** The mail server's words, or ours about it; empty where there are none. */
  readonly reason: string;
}

/** Whose letters to look for. */
export interface LostFor {
  readonly personId: Id;
  /** Those too of which nobody is left who sent them: for planners. */
  readonly alsoNobodys: boolean;
}

const PLAN = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title)`;
const NAME = `coalesce(who.name, m.name)`;
const MEETING = `meeting t JOIN work_group g ON g.id = t.group_id JOIN plan p ON p.id = g.plan_id`;
const MEMBER = `group_member m ON m.id = %.member_id LEFT JOIN person who ON who.id = m.person_id`;
const member = (of: string): string => MEMBER.replace('%', of);

/**
 * Every letter that did not leave, or of which nobody knows, while it matters: of the latest calling, to somebody who has yet to
 * adjust or to answer, of an invitation that is open.
 */
const LOST = `(
  SELECT 'calling' AS kind, t.id AS about, g.name, ${dayIn('t.starts_at')} AS day, t.state = 'cancelled' AS is_cancelled, ${PLAN} AS plan,
      l.id, ${NAME} AS "to", l.state, l.reason, l.sent_by, l.set_aside_at
    FROM meeting_letter l JOIN ${MEETING} ON t.id = l.meeting_id JOIN ${member('l')}
    WHERE l.state IN ('failed', 'unknown') AND l.sequence = t.invitation_sequence AND t.state IN ('called', 'cancelled')
  UNION ALL SELECT 'minutes', t.id, g.name, ${dayIn('t.starts_at')}, false, ${PLAN}, l.adjuster_id, coalesce(who.name, x.name), l.state, l.reason, l.sent_by, l.set_aside_at
    FROM minutes_letter l JOIN minutes_adjuster x ON x.id = l.adjuster_id JOIN minutes w ON w.meeting_id = x.meeting_id
      JOIN ${MEETING} ON t.id = x.meeting_id LEFT JOIN ${member('x')}
    WHERE l.state IN ('failed', 'unknown') AND w.state = 'adjusting' AND x.adjusted_version IS DISTINCT FROM w.version
  UNION ALL SELECT 'digest', d.id, g.name, ${dayIn('t.starts_at')}, false, ${PLAN}, l.member_id, ${NAME}, l.state, l.reason, l.sent_by, l.set_aside_at
    FROM digest_letter l JOIN digest d ON d.id = l.digest_id JOIN ${MEETING} ON t.id = d.meeting_id JOIN ${member('l')}
    WHERE l.state IN ('failed', 'unknown')
  UNION ALL SELECT 'needs', n.id, n.title, NULL, false, ${PLAN}, v.id, v.name, v.letter_state, v.letter_error, v.letter_sent_by, v.letter_set_aside_at
    FROM needs_invitation v JOIN needs_inventory n ON n.id = v.inventory_id JOIN plan p ON p.id = n.plan_id
    WHERE v.letter_state IN ('failed', 'unknown') AND n.state = 'open' AND NOT v.has_answered AND v.revoked_at IS NULL
  UNION ALL SELECT 'invitation', v.person_id, w.name, NULL, false, NULL, v.id, w.name, v.letter, v.letter_error, v.invited_by, v.letter_set_aside_at
    FROM invitation v JOIN person w ON w.id = v.person_id
    WHERE v.letter IN ('failed', 'unknown') AND v.accepted_at IS NULL AND v.ended_at IS NULL AND v.county_id = current_county()
) lost`;

/** Where each kind keeps that a letter is set aside, and the letter's id there. */
const ROWS: Readonly<Record<LostLetterKind, readonly [table: string, id: string, about: string, column: string]>> = {
  calling: ['meeting_letter', 'id', 'meeting_id', 'set_aside_at'],
  minutes: ['minutes_letter', 'adjuster_id', '', 'set_aside_at'],
  digest: ['digest_letter', 'member_id', 'digest_id', 'set_aside_at'],
  needs: ['needs_invitation', 'id', '', 'letter_set_aside_at'],
  invitation: ['invitation', 'id', '', 'letter_set_aside_at'],
};

@Injectable()
export class LostLettersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement, by what the letters were about: the meeting that is first first, then what is about none. */
  async find({ personId, alsoNobodys }: LostFor, areSetAside = false): Promise<readonly LostAbout[]> {
    return this.uow.manager.query<LostAbout[]>(
      `SELECT kind, about AS id, name, day AS "on", is_cancelled AS "isCancelled", plan,
         jsonb_agg(jsonb_build_object('id', id, 'to', "to", 'state', state, 'reason', reason) ORDER BY "to" COLLATE "sv-x-icu", id) AS letters
       FROM ${LOST}
       WHERE (set_aside_at IS NOT NULL) = $3 AND (sent_by = $1 OR ($2 AND NOT EXISTS (
         SELECT 1 FROM role_assignment r WHERE r.person_id = sent_by AND r.county_id = current_county())))
       GROUP BY kind, about, name, day, is_cancelled, plan ORDER BY day NULLS LAST, kind, name COLLATE "sv-x-icu", about`,
      [personId, alsoNobodys, areSetAside],
    );
  }

  /** `at` null takes them up again. */
  async setAside(kind: LostLetterKind, id: Id, letterIds: readonly Id[], at: Date | null): Promise<void> {
    const [table, letter, about, column] = ROWS[kind];
    await this.uow.manager.query(
      `UPDATE ${table} SET ${column} = $2 WHERE ${letter} = ANY($1::uuid[])${about === '' ? '' : ` AND ${about} = $3`}`,
      about === '' ? [letterIds, at] : [letterIds, at, id],
    );
  }
}
