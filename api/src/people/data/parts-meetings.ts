import {
  ACTION_POINT_STATE_LABELS,
  ADJUSTING_CHANNEL_LABELS,
  DECISION_STATE_LABELS,
  LIFT_STATE_LABELS,
  MEETING_STATE_LABELS,
  MEMBER_ROLE_LABELS,
} from '@samhandling/domain';
import { by, column, label, RECORD, REFERENCE, stamp, WHO_DID, type DataPart } from './parts.ts';

const GROUP = `(SELECT g.name FROM work_group g WHERE g.id = x.group_id)`;
const MEETING_GROUP = `(SELECT g.name FROM meeting m JOIN work_group g ON g.id = m.group_id WHERE m.id = x.meeting_id)`;
const MEETING_TIME = `(SELECT ${stamp('m.starts_at')} FROM meeting m WHERE m.id = x.meeting_id)`;
const ORGANISATION = `(SELECT o.name FROM organisation o WHERE o.id = x.organisation_id)`;
/** Each kind keeps its sender in a place of its own. To whom they were is told under each of those. */
const SENT_LETTERS = `(
  SELECT l.id, t.id AS meeting_id, NULL AS about, l.made_at AS at, l.sent_by AS called, NULL::uuid AS minuted, NULL::uuid AS digested, NULL::uuid AS asked
    FROM meeting_letter l JOIN meeting t ON t.id = l.meeting_id
  UNION ALL SELECT l.adjuster_id, a.meeting_id, NULL, l.settled_at, NULL, l.sent_by, NULL, NULL
    FROM minutes_letter l JOIN minutes_adjuster a ON a.id = l.adjuster_id
  UNION ALL SELECT l.member_id, d.meeting_id, NULL, l.settled_at, NULL, NULL, l.sent_by, NULL
    FROM digest_letter l JOIN digest d ON d.id = l.digest_id
  UNION ALL SELECT v.id, NULL, n.title, v.last_letter_at, NULL, NULL, NULL, v.letter_sent_by
    FROM needs_invitation v JOIN needs_inventory n ON n.id = v.inventory_id) x`;
const UNDERTAKING = label(
  'Visar vem som ska göra vad efter ett möte, så att det blir gjort och går att se.',
  'Shows who is to do what after a meeting, so that it gets done and can be seen.',
);

/** What a person is and has done in groups and their meetings. */
export const MEETING_PARTS: readonly DataPart[] = [
  {
    key: 'group_members',
    title: label('Med i grupper', 'In groups'),
    purpose: label(
      'Visar vilka som är med i en grupp, så att de kan kallas till möten och stå i protokoll.',
      'Shows who is in a group, so that they can be called to meetings and stand in minutes.',
    ),
    kept: RECORD,
    reach: 'county',
    from: 'group_member x',
    about: { 'group_member.person_id': by('x.person_id', 'medlem', 'member') },
    columns: [
      column('Grupp', 'Group', GROUP),
      column('Namn', 'Name', 'x.name'),
      column('E-post', 'E-mail', 'x.email'),
      column('Organisation', 'Organisation', ORGANISATION),
      column('Roll', 'Role', 'x.role', MEMBER_ROLE_LABELS),
      column('Från', 'From', `to_char(x.from_day, 'YYYY-MM-DD')`),
      column('Till', 'To', `coalesce(to_char(x.to_day, 'YYYY-MM-DD'), '')`),
    ],
    order: 'x.from_day DESC, x.id',
  },
  {
    key: 'attendance',
    title: label('Närvaro vid möten', 'Attendance at meetings'),
    purpose: label('Visar vilka som var med när något beslutades.', 'Shows who was there when something was decided.'),
    kept: RECORD,
    reach: 'county',
    from: 'meeting_attendance x JOIN group_member member ON member.id = x.member_id',
    about: { 'group_member.person_id (attendance)': by('member.person_id', 'deltagare', 'attendee') },
    columns: [
      column('Grupp', 'Group', MEETING_GROUP),
      column('Möte', 'Meeting', MEETING_TIME),
      column('Närvaro', 'Attendance', 'x.status', {
        present: label('På plats', 'Present'),
        remote: label('På distans', 'Remotely'),
        excused: label('Anmält frånvaro', 'Excused'),
        absent: label('Frånvarande', 'Absent'),
      }),
    ],
    order: 'x.id DESC',
  },
  {
    key: 'meeting_letters',
    title: label('Kallelser', 'Callings'),
    purpose: label(
      'Visar att kallelsen har gått ut, och om den inte kom fram.',
      'Shows that the calling went out, and whether it did not arrive.',
    ),
    kept: RECORD,
    reach: 'county',
    from: 'meeting_letter x JOIN group_member member ON member.id = x.member_id',
    about: { 'group_member.person_id (letters)': by('member.person_id', 'mottagare', 'recipient') },
    columns: [
      column('Grupp', 'Group', MEETING_GROUP),
      column('Möte', 'Meeting', MEETING_TIME),
      column('När', 'When', stamp('x.made_at')),
    ],
    order: 'x.made_at DESC, x.id',
  },
  {
    key: 'minutes_letters',
    title: label('Brev om att justera', 'Letters about adjusting'),
    purpose: label(
      'Visar att den som ska justera har fått protokollet, och om brevet inte kom fram.',
      'Shows that whoever is to adjust got the minutes, and whether the letter did not arrive.',
    ),
    kept: RECORD,
    reach: 'county',
    from: 'minutes_letter l JOIN minutes_adjuster x ON x.id = l.adjuster_id JOIN group_member member ON member.id = x.member_id',
    about: { 'group_member.person_id (minutes letters)': by('member.person_id', 'mottagare', 'recipient') },
    columns: [
      column('Grupp', 'Group', MEETING_GROUP),
      column('Möte', 'Meeting', MEETING_TIME),
      column('När', 'When', `coalesce(${stamp('l.settled_at')}, '')`),
    ],
    order: 'l.settled_at DESC, x.id',
  },
  {
    key: 'sent_letters',
    title: label('Brev som har skickats till andra', 'Letters sent to others'),
    purpose: label(
      'Visar vem som skickade ett brev, så att den får veta om det inte kom fram.',
      'Shows who sent a letter, so that they are told when it did not arrive.',
    ),
    kept: RECORD,
    reach: 'county',
    from: SENT_LETTERS,
    about: {
      'meeting_letter.sent_by': by('x.called', 'kallade', 'called'),
      'minutes_letter.sent_by': by('x.minuted', 'skickade protokoll', 'sent minutes'),
      'digest_letter.sent_by': by('x.digested', 'skickade underlag till samråd', 'sent a digest'),
      'needs_invitation.letter_sent_by': by('x.asked', 'skickade behovsinventering', 'sent a needs inventory'),
    },
    columns: [
      column('Om', 'About', `coalesce(x.about, ${MEETING_GROUP})`),
      column('När', 'When', `coalesce(${stamp('x.at')}, '')`),
    ],
    order: 'x.at DESC NULLS LAST, x.id',
  },
  {
    key: 'meetings',
    title: label('Möten', 'Meetings'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'meeting x',
    about: {
      'meeting.called_by': by('x.called_by', 'kallade', 'called'),
      'meeting.writer_id': by('x.writer_id', 'antecknar', 'takes notes'),
    },
    columns: [
      column('Grupp', 'Group', GROUP),
      column('Börjar', 'Begins', stamp('x.starts_at')),
      column('Läge', 'State', 'x.state', MEETING_STATE_LABELS),
    ],
    order: 'x.starts_at DESC, x.id',
  },
  {
    key: 'parkings',
    title: label('Parkerade aktiviteter', 'Parked activities'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'activity_parking x',
    about: { 'activity_parking.parked_by': by('x.parked_by', 'parkerade', 'parked') },
    columns: [
      column('Grupp', 'Group', GROUP),
      column('Aktivitet', 'Activity', REFERENCE),
      column('Skäl', 'Reason', 'x.reason'),
      column('När', 'When', `to_char(x.parked_on, 'YYYY-MM-DD')`),
    ],
    order: 'x.parked_on DESC, x.id',
  },
  {
    key: 'decisions',
    title: label('Beslut', 'Decisions'),
    purpose: UNDERTAKING,
    kept: RECORD,
    reach: 'county',
    from: 'decision x',
    about: {
      'decision.person_id': by('x.person_id', 'ska genomföra', 'is to carry it out'),
      'decision.done_by': by('x.done_by', 'sa vad som hade gjorts', 'said what had been done'),
    },
    columns: [
      column('Grupp', 'Group', GROUP),
      column('Nummer', 'Number', `'§ ' || x.number || '/' || x.year`),
      column('Text', 'Text', 'x.text'),
      column('Läge', 'State', 'x.state', DECISION_STATE_LABELS),
      column('Vad som gjordes', 'What was done', 'x.done_text'),
    ],
    order: 'x.year DESC, x.number DESC, x.id',
  },
  {
    key: 'action_points',
    title: label('Att göra efter möten', 'Action points'),
    purpose: UNDERTAKING,
    kept: RECORD,
    reach: 'county',
    from: 'action_point x',
    about: {
      'action_point.person_id': by('x.person_id', 'ska göra', 'is to do it'),
      'action_point.done_by': by('x.done_by', 'sa vad som hade gjorts', 'said what had been done'),
    },
    columns: [
      column('Grupp', 'Group', GROUP),
      column('Text', 'Text', 'x.text'),
      column('Läge', 'State', 'x.state', ACTION_POINT_STATE_LABELS),
      column('Vad som gjordes', 'What was done', 'x.done_text'),
    ],
    order: 'x.id DESC',
  },
  {
    key: 'lifts',
    title: label('Lyfta frågor', 'Lifted questions'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'lift x',
    about: { 'lift.raised_by': by('x.raised_by', 'lyfte', 'lifted') },
    columns: [
      column('Från grupp', 'From group', `(SELECT g.name FROM work_group g WHERE g.id = x.from_group_id)`),
      column('Till grupp', 'To group', `(SELECT g.name FROM work_group g WHERE g.id = x.to_group_id)`),
      column('Fråga', 'Question', 'x.question'),
      column('Läge', 'State', 'x.state', LIFT_STATE_LABELS),
      column('När', 'When', stamp('x.raised_at')),
    ],
    order: 'x.raised_at DESC, x.id',
  },
  {
    key: 'adjustings',
    title: label('Justerade protokoll', 'Minutes adjusted'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'minutes_adjuster x',
    about: {
      'minutes_adjuster.recorded_by': by('x.recorded_by', 'justerade eller antecknade det', 'adjusted or noted it'),
    },
    columns: [
      column('Grupp', 'Group', MEETING_GROUP),
      column('Möte', 'Meeting', MEETING_TIME),
      column('Vem som justerade', 'Who adjusted', 'x.name'),
      column('Hur', 'How', 'x.channel', ADJUSTING_CHANNEL_LABELS),
      column('När', 'When', stamp('x.adjusted_at')),
    ],
    order: 'x.adjusted_at DESC, x.id',
  },
  {
    key: 'digests',
    title: label('Underlag till samråd', 'Digests for consultation'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'digest x',
    about: { 'digest.sent_by': by('x.sent_by', 'skickade', 'sent') },
    columns: [
      column('Grupp', 'Group', MEETING_GROUP),
      column('Möte', 'Meeting', MEETING_TIME),
      column('När', 'When', stamp('x.sent_at')),
    ],
    order: 'x.sent_at DESC, x.id',
  },
  {
    key: 'digest_texts',
    title: label('Texter i underlag till samråd', 'Texts in digests for consultation'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'digest_text x',
    about: { 'digest_text.updated_by': by('x.updated_by', 'skrev', 'wrote') },
    columns: [column('Text', 'Text', 'x.text'), column('När', 'When', stamp('x.updated_at'))],
    order: 'x.updated_at DESC, x.id',
  },
  {
    key: 'papers',
    title: label('Frysta dokument', 'Frozen papers'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'paper x',
    about: { 'paper.frozen_by': by('x.frozen_by', 'frös', 'froze') },
    columns: [
      column('Dokument', 'Paper', 'x.title'),
      column('Version', 'Version', 'x.version_number::text'),
      column('När', 'When', stamp('x.frozen_at')),
    ],
    order: 'x.frozen_at DESC, x.id',
  },
];
