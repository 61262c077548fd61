import { Injectable } from '@nestjs/common';
import {
  pages,
  type Retention,
  type RetentionClass,
  type RoundRegistration,
  type UpdateRetentionClassRequest,
} from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { RetentionRepository, type ClassFields, type StoredRegistration } from './retention.repository.ts';

const ALWAYS_KEPT = {
  sv: 'Antagna planer, fastställda uppföljningar och länsrapporter bevaras alltid. De kan inte få en gallringsfrist.',
  en: 'Adopted plans, adopted follow-ups and county reports are always kept. They cannot be given a time for disposal.',
};

/** How long each kind of thing is kept, as the county has decided, and the record numbers of its reports. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get(): Promise<Retention> {
    return this.uow.read(async () => ({
      classes: await this.retention.findClasses(),
      rounds: (await this.retention.findRegistrations()).map(toRegistration),
      disposals: await this.retention.findDisposals(),
    }));
  }

  updateClass(id: string, version: number, patch: UpdateRetentionClassRequest): Promise<RetentionClass> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      const after: ClassFields = { ...fieldsOf(before), ...trimmed(patch) };
      if (after.name === '')
        throw invalid([
          { pointer: '/name', code: 'isNotEmpty', reason: { sv: 'Skriv ett namn.', en: 'Write a name.' } },
        ]);
      if (before.isAlwaysKept && after.years !== null)
        throw refused(ALWAYS_KEPT, [{ pointer: '/years', code: 'always_kept', reason: ALWAYS_KEPT }]);
      if (!(await this.retention.update(id, version, after, currentSession().personId, this.clock.now())))
        throw stale(await this.load(id));
      await this.audit.record({
        action: 'update',
        entity: 'retention_class',
        entityId: id,
        before: fieldsOf(before),
        after: { ...after },
      });
      return this.load(id);
    });
  }

  putRegistration(roundId: string, version: number, recordsNumber: string): Promise<RoundRegistration> {
    return this.uow.run(async () => {
      const before = await this.loadRegistration(roundId);
      const after = recordsNumber.trim();
      const { personId } = currentSession();
      if (!(await this.retention.putRegistration(roundId, version, after, personId, this.clock.now())))
        throw stale(toRegistration(before));
      await this.audit.record({
        action: 'update',
        entity: 'follow_up_round',
        entityId: roundId,
        before: { recordsNumber: before.recordsNumber },
        after: { recordsNumber: after },
      });
      return toRegistration(await this.loadRegistration(roundId));
    });
  }

  private async load(id: string): Promise<RetentionClass> {
    const [found] = await this.retention.findClasses(id);
    if (!found) throw notFound();
    return found;
  }

  private async loadRegistration(roundId: string): Promise<StoredRegistration> {
    const [found] = await this.retention.findRegistrations(roundId);
    if (!found) throw notFound();
    return found;
  }
}

function fieldsOf({
  name,
  appliesTo,
  years,
  decisionReference,
}: RetentionClass): ClassFields & Record<string, unknown> {
  return { name, appliesTo, years, decisionReference };
}

function trimmed(patch: UpdateRetentionClassRequest): Partial<ClassFields> {
  return {
    ...(patch.name !== undefined && { name: patch.name.trim() }),
    ...(patch.appliesTo !== undefined && { appliesTo: patch.appliesTo.trim() }),
    ...(patch.years !== undefined && { years: patch.years }),
    ...(patch.decisionReference !== undefined && { decisionReference: patch.decisionReference.trim() }),
  };
}

function toRegistration({ slug, ...round }: StoredRegistration): RoundRegistration {
  return { ...round, link: pages.report(slug, round.label) };
}
