import { Injectable } from '@nestjs/common';
import type { Id, UpdateYearMarkRequest, YearMark, YearMarkInput } from '@samhandling/contracts';
import { daysBetween } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale, type FieldProblem } from '../../platform/http/problem-exception.ts';
import { MarksRepository, type MarkFields, type StoredMark } from './marks.repository.ts';

/** Longer than a year it is no date any more. */
const MOST_DAYS = 366;

/** Dates in the plan's year that the county writes itself: new data, phases of the report, steps, and others. */
@Injectable()
export class MarksService {
  constructor(
    private readonly marks: MarksRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  create(slug: string, input: YearMarkInput): Promise<YearMark> {
    return this.uow.run(async () => {
      const planId = await this.marks.findPlanId(slug);
      if (planId === null) throw notFound();
      const fields = tidy({ note: '', activityIds: [], ...given(input), to: input.to ?? input.from });
      await this.check(planId, fields);
      const id = newId();
      await this.marks.create(id, planId, fields);
      await this.audit.record({ action: 'create', entity: 'year_mark', entityId: id, after: { ...fields } });
      return toMark(await this.load(id));
    });
  }

  update(id: Id, version: number, request: UpdateYearMarkRequest): Promise<YearMark> {
    return this.uow.run(async () => {
      const stored = await this.load(id);
      if (stored.version !== version) throw stale(toMark(stored));
      const before = fieldsOf(stored);
      const after = tidy({ ...before, ...given(request) });
      await this.check(stored.planId, after);
      if (!(await this.marks.update(id, version, after))) throw stale(toMark(await this.load(id)));
      await this.audit.record({
        action: 'update',
        entity: 'year_mark',
        entityId: id,
        before: { ...before },
        after: { ...after },
      });
      return toMark(await this.load(id));
    });
  }

  delete(id: Id, version: number): Promise<void> {
    return this.uow.run(async () => {
      const stored = await this.load(id);
      if (stored.version !== version || !(await this.marks.delete(id, version))) throw stale(toMark(stored));
      await this.audit.record({ action: 'delete', entity: 'year_mark', entityId: id, before: { ...fieldsOf(stored) } });
    });
  }

  private async check(planId: Id, { from, to, activityIds }: MarkFields): Promise<void> {
    const errors: FieldProblem[] = [];
    if (to < from) errors.push({ pointer: '/to', code: 'days', reason: TO_BEFORE_FROM });
    else if (daysBetween(from, to) > MOST_DAYS) errors.push({ pointer: '/to', code: 'too_long', reason: TOO_LONG });
    const strangers = new Set(await this.marks.findStrangers(planId, activityIds));
    activityIds.forEach((id, index) => {
      if (strangers.has(id)) errors.push({ pointer: `/activityIds/${index}`, code: 'not_found', reason: NO_ACTIVITY });
    });
    if (errors.length > 0) throw invalid(errors);
  }

  private async load(id: Id): Promise<StoredMark> {
    const stored = await this.marks.find(id);
    if (!stored)
      throw notFound({ sv: 'Datumet finns inte längre i årshjulet.', en: 'The date is no longer in the year wheel.' });
    return stored;
  }
}

function toMark({ id, version, kind, title, note, from, to, activities }: StoredMark): YearMark {
  return { id, version, kind, title, note, from, to, activities };
}

function fieldsOf({ kind, title, note, from, to, activities }: StoredMark): MarkFields {
  return { kind, title, note, from, to, activityIds: activities.map(({ id }) => id) };
}

function tidy(fields: MarkFields): MarkFields {
  return { ...fields, title: fields.title.trim(), note: fields.note.trim() };
}

/** A validated body carries every property of its class, the left out ones as undefined. */
function given<Request extends object>(
  request: Request,
): { [Name in keyof Request]: Exclude<Request[Name], undefined> } {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Request]: Exclude<Request[Name], undefined>;
  };
}

const TO_BEFORE_FROM = {
  sv: 'Sista dagen kan inte ligga före den första.',
  en: 'The last day cannot be before the first.',
};
const TOO_LONG = {
  sv: 'Ett datum i årshjulet kan vara högst ett år långt. Dela upp det.',
  en: 'A date in the year wheel can be a year long at most. Divide it.',
};
const NO_ACTIVITY = { sv: 'Aktiviteten finns inte i planen.', en: 'The activity is not in the plan.' };
