import type { ComputedOutcome, OutcomeCell, OutcomeDisplay, OutcomeRow } from '@samhandling/contracts';
import type { HeldRole, Locale, Sex } from '@samhandling/domain';
import { entryRight, type EntryRight } from './entry-right.ts';
import type { Sheet, SheetIndicator, StoredOutcome } from './outcomes.repository.ts';
import { placesOf, sexesOf, visibleFigures } from './visible-figures.ts';

export interface Reader {
  readonly roles: readonly HeldRole[];
  readonly locale: Locale;
  /** Small numbers are hidden from this reader too, whatever they may enter. */
  readonly protectAll: boolean;
}

/** One row of the grid as this reader may see it: total, then women and men where the indicator says so, per place. */
export function toRow(sheet: Sheet, indicator: SheetIndicator, { roles, locale, protectAll }: Reader): OutcomeRow {
  const { definition, outcomes } = indicator;
  const places = placesOf(definition.breakdown, sheet.municipalities);
  const rights = new Map(
    places.map((place) => [place, entryRight(roles, sheet.round, indicator.responsibleIds, place)] as const),
  );
  const sees = (place: string | null): boolean => !protectAll && (rights.get(place)?.sees ?? false);
  const now = visibleFigures(definition, places, outcomes, sees, indicator);
  const before = sheet.previousRound
    ? visibleFigures(definition, places, indicator.previous, sees, { overlap: indicator.previousOverlap })
    : null;
  const stored = new Map(outcomes.map((outcome) => [`${outcome.municipalityCode ?? ''}/${outcome.sex}`, outcome]));
  return {
    indicator: definition,
    activities: indicator.activities,
    target: indicator.target,
    cells: [...rights].flatMap(([place, right]) =>
      sexesOf(definition.bySex).map((sex) =>
        toCell(
          indicator,
          place,
          sex,
          now.cell(place, sex),
          stored.get(`${place ?? ''}/${sex}`),
          right,
          locale,
          before?.cell(place, sex) ?? null,
        ),
      ),
    ),
    combined: now.combined,
    previousCombined: before?.combined ?? null,
  };
}

/** A protected cell gives nothing away: its note may well name the number in words. */
function toCell(
  indicator: SheetIndicator,
  municipalityCode: string | null,
  sex: Sex,
  display: OutcomeDisplay,
  stored: StoredOutcome | undefined,
  right: EntryRight,
  locale: Locale,
  previous: OutcomeDisplay | null,
): OutcomeCell {
  const shown = display.state === 'value' ? display : null;
  return {
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    municipalityCode,
    sex,
    state: display.state,
    value: shown?.value ?? null,
    denominator: shown?.denominator ?? null,
    day: shown?.day ?? null,
    text: shown?.text ?? '',
    note: display.state === 'protected' ? '' : (stored?.note ?? ''),
    source: stored?.source ?? null,
    reportedBy: stored?.reportedBy ?? null,
    reportedAt: stored?.reportedAt ?? null,
    mayEnter: right.mayEnter,
    lockedReason: right.reason[locale],
    computed:
      display.state === 'protected' || sex !== 'total' ? null : computedFor(indicator, municipalityCode, stored),
    target: indicator.targets.find((target) => target.municipalityCode === municipalityCode)?.value ?? null,
    isLeftOut: municipalityCode !== null && indicator.leftOut.includes(municipalityCode),
    previous,
  };
}

/**
 * What the events give beside what is stored. They differ until a person has chosen: taking the computed value makes the
 * source `events`; keeping the typed one is remembered against the computed value of that day, and asked anew when it moves.
 */
function computedFor(
  indicator: SheetIndicator,
  municipalityCode: string | null,
  stored: StoredOutcome | undefined,
): ComputedOutcome | null {
  const computed = indicator.computed.find((figure) => figure.municipalityCode === municipalityCode);
  if (!computed) return null;
  const isKept = stored?.keptAgainst === computed.value;
  return {
    value: computed.value,
    events: computed.events,
    differs: stored !== undefined && stored.source !== 'events' && stored.value !== computed.value && !isKept,
    keptReason: isKept ? stored.keptReason : '',
  };
}
