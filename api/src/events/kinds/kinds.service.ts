import { Injectable } from '@nestjs/common';
import type { EventKind, EventKindInput, UpdateEventKindRequest } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale } from '../../platform/http/problem-exception.ts';
import { KindsRepository, type KindFields } from './kinds.repository.ts';

/** The county's kinds of events. One that is not wanted any more is put out of use; events and rules keep it. */
@Injectable()
export class KindsService {
  constructor(
    private readonly kinds: KindsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  list(): Promise<EventKind[]> {
    return this.uow.read(() => this.kinds.findAll());
  }

  /** Stands last unless a position is given. 422 when the name is taken. */
  create(input: EventKindInput): Promise<EventKind> {
    return this.uow.run(async () => {
      const id = newId();
      const fields: KindFields = {
        name: input.name.trim(),
        position: input.position ?? (await this.kinds.findLastPosition()) + 1,
        isActive: input.isActive ?? true,
      };
      await this.checkName(fields.name, null);
      await this.kinds.create(id, fields);
      await this.audit.record({ action: 'create', entity: 'event_kind', entityId: id, after: { ...fields } });
      return this.load(id);
    });
  }

  /** A position is a place in the order: the kinds from there on make room, and the order stays without gaps. */
  update(id: string, version: number, patch: UpdateEventKindRequest): Promise<EventKind> {
    return this.uow.run(async () => {
      const before = await this.load(id);
      if (before.version !== version) throw stale(before);
      const fields: KindFields = {
        name: patch.name?.trim() ?? before.name,
        position: patch.position ?? before.position,
        isActive: patch.isActive ?? before.isActive,
      };
      await this.checkName(fields.name, id);
      if (patch.position !== undefined) await this.kinds.makeRoom(id, patch.position);
      if (!(await this.kinds.update(id, version, fields))) throw stale(await this.load(id));
      const { name, position, isActive } = before;
      await this.audit.record({
        action: 'update',
        entity: 'event_kind',
        entityId: id,
        before: { name, position, isActive },
        after: { ...fields },
      });
      return this.load(id);
    });
  }

  private async checkName(name: string, exceptId: string | null): Promise<void> {
    if (!(await this.kinds.isTaken(name, exceptId))) return;
    const reason = {
      sv: `Händelsetypen ${name} finns redan. Används den inte längre kan du ta den i bruk igen.`,
      en: `The kind ${name} is already there. If it is out of use, put it in use again.`,
    };
    throw invalid([{ pointer: '/name', code: 'taken', reason }]);
  }

  private async load(id: string): Promise<EventKind> {
    const kind = await this.kinds.find(id);
    if (!kind) throw notFound();
    return kind;
  }
}
