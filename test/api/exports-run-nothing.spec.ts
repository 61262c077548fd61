import { strFromU8, unzipSync } from 'fflate';
import { startTestApp, type TestApp } from '../support/app.ts';
import { readRoutes } from '../support/declared-routes.ts';
import { sampleOf } from './access/request.ts';
import { ACCESS_ROWS } from './access/rows.ts';
import { buildWorld, type World } from './access/world.ts';

/** A spreadsheet runs a cell that begins with one of these. OWASP, "CSV injection". */
const RUNS = /^[=+\-@\t\r]/;
const SIGNS = ['=', '+', '-', '@', '\t', '\r'];
/** What people write and see in exports. */
const WRITTEN = [
  ['organisation', 'name'],
  ['plan', 'title'],
  ['goal', 'title'],
  ['area', 'title'],
  ['activity', 'text'],
  ['indicator', 'text'],
  ['follow_up', 'done'],
  ['outcome', 'note'],
  ['logged_event', 'title'],
  ['event_kind', 'name'],
  ['person', 'name'],
] as const;

describe('whatever is taken out as a file', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startTestApp();
    world = await buildWorld(app, '07');
    for (const [table] of WRITTEN) await app.db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  });
  afterAll(() => app.close());

  const exported = () => {
    const files = readRoutes(app.app).filter(({ makesFile }) => makesFile);
    const names = files.map(({ name }) => name.replace(/:(\w+)/g, '{$1}'));
    return ACCESS_ROWS.filter(({ route }) => names.includes(route));
  };

  it('is known for every route that makes one', () => {
    expect(exported().length).toBeGreaterThanOrEqual(6);
    expect(exported()).toHaveLength(readRoutes(app.app).filter(({ makesFile }) => makesFile).length);
  });

  it.each(SIGNS)(
    'runs nothing in a spreadsheet where every text begins with %j',
    async (sign) => {
      for (const [table, column] of WRITTEN)
        await app.db.query(`UPDATE ${table} SET ${column} = $1 || ltrim(${column}, E'=+-@\\t\\r')`, [sign]);
      let texts = 0;
      for (const row of exported()) {
        const { path, query } = sampleOf(row, world.at);
        for (const format of 'format' in path ? ['xlsx', 'csv'] : ['']) {
          const filled = row.route
            .replace(/^GET /, '')
            .replace(/\{(\w+)\}/g, (_, name: string) =>
              encodeURIComponent(name === 'format' ? format : (path[name] ?? '')),
            );
          const { status, headers, bytes } = await world.people.planner.bytes(
            `${filled}?${new URLSearchParams(query).toString()}`,
          );
          if (status === 404 && format !== '') continue;
          expect([row.route, status]).toEqual([row.route, 200]);
          const type = headers.get('content-type') ?? '';
          if (type.startsWith('text/csv')) {
            const cells = cellsOf(bytes.toString('utf8'));
            expect(cells.filter((cell) => RUNS.test(cell) && !/^-?\d+(?:,\d+)?$/.test(cell))).toEqual([]);
            texts += cells.filter((cell) => cell.startsWith(`'${sign === '\r' ? '\n' : sign}`)).length;
          } else if (type.includes('spreadsheetml')) {
            for (const [name, part] of Object.entries(unzipSync(bytes)))
              if (name.startsWith('xl/worksheets/'))
                expect([row.route, /<f[ >]/.test(strFromU8(part))]).toEqual([row.route, false]);
          }
        }
      }
      expect(texts).toBeGreaterThan(3);
    },
    60_000,
  );
});

/** The cells of a CSV as a spreadsheet reads them. */
function cellsOf(text: string): string[] {
  return [...text.replace('\uFEFF', '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r]*))/g)].map(
    ([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')),
  );
}
