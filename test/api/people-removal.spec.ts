import { paths, type CountyPeople, type CountyPerson } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { leavingScene, type LeavingScene } from '../support/leaving.ts';
import { buildGroup, buildMeeting } from '../support/meeting-builder.ts';
import { role } from '../support/people.ts';
import { idOf } from '../support/together.ts';

describe('somebody who has left and is removed', () => {
  let scene: LeavingScene;
  beforeAll(async () => {
    scene = await leavingScene();
  });
  afterAll(() => scene.close());

  const why = { reason: 'Begärt av personen.', confirmName: '' };

  it('only after leaving, with a reason and the name as it stands', async () => {
    const { id } = await scene.busyReporter('Rakel Rensas');
    const here = await scene.person(id);
    const early = await scene.change(here, 'remove', { ...why, confirmName: here.name });
    expect(early.status).toBe(409);
    const left = (await scene.change(here, 'leave')).body;
    const wrong = await scene.change(left, 'remove', { reason: ' ', confirmName: 'Rakel' });
    expect(wrong.status).toBe(422);
    expect(wrong.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/reason', '/confirmName']);
    expect((await scene.person(id)).name).toBe('Rakel Rensas');
  });

  it('from groups and from minutes that are not adjusted, while adjusted ones go on saying who was there', async () => {
    const { app } = scene;
    const { id } = await scene.busyReporter('Moa Möter');
    const [plan] = await app.db.query<{ id: string }>('SELECT id FROM plan WHERE county_id = $1 LIMIT 1', [
      app.countyId,
    ]);
    const [organisation] = await app.db.query<{ id: string }>(
      'SELECT id FROM organisation WHERE county_id = $1 LIMIT 1',
      [app.countyId],
    );
    const group = await buildGroup(app, {
      countyId: app.countyId,
      planId: plan?.id ?? '',
      members: [{ name: 'Moa Möter', email: 'moa@example.org', organisationId: organisation?.id ?? '', personId: id }],
    });
    const [member] = group.members;
    const attendance = member ? [[member, 'present'] as const] : [];
    for (const day of ['2026-01-12', '2026-02-12'])
      await buildMeeting(app, group, { startsAt: `${day}T12:00:00Z`, state: 'held', attendance });
    await app.db.query('SET session_replication_role = replica');
    await app.db.query(`UPDATE meeting SET state = 'adjusted' WHERE group_id = $1 AND starts_at < '2026-02-01'`, [
      group.id,
    ]);
    await app.db.query('SET session_replication_role = origin');
    const left = (await scene.change(await scene.person(id), 'leave')).body;
    expect((await scene.change(left, 'remove', { ...why, confirmName: 'Moa Möter' })).status).toBe(200);
    const [kept] = await app.db.query(
      'SELECT name, email, person_id, to_day IS NOT NULL AS ended FROM group_member WHERE id = $1',
      [member?.id],
    );
    expect(kept).toEqual({ name: 'Tidigare medarbetare', email: '', person_id: null, ended: true });
    const names = await app.db.query<{ name: string }>(
      'SELECT x.name FROM meeting_attendance x JOIN meeting t ON t.id = x.meeting_id WHERE t.group_id = $1 ORDER BY t.starts_at',
      [group.id],
    );
    expect(names.map(({ name }) => name)).toEqual(['Moa Möter', 'Tidigare medarbetare']);
  });

  it('from everything that identifies, while the record stays to the byte with the same id', async () => {
    const { app, planner } = scene;
    const { id, email } = await scene.busyReporter('Gerd Glöms');
    const history = await scene.record();
    const left = (await scene.change(await scene.person(id), 'leave')).body;
    const answer = await scene.change(left, 'remove', { ...why, confirmName: 'Gerd Glöms' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'Tidigare medarbetare', availableActions: [] });
    expect(await scene.record()).toEqual(history);
    const [person] = await app.db.query<Record<string, unknown>>('SELECT * FROM person WHERE id = $1', [id]);
    expect(person).toMatchObject({
      name: 'Tidigare medarbetare',
      email: `borttagen-${id}@removed.invalid`,
      is_active: false,
      has_account: false,
    });
    for (const table of await cascading())
      expect({ table, rows: await app.db.query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [id]) }).toEqual({
        table,
        rows: [],
      });
    for (const [table, column] of [
      ['answer_link', 'person_id'],
      ['saved_view', 'owner_id'],
      ['invitation', 'person_id'],
    ])
      expect({ table, rows: await app.db.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id]) }).toEqual({
        table,
        rows: [],
      });
    expect(await app.db.query('SELECT address, last_error FROM mail_message WHERE person_id = $1', [id])).toEqual([
      { address: '', last_error: '' },
    ]);
    expect((await planner.get(paths.person(id))).status).toBe(404);
    const { items } = (await planner.get<CountyPeople>(paths.people())).body;
    expect(items.some((one) => one.id === id)).toBe(false);
    // Only the log still says who it was; whoever did it and why stands there without the name.
    const everything = await everythingOf(email);
    expect(everything.filter((table) => table !== 'audit_event')).toEqual([]);
    const [logged] = await app.db.query<{ changes: object }>(
      `SELECT changes FROM audit_event WHERE entity_id = $1 AND action = 'remove' AND entity = 'person'`,
      [id],
    );
    expect(logged?.changes).toEqual({ reason: { new: 'Begärt av personen.' }, reach: { new: 'all' } });
    // The address is free again, for somebody who is then another.
    const anew = await scene.invite(email, 'Gerd Igen', [role('reader')]);
    expect(anew.status).toBe(201);
    expect(anew.body.id).not.toBe(id);
  });

  it('from this county alone when they work elsewhere too, and from all when the last lets go', async () => {
    const { app } = scene;
    const { id } = await scene.busyReporter('Dora Dubbel');
    await app.db.query(`INSERT INTO role_assignment (id, county_id, person_id, role) VALUES ($1, $2, $3, 'reader')`, [
      newId(),
      scene.countyTwo,
      id,
    ]);
    const left = (await scene.change(await scene.person(id), 'leave')).body;
    const answer = await scene.change(left, 'remove', { ...why, confirmName: 'Dora Dubbel' });
    expect(answer.body.name).toBe('Dora Dubbel');
    expect(await app.db.query('SELECT 1 FROM credential WHERE person_id = $1', [id])).toHaveLength(1);
    expect(await app.db.query('SELECT county_id FROM role_assignment WHERE person_id = $1', [id])).toEqual([
      { county_id: scene.countyTwo },
    ]);
    expect(await app.db.query('SELECT 1 FROM answer_link WHERE person_id = $1', [id])).toEqual([]);
    const theirs = await app.person('Tor Två', [{ role: 'planner' }], scene.countyTwo);
    const there = (await theirs.get<CountyPerson>(paths.person(id))).body;
    const gone = (await scene.change(there, 'leave', {}, theirs)).body;
    const last = await scene.change(gone, 'remove', { ...why, confirmName: 'Dora Dubbel' }, theirs);
    expect(last.body.name).toBe('Tidigare medarbetare');
  });

  it('by nobody who is not a planner there, whatever the service would let through', async () => {
    const { app } = scene;
    const { id } = await scene.busyReporter('Ulla Utanför');
    await scene.change(await scene.person(id), 'leave');
    const reader = await app.person('Läsa Bara', [{ role: 'reader' }]);
    const asked = async (personId: string, countyId: string): Promise<unknown> => {
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: app.db.appUrl });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          `SELECT set_config('samhandling.county', $1, true), set_config('samhandling.person', $2, true)`,
          [countyId, personId],
        );
        return (await client.query<{ reach: unknown }>('SELECT erase_person($1) AS reach', [id])).rows[0]?.reach;
      } finally {
        await client.query('ROLLBACK');
        await client.end();
      }
    };
    expect(await asked(idOf(reader), app.countyId)).toBeNull();
    expect(await asked(idOf(scene.planner), scene.countyTwo)).toBeNull();
    expect(await asked(id, app.countyId)).toBeNull();
    expect(await asked(idOf(scene.planner), app.countyId)).toBe('all');
  });

  const cascading = async (): Promise<string[]> =>
    (
      await scene.app.db.query<{ name: string }>(
        `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'person'::regclass AND confdeltype = 'c'`,
      )
    ).map(({ name }) => name);

  /** Tables of the application in which the text still stands. */
  const everythingOf = async (text: string): Promise<string[]> => {
    const tables = await scene.app.db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await scene.app.db.query(`SELECT 1 FROM "${name}" t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [text]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  };
});
