import { paths, type Meeting } from '@samhandling/contracts';
import ICAL from 'ical.js';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { idOf } from '../support/together.ts';
import { startSmtp, type ReceivedMail, type TestSmtp } from '../support/smtp.ts';

describe('callings', () => {
  let scene: MeetingScene;
  let smtp: TestSmtp;
  let groupId: string;
  beforeAll(async () => {
    smtp = await startSmtp({ refuse: { 'bort@example.org': '550 No such user' } });
    scene = await meetingScene(
      {},
      { environment: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), MAIL_FROM: 'samhandling@example.org' } },
    );
  });
  beforeEach(async () => {
    scene.clock.set('2026-03-02T08:00:00Z');
    groupId = (await scene.group()).id;
  });
  afterAll(async () => {
    await scene.close();
    await smtp.close();
  });

  const work = (which: 'ready' | 'delayed' = 'ready') => scene.app.app.get(Jobs).workOff(which);
  const read = async (id: string): Promise<Meeting> => must(await scene.planner.get<Meeting>(paths.meeting(id)));
  const filled = async (day: string, more = {}): Promise<Meeting> => {
    const meeting = await scene.meeting(groupId, day, {
      place: 'Slottet, rum 3',
      link: 'https://mote.example/abc',
      ...more,
    });
    return must(
      await scene.planner.post<Meeting>(paths.meetingAgenda(meeting.id), {
        items: [
          { kind: 'free', title: 'Föregående protokoll' },
          { kind: 'activity', activityId: scene.plan.activities[0]?.id },
        ],
      }),
    );
  };
  /** The calendar part as the mail program gets it, read by a real parser. */
  const invitationIn = (mail: ReceivedMail | undefined) => {
    const part = mail?.attachments.find(
      ({ mimeType }) => mimeType.startsWith('text/calendar') || mimeType.startsWith('application/ics'),
    );
    if (!part) throw new Error('No calendar in the mail.');
    const content =
      typeof part.content === 'string' ? part.content : Buffer.from(part.content as ArrayBuffer).toString('utf8');
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
    const component = calendar.getFirstSubcomponent('vevent');
    if (!component) throw new Error('No event in the calendar.');
    const event = new ICAL.Event(component);
    return { calendar, component, event, content, method: calendar.getFirstPropertyValue('method') };
  };

  it('reach everybody in the group that day who has an address, substitutes too, with invitation and agenda', async () => {
    const greta = await scene.app.person('Greta Grupp', [{ role: 'group_member' }]);
    await scene.member(groupId, { personId: idOf(greta) });
    const anna = await scene.member(groupId, { name: 'Anna "Annis" Alm', email: 'anna@example.org' });
    await scene.member(groupId, {
      name: 'Sune',
      email: 'sune@example.org',
      role: 'substitute',
      substituteForId: anna.id,
    });
    await scene.member(groupId, { name: 'Utan Adress', email: '' });
    await scene.member(groupId, { name: 'Gun Gick', email: 'gun@example.org', toDay: '2026-03-11' });
    const meeting = await filled('2026-03-12');
    const called = must(await scene.move(meeting, 'call', { message: 'Läs bilagan före mötet.' }));
    expect(called).toMatchObject({
      state: 'called',
      calling: {
        sequence: 0,
        calledBy: 'Petra Planerare',
        letters: { sent: 0, waiting: 3 },
        withoutAddress: ['Utan Adress'],
      },
      changesSinceCalling: [],
    });
    await work();
    expect((await read(meeting.id)).calling?.letters).toEqual({ sent: 3, waiting: 0, lost: [] });
    expect(smtp.to('gun@example.org')).toEqual([]);
    const [mail] = smtp.to('anna@example.org');
    expect(mail?.subject).toContain('torsdag 12 mars 2026 kl. 13:00–15:00, vecka 11');
    expect(mail?.text).toContain('Läs bilagan före mötet.');
    expect(mail?.text).toContain('Föregående protokoll');
    const pdf = mail?.attachments.find(({ mimeType }) => mimeType === 'application/pdf');
    expect(
      Buffer.from(pdf?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { event, component, method, content } = invitationIn(mail);
    expect(method).toBe('REQUEST');
    expect(event.sequence).toBe(0);
    expect(event.uid).toContain(meeting.id);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-12T12:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-12T14:00:00.000Z');
    expect(event.location).toBe('Slottet, rum 3');
    expect(event.description).toContain('https://mote.example/abc');
    expect(component.getFirstPropertyValue('url')).toContain(`/mote/${meeting.id}`);
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:samhandling@example.org');
    // Nobody else's address goes along, and a name cannot break out of its place.
    expect(component.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      'mailto:anna@example.org',
    ]);
    expect(content).not.toContain('sune@example.org');
    expect(
      invitationIn(smtp.to('sune@example.org')[0]).component.getFirstProperty('attendee')?.getParameter('role'),
    ).toBe('OPT-PARTICIPANT');
    expect(smtp.to('sune@example.org')[0]?.text).toContain('Du är ersättare för Anna');
  });

  it('say what has changed since, are sent again with one number up under the same name, and are taken back when it is cancelled', async () => {
    const stays = await scene.member(groupId, { name: 'Stina', email: 'stina@example.org' });
    const leaves = await scene.member(groupId, { name: 'Leif', email: 'leif@example.org' });
    const meeting = await filled('2026-03-12');
    const called = must(await scene.move(meeting, 'call'));
    await work();
    scene.clock.set('2026-03-03T08:00:00Z');
    const moved = must(
      await scene.planner.patch<Meeting>(
        paths.meeting(meeting.id),
        { startsAt: '2026-03-31T11:00:00Z', endsAt: '2026-03-31T13:00:00Z', place: 'Rådhuset' },
        called.version,
      ),
    );
    must(await scene.planner.post(paths.meetingAgenda(meeting.id), { items: [{ kind: 'free', title: 'Ny fråga' }] }));
    const [gone] = moved.items;
    must(
      await scene.planner.post(
        paths.agendaItemTransitions(gone?.id ?? ''),
        { transition: 'remove' },
        { ifMatch: gone?.version ?? 0 },
      ),
    );
    const changed = await read(meeting.id);
    expect(changed.changesSinceCalling).toEqual([
      'Mötet är flyttat från 12 mars 2026 kl. 13:00–15:00 till 31 mars 2026 kl. 13:00–15:00.',
      'Platsen är ändrad från ”Slottet, rum 3” till ”Rådhuset”.',
      'Punkten utgår: Föregående protokoll',
      'Ny punkt: Ny fråga',
    ]);
    expect(changed.items.map(({ changedAfterCalling }) => changedAfterCalling)).toEqual([true, false, true]);
    must(await scene.planner.patch(paths.groupMember(leaves.id), { toDay: '2026-03-20' }, leaves.version));
    const again = must(await scene.move(changed, 'call_again'));
    expect(again).toMatchObject({ calling: { sequence: 1 }, changesSinceCalling: [] });
    await work();
    const [first, second] = smtp.to('stina@example.org').map(invitationIn);
    expect(second?.event.uid).toBe(first?.event.uid);
    expect([first?.event.sequence, second?.event.sequence]).toEqual([0, 1]);
    // Summer time has begun: one o'clock in Sweden is eleven in UTC.
    expect(second?.event.startDate.toJSDate().toISOString()).toBe('2026-03-31T11:00:00.000Z');
    expect(smtp.to('stina@example.org')[1]?.text).toContain('Platsen är ändrad från ”Slottet, rum 3” till ”Rådhuset”.');
    const notCalled = smtp.to('leif@example.org')[1];
    expect(notCalled?.subject).toContain('Inte längre kallad');
    expect(invitationIn(notCalled).method).toBe('CANCEL');
    must(await scene.move(again, 'cancel', { reason: 'Stormvarning' }));
    await work();
    const last = smtp.to('stina@example.org').at(-1);
    expect(last?.text).toContain('är inställt. Skäl: Stormvarning');
    expect(invitationIn(last)).toMatchObject({ method: 'CANCEL', event: { sequence: 2, uid: first?.event.uid } });
    expect(invitationIn(last).component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(smtp.to('leif@example.org')).toHaveLength(2);
    expect(stays.id).not.toBe(leaves.id);
  });

  it('send one letter each when two call at once, and none again when a job is worked twice', async () => {
    await scene.member(groupId, { email: 'en-gang@example.org' });
    const meeting = await filled('2026-04-09');
    const answers = await Promise.all([1, 2, 3].map(() => scene.move(meeting, 'call')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    await work();
    await work('delayed');
    expect(smtp.to('en-gang@example.org')).toHaveLength(1);
  });

  it('tell the planner whose letter did not arrive, and why', async () => {
    await scene.member(groupId, { name: 'Borta Bengt', email: 'bort@example.org' });
    const meeting = await filled('2026-04-09');
    must(await scene.move(meeting, 'call'));
    await work();
    expect((await read(meeting.id)).calling?.letters).toMatchObject({
      sent: 0,
      lost: [{ name: 'Borta Bengt', state: 'failed', reason: expect.stringContaining('550 No such user') as string }],
    });
  });

  it('do not send an old time after a new one', async () => {
    await scene.member(groupId, { email: 'ny-tid@example.org' });
    const meeting = await filled('2026-04-09');
    const called = must(await scene.move(meeting, 'call'));
    must(await scene.move(called, 'call_again'));
    await work();
    expect(
      smtp
        .to('ny-tid@example.org')
        .map(invitationIn)
        .map(({ event }) => event.sequence),
    ).toEqual([1]);
  });

  it('hold over the night the clocks change and over the new year', async () => {
    await scene.member(groupId, { email: 'natt@example.org' });
    const nights: readonly (readonly [string, string])[] = [
      ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
      ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z'],
      ['2026-12-31T22:30:00Z', '2027-01-01T00:30:00Z'],
    ];
    for (const [startsAt, endsAt] of nights) must(await scene.move(await filled('x', { startsAt, endsAt }), 'call'));
    await work();
    const got = smtp.to('natt@example.org');
    expect(
      got
        .map((mail) => invitationIn(mail).event)
        .map(({ startDate, endDate }) => [startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()])
        .toSorted(),
    ).toEqual(nights.map(([from, to]) => [new Date(from).toISOString(), new Date(to).toISOString()]));
    expect(got.some(({ subject }) => subject?.includes('kl. 23:30–1 januari 2027 01:30'))).toBe(true);
  });

  it('can be saved as a file, whatever was typed in the place', async () => {
    const meeting = await filled('2026-05-07', {
      place: 'Torget\r\nATTENDEE:mailto:ond@example.org',
      title: 'Extra; möte, "nu"',
    });
    const { status, headers, bytes } = await scene.planner.bytes(paths.meetingInvitation(meeting.id));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[]);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.attendees).toEqual([]);
    expect(event.location).toBe('Torget ATTENDEE:mailto:ond@example.org');
    expect(event.summary).toContain('Extra; möte, "nu"');
  });
});
