import type { RuleMethod } from './event.ts';
import type { Breakdown } from './indicator.ts';
import type { Label } from './locale.ts';

/** What of an event is counted. Days are `YYYY-MM-DD`. */
export interface CountedEvent {
  readonly id: string;
  readonly kindId: string;
  readonly day: string;
  readonly activityIds: readonly string[];
  readonly municipalities: readonly { readonly code: string; readonly participants: number | null }[];
  readonly organisationIds: readonly string[];
  readonly participants: number | null;
}

export type CountedParts = Pick<CountedEvent, 'municipalities' | 'organisationIds' | 'participants'>;

/** A rule of one indicator in one round. */
export interface CountingRule {
  readonly method: RuleMethod;
  /** Empty: events of every kind. */
  readonly kindIds: readonly string[];
  /** The activities the indicator serves. */
  readonly activityIds: readonly string[];
  readonly breakdown: Breakdown;
  /** First and last day of the round; both count. */
  readonly from: string;
  readonly to: string;
}

export interface ComputedPlace {
  /** Null: the county as a whole. */
  readonly municipalityCode: string | null;
  readonly value: number;
  /** The events behind the value, in order of id. */
  readonly eventIds: readonly string[];
}

/** Why an event that the rule asks for adds nothing to the figure. */
export const LEFT_OUT_REASONS = [
  'no_municipality',
  'no_participants',
  'participants_not_divided',
  'no_organisation',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const LEFT_OUT_LABELS: Readonly<Record<LeftOutReason, Label>> = {
  no_municipality: {
    sv: 'Ingen kommun är angiven, så händelsen räknas inte i det som följs per kommun.',
    en: 'No municipality is named, so the event is not counted in what is followed per municipality.',
  },
  no_participants: {
    sv: 'Antalet deltagare är inte angivet, så händelsen räknas inte i antalet deltagare.',
    en: 'The number of participants is not given, so the event is not counted in the number of participants.',
  },
  participants_not_divided: {
    sv: 'Deltagarna är inte uppdelade på kommunerna, så händelsen räknas inte i antalet deltagare per kommun.',
    en: 'The participants are not divided between the municipalities, so the event is not counted in participants per municipality.',
  },
  no_organisation: {
    sv: 'Ingen organisation är angiven, så händelsen räknas inte i antalet organisationer.',
    en: 'No organisation is named, so the event is not counted in the number of organisations.',
  },
};

export interface Computed {
  /** Places where something counts. A place that is not here has nothing registered, which is not zero. */
  readonly places: readonly ComputedPlace[];
  /** What adding up the places counts twice: the sum of the places less what they hold between them. */
  readonly overlap: number;
  readonly leftOut: readonly { readonly eventId: string; readonly reason: LeftOutReason }[];
}

/** One thing that counts in one place. The same item in a place counts once there, however many events name it. */
interface Piece {
  readonly place: string | null;
  readonly item: string;
  readonly amount: number;
  readonly eventId: string;
}

/**
 * What the events give for an indicator in a round: the reference the database's statement is tested against (product,
 * section 4). An event under several activities counts once; the order of events does not matter; another event never
 * lowers a value; and the places added up, less the overlap, are what they hold between them.
 *
 * `places` are the county's municipalities for an indicator per municipality; for the county as a whole they are not
 * asked. Participants of an event in several municipalities count in each only where they are divided.
 */
export function computeFromEvents(
  events: readonly CountedEvent[],
  rule: CountingRule,
  places: readonly string[],
): Computed {
  const wanted = [
    ...new Map(events.filter((event) => isAskedFor(event, rule)).map((event) => [event.id, event])).values(),
  ];
  const asked: readonly (string | null)[] = rule.breakdown === 'none' ? [null] : places;
  const pieces = wanted.flatMap((event) =>
    rule.breakdown === 'none'
      ? piecesIn(event, rule.method, null)
      : placesOf(event, places).flatMap((place) => piecesIn(event, rule.method, place)),
  );
  const counted = new Set(pieces.map(({ eventId }) => eventId));
  return {
    places: asked.flatMap((place) => {
      const here = pieces.filter((piece) => piece.place === place);
      if (here.length === 0) return [];
      const eventIds = [...new Set(here.map(({ eventId }) => eventId))].sort();
      return [{ municipalityCode: place, value: sumOf(here, ({ item }) => item), eventIds }];
    }),
    overlap: sumOf(pieces, ({ place, item }) => `${place ?? ''}/${item}`) - sumOf(pieces, ({ item }) => item),
    leftOut: wanted
      .filter(({ id }) => !counted.has(id))
      .map((event) => ({ eventId: event.id, reason: leftOutReason(event, rule) })),
  };
}

function isAskedFor(event: CountedEvent, { kindIds, activityIds, from, to }: CountingRule): boolean {
  return (
    event.day >= from &&
    event.day <= to &&
    (kindIds.length === 0 || kindIds.includes(event.kindId)) &&
    event.activityIds.some((id) => activityIds.includes(id))
  );
}

function placesOf(event: CountedEvent, places: readonly string[]): string[] {
  return event.municipalities.map(({ code }) => code).filter((code) => places.includes(code));
}

function piecesIn(event: CountedEvent, method: RuleMethod, place: string | null): Piece[] {
  const piece = (item: string, amount = 1): Piece => ({ place, item, amount, eventId: event.id });
  switch (method) {
    case 'count_events':
      return [piece(event.id)];
    case 'distinct_municipalities':
      return place === null ? event.municipalities.map(({ code }) => piece(code)) : [piece(place)];
    case 'distinct_organisations':
      return event.organisationIds.map((id) => piece(id));
    case 'sum_participants': {
      const amount = participantsIn(event, place);
      return amount === null ? [] : [piece(`${event.id}/${place ?? ''}`, amount)];
    }
  }
}

function participantsIn(event: CountedEvent, place: string | null): number | null {
  if (place === null) return event.participants;
  const part = event.municipalities.find(({ code }) => code === place)?.participants ?? null;
  return part ?? (event.municipalities.length === 1 ? event.participants : null);
}

/** Adds up the pieces, each key once. */
function sumOf(pieces: readonly Piece[], key: (piece: Piece) => string): number {
  return [...new Map(pieces.map((piece) => [key(piece), piece.amount])).values()].reduce((sum, each) => sum + each, 0);
}

/** Why an event that a rule asks for adds nothing to its figure; asked only of such an event. */
export function leftOutReason(
  event: CountedParts,
  { method, breakdown }: Pick<CountingRule, 'method' | 'breakdown'>,
): LeftOutReason {
  const needsPlace = breakdown === 'municipality' || method === 'distinct_municipalities';
  if (needsPlace && event.municipalities.length === 0) return 'no_municipality';
  if (method === 'distinct_organisations') return 'no_organisation';
  return event.participants === null ? 'no_participants' : 'participants_not_divided';
}
