import {
  paths,
  type Account,
  type CountyPerson,
  type Digest,
  type Meeting,
  type Minutes,
} from '@samhandling/contracts';
import ICAL from 'ical.js';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { PASSWORD, type TestClient } from '../support/app.ts';
import { mailScene } from '../support/mail-scene.ts';
import { buildGroup, buildMeeting, type BuiltGroup } from '../support/meeting-builder.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { openInventory } from '../support/needs.ts';
import { role } from '../support/people.ts';
import { startSmtp, type ReceivedMail, type TestSmtp } from '../support/smtp.ts';
import { idOf } from '../support/together.ts';

/** What stands in every Swedish letter, and in no English one. */
const SWEDISH = /\b(Hej|Du får|länken|brevet|kommer|som PDF)\b/i;

const chooseEnglish = async (client: TestClient): Promise<void> => {
  must(await client.put(paths.accountLetterLocale(), { locale: 'en' }));
};

/** In English throughout: headers, text, HTML, and where its links lead. */
function expectEnglish(mail: ReceivedMail | undefined, subject: string): void {
  expect(mail?.subject).toBe(subject);
  expect(mail?.header('Content-Language')).toBe('en');
  expect(mail?.html).toContain('<html lang="en">');
  expect(mail?.text).toMatch(/^Hello \S+!/);
  expect(mail?.text).not.toMatch(SWEDISH);
  for (const [link] of (mail?.text ?? '').matchAll(/http\S+/g)) expect(new URL(link).pathname).toMatch(/^\/en\//);
}

describe('letters to somebody who reads English', () => {
  let scene: MeetingScene;
  let smtp: TestSmtp;
  let erin: TestClient;
  let email: string;
  let group: BuiltGroup;
  beforeAll(async () => {
    smtp = await startSmtp();
    scene = await meetingScene(
      {},
      { environment: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), MAIL_FROM: 'samhandling@example.org' } },
    );
    erin = await scene.app.person('Erin English', [{ role: 'group_member' }]);
    email = erin.session?.person.email ?? '';
    await chooseEnglish(erin);
    group = await buildGroup(scene.app, {
      countyId: scene.app.countyId,
      planId: scene.plan.planId,
      name: 'Samrådsgruppen',
      kind: 'consultation',
      members: [
        { name: 'Erin English', organisationId: scene.organisation.id, personId: idOf(erin) },
        { name: 'Sven Svensk', organisationId: scene.organisation.id, email: 'sven@example.org' },
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await scene.close();
    await smtp.close();
  });
  beforeEach(() => scene.clock.set('2026-03-02T08:00:00Z'));

  const work = () => scene.app.app.get(Jobs).workOff();
  const latest = (to: string): ReceivedMail | undefined => smtp.to(to).at(-1);
  const filesOf = (mail: ReceivedMail | undefined) => mail?.attachments.map(({ filename }) => filename);
  const calendarOf = (mail: ReceivedMail | undefined): ICAL.Event => {
    const part = mail?.attachments.find(({ mimeType }) => mimeType.startsWith('text/calendar'));
    const content =
      typeof part?.content === 'string' ? part.content : Buffer.from(part?.content as ArrayBuffer).toString('utf8');
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
    return new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  };

  it('begin with a choice of one’s own, which is recorded', async () => {
    expect((await erin.get<Account>(paths.account())).body.letterLocale).toBe('en');
    expect((await erin.put(paths.accountLetterLocale(), { locale: 'de' })).status).toBe(400);
    const rows = await scene.app.db.query<{ changes: unknown }>(
      `SELECT changes FROM audit_event WHERE entity = 'person' AND entity_id = $1 AND action = 'update'`,
      [idOf(erin)],
    );
    expect(rows).toEqual([{ changes: { letterLocale: { old: 'sv', new: 'en' } } }]);
  });

  it('call, call anew with what has changed, and cancel, with agenda and calendar, in English', async () => {
    const made = await scene.meeting(group.id, '2026-03-12', { place: 'Slottet' });
    must(await scene.planner.post(paths.meetingAgenda(made.id), { items: [{ kind: 'free', title: 'Öppning' }] }));
    const read = async () => must(await scene.planner.get<Meeting>(paths.meeting(made.id)));
    const called = must(await scene.move(await read(), 'call'));
    await work();
    const first = latest(email);
    expectEnglish(first, 'Calling: Samrådsgruppen Thursday 12 March 2026, 13:00–15:00, week 11');
    expect(first?.text).toContain('You are called to a meeting of Samrådsgruppen on Thursday 12 March 2026');
    expect(first?.text).toContain('Place: Slottet.');
    expect(first?.html).toContain('<span lang="sv">Öppning</span>');
    expect(filesOf(first)).toEqual(
      expect.arrayContaining(['invitation.ics', expect.stringMatching(/^Calling .+\.pdf$/)]),
    );
    expect(calendarOf(first).description).toContain('You are called to a meeting');
    expect(calendarOf(first).description).toContain(`/en/mote/${made.id}`);
    scene.clock.set('2026-03-03T08:00:00Z');
    must(await scene.planner.patch(paths.meeting(made.id), { place: 'Rådhuset' }, called.version));
    const again = must(await scene.move(await read(), 'call_again'));
    await work();
    expectEnglish(latest(email), 'Changed calling: Samrådsgruppen Thursday 12 March 2026, 13:00–15:00, week 11');
    expect(latest(email)?.text).toContain('CHANGED SINCE THE LAST CALLING');
    expect(latest(email)?.text).toContain('The place has been changed from');
    // Who has no account gets the same in Swedish.
    expect(latest('sven@example.org')?.subject).toMatch(/^Ändrad kallelse: /);
    expect(latest('sven@example.org')?.header('Content-Language')).toBe('sv');
    expect(latest('sven@example.org')?.text).toContain('Platsen är ändrad från ”Slottet” till ”Rådhuset”.');
    must(await scene.move(again, 'cancel', { reason: 'Stormvarning' }));
    await work();
    expectEnglish(latest(email), 'Cancelled: Samrådsgruppen Thursday 12 March 2026, 13:00–15:00, week 11');
    expect(latest(email)?.text).toContain('is cancelled. Reason: Stormvarning');
  });

  it('bring the digest, frozen in Swedish as it is, and say so', async () => {
    const meeting = await buildMeeting(scene.app, group, { startsAt: '2041-05-12T07:00:00Z' });
    const made = must(await scene.planner.post<Digest>(paths.meetingDigest(meeting.id)));
    must(await scene.planner.post(paths.digestTransitions(made.id), { transition: 'send' }, { ifMatch: made.version }));
    await work();
    expectEnglish(latest(email), 'Digest for Samrådsgruppen');
    expect(latest(email)?.text).toContain('It comes along as a PDF, in Swedish.');
    expect(latest('sven@example.org')?.subject).toBe('Underlag till Samrådsgruppen');
  });

  it('ask to adjust minutes, with the minutes in English', async () => {
    const meeting = await buildMeeting(scene.app, group, {
      startsAt: '2026-02-12T08:00:00Z',
      state: 'held',
      items: [{ title: 'Öppning', state: 'treated', note: 'Sagt.' }],
      attendance: group.members.map((one) => [one, 'present'] as const),
    });
    const adjusters = group.members.map(({ id }) => ({ memberId: id }));
    must(await scene.planner.put(paths.meetingAdjusters(meeting.id), { adjusters }, 0));
    const send = { transition: 'send' };
    must(await scene.planner.post<Minutes>(paths.meetingMinutesTransitions(meeting.id), send, { ifMatch: 1 }));
    await work();
    expectEnglish(latest(email), 'Minutes to adjust: Samrådsgruppen, 12 February 2026');
    expect(filesOf(latest(email))).toEqual([expect.stringMatching(/^Minutes .+\.pdf$/)]);
    expect(latest('sven@example.org')?.subject).toBe('Protokoll att justera: Samrådsgruppen 12 februari 2026');
    expect(filesOf(latest('sven@example.org'))).toEqual([expect.stringMatching(/^Protokoll .+\.pdf$/)]);
  });

  it('ask for needs, and remind', async () => {
    const { inventory } = await openInventory(scene.app, scene.planner, {
      countyId: scene.app.countyId,
      planId: scene.plan.planId,
      slug: scene.plan.slug,
      members: [{ name: 'Erin English', organisationId: scene.organisation.id, personId: idOf(erin), email }],
      isAnonymous: true,
      name: 'Behovsgruppen',
    });
    await work();
    const first = latest(email);
    expectEnglish(first, `${inventory.title}: what do you need?`);
    expect(first?.text).toContain('The last day to answer is 1 December 2199');
    must(await scene.planner.post(paths.needsReminders(inventory.id), {}));
    await work();
    expectEnglish(latest(email), `Reminder: ${inventory.title}`);
  });

  it('invite in the language that whoever invites chooses', async () => {
    const invite = (to: string, more: object) =>
      scene.planner.post<CountyPerson>(paths.people(), {
        email: to,
        name: 'Nina Ny',
        roles: [role('reader')],
        ...more,
      });
    must(await invite('nina@example.org', { letterLocale: 'en' }));
    must(await invite('nils@example.org', {}));
    // Erin has chosen for herself, and nobody else does that for her.
    await invite(email, { letterLocale: 'sv' });
    await work();
    expectEnglish(latest('nina@example.org'), 'Invitation to Samhandling in Kronobergs län');
    expect(latest('nina@example.org')?.text).toContain('Reader');
    expect(latest('nils@example.org')?.subject).toBe('Inbjudan till Samhandling i Kronobergs län');
    expect((await erin.get<Account>(paths.account())).body.letterLocale).toBe('en');
  });

  it('tell of one’s own account', async () => {
    must(await erin.put(paths.accountPassword(), { current: PASSWORD, password: 'fyra nya ord utan mening' }));
    await work();
    expectEnglish(latest(email), 'Your password in Samhandling has been changed');
    must(await scene.app.anonymous().post(paths.passwordResets(), { email }));
    await work();
    expectEnglish(latest(email), 'Choose a new password in Samhandling');
  });
});

describe('the day’s mail to somebody who reads English', () => {
  it('says what waits, and to the head contact what nobody answered', async () => {
    const smtp = await startSmtp();
    const scene = await mailScene(smtp.port);
    await chooseEnglish(scene.reporter);
    const chief = await scene.app.person('Cia Chef', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    await chooseEnglish(chief);
    must(await scene.planner.put(paths.organisationContact(scene.plan.responsible.id), { personId: idOf(chief) }, 0));
    await scene.run();
    const mail = smtp.to(scene.reporter.session?.person.email ?? '').at(-1);
    expectEnglish(mail, '3 things are waiting for you, the last day is 31 March 2026');
    expect(mail?.text).toContain('TO ANSWER');
    await scene.settings({ escalateAfterDays: 10 });
    scene.clock.set('2026-03-16T06:45:00Z');
    await scene.run();
    expectEnglish(smtp.to(chief.session?.person.email ?? '').at(-1), '3 activities waiting for an answer');
    await scene.app.close();
    await smtp.close();
  });
});
