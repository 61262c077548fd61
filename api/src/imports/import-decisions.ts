import type {
  ImportActorDecision,
  ImportIndicatorDecision,
  ImportPlanSettings,
  UpdateImportRequest,
} from '@samhandling/contracts';

export type StoredSettings = ImportPlanSettings;

/** What people have said yes or no to so far, by name, key and "line:code". Nothing is decided until it is here. */
export interface ImportDecisions {
  readonly actors: Readonly<Record<string, ImportActorDecision>>;
  readonly indicators: Readonly<Record<string, ImportIndicatorDecision>>;
  readonly settledFlags: readonly string[];
}

export const NO_DECISIONS: ImportDecisions = { actors: {}, indicators: {}, settledFlags: [] };

export function flagKey(line: number, code: string): string {
  return `${line}:${code}`;
}

/** The decisions after a change. A null decision takes the earlier one back; keys not named are left alone. */
export function withChanges(decisions: ImportDecisions, change: UpdateImportRequest): ImportDecisions {
  const actors = { ...decisions.actors };
  for (const { name, decision } of change.actors ?? []) {
    if (decision === null) delete actors[name];
    else actors[name] = decision;
  }
  const indicators = { ...decisions.indicators };
  for (const { key, decision } of change.indicators ?? []) {
    if (decision === null) delete indicators[key];
    else indicators[key] = decision;
  }
  const settled = new Set(decisions.settledFlags);
  for (const { line, code, settled: isSettled } of change.settledFlags ?? []) {
    if (isSettled) settled.add(flagKey(line, code));
    else settled.delete(flagKey(line, code));
  }
  return { actors, indicators, settledFlags: [...settled].sort() };
}

/** The period a plan's own text names most often ("2017–2021"); null when it names none. A proposal for the person to change. */
export function proposePeriod(text: string): { firstYear: number; lastYear: number } | null {
  const counts = new Map<string, number>();
  for (const [, first, last] of text.matchAll(/(?<!\d)(20\d{2})\s*[–—-]\s*(20\d{2})(?!\d)/g)) {
    if (Number(last) <= Number(first)) continue;
    const key = `${first}-${last}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = [...counts].sort((left, right) => right[1] - left[1] || right[0].localeCompare(left[0]))[0];
  if (!best) return null;
  const [first, last] = best[0].split('-').map(Number);
  return { firstYear: first ?? 0, lastYear: last ?? 0 };
}

/** The first phrase of the text that reads like the plan's name ("regionala handlingsplanen ANDT"); empty when there is none. */
export function proposeTitle(text: string): string {
  const found =
    /(?<!\p{L})(?:den\s+)?((?:läns|regional\p{L}*\s+)?(?:handlings|åtgärds)(?:plan|program)(?:en|met)?)((?:\s+(?:mot|för)\s+\p{Ll}+)?(?:\s+[A-ZÅÄÖ]{3,6}(?!\p{L}))?)/iu.exec(
      text,
    );
  if (!found) return '';
  const words = `${found[1] ?? ''}${found[2] ?? ''}`
    .replace(/^regionala/iu, 'Regional')
    .replace(/(plan)en\b/iu, '$1')
    .replace(/(program)met\b/iu, '$1')
    .trim();
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
}

/** ANDT, ANDTS or another all-capital theme the text repeats; empty when it has none. */
export function proposeTheme(text: string): string {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<!\p{L})AND[TSP]{1,3}(?!\p{L})/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}
