import { Injectable, type PipeTransform } from '@nestjs/common';
import { HISTORY_ENTITIES, type HistoryEntity } from '@samhandling/contracts';
import { notFound } from '../platform/http/problem-exception.ts';

/** A kind of thing that keeps no readable history leads nowhere. */
@Injectable()
export class HistoryEntityPipe implements PipeTransform<string, HistoryEntity> {
  transform(value: string): HistoryEntity {
    const entity = HISTORY_ENTITIES.find((name) => name === value);
    if (!entity) throw notFound();
    return entity;
  }
}
