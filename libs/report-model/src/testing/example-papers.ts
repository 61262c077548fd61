import { DEFAULT_WORDS } from '@samhandling/domain';
import type { AgendaFacts } from '../papers/agenda.ts';
import type { BriefFacts } from '../papers/brief.ts';
import type { DecisionFacts, MeetingFacts } from '../papers/meeting-facts.ts';
import type { MinutesItemFacts, MinutesPaperFacts } from '../papers/minutes.ts';
import type { OrganisationSheetFacts, PromiseFacts } from '../papers/organisation-sheet.ts';

const county = { code: '99', name: 'Älvmarks län' };
const standing = { kind: 'draft', madeAt: '2026-03-12T12:00:00.000Z' } as const;

export const EXAMPLE_MEETING: MeetingFacts = {
  group: { name: 'Beredningsgruppen', kind: 'preparatory' },
  plan: { title: 'Handlingsplan 2024–2027', words: DEFAULT_WORDS },
  title: '',
  number: 3,
  year: 2026,
  startsAt: '2026-03-12T08:00:00.000Z',
  endsAt: '2026-03-12T11:00:00.000Z',
  place: 'Rum Forsen',
  link: '',
  state: 'held',
};

export function decision(number: number, more: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    number,
    year: 2026,
    group: 'Beredningsgruppen',
    decidedOn: '2026-03-12',
    text: `Beslut nummer ${number} fattas.`,
    who: 'Region Älvmark',
    due: '2026-05-30',
    state: 'open',
    ...more,
  };
}

export function minutesItem(more: Partial<MinutesItemFacts> = {}): MinutesItemFacts {
  return {
    kind: 'activity',
    state: 'treated',
    title: '',
    reference: '2.2/5',
    text: 'Besöka skolorna.',
    note: 'Sex av åtta är besökta.',
    judgement: null,
    stateReason: '',
    postponedTo: null,
    decisions: [],
    lifts: [],
    ...more,
  };
}

export function minutesFacts(more: Partial<MinutesPaperFacts> = {}): MinutesPaperFacts {
  return {
    form: 'samhandling.minutes.1',
    county,
    standing,
    meeting: EXAMPLE_MEETING,
    calledAt: '2026-03-05T08:00:00.000Z',
    state: 'draft',
    opening: '',
    closing: '',
    recordsNumber: '',
    attendance: [],
    items: [],
    otherDecisions: [],
    otherLifts: [],
    actionPoints: [],
    next: null,
    adjusters: [],
    ...more,
  };
}

export function agendaFacts(more: Partial<AgendaFacts> = {}): AgendaFacts {
  return {
    form: 'samhandling.agenda.1',
    county,
    standing,
    meeting: { ...EXAMPLE_MEETING, state: 'called' },
    calling: { calledAt: '2026-03-05T08:00:00.000Z', calledBy: 'Maria Sandell', sequence: 0 },
    items: [],
    members: [],
    previous: null,
    ...more,
  };
}

export function briefFacts(more: Partial<BriefFacts> = {}): BriefFacts {
  return {
    form: 'samhandling.brief.1',
    county,
    standing,
    meeting: EXAMPLE_MEETING,
    since: null,
    nextOn: null,
    round: null,
    answers: [],
    events: { count: 0, kinds: [] },
    attention: [],
    moved: [],
    steps: [],
    decisions: [],
    actionPoints: [],
    ...more,
  };
}

export function promise(more: Partial<PromiseFacts> = {}): PromiseFacts {
  return {
    reference: '2.2/5',
    text: 'Besöka skolorna.',
    judgement: 'on_track',
    followUpState: 'accepted',
    reporter: '',
    nextStepDate: null,
    outcomesReported: 0,
    outcomesExpected: 0,
    ...more,
  };
}

export function sheetFacts(
  more: Partial<OrganisationSheetFacts> = {},
  responsible: readonly PromiseFacts[] = [],
): OrganisationSheetFacts {
  return {
    form: 'samhandling.organisation-sheet.1',
    county,
    standing,
    organisation: { name: 'Mossvalla kommun' },
    plans: [
      {
        title: 'Handlingsplan 2024–2027',
        words: DEFAULT_WORDS,
        round: '2026',
        due: '2027-01-15',
        responsible,
        throughCollective: [],
        partner: [],
      },
    ],
    decisions: [],
    actionPoints: [],
    ...more,
  };
}
