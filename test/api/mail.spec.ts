import { paths, type MailPreview, type MailSettings, type OutboxMail } from '@samhandling/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildGroup } from '../support/decision-scene.ts';
import { mailScene, runDue, setChoice, smtpAt, type MailScene } from '../support/mail-scene.ts';
import { freePort, startMuteServer, startSmtp, type TestSmtp } from '../support/smtp.ts';

const RUTH = 'person2@example.org';
const FORM = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };

describe('the day’s mail', () => {
  let smtp: TestSmtp;
  let scene: MailScene;
  beforeEach(async () => {
    smtp = await startSmtp();
    scene = await mailScene(smtp.port);
  });
  afterEach(async () => {
    await scene.app.close();
    await smtp.close();
  });

  const only = () => {
    const [mail, ...more] = smtp.received;
    if (!mail || more.length > 0) throw new Error(`${smtp.received.length} mails have come.`);
    return mail;
  };

  it('comes once, with reasons, a link to each thing and the headers for opting out', async () => {
    await scene.run();
    const mail = only();
    expect(mail).toMatchObject({
      recipient: RUTH,
      subject: '3 saker väntar på dig, sista dag 31 mars 2026',
      from: { address: 'utskick@lanet.example' },
    });
    const [logged] = await scene.log();
    expect(mail.text).toMatch(/Hej Ruth!/);
    expect(mail.text?.match(new RegExp(`/uppfoljning/[^ ]+\\?utskick=${logged?.id}`, 'g'))).toHaveLength(3);
    expect(mail.html).toContain('<html lang="sv">');
    expect(mail.html).not.toMatch(/<img|<script|<link|http-equiv/);
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.header('List-Unsubscribe')).toMatch(/^<http.+\/api\/v1\/mail\/opt-out\?token=[\w-]{43}>$/);
    expect(mail.header('Auto-Submitted')).toBe('auto-generated');
    expect(logged).toMatchObject({ state: 'sent', attempts: 1, words: 'Skickat 4 mars 2026, inte öppnat än.' });
    expect(logged?.contents).toHaveLength(3);
    await scene.run();
    expect(smtp.received).toHaveLength(1);
  });

  it('has also what one is to do after meetings, when it is late or soon due, in the same mail', async () => {
    const groupId = await buildGroup(scene.app, scene.plan.planId);
    const personId = scene.reporter.session?.person.id;
    for (const [text, due] of [
      ['Ringa skolorna.', '2026-03-06'],
      ['Skriva till kommunen.', '2026-03-01'],
      ['Långt fram.', '2026-06-01'],
    ])
      await scene.app.db.query(
        `INSERT INTO action_point (id, county_id, group_id, text, person_id, due) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
        [scene.app.countyId, groupId, text, personId, due],
      );
    await scene.run();
    const mail = only();
    expect(mail.subject).toBe('5 saker väntar på dig, sista dag var 1 mars 2026');
    expect(mail.text).toMatch(/att göra efter möten/i);
    expect(mail.text).toMatch(/Ringa skolorna\./);
    expect(mail.text).not.toMatch(/Långt fram/);
  });

  it('is what the dry run showed, but for what is secret', async () => {
    const preview = (await scene.planner.get<MailPreview>(paths.mailPreview())).body;
    expect(await scene.log()).toEqual([]);
    await scene.run();
    const mail = only();
    const [logged] = await scene.log();
    const bare = (text: string | undefined) =>
      (text ?? '')
        .replace(/(utskick=|#|token=)[\w-]+/g, '$1')
        .replace(/\r\n/g, '\n')
        .trim();
    const [shown, ...more] = preview.mails;
    expect(more).toEqual([]);
    expect({ address: shown?.address, subject: shown?.subject, items: shown?.items }).toEqual({
      address: RUTH,
      subject: logged?.subject,
      items: 3,
    });
    expect(bare(mail.text)).toBe(bare(shown?.text));
    expect(bare(mail.html)).toBe(bare(shown?.html));
    expect(preview.silent).toEqual([
      { person: { id: expect.any(String), name: 'Petra Planerare' }, reason: 'Har valt att inte få några utskick.' },
    ]);
  });

  it('never names what belongs to somebody else', async () => {
    const other = await scene.app.person('Olle Annan', [{ role: 'reporter', organisationId: scene.plan.partner.id }]);
    await scene.app.db.query(
      `UPDATE follow_up SET reporter_id = $1 WHERE id = (SELECT min(id::text)::uuid FROM follow_up WHERE reporter_id IS NOT NULL)`,
      [other.session?.person.id],
    );
    await scene.run();
    const [mine] = smtp.to(RUTH);
    const [theirs] = smtp.to('person3@example.org');
    const linksIn = (text = '') => text.match(/uppfoljning\/[\w-]+/g) ?? [];
    expect(linksIn(mine?.text)).toHaveLength(2);
    expect(linksIn(theirs?.text)).toHaveLength(1);
    expect(linksIn(mine?.text)).not.toEqual(expect.arrayContaining(linksIn(theirs?.text)));
  });

  it('asks for the unchanged again only after the days set, and at once for what is new', async () => {
    await scene.run();
    scene.clock.set('2026-03-05T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    scene.clock.set('2026-03-06T06:45:00Z');
    await scene.app.db.query(
      `UPDATE follow_up SET state = 'returned', judgement = 'on_track' WHERE id = (SELECT min(id::text)::uuid FROM follow_up WHERE reporter_id IS NOT NULL)`,
    );
    await scene.run();
    expect(smtp.received).toHaveLength(2);
    expect(smtp.received[1]?.text?.match(/Nytt\./g)).toHaveLength(1);
    scene.clock.set('2026-03-12T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(2);
    scene.clock.set('2026-03-13T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(3);
  });

  it('is silent on other days, before the hour, when mail is off, and when nothing waits', async () => {
    scene.clock.set('2026-03-07T08:00:00Z');
    await scene.run();
    scene.clock.set('2026-03-09T06:29:00Z');
    await scene.run();
    await scene.settings({ isOn: false });
    scene.clock.set('2026-03-09T06:45:00Z');
    await scene.run();
    await scene.settings({ isOn: true });
    await scene.app.db.query(`UPDATE follow_up SET state = 'submitted', judgement = 'on_track'`);
    scene.clock.set('2026-03-10T06:45:00Z');
    await scene.run();
    expect(smtp.received).toEqual([]);
    expect(await scene.log()).toEqual([]);
  });

  it('neither sends twice nor forgets when the clock jumps two days ahead and back again', async () => {
    await scene.run();
    scene.clock.set('2026-03-03T06:45:00Z');
    await scene.run();
    scene.clock.set('2026-03-04T06:46:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    scene.clock.set('2026-03-06T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    scene.clock.set('2026-03-05T06:45:00Z');
    await scene.app.db.query(
      `UPDATE follow_up SET state = 'returned', judgement = 'on_track' WHERE reporter_id IS NOT NULL`,
    );
    await scene.run();
    expect(smtp.received).toHaveLength(2);
    scene.clock.set('2026-03-06T06:50:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(2);
  });

  it('is opened when the person comes in through it, and by nobody else', async () => {
    await scene.run();
    const [logged] = await scene.log();
    const id = logged?.id ?? '';
    expect((await scene.planner.post(paths.mailOpened(id))).status).toBe(404);
    scene.clock.set('2026-03-05T10:00:00Z');
    expect((await scene.reporter.post(paths.mailOpened(id))).status).toBe(204);
    scene.clock.set('2026-03-06T10:00:00Z');
    expect((await scene.reporter.post(paths.mailOpened(id))).status).toBe(204);
    expect((await scene.log())[0]?.words).toBe('Skickat 4 mars 2026, öppnat 5 mars 2026.');
  });

  it('stops when the person opts out: by the page and by one click in the mail program', async () => {
    await scene.run();
    const mail = only();
    const token = /avanmal#([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    const anonymous = scene.app.anonymous();
    expect((await anonymous.post(paths.mailOptOut(), { token: `${token}x` })).status).toBe(404);
    expect((await anonymous.post(paths.mailOptOut(), { token })).body).toEqual({ address: RUTH });
    expect((await scene.reporter.get(paths.mailPreference())).body).toMatchObject({ digest: 'off' });
    await setChoice(scene.reporter, 'daily');
    const address = /<(.+)>/.exec(mail.header('List-Unsubscribe') ?? '')?.[1] ?? '';
    const { pathname, search } = new URL(address);
    const click = await anonymous.post(pathname + search, 'List-Unsubscribe=One-Click', FORM);
    expect(click.status).toBe(200);
    expect((await scene.reporter.get(paths.mailPreference())).body).toMatchObject({ digest: 'off' });
    scene.clock.set('2026-03-25T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(1);
  });

  it('holds one answer link for somebody without an account, and only what it opens', async () => {
    await scene.app.db.query(`UPDATE person SET has_account = false WHERE email = $1`, [RUTH]);
    await scene.run();
    const mail = only();
    expect(mail.text?.match(/\/svara#[\w-]+/g)).toHaveLength(1);
    expect(mail.text).not.toMatch(/\/uppfoljning\/|\/att-gora/);
    const secret = /\/svara#([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect((await scene.app.anonymous().post(paths.answerOpen(), { token: secret })).status).toBeLessThan(300);
    expect((await scene.log())[0]?.words).toMatch(/^Skickat 4 mars 2026, öppnat 4 mars 2026/);
    const rows = await scene.app.db.query(`SELECT row_to_json(j)::text AS job FROM pgboss.job j`);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('is sent once when two processes do the day’s work at the same time', async () => {
    const second = await startTestApp({ on: scene.app, clock: scene.clock, environment: smtpAt(smtp.port) });
    try {
      await Promise.all([runDue(scene.app), runDue(second), runDue(scene.app), runDue(second)]);
      expect(smtp.received).toHaveLength(1);
      expect((await scene.log()).map(({ state }) => state)).toEqual(['sent']);
    } finally {
      await second.close();
    }
  });

  it('can be sent without waiting for the hour, still once a day', async () => {
    scene.clock.set('2026-03-04T05:00:00Z');
    expect((await scene.planner.post(paths.mailSend())).body).toEqual({ queued: 1 });
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    expect((await scene.planner.post(paths.mailSend())).body).toEqual({ queued: 0 });
    scene.clock.set('2026-03-04T06:45:00Z');
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    expect((await scene.reporter.post(paths.mailSend())).problem.code).toBe('not_allowed');
  });

  it('is not sent again when a process died while the server had it', async () => {
    await scene.run();
    await scene.app.db.query(`UPDATE mail_message SET state = 'sending', sent_at = NULL`);
    await scene.app.db.query(
      `UPDATE pgboss.job SET state = 'retry', completed_on = NULL, start_after = now() WHERE name = 'mail-person' AND data->>'kind' = 'digest'`,
    );
    await scene.run();
    expect(smtp.received).toHaveLength(1);
    expect((await scene.log()).map(({ state }) => state)).toEqual(['unknown']);
  });

  it('tells the head contact, once, what the organisation has not answered', async () => {
    const chief = await scene.app.person('Cia Chef', [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    const contact = paths.organisationContact(scene.plan.responsible.id);
    expect((await scene.planner.put(contact, { personId: scene.planner.session?.person.id }, 0)).problem.code).toBe(
      'invalid',
    );
    expect((await scene.planner.put(contact, { personId: chief.session?.person.id }, 0)).body).toMatchObject({
      person: { name: 'Cia Chef' },
    });
    await scene.run();
    await scene.settings({ escalateAfterDays: 10 });
    scene.clock.set('2026-03-13T06:45:00Z');
    await scene.run();
    expect(smtp.to('person3@example.org')).toEqual([]);
    scene.clock.set('2026-03-16T06:45:00Z');
    await scene.run();
    expect(smtp.to('person3@example.org').map(({ subject }) => subject)).toEqual(['3 aktiviteter väntar på svar']);
    scene.clock.set('2026-03-17T06:45:00Z');
    await scene.run();
    expect(smtp.to('person3@example.org')).toHaveLength(1);
  });
});

describe('a mail server with bad days', () => {
  const scenes: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of scenes.splice(0).reverse()) await one.close();
  });
  const kept = <One extends { close(): Promise<void> }>(one: One): One => {
    scenes.push(one);
    return one;
  };
  const sceneAt = async (port: number): Promise<MailScene> => {
    const scene = await mailScene(port);
    kept(scene.app);
    return scene;
  };

  it('that is down gets the mail when it is up again', async () => {
    const port = await freePort();
    const scene = await sceneAt(port);
    await scene.run();
    expect((await scene.log())[0]).toMatchObject({ state: 'retrying', attempts: 1, sentAt: null });
    expect((await scene.log())[0]?.words).toMatch(
      /^Kom inte fram 4 mars 2026, försöker igen\. Det gick inte att nå e-postservern 127\.0\.0\.1:/,
    );
    expect((await scene.planner.get<MailSettings>(paths.mailSettings())).body.transport.problem).not.toBe('');
    const smtp = kept(await startSmtp({ port }));
    await runDue(scene.app, 'delayed');
    expect(smtp.received).toHaveLength(1);
    expect((await scene.log()).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'sent', attempts: 2 },
    ]);
    expect((await scene.planner.get<MailSettings>(paths.mailSettings())).body.transport.problem).toBe('');
  });

  it('gets nothing when what waited has been done meanwhile', async () => {
    const port = await freePort();
    const scene = await sceneAt(port);
    await scene.run();
    await scene.app.db.query(`UPDATE follow_up SET state = 'submitted', judgement = 'on_track'`);
    const smtp = kept(await startSmtp({ port }));
    await runDue(scene.app, 'delayed');
    expect(smtp.received).toEqual([]);
    expect((await scene.log())[0]).toMatchObject({ state: 'dropped' });
  });

  it('that says nothing is tried again later', async () => {
    const mute = kept(await startMuteServer());
    const scene = await sceneAt(mute.port);
    await scene.run();
    expect((await scene.log())[0]).toMatchObject({ state: 'retrying' });
    expect((await scene.log())[0]?.lastError).toMatch(/svarade inte i tid/);
  });

  it('that hangs up with the mail in its hands is not given it again', async () => {
    const smtp = kept(await startSmtp({ hangUpAfterData: true }));
    const scene = await sceneAt(smtp.port);
    await scene.run();
    await runDue(scene.app, 'delayed');
    expect(smtp.received).toHaveLength(1);
    expect((await scene.log())[0]).toMatchObject({ state: 'unknown' });
  });

  it('that refuses one address takes the others', async () => {
    const smtp = kept(
      await startSmtp({ refuse: { [RUTH]: '550 No such user', 'person3@example.org': '450 Try later' } }),
    );
    const scene = await sceneAt(smtp.port);
    for (const name of ['Olle Annan', 'Eva Annan'])
      await scene.app.person(name, [{ role: 'reporter', organisationId: scene.plan.responsible.id }]);
    await scene.app.db.query(
      `UPDATE follow_up SET reporter_id = NULL WHERE id = (SELECT min(id::text)::uuid FROM follow_up WHERE reporter_id IS NOT NULL)`,
    );
    await scene.run();
    expect(smtp.received.map(({ recipient }) => recipient)).toEqual(['person4@example.org']);
    const log = await scene.log();
    const of = (address: string) => log.find((item) => item.address === address);
    expect(of(RUTH)).toMatchObject({ state: 'failed' });
    expect(of(RUTH)?.lastError).toMatch(/No such user/);
    expect(of('person3@example.org')).toMatchObject({ state: 'retrying' });
    expect(of('person4@example.org')).toMatchObject({ state: 'sent' });
  });
});

describe('without a mail server', () => {
  let app: TestApp;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samhandling-outbox-'));
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('mails are written to a folder and shown', async () => {
    const scene = await mailScene(0, { environment: { SMTP_HOST: '', SMTP_PORT: '587', MAIL_FOLDER: folder } });
    app = scene.app;
    expect((await scene.planner.get<MailSettings>(paths.mailSettings())).body.transport).toEqual({
      kind: 'folder',
      host: folder,
      problem: '',
    });
    await scene.run();
    const { body } = await scene.planner.get<OutboxMail[]>(paths.mailOutbox());
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ to: RUTH, subject: '3 saker väntar på dig, sista dag 31 mars 2026' });
    expect(body[0]?.html).toContain('<html lang="sv">');
    const elsewhere = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
    const stranger = await app.person('Stina Annanstans', [{ role: 'planner' }], elsewhere[0]?.id);
    expect((await stranger.get(paths.mailOutbox())).body).toEqual([]);
  });
});
