import type { RecordSource } from '@samhandling/contracts';
import {
  AGENDA_ITEM_KIND_LABELS,
  AGENDA_ITEM_STATE_LABELS,
  ATTENDANCE_LABELS,
  GROUP_KIND_LABELS,
  MEETING_STATE_LABELS,
  MEMBER_ROLE_LABELS,
  ROLE_LABELS,
  VIEW_PAGE_LABELS,
  type Label,
} from '@samhandling/domain';
import { ACTIONS, actionWords, fieldOf, type Codes, type HistoryField } from '../history-fields.ts';
import { entityOf, RECORDED_AS } from '../history-subjects.ts';
import { NEEDS_ACTIONS, NEEDS_FIELDS, NEEDS_KINDS, NEEDS_STATES } from './log-words-needs.ts';

/** A kind of thing as the log filters by it: mostly one name in the record, sometimes two. */
export interface LogKind {
  readonly value: string;
  readonly label: Label;
  readonly recordedAs: readonly string[];
}

const kind = (value: string, sv: string, en: string, recordedAs: readonly string[] = [value]): LogKind => ({
  value,
  label: { sv, en },
  recordedAs,
});

/** In the order people choose from. */
export const LOG_KINDS: readonly LogKind[] = [
  kind('follow_up', 'Uppföljning', 'Follow-up', RECORDED_AS.follow_up),
  kind('outcome', 'Utfall', 'Outcome', RECORDED_AS.outcome),
  kind('goal_judgement', 'Bedömning av mål', 'Judgement of a goal', RECORDED_AS.goal_judgement),
  kind('event', 'Händelse', 'Event', RECORDED_AS.event),
  kind('participation', 'Medverkan', 'Participation', RECORDED_AS.participation),
  kind('round', 'Omgång', 'Round', RECORDED_AS.round),
  kind('group', 'Grupp', 'Group', ['work_group', 'group_member']),
  kind('meeting', 'Möte', 'Meeting', ['meeting', 'agenda_item', 'meeting_attendance']),
  kind('decision', 'Beslut', 'Decision', RECORDED_AS.decision),
  kind('action_point', 'Att göra efter möte', 'Action point', RECORDED_AS.action_point),
  kind('lift', 'Lyft fråga', 'Lifted question', RECORDED_AS.lift),
  kind('plan', 'Plan', 'Plan'),
  kind('goal', 'Mål', 'Goal'),
  kind('area', 'Område', 'Area'),
  kind('activity', 'Aktivitet', 'Activity'),
  kind('indicator', 'Indikator', 'Indicator', RECORDED_AS.indicator),
  kind('plan_import', 'Inläsning av plan', 'Import of a plan'),
  kind('organisation', 'Organisation', 'Organisation', RECORDED_AS.organisation),
  kind('person', 'Person och roller', 'Person and roles', [
    'person',
    'county_person',
    'role_assignment',
    'invitation',
    'person_data',
    'account',
    'session',
  ]),
  ...NEEDS_KINDS.map((row) => kind(...row)),
  kind('digest', 'Underlag till samråd', 'Digest for consultation'),
  kind('answer_link', 'Svarslänk', 'Answer link'),
  kind('mail', 'Utskick', 'Mail', ['mail_setting', 'mail_preference']),
  kind('view', 'Sparad vy', 'Saved view', ['saved_view', 'saved_view_default']),
  kind('year_mark', 'Datum i årshjulet', 'Date in the year wheel'),
  kind('calendar_feed', 'Kalenderadress', 'Calendar address'),
  kind('rotation', 'Planering av möten', 'Planning of meetings', ['rotation', 'activity_parking']),
  kind('event_kind', 'Händelsetyp', 'Kind of event'),
  kind('installation', 'Installationen', 'The installation'),
  kind('minutes', 'Protokoll', 'Minutes'),
  kind('paper', 'Fryst dokument', 'Frozen paper'),
  kind('retention', 'Bevarande och gallring', 'Retention and disposal', ['retention_class']),
];

const OTHER_KIND: Label = { sv: 'Annat', en: 'Other' };

export function kindWords(recordedAs: string): Label {
  return LOG_KINDS.find((one) => one.recordedAs.includes(recordedAs))?.label ?? OTHER_KIND;
}

/** What is done to things that keep no readable history of their own. */
const ACTIONS_OF: Readonly<Record<string, Codes>> = {
  ...NEEDS_ACTIONS,
  plan: {
    adopt: { sv: 'Antog', en: 'Adopted' },
    close: { sv: 'Avslutade', en: 'Closed' },
    publish: { sv: 'Publicerade', en: 'Published' },
    unpublish: { sv: 'Avpublicerade', en: 'Unpublished' },
  },
  plan_import: {
    create: { sv: 'Läste in', en: 'Read' },
    complete: { sv: 'Gjorde en plan av inläsningen', en: 'Made a plan of the import' },
    delete: { sv: 'Kastade inläsningen', en: 'Discarded the import' },
  },
  invitation: {
    create: { sv: 'Bjöd in', en: 'Invited' },
    accept: { sv: 'Tog emot inbjudan', en: 'Took up the invitation' },
  },
  person_data: { read: { sv: 'Läste registerutdrag', en: 'Read the extract of the register' } },
  rotation: { update: { sv: 'Planerade', en: 'Planned' } },
  activity_parking: {
    create: { sv: 'Parkerade', en: 'Parked' },
    update: { sv: 'Ändrade parkeringen av', en: 'Changed the parking of' },
    delete: { sv: 'Tog tillbaka från parkering', en: 'Took back from parking' },
  },
  role_assignment: { remove: { sv: 'Tog bort rollen', en: 'Took away the role' } },
  answer_link: { create: { sv: 'Skapade', en: 'Made' } },
  person: {
    create: { sv: 'Lade upp', en: 'Added' },
    return: { sv: 'Tog tillbaka till länet', en: 'Took back into the county' },
    deactivate: { sv: 'Stängde av', en: 'Shut out' },
    activate: { sv: 'Släppte in igen', en: 'Let in again' },
  },
  work_group: {
    close: { sv: 'Avslutade gruppen', en: 'Closed the group' },
    continue: { sv: 'Tog med gruppen till nästa plan', en: 'Took the group along into the next plan' },
    reopen: { sv: 'Öppnade gruppen igen', en: 'Reopened the group' },
  },
  group_member: { create: { sv: 'Lade till i gruppen', en: 'Added to the group' } },
  meeting: {
    call: { sv: 'Kallade', en: 'Called' },
    call_again: { sv: 'Skickade ändrad kallelse', en: 'Sent a changed calling' },
    hold: { sv: 'Avslutade mötet', en: 'Ended the meeting' },
    reopen: { sv: 'Öppnade mötet igen', en: 'Reopened the meeting' },
    cancel: { sv: 'Ställde in', en: 'Cancelled' },
    order: { sv: 'Ordnade dagordningen', en: 'Ordered the agenda' },
  },
  agenda_item: {
    create: { sv: 'Lade till på dagordningen', en: 'Added to the agenda' },
    treat: { sv: 'Behandlade', en: 'Treated' },
    nothing_new: { sv: 'Noterade inget nytt', en: 'Noted nothing new' },
    postpone: { sv: 'Bordlade', en: 'Postponed' },
    park: { sv: 'Parkerade', en: 'Parked' },
    remove: { sv: 'Tog bort från dagordningen', en: 'Took off the agenda' },
    restore: { sv: 'Lade tillbaka på dagordningen', en: 'Put back on the agenda' },
  },
  meeting_attendance: { create: { sv: 'Angav närvaro', en: 'Stated attendance' } },
  county_person: { return: { sv: 'Tog tillbaka till länet', en: 'Took back into the county' } },
};
const MORE_ACTIONS: Codes = {
  add: { sv: 'Gav', en: 'Gave' },
  revoke: { sv: 'Drog in', en: 'Revoked' },
  choose: { sv: 'Valde', en: 'Chose' },
  invite: { sv: 'Bjöd in', en: 'Invited' },
  leave: { sv: 'Avslutade i länet', en: 'Ended in the county' },
  remove: { sv: 'Tog bort personuppgifter', en: 'Took away personal data' },
  publish: { sv: 'Publicerade', en: 'Published' },
  unpublish: { sv: 'Avpublicerade', en: 'Unpublished' },
  dispose: { sv: 'Gallrade', en: 'Disposed' },
  adjust: { sv: 'Justerade', en: 'Adjusted' },
  freeze: { sv: 'Frös', en: 'Froze' },
  send: { sv: 'Skickade', en: 'Sent' },
  take_back: { sv: 'Tog tillbaka', en: 'Took back' },
  send_letter: { sv: 'Skickade brevet igen', en: 'Sent the letter again' },
  set_letter_aside: { sv: 'Lade brev som inte kom fram åt sidan', en: 'Set letters that did not arrive aside' },
  take_up_letter: { sv: 'Tog upp brev som inte kom fram igen', en: 'Took up letters that did not arrive again' },
};

export function logActionWords(recordedAs: string, action: string): Label {
  const entity = entityOf(recordedAs);
  return ACTIONS_OF[recordedAs]?.[action] ?? MORE_ACTIONS[action] ?? actionWords(entity, action);
}

/** What can be chosen in the filter; two verbs that say the same stand once, under the one used now. */
export function actionChoices(): readonly { readonly value: string; readonly label: Label }[] {
  const old = new Set(['handover', 'undo_handover']);
  return [...Object.entries(ACTIONS), ...Object.entries(MORE_ACTIONS)].flatMap(([value, label]) =>
    old.has(value) ? [] : [{ value, label }],
  );
}

export const SOURCE_LABELS: Readonly<Record<RecordSource, Label>> = {
  web: { sv: 'på webben', en: 'on the web' },
  link: { sv: 'via svarslänk', en: 'by answer link' },
  import: { sv: 'via Excel', en: 'by Excel' },
  cli: { sv: 'från kommandoraden', en: 'from the command line' },
  system: { sv: 'av systemet', en: 'by the system' },
};

export function sourceWords(source: string): Label {
  return Object.hasOwn(SOURCE_LABELS, source) ? SOURCE_LABELS[source as RecordSource] : { sv: source, en: source };
}

const line = (sv: string, en: string, more: Omit<HistoryField, 'label'> = {}): HistoryField => ({
  label: { sv, en },
  ...more,
});
const text = (sv: string, en: string): HistoryField => line(sv, en, { isText: true });

const ORIGINS: Codes = {
  proposed: { sv: 'Föreslagen', en: 'Proposed' },
  rotation: { sv: 'Stod på tur', en: 'Was its turn' },
  added: { sv: 'Tillagd', en: 'Added' },
  postponed: { sv: 'Bordlagd från ett tidigare möte', en: 'Postponed from an earlier meeting' },
};

/** Fields of things that keep no readable history of their own, whatever thing they are of. */
const FIELDS: Readonly<Record<string, HistoryField>> = {
  title: text('Rubrik', 'Title'),
  text: text('Text', 'Text'),
  theme: text('Tema', 'Theme'),
  purposes: text('Syften', 'Purposes'),
  overarchingGoals: text('Övergripande mål', 'Overarching goals'),
  specificGoals: text('Särskilda mål', 'Specific goals'),
  tips: text('Tips', 'Tips'),
  name: line('Namn', 'Name'),
  code: line('Beteckning', 'Code'),
  number: line('Nummer', 'Number', { isPlain: true }),
  firstYear: line('Första år', 'First year', { isPlain: true }),
  lastYear: line('Sista år', 'Last year', { isPlain: true }),
  recordsNumber: line('Diarienummer', 'Records number'),
  decisionReference: line('Beslut', 'Decision'),
  words: line('Planens ord', 'Words of the plan'),
  state: line('Läge', 'State', { codes: { ...MEETING_STATE_LABELS, ...AGENDA_ITEM_STATE_LABELS } }),
  goalId: line('Mål', 'Goal'),
  areaId: line('Område', 'Area'),
  activityId: line('Aktivitet', 'Activity'),
  activities: line('Aktiviteter', 'Activities'),
  pinned: line('Fästa', 'Pinned'),
  until: line('Till och med', 'Until'),
  position: line('Plats i ordningen', 'Place in the order', { isPlain: true }),
  order: line('Ordning', 'Order'),
  responsibleGroup: line('Ansvarig grupp', 'Responsible group'),
  responsible: line('Ansvariga', 'Responsible'),
  partners: line('Samverkanspartner', 'Partners'),
  sourceName: line('Fil', 'File'),
  sha256: line('Kontrollsumma', 'Checksum'),
  lines: line('Rader', 'Lines'),
  personId: line('Person', 'Person'),
  email: line('E-post', 'E-mail'),
  letterLocale: line('Språk i brev', 'Language of letters', {
    codes: { sv: { sv: 'Svenska', en: 'Swedish' }, en: { sv: 'Engelska', en: 'English' } },
  }),
  secondFactor: line('Tvåstegsinloggning', 'Two-step sign-in'),
  provider: line('Kopplad till', 'Linked to'),
  role: line('Roll', 'Role', { codes: { ...ROLE_LABELS, ...MEMBER_ROLE_LABELS } }),
  roles: line('Roller', 'Roles', { codes: ROLE_LABELS }),
  organisation: line('Organisation', 'Organisation'),
  organisationId: line('Organisation', 'Organisation'),
  municipality: line('Kommun', 'Municipality'),
  municipalityCode: line('Kommun', 'Municipality'),
  roundId: line('Omgång', 'Round'),
  expiresOn: line('Gäller till', 'Valid until'),
  isRevoked: line('Indragen', 'Revoked'),
  isAccepted: line('Mottagen', 'Accepted'),
  hasLeft: line('Har slutat i länet', 'Has left the county'),
  because: line('Varför', 'Why', {
    codes: {
      renewed: { sv: 'En ny skickades', en: 'Another was sent' },
      left: { sv: 'Personen slutade', en: 'The person left' },
      removed: { sv: 'Togs bort', en: 'Was removed' },
      shut_out: { sv: 'Personen stängdes av', en: 'The person was shut out' },
    },
  }),
  reach: line('Vad som togs bort', 'What was taken away', {
    codes: {
      all: { sv: 'Allt som pekar ut personen', en: 'All that identifies the person' },
      county: { sv: 'Länets uppgifter', en: 'What the county held' },
    },
  }),
  reason: text('Skäl', 'Reason'),
  // Groups and meetings.
  groupId: line('Grupp', 'Group'),
  kind: line('Slag', 'Kind', { codes: { ...GROUP_KIND_LABELS, ...AGENDA_ITEM_KIND_LABELS } }),
  purpose: text('Uppdrag', 'Purpose'),
  result: text('Resultat', 'Result'),
  meetingsPerYear: line('Möten per år', 'Meetings per year', { isPlain: true }),
  silentAfterDays: line('Dagar innan en aktivitet tas upp igen', 'Days before an activity is taken up again', {
    isPlain: true,
  }),
  minutesPerItem: line('Minuter per punkt', 'Minutes per item', { isPlain: true }),
  continuesId: line('Fortsätter från', 'Continues from'),
  reportsToId: line('Lyfter frågor till', 'Lifts questions to'),
  countingKindId: line('Räknas som händelse', 'Counted as event'),
  countingActivityIds: line('Räknas till aktiviteter', 'Counted for activities'),
  closedOn: line('Avslutad', 'Closed'),
  cancelledMeetings: line('Inställda möten', 'Meetings cancelled', { isPlain: true }),
  substituteForId: line('Ersätter', 'Stands in for'),
  fromDay: line('Från', 'From'),
  toDay: line('Till och med', 'Until'),
  startsAt: line('Börjar', 'Begins'),
  endsAt: line('Slutar', 'Ends'),
  place: line('Plats', 'Place'),
  link: line('Länk', 'Link'),
  cancelReason: text('Varför det ställdes in', 'Why it was cancelled'),
  sequence: line('Kallelsens nummer', 'Number of the calling', { isPlain: true }),
  letters: line('Brev', 'Letters', { isPlain: true }),
  message: text('Meddelande', 'Message'),
  agenda: line('Dagordning', 'Agenda'),
  meetingId: line('Möte', 'Meeting'),
  decisionId: line('Beslut', 'Decision'),
  actionPointId: line('Att göra', 'Action point'),
  liftId: line('Lyft fråga', 'Lifted question'),
  minutes: line('Minuter', 'Minutes', { isPlain: true }),
  origin: line('Hur den kom dit', 'How it came there', { codes: ORIGINS }),
  note: text('Anteckning', 'Note'),
  secondsUsed: line('Sekunder', 'Seconds', { isPlain: true }),
  stateReason: text('Skäl', 'Reason'),
  postponedToId: line('Bordlagd till', 'Postponed to'),
  untilDay: line('Till och med', 'Until'),
  attendance: line('Närvaro', 'Attendance', { codes: ATTENDANCE_LABELS }),
  isActive: line('Används', 'In use'),
  isOn: line('Utskick på', 'Mail on'),
  sendAt: line('Klockslag', 'Hour'),
  weekdays: line('Veckodagar', 'Weekdays'),
  senderName: line('Avsändare', 'Sender'),
  replyTo: line('Svar till', 'Reply to'),
  linkDays: line('Dagar en svarslänk gäller', 'Days an answer link holds'),
  repeatDays: line('Dagar mellan påminnelser', 'Days between reminders'),
  escalateAfterDays: line('Dagar tills någon annan får veta', 'Days until somebody else is told'),
  digest: line('Egna utskick', 'Own mail'),
  query: line('Urval', 'Selection'),
  isShared: line('Delad', 'Shared'),
  isCountyDefault: line('Länets förval', 'The county’s default'),
  viewId: line('Vy', 'View'),
  page: line('Sida', 'Page', { codes: VIEW_PAGE_LABELS }),
  lead: text('Inledning', 'Introduction'),
  moved: text('Det här har rört sig', 'What has moved'),
  stopped: text('Det här har stannat', 'What has stopped'),
  promised: text('Det här lovade vi', 'What we promised'),
  needed: text('Det här behöver vi', 'What we need'),
  appliesTo: text('Gäller', 'Applies to'),
  years: line('Gallras efter år', 'Disposed after years', { none: { sv: 'Bevaras', en: 'Kept' }, isPlain: true }),
  class: line('Klass', 'Class'),
  count: line('Antal', 'Number'),
  from: line('Äldsta', 'Oldest'),
  before: line('Från före', 'From before'),
};

/** Null for what no reader is helped by. */
export function logFieldOf(recordedAs: string, name: string): HistoryField | null {
  const entity = entityOf(recordedAs);
  if (entity) return name === 'recordsNumber' ? (FIELDS[name] ?? null) : fieldOf(entity, name);
  if (['id', 'version', 'undoes', 'ownerId', 'planId', 'planSlug', 'workPlanId', 'needId'].includes(name)) return null;
  if (name === 'state' && recordedAs in NEEDS_STATES) return NEEDS_STATES[recordedAs] ?? null;
  return FIELDS[name] ?? NEEDS_FIELDS[name] ?? { label: { sv: 'Övrigt', en: 'Other' } };
}
