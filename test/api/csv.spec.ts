import { paths } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, enter, type OutcomeScene } from '../support/outcomes.ts';
import { buildOrganisation, buildPlan, buildRound, type BuiltPlan } from '../support/plan-builder.ts';

let app: TestApp;
let planner: TestClient;
let reader: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  reader = await app.person('Lars Läsare', [{ role: 'reader' }]);
});
afterAll(() => app.close());

async function fetched(client: TestClient, path: string) {
  const { status, headers, bytes } = await client.bytes(path);
  return { status, headers, bytes, text: bytes.toString('utf8') };
}

/** The lines of a file none of whose texts holds a line end or a semicolon, each as its fields. */
const fieldsOf = (text: string): string[][] =>
  text
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(';'));

describe('activities as CSV', () => {
  let plan: BuiltPlan;
  const csv = (query = '') => fetched(reader, `${paths.planActivitiesCsv(plan.slug)}${query}`);
  beforeAll(async () => {
    const police = await buildOrganisation(app, 'Polisen');
    plan = await buildPlan(app, {
      activities: 3,
      state: 'adopted',
      activity: (index) => ({
        text: ['=HYPERLINK("http://example.org";"Läs mer")', 'Åka till Öland; prata med "alla".', 'Hålla en träff.'][
          index
        ],
        ...(index === 2 && { responsibleIds: [police.id] }),
      }),
    });
    await buildRound(app, plan, { followUps: { 1: { judgement: 'needs_support', nextStepDate: '2026-03-01' } } });
  });

  it('opens in a Swedish Excel by a double click: byte order mark, semicolons, CRLF and a name of its own', async () => {
    const { status, headers, bytes, text } = await csv();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/attachment/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.slice(1)).toMatch(/^Plan;Omgång;Delmål;Nummer;Aktivitet;/);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
  });

  it('never holds a formula', async () => {
    const { text } = await csv();
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"";""Läs mer"")"`);
    expect(text).not.toMatch(/(^|;|")=/m);
  });

  it('quotes what would part the fields, and keeps å, ä and ö', async () => {
    expect((await csv()).text).toContain('"Åka till Öland; prata med ""alla""."');
  });

  it('keeps the filter of the list, and gives all that match', async () => {
    const { text } = await csv('?judgement=needs_support');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Behöver stöd');
    expect((await csv('?pageSize=1')).text.trim().split('\r\n')).toHaveLength(4);
    expect(fieldsOf((await csv('?q=Öland')).text)).toHaveLength(2);
  });
});

describe('outcomes as CSV', () => {
  let scene: OutcomeScene;
  beforeAll(async () => {
    scene = await buildOutcomeScene(app, [
      { kind: 'measure', unit: 'procent', decimals: 2 },
      { breakdown: 'municipality', threshold: 5 },
      { kind: 'text' },
    ]);
    await enter(planner, scene, 0, { input: '12,25' });
    for (const [municipalityCode, input] of [
      ['0760', '3'],
      ['0761', '0'],
      ['0763', '17'],
      ['0764', '11'],
    ] as const)
      await enter(planner, scene, 1, { municipalityCode, input });
    await enter(planner, scene, 2, { input: '@SUM(A1:A9)' });
  });
  const csv = (client: TestClient) => fetched(client, paths.roundOutcomesCsv(scene.roundId));

  it('writes decimals with a comma and never runs a text', async () => {
    const { bytes, text } = await csv(reader);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain(';12,25;');
    expect(text).not.toContain('12.25');
    expect(text).toContain("'@SUM(A1:A9)");
    expect(text).not.toMatch(/(^|;|")@/m);
  });

  it('says protected in words, and gives no small number away, whoever asks', async () => {
    for (const client of [reader, planner]) {
      const [header = [], ...rows] = fieldsOf((await csv(client)).text);
      const [code, state, value] = ['Kommunkod', 'Läge', 'Värde'].map((name) => header.indexOf(name));
      const of = (municipality: string) => {
        const row = rows.find((each) => each[0] === '2025' && each[code ?? -1] === municipality);
        return [row?.[state ?? -1], row?.[value ?? -1]];
      };
      expect(of('0760')).toEqual(['Skyddat', '']);
      expect(of('0761')).toEqual(['Värde finns', '0']);
      expect(of('0765')).toEqual(['Inte rapporterat', '']);
      expect(rows.some((row) => row[code ?? -1] === '0760' && row.includes('3'))).toBe(false);
    }
  });
});
