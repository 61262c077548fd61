import {
  paths,
  type CountyPerson,
  type Digest,
  type Meeting,
  type Minutes,
  type NeedsInvitationList,
} from '@samhandling/contracts';
import { PapersService } from '../../api/src/papers/papers.service.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { buildGroup, buildMeeting } from '../support/meeting-builder.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { openInventory } from '../support/needs.ts';
import { role } from '../support/people.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';

/** What a page tells of one letter. */
interface Told {
  readonly state: string;
  readonly reason: string;
}

/** A letter that waits to be sent: what is told of it, and where its state is kept, for a process that dies half-way. */
interface Waiting {
  told(): Promise<Told>;
  readonly row: readonly [table: string, column: string, where: string, id: string];
}

const STOPPED = 'Servern stannade medan brevet skickades.';

describe('letters', () => {
  let scene: MeetingScene;
  let smtp: TestSmtp;
  const refuse: Record<string, string> = {};
  const hangUpOn = new Set<string>();
  let count = 0;
  beforeAll(async () => {
    smtp = await startSmtp({ refuse, hangUpOn });
    scene = await meetingScene(
      {},
      { environment: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), MAIL_FROM: 'samhandling@example.org' } },
    );
  }, 60_000);
  beforeEach(() => scene.clock.set('2026-03-02T08:00:00Z'));
  afterAll(async () => {
    await scene.close();
    await smtp.close();
  });

  const work = (which: 'ready' | 'delayed' = 'ready') => scene.app.app.get(Jobs).workOff(which);
  const group = (name: string, email: string) =>
    buildGroup(scene.app, {
      countyId: scene.app.countyId,
      planId: scene.plan.planId,
      name: `${name} ${count}`,
      kind: 'consultation',
      members: [{ name: 'Maja Medlem', organisationId: scene.organisation.id, email }],
    });

  const calling = async (email: string): Promise<Waiting> => {
    const { id } = await group('Kallad', email);
    const meeting = await scene.meeting(id, '2026-04-09');
    must(await scene.planner.post(paths.meetingAgenda(meeting.id), { items: [{ kind: 'free', title: 'Öppning' }] }));
    const filled = must(await scene.planner.get<Meeting>(paths.meeting(meeting.id)));
    must(await scene.move(filled, 'call'));
    return {
      told: async () => {
        const letters = must(await scene.planner.get<Meeting>(paths.meeting(meeting.id))).calling?.letters;
        const [failed] = letters?.failed ?? [];
        return { state: letters?.sent ? 'sent' : failed ? 'not' : 'waiting', reason: failed?.reason ?? '' };
      },
      row: ['meeting_letter', 'state', 'meeting_id', meeting.id],
    };
  };

  const digest = async (email: string): Promise<Waiting> => {
    const above = await group('Samråd', email);
    const meeting = await buildMeeting(scene.app, above, { startsAt: `${2040 + count}-05-12T07:00:00Z` });
    const made = must(await scene.planner.post<Digest>(paths.meetingDigest(meeting.id)));
    must(await scene.planner.post(paths.digestTransitions(made.id), { transition: 'send' }, { ifMatch: made.version }));
    return {
      told: async () => must(await scene.planner.get<Digest>(paths.digest(made.id))).letters[0] ?? NONE,
      row: ['digest_letter', 'state', 'digest_id', made.id],
    };
  };

  const minutes = async (email: string): Promise<Waiting> => {
    const adjusting = await group('Justering', email);
    const meeting = await buildMeeting(scene.app, adjusting, {
      startsAt: '2026-02-12T08:00:00Z',
      state: 'held',
      items: [{ title: 'Öppning', state: 'treated', note: 'Sagt.' }],
      attendance: adjusting.members.map((one) => [one, 'present'] as const),
    });
    const adjusters = [{ memberId: adjusting.members[0]?.id }];
    must(await scene.planner.put(paths.meetingAdjusters(meeting.id), { adjusters }, 0));
    const move = { transition: 'send' };
    const sent = must(
      await scene.planner.post<Minutes>(paths.meetingMinutesTransitions(meeting.id), move, { ifMatch: 1 }),
    );
    return {
      told: async () =>
        must(await scene.planner.get<Minutes>(paths.meetingMinutes(meeting.id))).adjusters[0]?.letter ?? NONE,
      row: ['minutes_letter', 'state', 'adjuster_id', sent.adjusters[0]?.id ?? ''],
    };
  };

  const needs =
    (isAnonymous: boolean) =>
    async (email: string): Promise<Waiting> => {
      const { inventory } = await openInventory(scene.app, scene.planner, {
        countyId: scene.app.countyId,
        planId: scene.plan.planId,
        slug: scene.plan.slug,
        members: [{ name: 'Maja Medlem', organisationId: scene.organisation.id, email }],
        isAnonymous,
        name: `Behov ${count}`,
      });
      return {
        told: async () => {
          const path = paths.needsInvitations(inventory.id);
          const [first] = must(await scene.planner.get<NeedsInvitationList>(path)).items;
          return { state: first?.letterState ?? '', reason: first?.letterError ?? '' };
        },
        row: ['needs_invitation', 'letter_state', 'inventory_id', inventory.id],
      };
    };

  const invitation = async (email: string): Promise<Waiting> => {
    const roles = [role('reader')];
    const { id } = must(await scene.planner.post<CountyPerson>(paths.people(), { email, name: 'Maja Medlem', roles }));
    return {
      told: async () => {
        const { invitation: found } = must(await scene.planner.get<CountyPerson>(paths.person(id)));
        return { state: found?.letter ?? '', reason: found?.letterError ?? '' };
      },
      row: ['invitation', 'letter', 'person_id', id],
    };
  };

  const NONE: Told = { state: 'none', reason: '' };
  const KINDS: Readonly<Record<string, (email: string) => Promise<Waiting>>> = {
    'a calling': calling,
    'a digest': digest,
    'minutes to adjust': minutes,
    'a needs inventory': needs(false),
    'an anonymous needs inventory': needs(true),
    'an invitation': invitation,
  };
  /** A calling tells how many and who did not get theirs, so some states read alike there. */
  const as = (name: string, state: string): string => {
    if (name !== 'a calling' || state === 'sent') return state;
    return state === 'failed' || state === 'unknown' ? 'not' : 'waiting';
  };
  const begin = async (make: (email: string) => Promise<Waiting>): Promise<{ email: string; letter: Waiting }> => {
    count += 1;
    const email = `brev${count}@example.org`;
    return { email, letter: await make(email) };
  };

  describe.each(Object.entries(KINDS))('of %s', (name, make) => {
    it('leave once', async () => {
      const { email, letter } = await begin(make);
      expect(await letter.told()).toMatchObject({ state: 'waiting', reason: '' });
      await work();
      await work('delayed');
      expect(await letter.told()).toMatchObject({ state: 'sent', reason: '' });
      expect(smtp.to(email)).toHaveLength(1);
    });

    it('are tried again when the server asks for that, and then leave', async () => {
      const { email, letter } = await begin(make);
      refuse[email] = '451 Try later, or /x#0123456789-0123456789_0123456789-0123456789';
      await work();
      expect((await letter.told()).state).toBe(as(name, 'retrying'));
      if (name !== 'a calling') {
        expect((await letter.told()).reason).toContain('451 Try later');
        // A server may repeat what stands in the letter, and its secret is for whoever it is to.
        expect((await letter.told()).reason).not.toContain('0123456789');
      }
      Reflect.deleteProperty(refuse, email);
      await work('delayed');
      expect(await letter.told()).toMatchObject({ state: 'sent', reason: '' });
      expect(smtp.to(email)).toHaveLength(1);
    });

    it('are tried no more when the address is refused, and say why', async () => {
      const { email, letter } = await begin(make);
      refuse[email] = '550 No such user';
      await work();
      expect((await letter.told()).state).toBe(as(name, 'failed'));
      expect((await letter.told()).reason).toContain('550 No such user');
      Reflect.deleteProperty(refuse, email);
      expect(await work('delayed')).toBe(0);
      expect(smtp.to(email)).toHaveLength(0);
    });

    it('are given up after the last try, and say so', async () => {
      const { email, letter } = await begin(make);
      refuse[email] = '451 Try later';
      await work();
      for (let tries = 0; tries < 12; tries += 1) await work('delayed');
      expect((await letter.told()).state).toBe(as(name, 'failed'));
      expect((await letter.told()).reason).toContain('451 Try later');
      Reflect.deleteProperty(refuse, email);
    });

    it('are not sent again when the server hung up with one in its hands', async () => {
      const { email, letter } = await begin(make);
      hangUpOn.add(email);
      await work();
      hangUpOn.delete(email);
      await work('delayed');
      expect((await letter.told()).state).toBe(as(name, 'unknown'));
      expect((await letter.told()).reason).toContain('bröts innan servern hade bekräftat brevet');
      expect(smtp.to(email)).toHaveLength(1);
    });

    it('are not sent again when a process died while the server had one', async () => {
      const { email, letter } = await begin(make);
      const [table, column, where, id] = letter.row;
      await scene.app.db.query(`UPDATE ${table} SET ${column} = 'sending' WHERE ${where} = $1`, [id]);
      await work();
      await work('delayed');
      const told = await letter.told();
      expect([told.state, told.reason]).toEqual([as(name, 'unknown'), STOPPED]);
      expect(smtp.to(email)).toHaveLength(0);
    });
  });

  describe.each(['a calling', 'a digest', 'minutes to adjust'])('of %s', (name) => {
    it('leave when their paper could be made after all', async () => {
      const { email, letter } = await begin(KINDS[name] ?? calling);
      const papers = scene.app.app.get(PapersService, { strict: false });
      const render = papers.render.bind(papers);
      papers.render = () => Promise.reject(new Error('No paper just now.'));
      await work();
      papers.render = render;
      expect((await letter.told()).state).toBe(as(name, 'retrying'));
      await work('delayed');
      expect(await letter.told()).toMatchObject({ state: 'sent', reason: '' });
      expect(smtp.to(email)).toHaveLength(1);
      expect(smtp.to(email)[0]?.attachments.map(({ mimeType }) => mimeType)).toContain('application/pdf');
    });

    it('say that their paper could not be made, when it never could', async () => {
      const { email, letter } = await begin(KINDS[name] ?? calling);
      const papers = scene.app.app.get(PapersService, { strict: false });
      const render = papers.render.bind(papers);
      papers.render = () => Promise.reject(new Error('No paper ever.'));
      await work();
      for (let tries = 0; tries < 12; tries += 1) await work('delayed');
      papers.render = render;
      const told = await letter.told();
      expect([told.state, told.reason]).toEqual([as(name, 'failed'), 'Bilagan gick inte att göra.']);
      expect(smtp.to(email)).toHaveLength(0);
    });
  });

  it('that ask to adjust are sent again by whoever writes in the minutes, and by nobody else', async () => {
    const { email, letter } = await begin(minutes);
    const adjusterId = letter.row[3];
    const again = (client = scene.planner) => client.post<Minutes>(paths.adjusterLetter(adjusterId));
    expect((await again()).status).toBe(409);
    refuse[email] = '550 No such user';
    await work();
    Reflect.deleteProperty(refuse, email);
    const reader = await scene.app.person(`Rolf Läsare ${count}`, [{ role: 'reader' }]);
    expect((await again(reader)).status).toBe(403);
    const sent = must(await again());
    expect(sent.adjusters[0]).toMatchObject({ letter: { state: 'waiting', reason: '' }, mayMail: false });
    await work();
    expect(await letter.told()).toEqual({ state: 'sent', reason: '' });
    expect(smtp.to(email)).toHaveLength(1);
    const path = paths.meetingMinutes(sent.id);
    expect(must(await reader.get<Minutes>(path)).adjusters[0]).toMatchObject({ letter: null, mayMail: false });
    // Taken back: nobody is asked any more, also by a letter that was on its way.
    must(await again());
    const { version } = must(await scene.planner.get<Minutes>(path));
    const back = { transition: 'take_back' };
    must(await scene.planner.post(paths.meetingMinutesTransitions(sent.id), back, { ifMatch: version }));
    await work();
    expect(smtp.to(email)).toHaveLength(1);
    expect((await again()).status).toBe(409);
  });
});
