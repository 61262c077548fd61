import { Injectable } from '@nestjs/common';
import type { Digest } from '@samhandling/contracts';
import { DIGEST_WORKFLOW, isAllowed, takeTransition, type Label } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { joinReasons } from '../platform/http/transitions.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { PapersService } from '../papers/papers.service.ts';
import type { DigestLetterJob } from './digest-letter.service.ts';
import { DigestsRepository } from './digests.repository.ts';
import { DIGEST_FLOW, DigestsService, guardsOf, refuseSent, toLetter } from './digests.service.ts';

const NO_LETTER: Label = {
  sv: 'Brevet går inte att skicka nu: det är på väg redan, eller så har personen ingen e-postadress.',
  en: 'The letter cannot be sent now: it is on its way already, or the person has no e-mail address.',
};

/** Sending a digest: frozen, closed, and a letter for everybody in the group with an address, in one transaction. */
@Injectable()
export class SendingService {
  constructor(
    private readonly service: DigestsService,
    private readonly digests: DigestsRepository,
    private readonly papers: PapersService,
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  send(id: string, version: number, message: string): Promise<Digest> {
    return this.uow.run(async () => {
      await this.digests.lock(id);
      const stored = await this.service.load(id);
      const now = await this.service.describe(stored);
      if (stored.version !== version) throw stale(now);
      refuseSent(stored);
      const { countyId, personId, roles } = currentSession();
      const answers = guardsOf(stored, now.clashes, isAllowed(roles, 'group.manage'));
      const taken = takeTransition(DIGEST_WORKFLOW, stored.state, 'send', answers);
      if (!taken.allowed)
        throw refused(joinReasons(taken.reason === 'guard' ? taken.failed.flatMap(DIGEST_FLOW.reasons) : []));
      const at = this.clock.now();
      await this.papers.freeze({ kind: 'digest', subjectId: id, by: personId, at });
      const receivers = stored.members.filter(({ email }) => email !== '').map((member) => member.id);
      if (!(await this.digests.send(id, version, at, message, receivers)))
        throw stale(await this.service.describe(await this.service.load(id)));
      await this.audit.record({
        action: 'send',
        entity: 'digest',
        entityId: id,
        before: { state: 'draft' },
        after: { state: 'sent' },
      });
      for (const memberId of receivers) {
        await this.queue({ countyId, digestId: id, memberId });
      }
      return this.service.describe(await this.service.load(id));
    });
  }

  /** One letter, once more: the digest itself is as it was sent. */
  sendAgain(id: string, memberId: string): Promise<Digest> {
    return this.uow.run(async () => {
      await this.digests.lock(id);
      const stored = await this.service.load(id);
      const letter = stored.letters.find((one) => one.memberId === memberId);
      if (!letter) throw notFound();
      const { countyId, roles } = currentSession();
      if (!toLetter(letter, isAllowed(roles, 'group.manage')).mayMail) throw refused(NO_LETTER);
      await this.digests.prepareAgain(id, memberId);
      if (!(await this.queue({ countyId, digestId: id, memberId }))) throw refused(NO_LETTER);
      await this.audit.record({
        action: 'send_letter',
        entity: 'digest',
        entityId: id,
        after: { to: letter.name },
      });
      return this.service.describe(await this.service.load(id));
    });
  }

  private queue(job: DigestLetterJob): Promise<boolean> {
    return this.jobs.send('digest-letter', job, { key: `${job.digestId}:${job.memberId}` });
  }
}
