import type { DemoParticipation, DemoResponse, DemoTarget, DemoView } from './types.ts';

/** What other responsible organisations say about answers in the open round. */
export const DEMO_RESPONSES: readonly DemoResponse[] = [
  { activity: '1.2/9', organisation: 'kommunerna', person: 'emma', kind: 'agree', text: '', isOutdated: false },
  { activity: '2.1/1', organisation: 'region', person: 'peter', kind: 'agree', text: '', isOutdated: false },
  {
    activity: '2.1/1',
    organisation: 'polisen',
    person: 'sara',
    kind: 'add',
    text: 'Kommunpoliserna har varit med på fyra av lektionerna. Det vill skolorna gärna fortsätta med.',
    isOutdated: false,
  },
  {
    activity: '3.1/3',
    organisation: 'region',
    person: 'peter',
    kind: 'add',
    text: 'Studenthälsan har under hösten erbjudit samtal direkt efter fadderutbildningen.',
    isOutdated: false,
  },
  { activity: '4.1/1', organisation: 'kommunerna', person: 'emma', kind: 'agree', text: '', isOutdated: false },
  { activity: '6.1/2', organisation: 'polisen', person: 'sara', kind: 'agree', text: '', isOutdated: true },
];

/** Earlier wordings of answers in the open round, so that their history shows what was struck and what was added. */
export const DEMO_EARLIER_ANSWERS: readonly { readonly activity: string; readonly done: string }[] = [
  { activity: '1.1/3', done: 'Tre träffar har hållits enligt plan. Vi provar att börja varje träff med ett ärende.' },
  { activity: '1.2/7', done: 'Rutinen beslutades den 23 april. Sju lägesbildsmöten har hållits.' },
  { activity: '2.1/1', done: 'Mötet med gymnasiecheferna ledde till nya lektionsförslag.' },
  { activity: '3.1/3', done: 'Gruppen har mötts fyra gånger. Fadderutbildningen har fått ett pass om spel.' },
  { activity: '4.2/5', done: 'Granåsen, Norrälva och Tjärnby har tagit fram ett förslag till gemensamt team.' },
  { activity: '6.1/2', done: 'Nio möten har hållits enligt plan, de flesta digitalt.' },
];

/** County figures of the open round that were first typed as something else. */
export const DEMO_EARLIER_VALUES: readonly {
  readonly activity: string;
  readonly index: number;
  readonly value: number;
}[] = [
  { activity: '1.2/7', index: 1, value: 7 },
  { activity: '2.1/1', index: 1, value: 112 },
  { activity: '3.1/1', index: 0, value: 10 },
];

/** One letter per municipality in the county's order: invited, confirmed, took part, declined, or nothing said. */
export const DEMO_PARTICIPATION: readonly DemoParticipation[] = [
  { round: '2024', activity: '1.1/3', municipalities: 'tttttttt', partners: { polisen: 't' }, notes: {} },
  { round: '2024', activity: '3.1/4', municipalities: 'tttttitt', partners: { spelfri: 't' }, notes: {} },
  { round: '2025', activity: '1.1/1', municipalities: 'tttctcit', partners: { polisen: 't' }, notes: {} },
  {
    round: '2025',
    activity: '1.1/2',
    municipalities: 'ti-tittt',
    partners: {},
    notes: { '9902': 'Nytt datum efter årsskiftet.' },
  },
  { round: '2025', activity: '1.1/3', municipalities: 'tttttttt', partners: { polisen: 't' }, notes: {} },
  { round: '2025', activity: '1.1/5', municipalities: 'tittcitt', partners: { handeln: 'i' }, notes: {} },
  {
    round: '2025',
    activity: '1.2/7',
    municipalities: 'ccictict',
    partners: { tullverket: 't', lansstyrelsen: 't' },
    notes: {},
  },
  { round: '2025', activity: '1.2/8', municipalities: 'cciciicc', partners: { spelinspektionen: 'i' }, notes: {} },
  { round: '2025', activity: '2.1/3', municipalities: 'ttitiict', partners: { foreningsradet: 'i' }, notes: {} },
  {
    round: '2025',
    activity: '3.1/3',
    municipalities: '--------',
    partners: { hogskolan: 't', studentkaren: 't' },
    notes: {},
  },
  {
    round: '2025',
    activity: '3.1/4',
    municipalities: 'tttttdtt',
    partners: { spelfri: 't' },
    notes: { '9906': 'Har en egen utbildning tillsammans med kommunerna i norr.' },
  },
  {
    round: '2025',
    activity: '3.2/7',
    municipalities: '--------',
    partners: { traningsanlaggningar: 't', idrottsforbundet: 'i' },
    notes: {},
  },
  {
    round: '2025',
    activity: '5.1/1',
    municipalities: 'tttcidct',
    partners: { trafikverket: 'i' },
    notes: { '9906': 'Deltar från nästa år.' },
  },
];

/** Targets of the open round, beside those of the indicators themselves. */
export const DEMO_TARGETS: readonly DemoTarget[] = [
  { activity: '2.1/1', index: 0, margin: 0.1, county: 42, places: [5, 4, 5, 4, 2, 3, 4, 14] },
  { activity: '4.1/4', index: 0, margin: 0.15, county: 15, places: [] },
  { activity: '2.2/7', index: 0, margin: null, county: 50, places: [] },
  { activity: '3.2/7', index: 2, margin: 0.2, county: 40, places: [] },
];

export const DEMO_VIEWS: readonly DemoView[] = [
  { page: 'activities', name: 'Behöver stöd', query: 'lage=behover-stod', owner: 'maria', isShared: true },
  { page: 'activities', name: 'Väntar på granskning', query: 'svar=inlamnad', owner: 'johan', isShared: true },
  {
    page: 'activities',
    name: 'Mina att ringa om',
    query: 'lage=inte-bedomd&svar=utkast',
    owner: 'maria',
    isShared: false,
  },
  { page: 'events', name: 'I Tjärnby', query: 'kommun=9907', owner: 'johan', isShared: true },
];

/** Peter went from addiction care to public health, and Lena took over what was left to answer there. */
export const DEMO_HANDOVER = {
  from: 'peter',
  to: 'lena',
  by: 'maria',
  activities: ['4.1/3', '4.2/8', '5.2/7'],
  reason: 'Lena har tagit över beroendevårdens uppföljning.',
  /** After the round opened. */
  day: 6,
} as const;

/** Whom to turn to at an organisation that stays silent. */
export const DEMO_CONTACTS: readonly { readonly organisation: string; readonly person: string }[] = [
  { organisation: 'region', person: 'eva' },
  { organisation: 'idrottsforbundet', person: 'nils' },
  { organisation: 'polisen', person: 'sara' },
  { organisation: 'lansstyrelsen', person: 'johan' },
];

/** Figures of the open round that came another way than the page. */
export const DEMO_SOURCES: readonly {
  readonly activity: string;
  readonly index: number;
  readonly source: 'link' | 'import';
}[] = [
  { activity: '4.1/3', index: 0, source: 'link' },
  { activity: '4.2/8', index: 0, source: 'link' },
  { activity: '2.1/2', index: 0, source: 'import' },
];

/** Members of groups who have come or gone. */
export const DEMO_MEMBER_DAYS: readonly {
  readonly collective: string;
  readonly member: string;
  readonly from: string | null;
  readonly to: string | null;
}[] = [
  { collective: 'samradsgruppen', member: 'naringslivet', from: '2024-09-01', to: null },
  { collective: 'samradsgruppen', member: 'studentkaren', from: '2024-01-01', to: '2025-06-30' },
];
