import type { Rotation, RotationActivity, RotationMeeting, RotationProposal } from '@samhandling/contracts';
import {
  backOf,
  boardOf,
  diffOf,
  entriesOf,
  firstWords,
  gapsByWords,
  keepOf,
  meetingBeside,
  moveOf,
  pinOf,
  unplanned,
} from './board.ts';
import { diffSummary, diffWords, loadWords, movedWords } from './board-words.ts';
import { staleFieldsOf } from './stale-meetings.ts';

const activity = (reference: string, more: Partial<RotationActivity> = {}): RotationActivity => ({
  id: `a${reference}`,
  reference,
  text: `Ordna träff ${reference}.`,
  goal: { id: 'g', number: 1, code: null },
  area: { id: reference.slice(0, 3), number: reference.slice(0, 3), title: 'Skolgårdar' },
  responsible: [],
  judgement: null,
  lastUpOn: null,
  minutes: 8,
  reasons: [],
  isPressing: false,
  isActive: true,
  parking: null,
  ...more,
});
const meeting = (
  id: string,
  on: string,
  references: readonly string[],
  more: Partial<RotationMeeting> = {},
): RotationMeeting => ({
  id,
  version: 3,
  startsAt: `${on}T12:00:00.000Z`,
  endsAt: `${on}T14:00:00.000Z`,
  title: '',
  state: 'planned',
  on,
  room: 20,
  isFixed: false,
  fixedReason: '',
  entries: references.map((reference) => ({
    activityId: `a${reference}`,
    isPinned: reference === '1.2/1',
    isOnAgenda: false,
    wasUp: false,
  })),
  ...more,
});
const rotation: Rotation = {
  group: { id: 'g1', name: 'Beredningsgruppen', kind: 'preparatory' },
  plan: { id: 'p', slug: 'plan', title: 'Planen' },
  year: 2027,
  minutesPerItem: 8,
  meetingsPerYear: 10,
  meetings: [
    meeting('m1', '2027-01-14', ['1.1/2'], { isFixed: true, state: 'held' }),
    meeting('m2', '2027-03-11', ['1.2/1', '1.1/10', '1.1/2']),
    meeting('m3', '2027-06-10', []),
  ],
  milestones: [
    {
      id: 's1',
      startsAt: '2027-05-13T07:00:00.000Z',
      endsAt: '2027-05-13T10:00:00.000Z',
      title: '',
      state: 'planned',
      group: { id: 'g2', name: 'Samrådsgruppen', kind: 'consultation' },
      on: '2027-05-13',
    },
  ],
  dataDays: [],
  activities: ['1.1/2', '1.1/10', '1.2/1', '1.2/2'].map((reference) => activity(reference)),
  gaps: [],
  mayManage: true,
};
const proposal: RotationProposal = {
  entries: [
    { meetingId: 'm2', activityId: 'a1.2/1', isPinned: true },
    { meetingId: 'm3', activityId: 'a1.1/10', isPinned: false },
    { meetingId: 'm3', activityId: 'a1.2/2', isPinned: false },
  ],
  gaps: [],
  load: [],
};

describe('the board of a year', () => {
  const board = boardOf(rotation, entriesOf(rotation, null));
  const columns = board.flatMap((part) => (part.kind === 'meeting' ? [part.column] : []));

  it('stands in order of time, with the consultation between the meetings', () => {
    expect(board.map((part) => (part.kind === 'meeting' ? part.column.meeting.id : part.milestone.id))).toEqual([
      'm1',
      'm2',
      's1',
      'm3',
    ]);
  });

  it('gathers a meeting by area, in the order of the plan', () => {
    expect(
      columns[1]?.areas.map(({ number, entries }) => [number, ...entries.map((one) => one.activity.reference)]),
    ).toEqual([
      ['1.1', '1.1/2', '1.1/10'],
      ['1.2', '1.2/1'],
    ]);
  });

  it('says how full a meeting is with what it is of, and what is too much', () => {
    const [held, full] = columns;
    expect(held && loadWords(held)).toBe('1 av 2 platser');
    expect(full && loadWords(full)).toBe('3 av 2 platser, 4 minuter för mycket');
  });

  it('shows a proposal in place of what is planned, but never in a fixed meeting, and marks what differs', () => {
    const shown = entriesOf(rotation, proposal).map((entry) => [
      entry.meetingId,
      entry.activity.reference,
      entry.change,
    ]);
    expect(shown).toEqual([
      ['m1', '1.1/2', 'same'],
      ['m2', '1.2/1', 'same'],
      ['m3', '1.1/10', 'moved'],
      ['m3', '1.2/2', 'new'],
    ]);
  });

  it('knows what stands nowhere, and leaves out what is parked or over', () => {
    expect(unplanned(rotation, entriesOf(rotation, null), '2027-01-01').map(({ reference }) => reference)).toEqual([
      '1.2/2',
    ]);
    const resting = activity('1.2/2', { parking: { id: 'k', version: 1, reason: 'Vilar', until: '2027-02-01' } });
    const parked = { ...rotation, activities: [resting, activity('1.3/1', { isActive: false })] };
    expect(unplanned(parked, [], '2027-02-01')).toEqual([]);
    expect(unplanned(parked, [], '2027-02-02')).toEqual([resting]);
  });
});

describe('what is sent', () => {
  it('is both meetings of a move, each with the version it was seen in; what is pinned stays pinned', () => {
    expect(moveOf(rotation, 'a1.2/1', 'm2', 'm3')).toEqual([
      {
        meetingId: 'm2',
        version: 3,
        entries: [
          { activityId: 'a1.1/10', isPinned: false },
          { activityId: 'a1.1/2', isPinned: false },
        ],
      },
      { meetingId: 'm3', version: 3, entries: [{ activityId: 'a1.2/1', isPinned: true }] },
    ]);
  });

  it('is nothing where a meeting is fixed, the activity is there already, or it stands on an agenda', () => {
    expect(moveOf(rotation, 'a1.2/1', 'm2', 'm1')).toEqual([]);
    expect(moveOf(rotation, 'a1.1/2', null, 'm2')).toEqual([]);
    const entries = [{ activityId: 'a1.1/2', isPinned: false, isOnAgenda: true, wasUp: false }];
    const onAgenda = {
      ...rotation,
      meetings: [meeting('m2', '2027-03-11', [], { entries }), meeting('m3', '2027-06-10', [])],
    };
    expect(moveOf(onAgenda, 'a1.1/2', 'm2', 'm3')).toEqual([]);
  });

  it('is one meeting when something comes from nowhere, leaves, or is pinned', () => {
    expect(moveOf(rotation, 'a1.2/2', null, 'm3').map(({ meetingId }) => meetingId)).toEqual(['m3']);
    expect(moveOf(rotation, 'a1.2/1', 'm2', null).map(({ meetingId }) => meetingId)).toEqual(['m2']);
    expect(pinOf(rotation, 'a1.1/2', 'm2', true)[0]?.entries.filter(({ isPinned }) => isPinned)).toHaveLength(2);
  });

  it('is of a proposal only the meetings it changes, and back again what they were', () => {
    const sent = keepOf(rotation, proposal);
    expect(sent.map(({ meetingId, entries }) => [meetingId, entries.length])).toEqual([
      ['m2', 1],
      ['m3', 2],
    ]);
    const now = { ...rotation, meetings: rotation.meetings.map((one) => ({ ...one, version: 4, entries: [] })) };
    expect(backOf(rotation, now, ['m2', 'm3']).map(({ version, entries }) => [version, entries.length])).toEqual([
      [4, 3],
      [4, 0],
    ]);
  });
});

describe('what a proposal changes', () => {
  it('is told activity by activity', () => {
    const diffs = diffOf(rotation, proposal);
    expect(diffs.map((diff) => [diff.activity.reference, diffWords(diff, 'sv')])).toEqual([
      ['1.1/2', 'tas bort från 11 mars'],
      ['1.1/10', 'flyttas från 11 mars till 10 juni'],
      ['1.2/2', 'läggs på 10 juni'],
    ]);
    expect(diffSummary(diffs, 'sv')).toBe('1 aktivitet får plats, 1 flyttas och 1 tas bort.');
    expect(diffSummary(diffs.slice(0, 2), 'sv')).toBe('1 aktivitet flyttas och 1 tas bort.');
    expect(diffSummary([], 'sv')).toBe('Förslaget ändrar ingenting. Det som är planerat håller.');
  });
});

describe('somebody else planned meanwhile', () => {
  it('shows both versions of each meeting that differs', () => {
    const theirs = {
      ...rotation,
      meetings: rotation.meetings.map((one) => (one.id === 'm3' ? meeting('m3', one.on, ['1.2/2']) : one)),
    };
    const sent = moveOf(rotation, 'a1.2/1', 'm2', 'm3');
    expect(staleFieldsOf(rotation, sent, theirs, 'sv')).toEqual([
      {
        name: 'm2',
        label: 'torsdag 11 mars',
        mine: '1.1/2, 1.1/10',
        theirs: '1.1/2, 1.1/10, 1.2/1 (fäst)',
        proposed: 'mine',
      },
      { name: 'm3', label: 'torsdag 10 juni', mine: '1.2/1 (fäst)', theirs: '1.2/2', proposed: null },
    ]);
  });
});

describe('the meeting beside', () => {
  const held = { isFixed: true };
  const meetings = [
    meeting('b1', '2027-01-10', []),
    meeting('b2', '2027-02-10', [], held),
    meeting('b3', '2027-03-10', ['1.1/2']),
    meeting('b4', '2027-04-10', []),
  ];
  const entries = entriesOf({ ...rotation, meetings }, null);
  const beside = (meetingId: string, activityId: string, by: -1 | 1): string | null =>
    meetingBeside(meetings, entries, { meetingId, activityId }, by);

  it('is the nearest that can take the activity and does not have it', () => {
    expect([beside('b1', 'a1.1/2', 1), beside('b4', 'a1.2/1', -1), beside('b3', 'a1.1/2', -1)]).toEqual([
      'b4',
      'b3',
      'b1',
    ]);
  });

  it('is none at the end', () => {
    expect([beside('b4', 'a1.1/2', 1), beside('b1', 'a1.1/2', -1)]).toEqual([null, null]);
  });
});

describe('words', () => {
  it('gather gaps that say the same', () => {
    const gaps = ['a1.1/2', 'a1.2/1'].map((activityId) => ({ activityId, milestoneId: 's1', words: 'Ryms inte.' }));
    expect(gapsByWords(rotation, gaps).map(({ words, activities }) => [words, activities.length])).toEqual([
      ['Ryms inte.', 2],
    ]);
  });

  it('cut a long wording between words only', () => {
    expect(firstWords('Kort text.')).toBe('Kort text.');
    expect(
      firstWords('Länets kommuner genomför regelbundna kontroller av butiker, restauranger och krogar i hela länet'),
    ).toBe('Länets kommuner genomför regelbundna kontroller av butiker, restauranger …');
  });

  it('say where something went and how full it is there', () => {
    const [, , to] = rotation.meetings;
    expect(to && movedWords(activity('1.2/1'), { activities: 12, places: 15 }, to, 'sv')).toBe(
      '1.2/1 är flyttad till torsdag 10 juni. Mötet har nu 12 av 15 platser.',
    );
  });
});
