import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id, MailPreview, SendMailAnswer } from '@samhandling/contracts';
import { isMailDue } from '@samhandling/domain';
import { v5 as idOf } from 'uuid';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { DigestService, type MailSecrets, type Prepared } from './digest.service.ts';
import { EscalationService } from './escalation.service.ts';
import { MailMessagesRepository } from './mail-messages.repository.ts';
import { MailPeopleRepository, type MailPerson } from './mail-people.repository.ts';
import { MailSenderService, type PersonJob } from './mail-sender.service.ts';
import { MailSettingsRepository, type StoredMailSettings } from './mail-settings.repository.ts';
import { wallTime } from './swedish-time.ts';

interface CountyJob {
  readonly countyId: Id;
}

const NAMESPACE = '6d0a3c52-6a1e-4e0c-9a3e-5b6f0f6f7a11';
const HIDDEN = 'den-hemliga-delen-visas-inte';

/** When a county's mails go, and to whom. */
@Injectable()
export class MailRunService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly settings: MailSettingsRepository,
    private readonly people: MailPeopleRepository,
    private readonly messages: MailMessagesRepository,
    private readonly digests: DigestService,
    private readonly escalations: EscalationService,
    private readonly sender: MailSenderService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail-due', () => this.startDue());
    this.jobs.handle<CountyJob>('mail-county', ({ data }) => this.startCounty(data.countyId));
    this.jobs.handle<PersonJob>('mail-person', (job) => this.sender.send(job));
  }

  /** Starts each county whose hour has come today. A county and day start once, whoever asks, and however the clock goes. */
  async startDue(): Promise<void> {
    const nobody = { countyId: null, personId: null };
    for (const countyId of await this.uow.read(() => this.settings.findCounties(), nobody)) {
      const scope = { countyId, personId: null };
      const settings = await this.uow.read(() => this.settings.find(), scope);
      const now = wallTime(this.clock.now());
      if (!settings || !isMailDue(settings, now, wallTime(settings.updatedAt))) continue;
      await this.uow.run(async () => {
        const id = runId(countyId, now.day);
        if (!(await this.jobs.has('mail-county', id))) await this.jobs.send('mail-county', { countyId }, { id });
      }, scope);
    }
  }

  /** One job for each person who may have something waiting, all or none. */
  async startCounty(countyId: Id): Promise<void> {
    await this.uow.run(
      async () => {
        await this.messages.closeAbandoned(this.clock.today(), this.clock.now());
        const settings = await this.settings.find();
        if (!settings?.isOn) return;
        for (const { id, isActive, choice } of await this.people.findAll()) {
          if (isActive && choice !== 'off') await this.queue({ countyId, personId: id, kind: 'digest' });
        }
        for (const id of await this.escalations.findContacts(settings))
          await this.queue({ countyId, personId: id, kind: 'escalation' });
      },
      { countyId, personId: null },
    );
  }

  /** A planner does not wait for the hour. Still one a day and person. */
  async sendNow(): Promise<SendMailAnswer> {
    const { countyId } = currentSession();
    const { mails } = await this.preview();
    await this.uow.run(async () => {
      for (const { person, kind } of mails)
        await this.queue({ countyId, personId: person.id, kind: kind === 'escalation' ? kind : 'digest' });
    });
    return { queued: mails.length };
  }

  /** Just what would be sent now, but for the secrets, and who gets nothing. Writes nothing. */
  async preview(): Promise<MailPreview> {
    const { countyId } = currentSession();
    const { locale } = requestContext();
    const { settings, people, contacts } = await this.uow.read(async () => {
      const found = await this.settings.find();
      if (!found) throw new Error('A county in a session is a county.');
      return {
        settings: found,
        people: await this.people.findAll(),
        contacts: await this.escalations.findContacts(found),
      };
    });
    const mails: MailPreview['mails'][number][] = [];
    const silent: MailPreview['silent'][number][] = [];
    for (const person of people) {
      const scope = { countyId, personId: person.id };
      const digest = await this.uow.read(() => this.digests.prepare(person, settings), scope);
      if (digest.send) mails.push(shown(person, digest));
      else silent.push({ person: { id: person.id, name: person.name }, reason: digest.reason[locale] });
    }
    for (const id of contacts) {
      const scope = { countyId, personId: id };
      const found = await this.uow.read(() => this.people.find(id), scope);
      if (!found) continue;
      const told = await this.uow.read(() => this.escalations.prepare(found, settings), scope);
      if (told.send) mails.push(shown(found, told));
    }
    return { at: this.clock.now().toISOString(), mails, silent };
  }

  /** Whether today's mails have been started. In a unit of work of the county. */
  isStarted(settings: StoredMailSettings): Promise<boolean> {
    return this.jobs.has('mail-county', runId(settings.countyId, this.clock.today()));
  }

  private queue(job: PersonJob): Promise<boolean> {
    return this.jobs.send('mail-person', job, { key: `${job.kind} ${job.countyId} ${job.personId}` });
  }
}

function runId(countyId: Id, day: string): string {
  return idOf(`${countyId} ${day}`, NAMESPACE);
}

function shown(person: MailPerson, prepared: Extract<Prepared, { send: true }>): MailPreview['mails'][number] {
  const links = new Map(prepared.rounds.map((roundId) => [roundId, `/svara#${HIDDEN}`]));
  const secrets: MailSecrets = { messageId: HIDDEN, optOutToken: HIDDEN, links };
  const { subject, text, html } = prepared.write(secrets);
  return {
    person: { id: person.id, name: person.name },
    address: person.address,
    kind: prepared.kind,
    items: prepared.contents.length,
    subject,
    text,
    html,
  };
}
