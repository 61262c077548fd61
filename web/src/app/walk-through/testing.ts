import type {
  ActivityBriefing,
  ActivityOnAgenda,
  Decision,
  IndicatorSeries,
  Lift,
  Meeting,
  OutcomeDisplay,
  WalkThrough,
  WalkThroughItem,
} from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';

/** A meeting made up for tests, with an item of each kind. */
const GROUP = { id: 'group-1', name: 'Beredningsgruppen', kind: 'preparatory' } as const;
const ABOVE = { id: 'group-2', name: 'Samrådsgruppen', kind: 'consultation' } as const;
const MEETING = {
  id: 'meeting-1',
  startsAt: '2026-11-29T08:00:00.000Z',
  endsAt: '2026-11-29T22:30:00.000Z',
  title: '',
  state: 'called',
} as const;
const PLAN = { id: 'plan-1', slug: 'plan', title: 'Handlingsplan' };
export const COUNTY_BOARD = { id: 'o-1', name: 'Länsstyrelsen' };
const REGION = { id: 'o-2', name: 'Region Älvmark' };

export const A_DECISION: Decision = {
  id: 'decision-1',
  version: 2,
  planSlug: PLAN.slug,
  reference: '§ 12/2026',
  number: 12,
  year: 2026,
  group: GROUP,
  meeting: MEETING,
  agendaItemId: null,
  activity: null,
  goal: null,
  decidedOn: '2026-09-15',
  way: null,
  text: 'Länsstyrelsen tar fram ett gemensamt underlag om ungas alkoholvanor och visar det för kommunerna före årsskiftet.',
  organisation: COUNTY_BOARD,
  person: null,
  due: '2026-12-15',
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
};

export const A_LIFT: Lift = {
  id: 'lift-1',
  version: 3,
  planSlug: PLAN.slug,
  agendaItemId: null,
  fromGroup: GROUP,
  toGroup: ABOVE,
  meeting: MEETING,
  activity: null,
  question: 'Ska kommunerna betala för tillsynsutbildningen gemensamt?',
  proposal: 'Kommunerna delar kostnaden efter folkmängd från och med 2027.',
  state: 'waiting',
  raisedBy: { id: 'person-2', name: 'Johan Ekdahl' },
  answer: '',
  answeredOn: null,
  decision: null,
  mayEdit: false,
  mayAnswer: true,
};

function value(figure: number, of = 1, reported = 1): OutcomeDisplay {
  return { state: 'value', value: figure, denominator: null, day: null, text: '', of, reported };
}

function series(
  id: string,
  text: string,
  last: OutcomeDisplay,
  now: OutcomeDisplay,
  target: number | null,
): IndicatorSeries {
  const round = (label: string) => ({ id: `round-${label}`, label, state: 'open', versionNumber: 1 }) as const;
  return {
    indicator: {
      id,
      version: 1,
      text,
      kind: 'count',
      unit: '',
      decimals: 0,
      direction: 'up',
      breakdown: 'none',
      bySex: false,
      combinePlaces: 'sum',
      combinePeriods: 'sum',
      target,
      targetMargin: null,
      baselineValue: null,
      baselineYear: null,
      baselineSource: '',
      smallNumberThreshold: null,
      definitionVersion: 1,
      settled: true,
    },
    points: [
      { round: round('2025'), display: last, target, breaksBefore: false },
      { round: round('2026'), display: now, target, breaksBefore: false },
    ],
  };
}

export function anActivity(number: number, text: string): ActivityOnAgenda {
  return {
    id: `activity-${number}`,
    reference: `2.2/${number}`,
    text,
    goal: { id: 'goal-2', number: 2, code: null },
    responsible: [COUNTY_BOARD, REGION],
    judgement: 'on_track',
    lastUpOn: '2026-09-15',
  };
}

export function aBriefing(id: string): ActivityBriefing {
  return {
    area: { number: '2.2', title: 'Tidiga insatser i skola och på fritid' },
    goalTitle: 'Färre unga börjar använda narkotika, dopningsmedel och tobak',
    amendment: 'Ändrad genom beslut 2025-11-04',
    partners: [
      { id: 'o-3', name: 'Polismyndigheten' },
      { id: 'o-4', name: 'Kommunerna' },
    ],
    followUp: {
      id: `follow-up-${id}`,
      version: 4,
      roundLabel: '2026',
      judgement: 'on_track',
      supportNeeded: '',
      cancelReason: '',
      cancelDecision: '',
      nextStep: 'Bjuda in rektorerna till en halvdag om tidiga tecken.',
      nextStepDate: '2026-12-10',
      done: 'Två träffar med elevhälsan.',
      reporter: { id: 'person-3', name: 'Anna Forsell' },
      mayWrite: true,
      lockedReason: '',
    },
    lastDecision: A_DECISION,
    openDecisions: [A_DECISION],
    openActionPoints: [],
    lastNote: { on: '2026-09-15', group: GROUP.name, text: 'Skolorna vill ha materialet digitalt.' },
    since: '2026-09-15',
    changes: [
      {
        at: '2026-11-12T09:00:00.000Z',
        by: 'Anna Forsell',
        what: 'Lägesbedömning',
        from: 'Ej påbörjad',
        to: 'Pågår enligt plan',
      },
      { at: '2026-11-02T09:00:00.000Z', by: 'Peter Nyholm', what: 'Utfall: Antal träffar', from: '', to: '4' },
    ],
    numbers: [
      series('i-1', 'Antal genomförda träffar med elevhälsan.', value(3), value(4), 6),
      series(
        'i-2',
        'Antal kommuner som använder materialet.',
        { state: 'not_reported', of: 8, reported: 0 },
        value(5, 8, 6),
        8,
      ),
      series(
        'i-3',
        'Antal orosanmälningar.',
        { state: 'protected', of: 1, reported: 1 },
        { state: 'not_applicable', of: 1, reported: 1 },
        null,
      ),
      series('i-4', 'Antal tillsynsbesök.', value(0), { state: 'not_reported', of: 1, reported: 0 }, 2),
    ],
    openReasons: [],
  };
}

export function anItem(id: string, number: number, more: Partial<WalkThroughItem> = {}): WalkThroughItem {
  return {
    id,
    version: 1,
    kind: 'free',
    number,
    title: 'Föregående möte',
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
    about: null,
    decisions: [],
    actionPoints: [],
    lifts: [],
    question: null,
    ...more,
  };
}

export function activityItem(id: string, number: number, text: string): WalkThroughItem {
  return anItem(id, number, {
    kind: 'activity',
    title: text,
    activity: anActivity(number, text),
    about: aBriefing(id),
  });
}

const LONG =
  'Länsstyrelsen, regionen och polisen tar tillsammans med kommunerna fram en gemensam modell för hur skola, elevhälsa, socialtjänst, fritidsverksamhet och föreningsliv tidigt kan uppmärksamma barn och unga som riskerar att börja använda narkotika, dopningsmedel, alkohol eller tobak, hur de erbjuds stöd utan dröjsmål oavsett i vilken kommun de bor, och hur föräldrarna görs delaktiga. Modellen prövas i minst tre kommuner av olika storlek under planperioden, utvärderas av en part som inte har deltagit i arbetet och sprids därefter till samtliga kommuner i länet genom utbildningsdagar, skriftligt material och kollegialt stöd.';

export const ITEMS: readonly WalkThroughItem[] = [
  anItem('item-1', 1, { minutes: 5 }),
  activityItem('item-2', 2, 'Utveckla tidiga insatser i skolan tillsammans med elevhälsan.'),
  activityItem('item-3', 3, LONG),
  anItem('item-4', 4, {
    kind: 'decision',
    title: A_DECISION.text,
    decision: { id: A_DECISION.id, reference: A_DECISION.reference, text: A_DECISION.text },
    reasons: [{ code: 'open_decision', words: 'Beslutet skulle vara genomfört 15 oktober 2026' }],
  }),
  anItem('item-5', 5, {
    kind: 'action_point',
    title: 'Kontakta länets idrottsförbund',
    actionPoint: {
      id: 'point-1',
      text: 'Kontakta länets idrottsförbund om dopning på gym',
      assignee: 'Sara Holmkvist',
    },
    reasons: [{ code: 'open_action_point', words: 'Skulle vara gjort 1 november 2026' }],
  }),
  anItem('item-6', 6, {
    kind: 'lift',
    title: A_LIFT.question,
    lift: { id: A_LIFT.id, question: A_LIFT.question, fromGroup: GROUP },
    question: A_LIFT,
  }),
  anItem('item-7', 7, {
    kind: 'answer',
    title: A_LIFT.question,
    lift: { id: A_LIFT.id, question: A_LIFT.question, fromGroup: GROUP },
    question: {
      ...A_LIFT,
      state: 'answered',
      answer: 'Ja, från 2027.',
      mayAnswer: false,
      decision: { id: 'decision-9', reference: '§ 3/2026', text: A_LIFT.proposal },
    },
  }),
  activityItem('item-8', 8, 'Genomföra en gemensam tillsynsvecka.'),
];

export function aWalk(more: Partial<WalkThrough> = {}): WalkThrough {
  const me = { id: 'person-1', name: 'Siv Prov', until: '2026-11-29T23:00:00.000Z', isMe: true };
  return {
    meeting: { ...MEETING, version: 3, place: 'Sal 2' },
    group: GROUP,
    plan: { ...PLAN, words: DEFAULT_WORDS },
    items: ITEMS,
    members: [
      { personId: 'person-3', memberId: 'm-1', name: 'Anna Forsell', organisation: COUNTY_BOARD },
      { personId: null, memberId: 'm-2', name: 'Lena Ohlin', organisation: REGION },
    ],
    organisations: [COUNTY_BOARD, REGION],
    liftsTo: ABOVE,
    writer: me,
    mayWrite: true,
    lockedReason: '',
    live: { number: 1, currentItemId: null, state: 'called', writer: me },
    ...more,
  };
}

export function aMeeting(): Meeting {
  return {
    ...MEETING,
    version: 3,
    group: { ...GROUP, silentAfterDays: 70, minutesPerItem: 8 },
    plan: { ...PLAN, words: DEFAULT_WORDS },
    place: 'Sal 2',
    link: '',
    cancelReason: '',
    heldAt: null,
    calling: null,
    changesSinceCalling: [],
    items: [],
    minutesPlanned: 60,
    minutesLong: 90,
    attendance: [],
    previous: null,
    next: null,
    later: [
      {
        id: 'meeting-2',
        startsAt: '2027-01-14T08:00:00.000Z',
        endsAt: '2027-01-14T10:00:00.000Z',
        title: '',
        state: 'planned',
      },
    ],
    digest: null,
    transitions: [{ name: 'hold', label: 'Avsluta mötet', allowed: true, reasons: [] }],
    mayManage: true,
    mayWrite: true,
    lockedReason: '',
  };
}
