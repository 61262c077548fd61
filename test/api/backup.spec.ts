import { paths } from '@samhandling/contracts';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { TABLE_KINDS } from '../../api/src/backup/tables.ts';
import { backUp } from '../../api/src/cli/backup.command.ts';
import { restore } from '../../api/src/cli/restore.command.ts';
import { verify } from '../../api/src/cli/verify.command.ts';
import { prepareDatabase } from '../../api/src/platform/database/connection.ts';
import { PASSWORD, startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { completeRound, moveRound, openRound } from '../support/round-builder.ts';
import { buildWorld, type World } from './access/world.ts';

type Digests = Record<string, string>;

describe('a copy of everything', () => {
  let app: TestApp;
  let ours: World;
  let theirs: World;
  let roundId: string;
  let folder: string;
  let whole: string;
  const restored: TestDatabase[] = [];
  const owned = (db: TestDatabase) => ({ DATABASE_URL: db.ownerUrl, LOG_LEVEL: 'silent' });
  const empty = async (): Promise<TestDatabase> => {
    const db = await createEmptyDatabase();
    restored.push(db);
    return db;
  };

  beforeAll(async () => {
    app = await startTestApp();
    ours = await buildWorld(app, '07');
    theirs = await buildWorld(app, '13');
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    const { planner } = ours.people;
    const plan = await buildPlan(app, { title: 'Fastställd plan', state: 'adopted' });
    const open = await openRound(planner, plan);
    await completeRound(planner, plan, open);
    const proposed = await moveRound(planner, await moveRound(planner, open, 'start_review'), 'propose_adoption');
    roundId = (await moveRound(second, proposed, 'adopt')).id;
    folder = await mkdtemp(join(tmpdir(), 'samhandling-backup-'));
    whole = join(folder, 'allt.backup');
    await backUp(whole, {}, owned(app.db));
  });
  afterAll(async () => {
    for (const db of restored) await db.drop();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Count and content of every table that a copy holds. */
  const digests = async (db: TestDatabase, countyId?: string): Promise<Digests> => {
    const found: Digests = {};
    for (const [table, kind] of Object.entries(TABLE_KINDS)) {
      if (kind === 'passing' || (countyId !== undefined && kind !== 'county')) continue;
      const [row] = await db.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${table} t
         ${countyId === undefined ? '' : `WHERE county_id = '${countyId}'`}`,
      );
      found[table] = row?.digest ?? '';
    }
    return found;
  };

  it('classifies every table there is, and no other', async () => {
    const tables = await app.db.query<{ name: string; has_county: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'county_id' AND NOT a.attisdropped) AS has_county
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    expect(Object.keys(TABLE_KINDS).sort()).toEqual(tables.map(({ name }) => name).sort());
    const wrong = tables.filter(({ name, has_county }) => TABLE_KINDS[name] === 'county' && !has_county);
    expect(wrong).toEqual([]);
  });

  it('comes back in an empty database with the same rows, hashes and reports, and people sign in as before', async () => {
    const db = await empty();
    expect(await restore(whole, owned(db))).toMatch(/är inläst: \d+ rader i \d+ tabeller/);
    const [here, there] = [await digests(app.db), await digests(db)];
    expect(there).toEqual(here);
    expect(Number(here['frozen_report']?.split(' ')[0])).toBe(1);
    expect(Object.values(here).filter((digest) => !digest.startsWith('0 ')).length).toBeGreaterThan(30);

    const appUrl = await prepareDatabase(db.ownerUrl);
    const copy = await startTestApp({ on: { ...app, db: { ...db, appUrl } } });
    const email = ours.people.planner.session?.person.email ?? '';
    const client = await new TestClient(copy.base).signIn(email, PASSWORD);
    const [before, after] = [ours.people.planner, client].map((each) => each.get<object>(paths.roundReport(roundId)));
    expect((await after)?.body).toEqual((await before)?.body);
    const pdf = paths.roundReportFile(roundId, 'pdf');
    expect((await client.bytes(pdf)).bytes.equals((await ours.people.planner.bytes(pdf)).bytes)).toBe(true);
    // The chain of the record and every frozen report hold in the copy too.
    const said: string[] = [];
    await verify({}, owned(db), (line) => said.push(line));
    expect(said.join('\n')).toMatch(/Kronobergs län/);
    // What guards the daily work is there again.
    await expect(db.query('UPDATE audit_event SET action = action')).rejects.toThrow(/written once/);
    const saved = await client.patch(paths.round(ours.at['plannedRoundId'] ?? ''), { due: '2027-03-01' }, 1);
    expect(saved.status).toBe(200);
    await copy.close();
  });

  it('of one county holds that county and nothing of another, and no way to sign in', async () => {
    const file = join(folder, 'ett-lan.backup');
    await backUp(file, { county: '07' }, owned(app.db));
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text).toContain(ours.marker);
    expect(text).not.toContain(theirs.marker);
    expect(text).not.toContain('argon2id');
    const db = await createTestDatabase();
    restored.push(db);
    await restore(file, owned(db));
    expect(await digests(db, ours.countyId)).toEqual(await digests(app.db, ours.countyId));
    const [other] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM organisation WHERE county_id <> $1', [
      ours.countyId,
    ]);
    expect(other?.n).toBe(0);
    expect(await db.query('SELECT 1 FROM person WHERE has_account')).toEqual([]);
    expect(await db.query(`SELECT code FROM county WHERE code IN ('07', '13') ORDER BY code`)).toHaveLength(2);
    await expect(restore(file, owned(db))).rejects.toThrow('Länet 07 har redan uppgifter i databasen');
  });

  it('is only for its owner to read, and never written over', async () => {
    expect((await stat(whole)).mode & 0o777).toBe(0o600);
    await expect(backUp(whole, {}, owned(app.db))).rejects.toThrow('finns redan');
    await expect(backUp(join(folder, 'x'), { county: '99' }, owned(app.db))).rejects.toThrow(
      'inget län med koden ”99”',
    );
    await expect(backUp(join(folder, 'ingen/mapp'), {}, owned(app.db))).rejects.toThrow('Det gick inte att skriva');
  });

  it('is refused where something is already, and changes nothing', async () => {
    const before = await digests(app.db);
    await expect(restore(whole, owned(app.db))).rejects.toThrow('Databasen är inte tom');
    expect(await digests(app.db)).toEqual(before);
  });

  describe('that is not whole', () => {
    let lines: string[];
    beforeAll(async () => {
      lines = gunzipSync(await readFile(whole))
        .toString('utf8')
        .trimEnd()
        .split('\n');
    });
    const refused = async (name: string, bytes: Buffer | string): Promise<string> => {
      const file = join(folder, name);
      await writeFile(file, bytes);
      const db = await empty();
      const words = await restore(file, owned(db)).then(
        () => 'restored',
        (fault: Error) => fault.message,
      );
      const [left] = await db
        .query<{ n: number }>(
          `SELECT (CASE WHEN to_regclass('person') IS NULL THEN 0 ELSE (SELECT count(*) FROM person) END)::int AS n`,
        )
        .catch(() => [{ n: 0 }]);
      expect(left?.n).toBe(0);
      return words;
    };
    const zipped = (changed: readonly string[]): Buffer => gzipSync(`${changed.join('\n')}\n`);

    it('because it was cut, altered, or never was one', async () => {
      const bytes = await readFile(whole);
      expect(await refused('avhuggen', bytes.subarray(0, bytes.length - 2_000))).toMatch(/avhuggen/);
      expect(await refused('utan-slut', zipped(lines.slice(0, -1)))).toMatch(/avhuggen: slutet saknas/);
      expect(await refused('utan-rad', zipped(lines.filter((_, at) => at !== 9)))).toMatch(/kontrollsumma/);
      const altered = lines.map((line) => line.replace(ours.marker, ours.marker.toLowerCase()));
      expect(await refused('ändrad', zipped(altered))).toMatch(/kontrollsumma/);
      expect(await refused('mer-efter', zipped([...lines, '={}']))).toMatch(/efter sitt slut/);
      expect(await refused('text', 'inte en kopia')).toMatch(/ingen säkerhetskopia/);
      expect(await refused('annat', zipped(['{"hej": 1}']))).toMatch(/ingen säkerhetskopia/);
      expect(await refused('tom', '')).toMatch(/avhuggen|ingen säkerhetskopia/);
    });

    it('because it is of another time or holds what does not belong', async () => {
      const [manifest = '{}', ...rest] = lines;
      const with_ = (more: object): Buffer =>
        zipped([JSON.stringify({ ...(JSON.parse(manifest) as object), ...more }), ...rest]);
      expect(await refused('format', with_({ format: 99 }))).toMatch(/formatet 99/);
      expect(await refused('nyare', with_({ migrations: ['Framtid1999'] }))).toMatch(/nyare version/);
      expect(await refused('främmande', zipped([manifest, '{"table":"session","columns":["token_hash"]}']))).toMatch(
        /tabellen session/,
      );
      expect(await refused('kolumn', zipped([manifest, '{"table":"plan","columns":["nope"]}']))).toMatch(
        /tabellen plan/,
      );
    });
  });
});
