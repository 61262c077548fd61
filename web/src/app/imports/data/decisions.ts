import type {
  ImportActorDecision,
  ImportIndicatorDecision,
  ImportPlanSettings,
  ImportReview,
  UpdateImportRequest,
} from '@samhandling/contracts';

type ActorChange = NonNullable<UpdateImportRequest['actors']>[number];
type IndicatorChange = NonNullable<UpdateImportRequest['indicators']>[number];
type FlagChange = NonNullable<UpdateImportRequest['settledFlags']>[number];

function byKey<Item>(items: readonly Item[] | undefined, keyOf: (item: Item) => string): Map<string, Item> {
  return new Map((items ?? []).map((item) => [keyOf(item), item]));
}

const actorKey = (change: ActorChange): string => change.name;
const indicatorKey = (change: IndicatorChange): string => change.key;
const flagKey = (change: { readonly line: number; readonly code: string }): string =>
  `${String(change.line)}:${change.code}`;

/** Two changes as one; where both speak of the same thing the later holds. So a queue is never longer than one request. */
export function mergeChanges(earlier: UpdateImportRequest, later: UpdateImportRequest): UpdateImportRequest {
  const merged: { -readonly [Name in keyof UpdateImportRequest]: UpdateImportRequest[Name] } = {};
  if (earlier.settings || later.settings) merged.settings = { ...earlier.settings, ...later.settings };
  if (earlier.actors || later.actors) merged.actors = joined(earlier.actors, later.actors, actorKey);
  if (earlier.indicators || later.indicators)
    merged.indicators = joined(earlier.indicators, later.indicators, indicatorKey);
  if (earlier.settledFlags || later.settledFlags)
    merged.settledFlags = joined<FlagChange>(earlier.settledFlags, later.settledFlags, flagKey);
  return merged;
}

function joined<Item>(
  earlier: readonly Item[] | undefined,
  later: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
): Item[] {
  return [...new Map([...byKey(earlier, keyOf), ...byKey(later, keyOf)]).values()];
}

export function isEmptyChange(change: UpdateImportRequest): boolean {
  return (
    Object.keys(change.settings ?? {}).length === 0 &&
    (change.actors ?? []).length === 0 &&
    (change.indicators ?? []).length === 0 &&
    (change.settledFlags ?? []).length === 0
  );
}

/** The review as it will be when the change is saved: shown at once, so that nobody waits for the network. */
export function withChange(review: ImportReview, change: UpdateImportRequest): ImportReview {
  const actors = byKey(change.actors, actorKey);
  const indicators = byKey(change.indicators, indicatorKey);
  const flags = byKey(change.settledFlags, flagKey);
  return {
    ...review,
    settings: { ...review.settings, ...change.settings },
    actors: review.actors.map((actor) => {
      const found = actors.get(actor.name);
      return found ? { ...actor, decision: found.decision } : actor;
    }),
    indicators: review.indicators.map((indicator) => {
      const found = indicators.get(indicator.key);
      return found ? { ...indicator, decision: found.decision } : indicator;
    }),
    flags: review.flags.map((flag) => {
      const found = flags.get(flagKey(flag));
      return found ? { ...flag, settled: found.settled } : flag;
    }),
  };
}

/** Every decision of a review as text by key ("actor:Polisen"), for comparing two versions of it. */
export type DecisionMap = Readonly<Record<string, string>>;

export function decisionsOf(review: ImportReview): DecisionMap {
  return Object.fromEntries([
    ...Object.entries(review.settings).map(([name, value]) => [`settings:${name}`, JSON.stringify(value)] as const),
    ...review.actors.map(({ name, decision }) => [`actor:${name}`, JSON.stringify(decision)] as const),
    ...review.indicators.map(({ key, decision }) => [`indicator:${key}`, JSON.stringify(decision)] as const),
    ...review.flags.map((flag) => [`flag:${flagKey(flag)}`, JSON.stringify(flag.settled)] as const),
  ]);
}

/** What somebody else has changed since `base`, and which of it I have changed too, differently. */
export interface Clash {
  readonly theirs: readonly string[];
  readonly both: readonly string[];
}

export function clashOf(base: ImportReview, mine: ImportReview, theirs: ImportReview): Clash {
  const [from, my, their] = [decisionsOf(base), decisionsOf(mine), decisionsOf(theirs)];
  const changed = Object.keys(their).filter((key) => their[key] !== from[key]);
  return {
    theirs: changed,
    both: changed.filter((key) => my[key] !== from[key] && my[key] !== their[key]),
  };
}

/** The change without what concerns the keys: those the other person's decision was chosen for. */
export function withoutKeys(change: UpdateImportRequest, keys: ReadonlySet<string>): UpdateImportRequest {
  const settings = Object.fromEntries(
    Object.entries(change.settings ?? {}).filter(([name]) => !keys.has(`settings:${name}`)),
  ) as Partial<ImportPlanSettings>;
  return {
    ...(change.settings ? { settings } : {}),
    ...(change.actors ? { actors: change.actors.filter((one) => !keys.has(`actor:${one.name}`)) } : {}),
    ...(change.indicators ? { indicators: change.indicators.filter((one) => !keys.has(`indicator:${one.key}`)) } : {}),
    ...(change.settledFlags
      ? { settledFlags: change.settledFlags.filter((one) => !keys.has(`flag:${flagKey(one)}`)) }
      : {}),
  };
}

export function parsedActorDecision(text: string | undefined): ImportActorDecision | null {
  return text === undefined ? null : (JSON.parse(text) as ImportActorDecision | null);
}

export function parsedIndicatorDecision(text: string | undefined): ImportIndicatorDecision | null {
  return text === undefined ? null : (JSON.parse(text) as ImportIndicatorDecision | null);
}
