import { Injectable } from '@nestjs/common';
import type { LetterState as State } from '@samhandling/contracts';
import type { Locale, MeetingState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { instant, LETTER_SENDER, letterLocale } from '../../platform/database/sql.ts';
import type { LetterReader, LetterSender } from '../../platform/mail/write-letter.ts';
import { decisionReference, memberEmail, memberName } from '../shared/refs.sql.ts';

/** `dropped`: overtaken by a later calling, or nobody to send it to. */
export type LetterState = State | 'dropped';

/** A letter with all that it says. */
export interface LetterToWrite {
  readonly id: string;
  readonly kind: 'call' | 'cancel';
  readonly state: LetterState;
  readonly sequence: number;
  readonly message: string;
  readonly changes: Readonly<Record<Locale, readonly string[]>>;
  readonly to: LetterReader & { readonly isSubstitute: boolean; readonly substituteFor: string | null };
  readonly meeting: AppointedMeeting;
  readonly items: readonly { readonly title: string; readonly minutes: number }[];
  readonly sender: LetterSender;
}

/** A meeting as calendars show it. */
export interface AppointedMeeting {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly link: string;
  readonly sequence: number;
}

const MEETING = `json_build_object('id', t.id, 'group', g.name, 'title', t.title, 'state', t.state, 'startsAt', ${instant('t.starts_at')},
  'endsAt', ${instant('t.ends_at')}, 'place', t.place, 'link', t.link, 'sequence', t.invitation_sequence)`;

@Injectable()
export class LettersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Held until the commit. */
  async find(id: string): Promise<LetterToWrite | null> {
    const rows = await this.uow.manager.query<{ letter: LetterToWrite }[]>(
      `SELECT json_build_object('id', l.id, 'kind', l.kind, 'state', l.state, 'sequence', l.sequence, 'message', l.message, 'changes', json_build_object('sv', l.changes, 'en', l.changes_en),
         'to', json_build_object('name', ${memberName('m')}, 'email', ${memberEmail('m')}, 'isSubstitute', m.role = 'substitute',
           'substituteFor', (SELECT ${memberName('s')} FROM group_member s WHERE s.id = m.substitute_for_id), 'hasAccount', coalesce(who.has_account, false),
           'locale', ${letterLocale('who')}),
         'meeting', ${MEETING}, 'sender', ${LETTER_SENDER},
         'items', (SELECT coalesce(json_agg(json_build_object('minutes', coalesce(i.minutes, g.minutes_per_item), 'title',
             coalesce(nullif(i.title, ''), (SELECT area.number || '/' || a.number || ' ' || a.text FROM activity a JOIN area ON area.id = a.area_id WHERE a.id = i.activity_id),
               (SELECT ${decisionReference('d')} || ' ' || d.text FROM decision d WHERE d.id = i.decision_id),
               (SELECT p.text FROM action_point p WHERE p.id = i.action_point_id), (SELECT q.question FROM lift q WHERE q.id = i.lift_id), ''))
             ORDER BY i.position, i.added_at, i.id), '[]')
           FROM agenda_item i WHERE i.meeting_id = t.id AND i.state NOT IN ('removed', 'postponed', 'parked'))) AS letter
       FROM meeting_letter l JOIN group_member m ON m.id = l.member_id LEFT JOIN person who ON who.id = m.person_id JOIN meeting t ON t.id = l.meeting_id JOIN work_group g ON g.id = t.group_id
       WHERE l.id = $1 FOR UPDATE OF l`,
      [id],
    );
    return rows[0]?.letter ?? null;
  }

  async findMeeting(id: string): Promise<{ readonly meeting: AppointedMeeting; readonly sender: LetterSender } | null> {
    const rows = await this.uow.manager.query<{ readonly meeting: AppointedMeeting; readonly sender: LetterSender }[]>(
      `SELECT ${MEETING} AS meeting, ${LETTER_SENDER} AS sender FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** What has been settled or dropped stays as it is. */
  async settle(id: string, state: LetterState, reason = '', sentAt: Date | null = null): Promise<void> {
    await this.uow.manager.query(
      `UPDATE meeting_letter SET state = $2, reason = $3, sent_at = $4
       WHERE id = $1 AND state IN ('waiting', 'sending', 'retrying', 'unknown')`,
      [id, state, reason, sentAt],
    );
  }
}
