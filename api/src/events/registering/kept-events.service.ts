import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { ComputingService } from '../computing/computing.service.ts';
import { contentOf, type EventContent } from './event-content.ts';
import { RegisteringRepository, type EventFacts } from './registering.repository.ts';

/** An event that another feature registers and keeps in step with what it is about, such as a meeting that was held. */
export interface KeptEvent {
  /** The same for the same thing, however often it is registered. */
  readonly registrationKey: string;
  readonly kindId: string;
  readonly day: string;
  readonly title: string;
  readonly activityIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly participants: number;
  readonly note: string;
}

const ANYBODYS = { any: true, organisationIds: [], municipalityCodes: [] };

/**
 * Within the unit of work of the feature, which has let the person through: whoever ends a meeting need not have the right to
 * register events of any other kind.
 */
@Injectable()
export class KeptEventsService {
  constructor(
    private readonly events: RegisteringRepository,
    private readonly computing: ComputingService,
    private readonly clock: Clock,
  ) {}

  /** Registers it, brings it in step, or takes it back from the deleted. Answers its id. */
  async put(event: KeptEvent): Promise<string> {
    const facts = await this.find(event);
    const content = toContent(event, facts);
    const stored = facts.event;
    const planOf = plansIn(facts);
    if (!stored) {
      const id = newId();
      const made = await this.events.create([{ id, registrationKey: event.registrationKey, content }], planOf, 'typed');
      if (made.length === 0) return this.put(event);
      await this.computing.recomputeWith(id);
      return id;
    }
    const before = contentOf(stored);
    const back = facts.isDeleted ? 1 : 0;
    if (facts.isDeleted) await this.events.setDeleted(stored, before, false, planOf);
    await this.events.update({ ...stored, version: stored.version + back }, before, content, planOf);
    const activityIds = [...new Set([...before.activityIds, ...content.activityIds])];
    await this.computing.recomputeAfter({ activityIds, days: [before.day, content.day] }, null);
    return stored.id;
  }

  /** Takes it away, if it is there and nobody has taken it away before. */
  async remove(registrationKey: string): Promise<void> {
    const facts = await this.events.findFacts({ registrationKey }, ANYBODYS, this.clock.today());
    const stored = facts.event;
    if (!stored || facts.isDeleted) return;
    const content = contentOf(stored);
    await this.events.setDeleted(stored, content, true, plansIn(facts));
    await this.computing.recomputeAfter({ activityIds: content.activityIds, days: [content.day] }, null);
  }

  private find({ registrationKey, kindId, activityIds, organisationIds }: KeptEvent): Promise<EventFacts> {
    return this.events.findFacts(
      { registrationKey, kindId, activityIds, organisationIds },
      ANYBODYS,
      this.clock.today(),
    );
  }
}

function toContent({ registrationKey: _, organisationIds, ...event }: KeptEvent, facts: EventFacts): EventContent {
  return {
    ...event,
    activityIds: event.activityIds.filter((id) => facts.activities.some((activity) => activity.id === id)),
    municipalities: [],
    organisations: organisationIds.map((id) => ({ id, participants: null })),
    audiences: [],
  };
}

function plansIn({ activities }: EventFacts): ReadonlyMap<string, string> {
  return new Map(activities.map(({ id, planId }) => [id, planId]));
}
