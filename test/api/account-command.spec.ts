import { paths, type Account, type RecordLog, type Session, type TotpSetup } from '@samhandling/contracts';
import { Secret, TOTP } from 'otpauth';
import { v7 as newId } from 'uuid';
import { mendAccount } from '../../api/src/cli/account.command.ts';
import { verify } from '../../api/src/cli/verify.command.ts';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { smtpAt } from '../support/mail-scene.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { idOf } from '../support/together.ts';

describe('samhandling account', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let planner: TestClient;
  let people = 0;
  beforeAll(async () => {
    smtp = await startSmtp();
    app = await startTestApp({ environment: smtpAt(smtp.port) });
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
  });

  const run = (options: Parameters<typeof mendAccount>[0]) => mendAccount(options, { DATABASE_URL: app.db.ownerUrl });
  const somebody = async () => {
    people += 1;
    const client = await app.person(`Anna Nummer${people}`, [{ role: 'reader' }]);
    return { client, id: idOf(client), email: client.session?.person.email ?? '' };
  };
  const addSecondFactor = async (client: TestClient): Promise<void> => {
    const setup = (await client.post<TotpSetup>(paths.accountTotp(), { password: PASSWORD })).body;
    const code = TOTP.generate({ secret: Secret.fromBase32(setup.secret.replaceAll(' ', '')) });
    expect((await client.post(paths.accountTotpConfirm(), { code })).status).toBe(200);
  };
  const link = (personId: string) =>
    app.db.query(
      `INSERT INTO external_identity (id, person_id, provider, issuer, subject) VALUES (gen_random_uuid(), $1, 'lansid', 'https://id.lanet.example', gen_random_uuid())`,
      [personId],
    );
  const signIn = (email: string) => app.anonymous().post<Session>(paths.session(), { email, password: PASSWORD });
  const events = async (email: string) => {
    const client = await new TestClient(app.base).signIn(email);
    const { body } = await client.get<Account>(paths.account());
    return body.events.map(({ kind, detail }) => `${kind} ${detail}`.trim());
  };
  const logged = async (id: string, by = planner) => {
    const { items } = (await by.get<RecordLog>(`${paths.record()}?q=${id}`)).body;
    return items
      .filter(({ action }) => action === 'Ändrade')
      .map(({ through, fields }) => [
        through,
        ...fields.map(({ label, old, new: now }) => `${label}: ${old} → ${now}`),
      ]);
  };

  it('takes away a lost second step, ends every session, notes it and tells the person', async () => {
    const { client, id, email } = await somebody();
    await addSecondFactor(client);
    expect((await signIn(email)).problem.code).toBe('second_factor');
    expect(await run({ email: ` ${email.toUpperCase()} `, resetSecondFactor: true })).toBe(
      `${email} loggar in utan ett andra steg, tills det slås på igen.\nPersonen är utloggad överallt och får ett brev om det.\n`,
    );
    expect((await client.get(paths.session())).status).toBe(401);
    expect((await signIn(email)).status).toBe(201);
    expect(await app.db.query('SELECT 1 FROM recovery_code WHERE person_id = $1', [id])).toEqual([]);
    const known = await events(email);
    expect(known).toContain('totp_off Av den som sköter tjänsten.');
    expect(known).toContain('session_revoked');
    expect(await logged(id)).toEqual([['från kommandoraden', 'Tvåstegsinloggning: Ja → Nej']]);
    await app.app.get(Jobs).workOff();
    const [letter, ...more] = smtp.to(email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Ditt konto i Samhandling är ändrat');
    expect(letter?.text).toContain('Din tvåstegsinloggning är borttagen.');
    await expect(run({ email, resetSecondFactor: true })).rejects.toThrow(`${email} har ingen tvåstegsinloggning.`);
  });

  it('unlinks the identity at one provider', async () => {
    const { client, id, email } = await somebody();
    await link(id);
    await expect(run({ email, unlink: 'annan' })).rejects.toThrow('är inte kopplad till leverantören ”annan”');
    expect((await client.get<Account>(paths.account())).body.identities).toHaveLength(1);
    expect(await run({ email, unlink: 'lansid' })).toContain(`${email} är inte längre kopplad till lansid.`);
    expect(await app.db.query('SELECT 1 FROM external_identity WHERE person_id = $1', [id])).toEqual([]);
    expect((await client.get(paths.session())).status).toBe(401);
    expect(await events(email)).toContain('identity_unlinked Via lansid.');
    expect((await logged(id))[0]?.[1]).toMatch(/^Kopplad till: lansid → /);
  });

  it('changes the address, tells both, and no letter in the old mailbox opens anything', async () => {
    const { client, id, email } = await somebody();
    await app.db.query(
      `INSERT INTO password_reset (token_hash, person_id, expires_at) VALUES ('\\x01', $1, now() + interval '1 hour')`,
      [id],
    );
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    const theirs = await app.person('Tor Två', [{ role: 'planner' }], other?.id);
    await app.db.query(`INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'reader')`, [
      newId(),
      other?.id,
      id,
    ]);
    expect(await run({ email, newEmail: 'Anna.Gift@example.org' })).toBe(
      `${email} har nu adressen anna.gift@example.org.\nPersonen är utloggad överallt och får ett brev om det till båda adresserna.\n`,
    );
    expect((await client.get(paths.session())).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect(await events('anna.gift@example.org')).toContain('email_changed');
    expect(await app.db.query('SELECT 1 FROM password_reset WHERE person_id = $1', [id])).toEqual([]);
    for (const by of [planner, theirs])
      expect(await logged(id, by)).toEqual([['från kommandoraden', `E-post: ${email} → anna.gift@example.org`]]);
    await app.app.get(Jobs).workOff();
    const [[former], [present]] = [smtp.to(email), smtp.to('anna.gift@example.org')];
    expect(present?.text).toContain('Adressen är nu anna.gift@example.org.');
    expect(former?.text).toContain('Kontot har fått en annan adress');
    expect(former?.text).not.toContain('anna.gift');
  });

  it('ends an invitation that lies in the old mailbox', async () => {
    const invited = await planner.post<{ id: string }>(paths.people(), {
      email: 'fel.adress@example.org',
      name: 'Fia Fel',
      roles: [{ role: 'reader', organisationId: null, municipalityCode: null }],
    });
    await app.app.get(Jobs).workOff();
    const token = /\/inbjudan#([\w-]+)/.exec(smtp.to('fel.adress@example.org')[0]?.text ?? '')?.[1];
    const opened = async () => (await app.anonymous().post(paths.invitationOpen(), { token })).status;
    expect(await opened()).toBe(200);
    expect(await run({ email: 'fel.adress@example.org', newEmail: 'ratt.adress@example.org' })).toContain(
      'Inbjudan till den gamla gäller inte längre: be en planerare skicka en ny.',
    );
    expect(await opened()).toBe(404);
    expect((await planner.post(paths.personInvitation(invited.body.id))).status).toBe(201);
    await app.app.get(Jobs).workOff();
    expect(smtp.to('ratt.adress@example.org').map(({ subject }) => subject)).toContain(
      'Ditt konto i Samhandling är ändrat',
    );
  });

  it('does all that is asked for, or nothing', async () => {
    const { client, id, email } = await somebody();
    await addSecondFactor(client);
    await link(id);
    const asked = { email, resetSecondFactor: true, unlink: 'lansid' };
    await expect(run({ ...asked, newEmail: planner.session?.person.email ?? '' })).rejects.toThrow('någon annans');
    expect((await client.get<Account>(paths.account())).body).toMatchObject({
      email,
      totp: expect.anything(),
      identities: [expect.anything()],
    });
    await app.app.get(Jobs).workOff();
    expect(smtp.to(email)).toEqual([]);
    expect(await run({ ...asked, newEmail: 'allt@example.org' })).toMatch(/andra steg[^]*kopplad till[^]*nu adressen/);
    expect((await signIn('allt@example.org')).status).toBe(201);
  });

  it('refuses what does not fit, in one sentence, and leaves a record that holds', async () => {
    const { id, email } = await somebody();
    await expect(run({ email })).rejects.toThrow('Ange vad som ska göras');
    await expect(run({ email: 'ingen@example.org', resetSecondFactor: true })).rejects.toThrow(
      'Det finns ingen med adressen ingen@example.org.',
    );
    await expect(run({ email, newEmail: 'inte en adress' })).rejects.toThrow('”inte en adress” är ingen e-postadress.');
    await expect(run({ email, newEmail: email })).rejects.toThrow(`Adressen är redan ${email}.`);
    await app.db.query('UPDATE person SET is_active = false WHERE id = $1', [id]);
    await expect(run({ email, resetSecondFactor: true })).rejects.toThrow(`Kontot ${email} är avstängt.`);
    const said: string[] = [];
    await verify({}, { DATABASE_URL: app.db.ownerUrl, LOG_LEVEL: 'silent' }, (line) => said.push(line));
    expect(said.at(-1)).toBe('Allt stämmer.');
  });
});
