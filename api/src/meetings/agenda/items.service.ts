import { Injectable } from '@nestjs/common';
import type { AgendaItem, UpdateAgendaItemRequest } from '@samhandling/contracts';
import { isOnAgenda, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { demandWriting } from '../shared/meeting-rights.ts';
import { toItem } from '../shared/meeting.mapper.ts';
import { ItemsRepository, type FoundItem, type ItemFields } from './items.repository.ts';

const OWN_TITLE: Label = {
  sv: 'Bara en egen punkt har en rubrik som går att ändra. De andra heter det de handlar om.',
  en: 'Only an item of its own has a title that can be changed. The others are called what they are about.',
};

/** One item: what is noted under it, its time, and its title where it has one. The walk-through saves here as people talk. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly items: ItemsRepository,
    private readonly pen: PenService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  update(id: string, version: number, request: UpdateAgendaItemRequest): Promise<AgendaItem> {
    return this.uow.run(async () => {
      const found = await this.open(id, version);
      const { item } = found;
      if (request.title !== undefined && item.kind !== 'free')
        throw invalid([{ pointer: '/title', code: 'own_title', reason: OWN_TITLE }]);
      const before = fieldsOf(found);
      const fields: ItemFields = {
        title: request.title?.trim() ?? before.title,
        minutes: request.minutes === undefined ? before.minutes : request.minutes,
        note: request.note ?? before.note,
        secondsUsed: request.secondsUsed ?? before.secondsUsed,
      };
      if (JSON.stringify(fields) === JSON.stringify(before)) return this.show(found);
      if (!(await this.items.update(id, version, fields))) throw stale(this.show(await this.load(id)));
      await this.audit.record({
        action: 'update',
        entity: 'agenda_item',
        entityId: id,
        before: { ...before },
        after: { ...fields },
      });
      return this.show(await this.load(id));
    });
  }

  /** The item in its meeting, which is held until the commit. Refuses whoever may not write, and a version that is not the item's. */
  async open(id: string, version: number): Promise<FoundItem> {
    const before = await this.load(id);
    demandWriting(before.meeting, currentSession());
    await this.pen.write(before.meeting.id);
    const found = await this.load(id);
    if (found.item.version !== version) throw stale(this.show(found));
    return found;
  }

  async load(id: string): Promise<FoundItem> {
    const found = await this.items.find(id, this.clock.today());
    if (!found) throw notFound();
    return found;
  }

  show({ item, meeting, before }: FoundItem): AgendaItem {
    const number = isOnAgenda(item, meeting.startsAt) ? before + 1 : null;
    return toItem(item, meeting, requestContext().locale, number);
  }
}

function fieldsOf({ item }: FoundItem): ItemFields {
  return { title: item.storedTitle, minutes: item.storedMinutes, note: item.note, secondsUsed: item.secondsUsed };
}
