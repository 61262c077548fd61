import { Injectable } from '@nestjs/common';
import type { MailSettings } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** The county's settings as stored, or as they are before anybody has set them. */
export interface StoredMailSettings extends Omit<MailSettings, 'transport' | 'nextRun'> {
  readonly countyId: string;
  readonly countyName: string;
  readonly updatedAt: Date;
}

@Injectable()
export class MailSettingsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(): Promise<StoredMailSettings | null> {
    const rows = await this.uow.manager.query<StoredMailSettings[]>(
      `SELECT c.id AS "countyId", c.name AS "countyName", coalesce(s.version, 1) AS version, coalesce(s.is_on, false) AS "isOn",
         coalesce(s.send_at, '07:30') AS "sendAt", coalesce(s.weekdays, '{1,2,3,4,5}') AS weekdays,
         coalesce(s.sender_name, '') AS "senderName", coalesce(s.reply_to, '') AS "replyTo", coalesce(s.link_days, 30) AS "linkDays",
         coalesce(s.repeat_days, 7) AS "repeatDays", s.escalate_after_days AS "escalateAfterDays",
         coalesce(s.updated_at, 'epoch'::timestamptz) AS "updatedAt"
       FROM county c LEFT JOIN mail_setting s ON s.county_id = c.id WHERE c.id = current_county()`,
    );
    return rows[0] ?? null;
  }

  /** False when somebody else has changed them since `settings.version`. */
  async update(settings: StoredMailSettings, now: Date): Promise<boolean> {
    await this.uow.manager.query(
      `INSERT INTO mail_setting (county_id, updated_at) VALUES (current_county(), $1) ON CONFLICT (county_id) DO NOTHING`,
      [now],
    );
    const rows = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE mail_setting SET is_on = $2, send_at = $3, weekdays = $4, sender_name = $5, reply_to = $6, link_days = $7,
         repeat_days = $8, escalate_after_days = $9, updated_at = $10, updated_by = current_person(), version = version + 1
       WHERE county_id = current_county() AND version = $1`,
      [
        settings.version,
        settings.isOn,
        settings.sendAt,
        settings.weekdays,
        settings.senderName,
        settings.replyTo,
        settings.linkDays,
        settings.repeatDays,
        settings.escalateAfterDays,
        now,
      ],
    );
    return rows[1] === 1;
  }

  /** Every county, outside any of them. */
  async findCounties(): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>('SELECT id FROM county ORDER BY code');
    return rows.map(({ id }) => id);
  }

  /** What went wrong with the last mail, if that is where things stand. */
  async findProblem(): Promise<string> {
    const rows = await this.uow.manager.query<{ state: string; words: string }[]>(
      `SELECT state, last_error AS words FROM mail_message WHERE state IN ('sent', 'retrying') ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    return rows[0]?.state === 'retrying' ? rows[0].words : '';
  }
}
