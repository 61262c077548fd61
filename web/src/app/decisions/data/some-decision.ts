import type { Decision } from '@samhandling/contracts';

/** A decision for specs, with what the spec is about laid over it. */
export function someDecision(part: Partial<Decision> = {}): Decision {
  return {
    id: 'decision',
    version: 1,
    reference: '§ 12/2026',
    number: 12,
    year: 2026,
    planSlug: 'plan',
    group: { id: 'group', name: 'Beredningen', kind: 'preparatory' },
    meeting: null,
    agendaItemId: null,
    activity: null,
    goal: null,
    decidedOn: '2026-03-01',
    way: null,
    text: 'Regionen betalar.',
    organisation: null,
    person: null,
    due: null,
    state: 'open',
    isLate: false,
    doneText: '',
    doneOn: null,
    doneBy: null,
    recordsNumber: '',
    answersLift: null,
    mayEdit: true,
    mayComplete: true,
    lockedReason: '',
    ...part,
  };
}
