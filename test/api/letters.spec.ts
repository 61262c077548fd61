import { paths, type Digest, type Minutes, type ToDo } from '@samhandling/contracts';
import { PapersService } from '../../api/src/papers/papers.service.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { letterKinds, type MakeLetter, type WaitingLetter } from '../support/letter-kinds.ts';
import { meetingScene, must, type MeetingScene } from '../support/meeting-scene.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';

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
  const KINDS = letterKinds(() => scene);
  const mustKind = (name: string): MakeLetter => {
    const make = KINDS[name];
    if (!make) throw new Error(`There is no kind of letter called ${name}.`);
    return make;
  };
  /** A calling tells how many are on their way, and of none of them that it is tried again. */
  const as = (name: string, state: string): string =>
    name === 'a calling' && state === 'retrying' ? 'waiting' : state;
  const begin = async (make: MakeLetter): Promise<{ email: string; letter: WaitingLetter }> => {
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

    it('wait for whoever sent them when they did not arrive, until they are set aside', async () => {
      const { email, letter } = await begin(make);
      const { kind, id, page } = letter.about;
      const waiting = async (client = scene.planner) => {
        const { groups } = must(await client.get<ToDo>(paths.toDo()));
        return groups.find((group) => group.kind === 'letters')?.items.find((item) => item.link === page);
      };
      expect(await waiting()).toBeUndefined();
      refuse[email] = '550 No such user';
      await work();
      Reflect.deleteProperty(refuse, email);
      const item = await waiting();
      expect(item?.letters).toEqual({ kind, id, letterIds: [expect.any(String)] });
      expect(item?.reasons).toHaveLength(1);
      expect(item?.reasons[0]).toMatch(/^Maja Medlem: brevet gick inte att skicka\. .*550 No such user/);

      const other = await scene.app.person(`Per Planerare ${count}`, [{ role: 'planner' }]);
      const put = (isSetAside: boolean, client = scene.planner) =>
        client.put(paths.lostLetters(kind, id), { letterIds: item?.letters?.letterIds ?? [], isSetAside });
      expect(await waiting(other)).toBeUndefined();
      expect((await put(true, other)).status).toBe(409);
      must(await put(true));
      expect(await waiting()).toBeUndefined();
      expect((await put(true)).status).toBe(409);
      must(await put(false));
      expect(await waiting()).toEqual(item);
      // Nobody is left who sent it: then it is every planner's.
      const held = await scene.app.db.query('DELETE FROM role_assignment WHERE person_id = $1 RETURNING *', [
        scene.planner.session?.person.id,
      ]);
      expect(await waiting(other)).toEqual(item);
      for (const row of held as object[])
        await scene.app.db.query(
          'INSERT INTO role_assignment SELECT * FROM json_populate_record(NULL::role_assignment, $1)',
          [JSON.stringify(row)],
        );
      expect(await waiting(other)).toBeUndefined();
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
      const { email, letter } = await begin(mustKind(name));
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
      const { email, letter } = await begin(mustKind(name));
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
    const { email, letter } = await begin(mustKind('minutes to adjust'));
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

  it('with a digest are sent again by a planner, and the digest is as it was sent', async () => {
    const { email, letter } = await begin(mustKind('a digest'));
    const { id } = letter.about;
    const path = paths.digest(id);
    const memberId = must(await scene.planner.get<Digest>(path)).letters[0]?.memberId ?? '';
    const again = (client = scene.planner) => client.post<Digest>(paths.digestLetter(id, memberId));
    expect((await again()).status).toBe(409);
    refuse[email] = '550 No such user';
    await work();
    Reflect.deleteProperty(refuse, email);
    const before = must(await scene.planner.get<Digest>(path));
    expect(before.letters[0]).toMatchObject({ state: 'failed', mayMail: true });
    const member = await scene.app.person(`Mia Medlem ${count}`, [{ role: 'group_member' }]);
    expect((await again(member)).status).toBe(403);
    expect(must(await member.get<Digest>(path)).letters[0]?.mayMail).toBe(false);
    const sent = must(await again());
    expect(sent.letters[0]).toMatchObject({ state: 'waiting', reason: '', mayMail: false });
    expect(sent).toMatchObject({ version: before.version, paper: before.paper, sentAt: before.sentAt });
    await work();
    expect(await letter.told()).toMatchObject({ state: 'sent', reason: '' });
    expect(smtp.to(email)).toHaveLength(1);
    expect((await scene.planner.post(paths.digestLetter(id, scene.organisation.id))).status).toBe(404);
  });
});
