import type { Label } from '@samhandling/domain';
import { RECORDED_AS } from '../history-subjects.ts';
import { NEEDS_KINDS } from './log-words-needs.ts';

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
