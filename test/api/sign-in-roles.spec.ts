import { failure, signInScene, type SignInScene } from '../support/sign-in-scene.ts';

describe('roles from a provider', () => {
  let scene: SignInScene;
  beforeAll(async () => {
    scene = await signInScene();
  });
  afterAll(() => scene.close());

  it('gives and takes the roles the claims say, records both, and leaves what was given by hand', async () => {
    const { app, other, session, signIn } = scene;
    const rolesOf = () =>
      app.db.query<{ role: string; code: string; by: string | null }>(
        `SELECT r.role, c.code, r.from_provider AS by FROM role_assignment r JOIN county c ON c.id = r.county_id
         JOIN person p ON p.id = r.person_id WHERE p.email = 'carl@regionen.example' ORDER BY c.code, r.role`,
      );
    const become = async (...groups: string[]) => {
      other.accounts[0] = { ...other.accounts[0], sub: 'carl', groups };
      return signIn('carl', 'region');
    };
    expect((await become('inget')).location).toBe(failure('unknown_person'));
    expect((await become('planerare')).location).toBe('/att-gora');
    expect(await rolesOf()).toEqual([{ role: 'planner', code: '07', by: 'region' }]);
    const [carl] = await app.db.query<{ id: string; name: string }>(
      `SELECT id, name FROM person WHERE email = 'carl@regionen.example'`,
    );
    expect(carl?.name).toBe('Carl Cedergren');
    await app.db.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) VALUES (gen_random_uuid(), $1, $2, 'group_member')`,
      [app.countyId, carl?.id],
    );
    const both = await become('lasare', 'vaxjo', 'region', 'okänt värde');
    expect((await session(both.jar)).counties.map(({ name }) => name)).toEqual(['Kronobergs län', 'Kalmar län'].sort());
    expect(await rolesOf()).toEqual([
      { role: 'group_member', code: '07', by: null },
      { role: 'municipal_coordinator', code: '07', by: 'region' },
      { role: 'reader', code: '07', by: 'region' },
      { role: 'reader', code: '08', by: 'region' },
    ]);
    await become();
    expect(await rolesOf()).toEqual([{ role: 'group_member', code: '07', by: null }]);
    const audit = await app.db.query<{ line: string }>(
      `SELECT e.action || ' ' || coalesce(e.changes->'role'->>'new', e.changes->'role'->>'old') AS line
       FROM audit_event e WHERE e.person_id = $1 AND e.entity_id = $1 AND e.source = 'system' ORDER BY 1`,
      [carl?.id],
    );
    expect(audit.map(({ line }) => line)).toEqual([
      'add municipal_coordinator',
      'add planner',
      'add reader',
      'add reader',
      'remove municipal_coordinator',
      'remove planner',
      'remove reader',
      'remove reader',
    ]);
  });
});
