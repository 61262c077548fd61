import { paths, type About, type Account, type SignInWays } from '@samhandling/contracts';
import { TestClient } from '../support/app.ts';
import { CookieJar } from '../support/oidc.ts';
import { failure, signInScene, type SignInScene } from '../support/sign-in-scene.ts';

describe('signing in by a provider', () => {
  let scene: SignInScene;
  beforeAll(async () => {
    scene = await signInScene();
  });
  afterAll(() => scene.close());

  it('is offered by the domain of the address, whoever has it', async () => {
    const { app } = scene;
    const ways = async (email: string) =>
      (await app.anonymous().post<SignInWays>(paths.signInWays(), { email })).body.ways;
    const county = { kind: 'provider', id: 'lansid', name: 'Länets inloggning' };
    expect(await ways('ingen.alls@LANET.example')).toEqual([county, { kind: 'password' }]);
    expect(await ways('anna.ask@lanet.example')).toEqual([county, { kind: 'password' }]);
    expect(await ways('nagon@annorstades.example')).toEqual([{ kind: 'password' }]);
    expect((await app.anonymous().get<About>(paths.about())).body.signInProviders).toBe(true);
  });

  it('links the identity to who has the address, and knows it the next time by its own name', async () => {
    const { app, oidc, session, signIn } = scene;
    const { status, location, jar } = await signIn('anna');
    expect({ status, location }).toEqual({ status: 303, location: '/att-gora' });
    const signedIn = await session(jar);
    expect(signedIn).toMatchObject({ person: { email: 'anna.ask@lanet.example' }, method: 'provider' });
    const account = (await (await jar.open(app.base + paths.account())).json()) as Account;
    expect(account.identities).toMatchObject([{ provider: 'Länets inloggning', lastUsedAt: expect.any(String) }]);
    expect(
      account.events
        .map(({ kind, detail }) => `${kind} ${detail}`)
        .slice(0, 2)
        .sort(),
    ).toEqual(['identity_linked Via Länets inloggning.', 'signed_in Via Länets inloggning.']);
    // A new address at the provider is the same person still.
    const at = oidc.accounts.findIndex(({ sub }) => sub === 'anna');
    const before = oidc.accounts[at];
    oidc.accounts[at] = { sub: 'anna', email: 'anna.gift@lanet.example', email_verified: true };
    expect((await session((await signIn('anna')).jar)).person.id).toBe(signedIn.person.id);
    if (before) oidc.accounts[at] = before;
  });

  it('makes a new session, whose secret nobody knew before', async () => {
    const { app, signIn } = scene;
    const jar = new CookieJar();
    const first = await signIn('anna', 'lansid', '/att-gora', jar);
    const old = await app.db.query(`SELECT id FROM session ORDER BY created_at DESC LIMIT 1`);
    await signIn('anna', 'lansid', '/att-gora', jar);
    expect(await app.db.query(`SELECT id FROM session WHERE id = $1`, [old[0]?.['id']])).toEqual([]);
    expect(first.jar.cookies(app.base)).toContain('samhandling');
  });

  it.each([
    ['okand', 'unknown_person', 'unknown_person'],
    ['utan', 'no_email', 'no_email'],
    ['obekraftad', 'no_email', 'unverified_email'],
    ['annan', 'no_email', 'other_domain'],
    // The same mailbox, another person at the provider: not the one who was here before.
    ['anna-igen', 'unknown_person', 'other_identity'],
    ['', 'provider_refused', 'access_denied'],
  ])('refuses %j with %s, notes it and changes nothing', async (sub, code, reason) => {
    const { app, signIn, stored } = scene;
    await signIn('anna');
    const before = await stored();
    expect((await signIn(sub)).location).toBe(failure(code));
    expect(await stored()).toEqual(before);
    const [noted] = await app.db.query(`SELECT kind, detail, person_id FROM access_event ORDER BY at DESC LIMIT 1`);
    expect(noted).toEqual({ kind: 'refused', detail: { reason, provider: 'Länets inloggning' }, person_id: null });
  });

  it('refuses who has been closed out, and who has no role', async () => {
    const { app, person, signIn } = scene;
    const id = await person('bo@lanet.example', [{ role: 'reader' }]);
    await app.db.query('DELETE FROM role_assignment WHERE person_id = $1', [id]);
    expect((await signIn('bo')).location).toBe(failure('no_role'));
    await app.db.query('UPDATE person SET is_active = false WHERE id = $1', [id]);
    expect((await signIn('bo')).location).toBe(failure('inactive'));
    expect(await app.db.query('SELECT 1 FROM external_identity WHERE person_id = $1', [id])).toEqual([]);
  });

  it.each([
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/..//elsewhere.example', '/'],
    ['/en/att-gora?a=1', '/en/att-gora?a=1'],
  ])('leads to pages of ours only: %j', async (wish, location) => {
    const { signIn } = scene;
    expect((await signIn('anna', 'lansid', wish)).location).toBe(location);
  });

  it('speaks the language one came from, and knows no provider that is not set up', async () => {
    const { begin, signIn } = scene;
    expect((await signIn('utan', 'lansid', '/en/att-gora')).location).toBe(
      '/en/logga-in?fel=no_email&till=%2Fen%2Fatt-gora',
    );
    const answer = await new CookieJar().open(begin('finns-inte', '/'));
    expect(answer.headers.get('location')).toBe('/logga-in?fel=provider_unavailable');
  });

  it('keeps nothing of anybody in the log of refusals', async () => {
    const { app, signIn } = scene;
    await signIn('okand');
    const [all] = await app.db.query<{ text: string }>(
      `SELECT string_agg(e::text, ' ') AS text FROM access_event e WHERE kind = 'refused'`,
    );
    expect(all?.text).not.toMatch(/okand|anna|@/);
    expect(await new TestClient(app.base).get(paths.account())).toMatchObject({ status: 401 });
  });
});
