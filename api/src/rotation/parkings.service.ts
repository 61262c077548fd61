import { Injectable } from '@nestjs/common';
import type { ParkingAnswer, ParkingInput } from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { ParkingsRepository, type ParkingPlace } from './parkings.repository.ts';
import { closedGroup } from './rotation-rules.ts';

/** An activity that a group need not have up for a while, with why and until when. */
@Injectable()
export class ParkingsService {
  constructor(
    private readonly parkings: ParkingsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A new one from version 0. 422 for a last day that has passed. */
  put(groupId: string, activityId: string, version: number, input: ParkingInput): Promise<ParkingAnswer> {
    return this.uow.run(async () => {
      const { parking } = await this.hold(groupId, activityId, version);
      const today = this.clock.today();
      const fields = { reason: input.reason.trim(), until: input.until ?? null };
      if (fields.until !== null && fields.until < today) {
        const reason = { sv: 'Välj idag eller en senare dag.', en: 'Choose today or a later day.' };
        throw invalid([{ pointer: '/until', code: 'passed', reason }]);
      }
      if (parking) await this.parkings.update(parking.id, today, fields);
      else await this.parkings.create(newId(), groupId, activityId, today, fields);
      await this.audit.record({
        action: parking ? 'update' : 'create',
        entity: 'activity_parking',
        entityId: activityId,
        ...(parking && { before: { reason: parking.reason, until: parking.until } }),
        after: fields,
      });
      return { parking: (await this.parkings.find(groupId, activityId))?.parking ?? null };
    });
  }

  delete(groupId: string, activityId: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const { parking } = await this.hold(groupId, activityId, version);
      if (!parking) throw notFound();
      await this.parkings.delete(parking.id);
      await this.audit.record({
        action: 'delete',
        entity: 'activity_parking',
        entityId: activityId,
        before: { reason: parking.reason, until: parking.until },
      });
    });
  }

  private async hold(groupId: string, activityId: string, version: number): Promise<ParkingPlace> {
    await this.parkings.hold(groupId);
    const place = await this.parkings.find(groupId, activityId);
    if (!place?.isInPlan) throw notFound();
    const refusal = closedGroup(place);
    if (refusal) throw refused(refusal);
    if ((place.parking?.version ?? 0) !== version) throw stale({ parking: place.parking });
    return place;
  }
}
