import {
  ACTION_POINT_STATE_LABELS,
  BREAKDOWN_LABELS,
  CHANNEL_LABELS,
  DECISION_STATE_LABELS,
  DECISION_WAY_LABELS,
  DIRECTION_LABELS,
  FOLLOW_UP_STATE_LABELS,
  GOAL_JUDGEMENT_LABELS,
  INDICATOR_KIND_LABELS,
  JUDGEMENT_LABELS,
  LIFT_STATE_LABELS,
  ORGANISATION_KIND_LABELS,
  OUTCOME_SOURCE_LABELS,
  PARTICIPATION_LABELS,
  RESPONSE_KIND_LABELS,
  ROUND_STATE_LABELS,
  RULE_METHOD_LABELS,
  type Label,
} from '@samhandling/domain';
import type { HistoryEntity } from '@samhandling/contracts';

export type Codes = Readonly<Record<string, Label>>;

/** How a field is called and written. Without `codes`, values are written as what they are: numbers, days, names, texts. */
export interface HistoryField {
  readonly label: Label;
  /** Compared word by word. */
  readonly isText?: boolean;
  readonly codes?: Codes;
  /** What null is called, where it means something. */
  readonly none?: Label;
  /** A year or a version, which is never grouped in thousands. */
  readonly isPlain?: boolean;
}

const text = (sv: string, en: string): HistoryField => ({ label: { sv, en }, isText: true });
const line = (sv: string, en: string, more: Omit<HistoryField, 'label'> = {}): HistoryField => ({
  label: { sv, en },
  ...more,
});

const NOT_JUDGED: Label = { sv: 'Inte bedömd', en: 'Not judged' };
const OUTCOME_STATES: Codes = {
  value: { sv: 'Ett värde', en: 'A value' },
  not_applicable: { sv: 'Ej tillämpligt', en: 'Not applicable' },
};
const COMBINED: Codes = {
  sum: { sv: 'Summa', en: 'Sum' },
  mean: { sv: 'Medelvärde', en: 'Mean' },
  count_yes: { sv: 'Antal ja', en: 'Number of yes' },
  latest: { sv: 'Det senaste', en: 'The latest' },
};

/** What decisions, action points and lifted questions have in common. */
const FROM_MEETINGS: Readonly<Record<string, HistoryField>> = {
  personId: line('Person', 'Person'),
  organisationId: line('Organisation', 'Organisation'),
  due: line('Klart senast', 'Due'),
  doneText: text('Vad som gjordes', 'What was done'),
  doneOn: line('När det gjordes', 'When it was done'),
  groupId: line('Grupp', 'Group'),
  meetingId: line('Möte', 'Meeting'),
};

/** What several kinds of things have in common. */
const SHARED: Readonly<Record<string, HistoryField>> = {
  title: text('Rubrik', 'Title'),
  name: line('Namn', 'Name'),
  text: text('Text', 'Text'),
  note: text('Anteckning', 'Note'),
  reason: text('Skäl', 'Reason'),
  day: line('Dag', 'Day'),
  label: line('Namn', 'Name'),
  activityId: line('Aktivitet', 'Activity'),
  goalId: line('Mål', 'Goal'),
  organisationId: line('Organisation', 'Organisation'),
};

const BY_ENTITY: Readonly<Record<HistoryEntity, Readonly<Record<string, HistoryField>>>> = {
  follow_up: {
    state: line('Läge för svaret', 'State of the answer', { codes: FOLLOW_UP_STATE_LABELS }),
    judgement: line('Lägesbedömning', 'Judgement', { codes: JUDGEMENT_LABELS, none: NOT_JUDGED }),
    supportNeeded: text('Stöd som behövs', 'Support needed'),
    cancelReason: text('Varför den utgår', 'Why it is cancelled'),
    cancelDecision: text('Beslut bakom', 'Decision behind'),
    done: text('Vad som har gjorts', 'What was done'),
    results: text('Resultat', 'Results'),
    obstacles: text('Hinder', 'Obstacles'),
    nextStep: text('Nästa steg', 'Next step'),
    nextStepDate: line('När nästa steg ska vara gjort', 'When the next step is due'),
    nothingNew: line('Inget nytt', 'Nothing new'),
    returnReason: text('Fråga till den som svarar', 'Question to whoever answers'),
    reporterId: line('Rapportör', 'Reporter'),
    onBehalfOfId: line('Svaret kommer från', 'The answer comes from'),
    channel: line('Hur svaret kom', 'How the answer came', { codes: CHANNEL_LABELS }),
    response: line('Annan ansvarig', 'Another responsible', { codes: RESPONSE_KIND_LABELS }),
  },
  outcome: {
    state: line('Slag', 'Kind', { codes: OUTCOME_STATES }),
    value: line('Värde', 'Value'),
    denominator: line('Nämnare', 'Denominator'),
    source: line('Källa', 'Source', { codes: OUTCOME_SOURCE_LABELS }),
    keptReason: text('Varför det inskrivna behölls', 'Why the typed value was kept'),
  },
  goal_judgement: {
    judgement: line('Bedömning', 'Judgement', { codes: GOAL_JUDGEMENT_LABELS, none: NOT_JUDGED }),
    text: text('Motivering', 'Grounds'),
  },
  event: {
    kindId: line('Händelsetyp', 'Kind of event'),
    kind: line('Händelsetyp', 'Kind of event'),
    activityIds: line('Aktiviteter', 'Activities'),
    activities: line('Aktiviteter', 'Activities'),
    municipalities: line('Kommuner', 'Municipalities'),
    organisations: line('Organisationer', 'Organisations'),
    audiences: line('Målgrupper', 'Audiences'),
    participants: line('Deltagare', 'Participants'),
  },
  indicator: {
    text: text('Formulering', 'Wording'),
    kind: line('Slag', 'Kind', { codes: INDICATOR_KIND_LABELS }),
    unit: line('Enhet', 'Unit'),
    decimals: line('Decimaler', 'Decimals'),
    direction: line('Riktning', 'Direction', { codes: DIRECTION_LABELS }),
    breakdown: line('Redovisas', 'Broken down', { codes: BREAKDOWN_LABELS }),
    bySex: line('Uppdelad på kön', 'Divided by sex'),
    combinePlaces: line('Kommuner läggs ihop som', 'Municipalities combined as', { codes: COMBINED }),
    combinePeriods: line('Omgångar läggs ihop som', 'Rounds combined as', { codes: COMBINED }),
    target: line('Målvärde', 'Target'),
    targetMargin: line('Marginal för nära målet', 'Margin for near the target'),
    baselineValue: line('Baslinje', 'Baseline'),
    baselineYear: line('Baslinjens år', 'Year of the baseline', { isPlain: true }),
    baselineSource: line('Baslinjens källa', 'Source of the baseline'),
    smallNumberThreshold: line('Tal under detta skyddas', 'Numbers below this are protected'),
    definitionVersion: line('Definitionens version', 'Version of the definition', { isPlain: true }),
    settled: line('Definitionen är bestämd', 'The definition is settled'),
    method: line('Beräknas ur händelser', 'Computed from events', { codes: RULE_METHOD_LABELS }),
    kindIds: line('Händelsetyper som räknas', 'Kinds of events that count'),
    kinds: line('Händelsetyper som räknas', 'Kinds of events that count'),
    roundTargets: line('Omgångens målvärden', 'Targets of the round'),
  },
  organisation: {
    kind: line('Slag', 'Kind', { codes: ORGANISATION_KIND_LABELS }),
    aliases: line('Andra namn', 'Other names'),
    municipalityCode: line('Kommun', 'Municipality'),
    members: line('Medlemmar', 'Members'),
  },
  round: {
    state: line('Läge', 'State', { codes: ROUND_STATE_LABELS }),
    from: line('Första dag', 'First day'),
    to: line('Sista dag', 'Last day'),
    opens: line('Öppnar', 'Opens'),
    due: line('Sista svarsdag', 'Answers due'),
    adoptionProposedBy: line('Förslag om fastställande från', 'Adoption proposed by'),
    versionNumber: line('Version', 'Version', { isPlain: true }),
    publishedVersion: line('Publicerad version', 'Published version', { isPlain: true }),
  },
  participation: {
    participation: line('Medverkan', 'Participation', { codes: PARTICIPATION_LABELS }),
  },
  decision: {
    reference: line('Beteckning', 'Reference'),
    text: text('Beslut', 'Decision'),
    state: line('Läge', 'State', { codes: DECISION_STATE_LABELS }),
    decidedOn: line('Dag för beslutet', 'Day of the decision'),
    way: line('På vilket sätt', 'In which way', { codes: DECISION_WAY_LABELS }),
    recordsNumber: line('Diarienummer', 'Records number'),
    answersLiftId: line('Svarar på frågan', 'Answers the question'),
    ...FROM_MEETINGS,
  },
  action_point: {
    text: text('Vad som ska göras', 'What is to be done'),
    state: line('Läge', 'State', { codes: ACTION_POINT_STATE_LABELS }),
    assignee: line('Vem', 'Who'),
    madeOn: line('Dag', 'Day'),
    decisionId: line('Beslut', 'Decision'),
    ...FROM_MEETINGS,
  },
  lift: {
    question: text('Fråga', 'Question'),
    proposal: text('Förslag till beslut', 'Proposed decision'),
    state: line('Läge', 'State', { codes: LIFT_STATE_LABELS }),
    answer: text('Svar', 'Answer'),
    answeredOn: line('Dag för svaret', 'Day of the answer'),
    decisionId: line('Beslut', 'Decision'),
    fromGroupId: line('Från grupp', 'From group'),
    toGroupId: line('Till grupp', 'To group'),
    meetingId: line('Möte', 'Meeting'),
  },
};

/** What is recorded for machines, or stands in the title of the page. */
const NOT_SHOWN = new Set([
  'id',
  'version',
  'undoes',
  'planId',
  'roundId',
  'indicatorId',
  'sex',
  'registrationKey',
  'keptAgainst',
  'deletedAt',
  'deletedBy',
  'handoverId',
  'number',
  'year',
]);

const OTHER: HistoryField = { label: { sv: 'Övrigt', en: 'Other' } };

/** Null for what no reader is helped by. What nobody has named yet is still shown: history leaves nothing out. */
export function fieldOf(entity: HistoryEntity, name: string): HistoryField | null {
  if (NOT_SHOWN.has(name) || (entity === 'outcome' && name === 'municipalityCode')) return null;
  return BY_ENTITY[entity][name] ?? SHARED[name] ?? OTHER;
}

/** The record keeps fields in no order of ours; people read them in the order of the form. */
export function inReadingOrder(entity: HistoryEntity, names: readonly string[]): string[] {
  const order = [...Object.keys(BY_ENTITY[entity]), ...Object.keys(SHARED)];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

export const ACTIONS: Codes = {
  create: { sv: 'Lade till', en: 'Added' },
  update: { sv: 'Ändrade', en: 'Changed' },
  delete: { sv: 'Tog bort', en: 'Took away' },
  restore: { sv: 'Tog tillbaka det borttagna', en: 'Brought back what was taken away' },
  undo: { sv: 'Ångrade', en: 'Undid' },
  submit: { sv: 'Lämnade in', en: 'Submitted' },
  withdraw: { sv: 'Tog tillbaka', en: 'Withdrew' },
  return: { sv: 'Skickade tillbaka med en fråga', en: 'Returned with a question' },
  accept: { sv: 'Godkände', en: 'Accepted' },
  undo_accept: { sv: 'Ångrade godkännandet', en: 'Undid the acceptance' },
  assign: { sv: 'Valde rapportör', en: 'Chose a reporter' },
  respond_create: { sv: 'Svarade för en annan ansvarig', en: 'Responded for another responsible' },
  respond_update: { sv: 'Ändrade sitt svar för en annan ansvarig', en: 'Changed the response of another responsible' },
  respond_delete: { sv: 'Tog bort svaret för en annan ansvarig', en: 'Took away the response of another responsible' },
  hand_over: { sv: 'Lämnade över', en: 'Handed over' },
  handover: { sv: 'Lämnade över', en: 'Handed over' },
  undo_hand_over: { sv: 'Ångrade överlämningen', en: 'Undid the handover' },
  undo_handover: { sv: 'Ångrade överlämningen', en: 'Undid the handover' },
  open: { sv: 'Öppnade', en: 'Opened' },
  start_review: { sv: 'Började granska', en: 'Started the review' },
  resume: { sv: 'Öppnade för svar igen', en: 'Opened for answers again' },
  propose: { sv: 'Föreslog fastställande', en: 'Proposed adoption' },
  adopt: { sv: 'Fastställde', en: 'Adopted' },
  reopen: { sv: 'Öppnade igen som ny version', en: 'Reopened as a new version' },
  publish: { sv: 'Publicerade', en: 'Published' },
  publish_version: { sv: 'Publicerade den nya versionen', en: 'Published the new version' },
  unpublish: { sv: 'Avpublicerade', en: 'Unpublished' },
  complete: { sv: 'Sa vad som hade gjorts', en: 'Said what had been done' },
  drop: { sv: 'Sa att det inte görs', en: 'Said that it is not done' },
  answer: { sv: 'Svarade', en: 'Answered' },
};
const ACTIONS_OF: Partial<Readonly<Record<HistoryEntity, Codes>>> = {
  outcome: { create: { sv: 'Fyllde i', en: 'Filled in' }, delete: { sv: 'Tömde', en: 'Emptied' } },
  event: { create: { sv: 'Registrerade', en: 'Registered' } },
  follow_up: { create: { sv: 'Uppföljningen började', en: 'The follow-up began' } },
  goal_judgement: { create: { sv: 'Bedömningen började', en: 'The judgement began' } },
  round: { withdraw: { sv: 'Tog tillbaka förslaget', en: 'Withdrew the proposal' } },
  decision: {
    create: { sv: 'Beslutades', en: 'Was decided' },
    withdraw: { sv: 'Upphävde', en: 'Withdrew' },
    reopen: { sv: 'Öppnade igen', en: 'Reopened' },
  },
  action_point: { reopen: { sv: 'Öppnade igen', en: 'Reopened' } },
  lift: { create: { sv: 'Lyfte frågan', en: 'Lifted the question' } },
};

/** "Lämnade in". A verb nobody has named yet is a change. */
export function actionWords(entity: HistoryEntity | null, action: string): Label {
  return (entity && ACTIONS_OF[entity]?.[action]) ?? ACTIONS[action] ?? { sv: 'Ändrade', en: 'Changed' };
}

const THROUGH: Codes = {
  link: { sv: 'via svarslänk', en: 'by answer link' },
  import: { sv: 'via Excel', en: 'by Excel' },
  cli: { sv: 'från kommandoraden', en: 'from the command line' },
  system: { sv: 'av systemet', en: 'by the system' },
};

/** Empty for what was done on the web. */
export function throughWords(source: string): Label {
  return THROUGH[source] ?? { sv: '', en: '' };
}
