import { paths, type Session } from '@samhandling/contracts';
import { startTestApp, PASSWORD, type TestApp } from '../support/app.ts';

describe('the session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('tells who is signed in, where, and what they may do', async () => {
    const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const { status, body } = await planner.get<Session>(paths.session());
    expect(status).toBe(200);
    expect(body.person.name).toBe('Petra Planerare');
    expect(body.county.name).toBe('Kronobergs län');
    expect(body.permissions).toContain('round.adopt');
  });

  it('answers unknown address and wrong password with the same words', async () => {
    await app.person('Rolf Läsare', [{ role: 'reader' }]);
    const unknown = await app.anonymous().post(paths.session(), { email: 'ingen@example.org', password: PASSWORD });
    const wrong = await app.anonymous().post(paths.session(), { email: 'person2@example.org', password: 'fel' });
    expect(unknown.status).toBe(401);
    expect({ ...wrong.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' });
    expect(wrong.problem.title).toBe('E-postadressen eller lösenordet stämmer inte');
  });

  it('makes a guesser wait', async () => {
    await app.person('Vera', [{ role: 'reader' }]);
    const guess = () => app.anonymous().post(paths.session(), { email: 'person3@example.org', password: 'gissning' });
    for (let index = 0; index < 5; index += 1) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses nobody signed in, a lost check code, unknown fields and unreadable JSON, each in its own words', async () => {
    expect((await app.anonymous().get(paths.session())).problem.code).toBe('not_signed_in');
    const reader = await app.person('Ragnar', [{ role: 'reader' }]);
    const withoutCode = await reader.send('DELETE', paths.session(), { headers: { 'x-csrf-token': 'fel' } });
    expect(withoutCode.problem.code).toBe('csrf');
    const extra = await app.anonymous().post(paths.session(), { email: 'a@example.org', password: 'x', admin: true });
    expect(extra.status).toBe(400);
    expect(extra.problem.errors).toEqual([
      { pointer: '/admin', code: 'whitelistValidation', reason: 'Finns inte här.' },
    ]);
    const broken = await app.anonymous().post(paths.session(), '{"email":');
    expect(broken.problem.code).toBe('unreadable');
    expect(broken.headers.get('content-type')).toContain('application/problem+json');
  });

  it('answers with headers that let nothing be loaded, framed or cached', async () => {
    const { headers } = await app.anonymous().get(paths.about());
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is over after signing out', async () => {
    const reader = await app.person('Rut', [{ role: 'reader' }]);
    expect((await reader.delete(paths.session())).status).toBe(204);
    expect((await reader.get(paths.session())).status).toBe(401);
    const left = await app.db.query(`SELECT 1 FROM session s JOIN person p ON p.id = s.person_id WHERE p.name = 'Rut'`);
    expect(left).toEqual([]);
  });

  it('keeps the application role from owning or bypassing anything', async () => {
    const [role] = await app.db.query<{ owns: number; bypass: boolean; super: boolean }>(
      `SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns, rolbypassrls AS bypass, rolsuper AS super FROM pg_roles r WHERE rolname = 'samhandling_app'`,
    );
    expect(role).toEqual({ owns: 0, bypass: false, super: false });
    const open = await app.db.query(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_id' AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
         AND c.relname <> 'municipality'`,
    );
    expect(open).toEqual([]);
  });
});
