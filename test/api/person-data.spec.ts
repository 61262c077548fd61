import { paths, type PersonData } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { PERSON_DATA_PARTS } from '../../api/src/people/data/person-data-parts.ts';
import { idOf, sharedScene, type SharedScene } from '../support/together.ts';
import { peopleScene, type PeopleScene } from '../support/people.ts';
import { PASSWORD } from '../support/app.ts';

describe('what is held about a person', () => {
  let scene: PeopleScene;
  let shared: SharedScene;
  beforeAll(async () => {
    scene = await peopleScene();
    shared = await sharedScene(scene.app, scene.planner);
    await scene.app.db.query('UPDATE follow_up SET reporter_id = $1', [idOf(shared.bo)]);
    await scene.app.db.query('UPDATE follow_up SET reporter_id = $1, updated_by = $1 WHERE id = ANY($2::uuid[])', [
      idOf(shared.anna),
      shared.ids.slice(0, 2),
    ]);
  });
  afterAll(() => scene.close());

  const part = (data: PersonData, key: string) => {
    const found = data.parts.find((one) => one.key === key);
    if (!found) throw new Error(`No part ${key}.`);
    return found;
  };

  it('has a part for every column of the database that points at a person', async () => {
    const columns = await scene.app.db.query<{ name: string }>(
      `SELECT DISTINCT c.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint c
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) AND a.attname <> 'county_id'
       WHERE c.contype = 'f' AND c.confrelid IN ('person'::regclass, 'county_person'::regclass)
       UNION SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname IN ('person_id', 'on_behalf_of_id')
       ORDER BY 1`,
    );
    const told = new Set(PERSON_DATA_PARTS.flatMap(({ about }) => Object.keys(about)));
    expect(columns.length).toBeGreaterThan(35);
    expect(columns.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });

  it('is told to the person with why and for how long, county by county, without any secret', async () => {
    const { app } = scene;
    const { anna } = shared;
    const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '01'`);
    await app.db.query(`INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'reader')`, [
      newId(),
      other?.id,
      idOf(anna),
    ]);
    const { body, status } = await anna.get<PersonData>(paths.accountData());
    expect(status).toBe(200);
    expect(body).toMatchObject({ county: null, person: { name: 'Anna Första' } });
    expect(part(body, 'follow_ups').columns.slice(0, 2)).toEqual(['Län', 'Personen är']);
    expect(part(body, 'follow_ups').rows.map(([county, as]) => [county, as])).toEqual([
      ['Kronobergs län', 'rapportör, ändrade senast'],
      ['Kronobergs län', 'rapportör, ändrade senast'],
    ]);
    expect(part(body, 'roles').rows.map(([county, name]) => [county, name])).toEqual([
      ['Kronobergs län', 'Rapportör'],
      ['Stockholms län', 'Läsare'],
    ]);
    expect(part(body, 'log').rows[0]).toContain('Läste registerutdrag: Person och roller');
    const changes = part(body, 'log').rows.map((row) => row[part(body, 'log').columns.indexOf('Ändring')] ?? '');
    expect(changes.filter((text) => /[{}"]|_id|Id\b/.test(text))).toEqual([]);
    expect(part(body, 'access_events').rows[0]).toContain('Inloggning');
    expect(part(body, 'sessions').total).toBe(1);
    expect(part(body, 'password').rows).toHaveLength(1);
    for (const { title, purpose, kept } of body.parts)
      expect([title, purpose, kept].every((text) => text.length > 3)).toBe(true);
    const [secret] = await app.db.query<{ password_hash: string }>(
      'SELECT password_hash FROM credential WHERE person_id = $1',
      [idOf(anna)],
    );
    const text = JSON.stringify(body);
    for (const hidden of [secret?.password_hash ?? 'x', PASSWORD, 'argon2', anna.session?.csrfToken ?? 'x'])
      expect(text).not.toContain(hidden);
    const english = await anna.get<PersonData>(paths.accountData(), { headers: { 'accept-language': 'en' } });
    expect(part(english.body, 'roles').rows.map(([, name]) => name)).toEqual(['Reporter', 'Reader']);
  });

  it('is told to a planner as far as the county goes, and no further', async () => {
    const { planner } = scene;
    const { body } = await planner.get<PersonData>(paths.personData(idOf(shared.anna)));
    expect(body.county).toBe('Kronobergs län');
    expect(body.parts.map(({ key }) => key)).not.toContain('password');
    expect(part(body, 'roles').rows.map(([name]) => name)).toEqual(['Rapportör']);
    expect(part(body, 'sessions').total).toBe(1);
    expect(JSON.stringify(body)).not.toContain('Stockholm');
    const reader = await scene.app.person('Lars Läser', [{ role: 'reader' }]);
    expect((await reader.get(paths.personData(idOf(shared.anna)))).status).toBe(403);
  });

  it('is recorded as having been taken, by whom and about whom, also as a file', async () => {
    const { app, planner } = scene;
    const id = idOf(shared.bo);
    await planner.get(paths.personData(id));
    await planner.bytes(paths.personDataFile(id, 'csv'));
    await shared.bo.get(paths.accountData());
    const taken = await app.db.query<{ person_id: string }>(
      `SELECT person_id FROM audit_event WHERE action = 'read' AND entity = 'person_data' AND entity_id = $1 ORDER BY id`,
      [id],
    );
    expect(taken.map(({ person_id }) => person_id)).toEqual([idOf(planner), idOf(planner), id]);
  });

  it('comes as JSON and as CSV that a spreadsheet does not run', async () => {
    const { app, planner } = scene;
    const id = idOf(shared.anna);
    await app.db.query(`UPDATE person SET name = '=HYPERLINK("x")' WHERE id = $1`, [id]);
    const csv = await planner.bytes(paths.personDataFile(id, 'csv'));
    expect(csv.headers.get('content-disposition')).toContain('registerutdrag-');
    const text = csv.bytes.toString('utf8');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).toContain('Uppföljningar');
    const json = await planner.bytes(paths.personDataFile(id, 'json'));
    expect((JSON.parse(json.bytes.toString('utf8')) as PersonData).parts.length).toBeGreaterThan(15);
    expect((await planner.get(`${paths.personData(id)}/pdf`)).status).toBe(404);
  });
});
