import type { ImportReview } from '@samhandling/contracts';

/** A small review, made up, for the specs. */
export function someReview(): ImportReview {
  const proposal = {
    kind: 'count',
    unit: 'träffar',
    breakdown: 'none',
    cadencePerYear: 4,
    target: 4,
    reason: 'Meningen börjar med Antal.',
  } as const;
  return {
    id: 'import-1',
    version: 1,
    state: 'review',
    sourceName: '',
    createdAt: '2026-03-12T10:00:00Z',
    createdBy: { id: 'person-1', name: 'Siv Prov' },
    settings: { title: 'Planen', theme: 'ANDTS', firstYear: 2025, lastYear: 2029 },
    lines: { total: 4, used: 2, ignored: 1, flagged: 1, lost: 0 },
    source: [
      { line: 1, text: 'Aktivitet: 1. Ordna träffar.', use: 'used', role: 'activity', reference: '1.1/1' },
      { line: 2, text: 'Aktivitet: 3. Skriva brev.', use: 'flagged', role: 'activity', reference: '1.1/3' },
      { line: 3, text: '', use: 'ignored', role: 'blank', reference: null },
      { line: 4, text: 'Tips: Besök en skola.', use: 'used', role: 'tips', reference: '1' },
    ],
    flags: [{ line: 2, code: 'number_jump', message: 'Nummer 2 saknas.', settled: false }],
    goals: [],
    purposes: [],
    overarchingGoals: [],
    specificGoals: [],
    actors: [
      { name: 'Polisen', activities: ['1.1/1'], match: null, proposedKind: 'police', decision: null },
      { name: 'Regionen', activities: ['1.1/3'], match: null, proposedKind: 'region', decision: null },
    ],
    indicators: [0, 1].map((place) => ({
      key: `1.1/1#${String(place)}`,
      activity: '1.1/1',
      text: 'Antal träffar.',
      line: 1,
      proposal,
      decision: null,
    })),
    differences: null,
    comparedWith: null,
    blockedBy: [],
    planSlug: null,
  };
}
