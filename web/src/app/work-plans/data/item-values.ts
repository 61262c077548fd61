import type { CreateWorkPlanItemRequest, WorkPlan, WorkPlanItem, WorkPlanItemInput } from '@samhandling/contracts';
import { MOST_KRONOR } from '@samhandling/domain';

/** An item as it stands in its form: everything as text. */
export interface ItemValues {
  readonly title: string;
  readonly description: string;
  readonly goalId: string;
  readonly organisationIds: readonly string[];
  readonly responsibleName: string;
  readonly isByMonth: boolean;
  /** "2027-03" when months are meant, else "2027-03-12". */
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly funding: string;
}

export function valuesOf(item: WorkPlanItem | null): ItemValues {
  const when = (day: string | null): string => (day === null ? '' : item?.isByMonth ? day.slice(0, 7) : day);
  return {
    title: item?.title ?? '',
    description: item?.description ?? '',
    goalId: item?.goal?.id ?? '',
    organisationIds: item?.organisations.map(({ id }) => id) ?? [],
    responsibleName: item?.responsibleName ?? '',
    isByMonth: item?.isByMonth ?? true,
    from: when(item?.fromDay ?? null),
    to: when(item?.toDay ?? null),
    amount: item?.amountKronor == null ? '' : String(item.amountKronor),
    funding: item?.funding ?? '',
  };
}

/** Whole kronor out of "25 000", "25000 kr" or nothing; `undefined` for what is no amount. */
export function kronorIn(text: string): number | null | undefined {
  const digits = text.replace(/kr(?:onor)?\.?$/iu, '').replace(/[\s\u00a0\u202f]/gu, '');
  if (digits === '') return null;
  const kronor = /^\d{1,11}$/.test(digits) ? Number(digits) : undefined;
  return kronor !== undefined && kronor <= MOST_KRONOR ? kronor : undefined;
}

function lastOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** A month is from its first day to its last. */
export function inputOf(values: ItemValues): WorkPlanItemInput {
  const { isByMonth, from, to } = values;
  const fromDay = from === '' ? null : isByMonth ? `${from}-01` : from;
  const last = to === '' && isByMonth ? from : to;
  return {
    title: values.title.trim(),
    description: values.description.trim(),
    goalId: values.goalId || null,
    organisationIds: values.organisationIds,
    responsibleName: values.responsibleName.trim(),
    isByMonth,
    fromDay,
    toDay: last === '' ? null : isByMonth ? lastOf(last) : last,
    amountKronor: kronorIn(values.amount) ?? null,
    funding: values.funding.trim(),
  };
}

/** The same in another order: one moved past its neighbour. Unchanged where there is none. */
export function movedBy<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [moved, other] = [items[at], items[at + by]];
  if (moved === undefined || other === undefined) return items;
  return items.map((item, place) => (place === at ? other : place === at + by ? moved : item));
}

/** What puts a removed item back: what it said, and what it came from. */
export function againOf(item: WorkPlanItem): CreateWorkPlanItemRequest {
  const { title, description, goal, organisations, need, activity, continuedFrom, ...rest } = item;
  const { responsibleName, fromDay, toDay, isByMonth, amountKronor, funding } = rest;
  const origin = need ? { needId: need.id } : activity ? { activityId: activity.id } : {};
  return {
    ...(continuedFrom === null ? origin : {}),
    title,
    description,
    goalId: goal?.id ?? null,
    organisationIds: organisations.map(({ id }) => id),
    responsibleName,
    fromDay,
    toDay,
    isByMonth,
    amountKronor,
    funding,
  };
}

export function isWorkPlan(value: unknown): value is WorkPlan {
  return typeof value === 'object' && value !== null && 'items' in value && 'sums' in value && 'version' in value;
}
