import type { ActivityOnAgenda, AgendaItem, Meeting } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';

/** Stand-ins for tests. Made up, as everybody in them. */
export function someItem(id: string, number: number | null, more: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id,
    version: 1,
    kind: 'free',
    number,
    title: `Punkt ${id}`,
    activity: null,
    decision: null,
    actionPoint: null,
    lift: null,
    reasons: [],
    minutes: 8,
    origin: 'added',
    state: 'waiting',
    stateReason: '',
    postponedTo: null,
    note: '',
    secondsUsed: 0,
    changedAfterCalling: false,
    ...more,
  };
}

export function someActivity(reference: string): ActivityOnAgenda {
  return {
    id: reference,
    reference,
    text: `Aktiviteten ${reference}`,
    goal: { id: 'g', number: 1, code: null },
    responsible: [{ id: 'o', name: 'Länsstyrelsen' }],
    judgement: null,
    lastUpOn: null,
  };
}

export function someMeeting(items: readonly AgendaItem[], more: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1',
    version: 1,
    startsAt: '2026-12-08T12:00:00.000Z',
    endsAt: '2026-12-08T14:00:00.000Z',
    title: '',
    state: 'planned',
    group: { id: 'g1', name: 'Beredningsgruppen', kind: 'preparatory', silentAfterDays: 70, minutesPerItem: 8 },
    plan: { id: 'p1', slug: 'planen', title: 'Planen', words: DEFAULT_WORDS },
    place: '',
    link: '',
    cancelReason: '',
    heldAt: null,
    calling: null,
    changesSinceCalling: [],
    items,
    minutesPlanned: items.filter(({ number }) => number !== null).reduce((sum, { minutes }) => sum + minutes, 0),
    minutesLong: 120,
    attendance: [],
    previous: null,
    next: null,
    later: [],
    digest: null,
    transitions: [],
    mayManage: true,
    mayWrite: true,
    lockedReason: '',
    ...more,
  };
}
