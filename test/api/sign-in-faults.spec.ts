import { startTestApp } from '../support/app.ts';
import { CookieJar, signInAt } from '../support/oidc.ts';
import { failure, signInScene, type SignInScene } from '../support/sign-in-scene.ts';

describe('a provider that fails, or an answer that is not its own', () => {
  let scene: SignInScene;
  beforeAll(async () => {
    scene = await signInScene();
  });
  afterEach(() => scene.mend());
  afterAll(() => scene.close());

  it.each([
    ['down', 'provider_unavailable'],
    ['slow', 'provider_unavailable'],
    ['broken', 'provider_unavailable'],
    ['other_issuer', 'provider_invalid'],
  ] as const)('tells at once when the provider is %s, and the password still works', async (fault, code) => {
    const { app, begin, environment, oidc } = scene;
    const second = await startTestApp({ on: app, environment });
    try {
      oidc.fault = fault;
      const answer = await new CookieJar().open(begin('lansid', '/att-gora', second));
      expect(answer.headers.get('location')).toBe(failure(code));
      expect((await app.person('Med Lösenord', [{ role: 'reader' }])).session?.method).toBe('password');
    } finally {
      await second.close();
    }
  });

  it.each([
    ['down', 'provider_unavailable'],
    ['slow', 'provider_unavailable'],
    ['broken', 'provider_unavailable'],
    ['other_issuer', 'provider_invalid'],
    ['elsewhere', 'provider_invalid'],
    ['foreign_keys', 'provider_invalid'],
  ] as const)('lets nobody in when the provider becomes %s on the way', async (fault, code) => {
    const { begin, here, oidc, signIn, stored } = scene;
    const jar = new CookieJar();
    const callback = await signInAt(jar, begin(), 'anna');
    const before = await stored();
    oidc.fault = fault;
    const answer = await jar.open(here(callback));
    expect(answer.headers.get('location')).toBe(failure(code));
    expect(await stored()).toEqual(before);
    oidc.fault = 'none';
    expect((await signIn('anna')).location).toBe('/att-gora');
  });

  it('takes new keys as soon as the provider has them', async () => {
    const { oidc, signIn } = scene;
    expect((await signIn('anna')).location).toBe('/att-gora');
    oidc.rotateKeys();
    expect((await signIn('anna')).location).toBe('/att-gora');
  });

  it('takes an answer once, from the browser that asked, in ten minutes, on any process', async () => {
    const { app, begin, environment, here } = scene;
    const second = await startTestApp({ on: app, environment });
    try {
      const jar = new CookieJar();
      const callback = await signInAt(jar, begin(), 'anna');
      // Somebody lures another browser to an answer of their own: it is not let in, and the answer is not used up.
      const lured = new CookieJar();
      await lured.open(begin());
      expect((await lured.open(here(callback))).headers.get('location')).toBe('/logga-in?fel=expired');
      expect(lured.cookies(app.base)).not.toContain('samhandling');
      expect((await new CookieJar().open(here(callback))).headers.get('location')).toBe('/logga-in?fel=expired');
      const forged = new URL(callback);
      forged.searchParams.set('state', 'gissat');
      expect((await jar.open(here(forged))).headers.get('location')).toBe('/logga-in?fel=expired');

      const answer = await fetch(here(callback, second), {
        redirect: 'manual',
        headers: { cookie: `samhandling-inloggning=${jar.value(app.base, 'samhandling-inloggning')}` },
      });
      expect(answer.headers.get('location')).toBe('/att-gora');
      expect((await jar.open(here(callback))).headers.get('location')).toBe('/logga-in?fel=expired');

      const late = await signInAt(jar, begin(), 'anna');
      await app.db.query(`UPDATE sign_in_attempt SET created_at = now() - interval '11 minutes'`);
      expect((await jar.open(here(late))).headers.get('location')).toBe('/logga-in?fel=expired');
    } finally {
      await second.close();
    }
  });

  it('does not take one provider’s answer for another’s', async () => {
    const { app, begin, here } = scene;
    const jar = new CookieJar();
    const mine = await signInAt(jar, begin('lansid'), 'anna');
    const theirs = await signInAt(jar, begin('region'), 'carl');
    const mixed = new URL(mine);
    for (const name of ['code', 'iss']) mixed.searchParams.set(name, theirs.searchParams.get(name) ?? '');
    expect((await jar.open(here(mixed))).headers.get('location')).toBe(failure('provider_invalid'));
    const quiet = new URL(theirs);
    quiet.searchParams.set('code', mine.searchParams.get('code') ?? '');
    expect((await jar.open(here(quiet))).headers.get('location')).toBe(failure('provider_invalid'));
    expect(jar.cookies(app.base)).not.toContain('samhandling');
  });
});
