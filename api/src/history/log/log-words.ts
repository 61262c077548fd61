import type { RecordSource } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { ACTIONS, actionWords, type Codes } from '../history-fields.ts';
import { entityOf } from '../history-subjects.ts';
import { NEEDS_ACTIONS } from './log-words-needs.ts';

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
