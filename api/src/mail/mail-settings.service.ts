import { Injectable } from '@nestjs/common';
import type { MailSettings, OutboxMail, UpdateMailSettingsRequest } from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { MailTransport } from '../platform/mail/mail-transport.ts';
import { MailRunService } from './mail-run.service.ts';
import { MailSettingsRepository, type StoredMailSettings } from './mail-settings.repository.ts';
import { nextMail } from './swedish-time.ts';

@Injectable()
export class MailSettingsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MailSettingsRepository,
    private readonly runs: MailRunService,
    private readonly transport: MailTransport,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(): Promise<MailSettings> {
    return this.uow.read(async () => this.describe(await this.load()));
  }

  update(version: number, patch: UpdateMailSettingsRequest): Promise<MailSettings> {
    return this.uow.run(async () => {
      const before = await this.load();
      const wanted: StoredMailSettings = { ...before, ...patch };
      const weekdays = [...new Set(wanted.weekdays)].sort((a, b) => a - b);
      const senderName = wanted.senderName.trim();
      const isStored = await this.settings.update({ ...wanted, weekdays, senderName, version }, this.clock.now());
      if (!isStored) throw stale(await this.describe(before));
      const after = await this.load();
      await this.audit.record({
        action: 'update',
        entity: 'mail_setting',
        entityId: after.countyId,
        before: chosen(before),
        after: chosen(after),
      });
      return this.describe(after);
    });
  }

  async listOutbox(): Promise<OutboxMail[]> {
    const filed = await this.transport.list(currentSession().countyId);
    if (!filed)
      throw notFound({
        sv: 'Breven skickas med en e-postserver, så det finns ingen mapp att visa.',
        en: 'The mails are sent through a mail server, so there is no folder to show.',
      });
    return filed.map(({ file, to, subject, at, text, html, attachments = [] }) => ({
      file,
      to,
      subject,
      at,
      text,
      html,
      attachments,
    }));
  }

  private async load(): Promise<StoredMailSettings> {
    const found = await this.settings.find();
    if (!found) throw notFound();
    return found;
  }

  private async describe(settings: StoredMailSettings): Promise<MailSettings> {
    const next = nextMail(settings, this.clock.now(), settings.updatedAt, await this.runs.isStarted(settings));
    const { kind, host } = this.transport;
    return {
      version: settings.version,
      ...chosen(settings),
      transport: { kind, host, problem: await this.settings.findProblem() },
      nextRun: next?.toISOString() ?? null,
    };
  }
}

/** What a planner chooses, which is also what the audit row tells. */
function chosen(settings: StoredMailSettings): Required<UpdateMailSettingsRequest> {
  const { isOn, sendAt, weekdays, senderName, replyTo, linkDays, repeatDays, escalateAfterDays } = settings;
  return { isOn, sendAt, weekdays, senderName, replyTo, linkDays, repeatDays, escalateAfterDays };
}
