import { paths, REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { REPORT_SOURCE_FORM, type CountyReport, type ReportSource } from '@samhandling/report-model';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { ReportsFreezer } from '../../api/src/reports/reports-freezer.ts';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.ts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { buildOutcomeScene, type OutcomeScene } from '../support/outcomes.ts';
import { countQueries } from '../support/query-counter.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Everything that can be read in a file: the parts of an Office file, also of the workbooks inside it, or a PDF's streams. */
function textOf(format: ReportFormat, bytes: Buffer): string {
  if (format === 'json') return bytes.toString('utf8');
  if (format === 'pdf') return pdfStreams(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) =>
      name.endsWith('.xlsx') ? textOf('xlsx', Buffer.from(part)) : name.endsWith('.odttf') ? '' : strFromU8(part),
    )
    .join('\n');
}

function pdfStreams(bytes: Buffer): string {
  const file = bytes.toString('latin1');
  return (
    [...file.matchAll(/stream\r?\n/g)]
      .map((found) => {
        try {
          return inflateSync(bytes.subarray(found.index + found[0].length)).toString('latin1');
        } catch {
          return '';
        }
      })
      .join('\n') + file
  );
}

describe('the county report', () => {
  let app: TestApp;
  let planner: TestClient;
  let second: TestClient;
  let reader: TestClient;
  let scene: OutcomeScene;
  let municipalities: string[];

  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    second = await app.person('Per Planerare', [{ role: 'planner' }]);
    reader = await app.person('Rut Läsare', [{ role: 'reader' }]);
    municipalities = (
      await app.db.query<{ code: string }>(
        `SELECT code FROM municipality WHERE county_id = $1 ORDER BY name COLLATE "sv-x-icu"`,
        [app.countyId],
      )
    ).map(({ code }) => code);
    scene = await buildOutcomeScene(app, [
      { text: 'Antal anmälda brott per kommun.', breakdown: 'municipality', threshold: 5 },
      { text: 'Antal träffar.', target: 6, direction: 'up' },
      { text: '=HYPERLINK("http://example.org")' },
      { text: 'Vad träffarna gav, i ord.', kind: 'text' },
    ]);
    await put(scene.indicatorIds[0], municipalities[0], 3);
    await put(scene.indicatorIds[0], municipalities[1], 40_961);
    await put(scene.indicatorIds[0], municipalities[2], 31_077);
    await put(scene.indicatorIds[1], null, 4);
    await app.db.query(
      `UPDATE follow_up SET judgement = 'needs_support', support_needed = 'Beslut om <b>lokal</b> & $tid$ #let x = 1', state = 'submitted' WHERE round_id = $1 AND activity_id = $2`,
      [scene.roundId, scene.plan.activities[0]?.id],
    );
    await app.db.query(
      `UPDATE follow_up SET judgement = 'completed', done = 'Klart 🎉 i Łódź', state = 'accepted' WHERE round_id = $1 AND activity_id = $2`,
      [scene.roundId, scene.plan.activities[1]?.id],
    );
  });
  afterAll(() => app.close());

  const put = (indicatorId: string | undefined, municipality: string | null | undefined, value: number) =>
    app.db.query(
      `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, state, value, definition_version, reported_by)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'value', $6, 1, $7)`,
      [app.countyId, scene.plan.planId, scene.roundId, indicatorId, municipality, value, planner.session?.person.id],
    );
  const file = (client: TestClient, format: ReportFormat, version?: number) =>
    client.bytes(
      `${paths.roundReportFile(scene.roundId, format)}${version === undefined ? '' : `?version=${version}`}`,
    );

  it('answers the model of an open round as a draft, in the language asked for', async () => {
    const swedish = await reader.get<CountyReport>(paths.roundReport(scene.roundId));
    expect(swedish.status).toBe(200);
    expect(swedish.body).toMatchObject({ isDraft: true, locale: 'sv', titlePage: { title: 'Länsrapport 2025' } });
    expect(swedish.body.titlePage.standing).toMatch(/^Utkast \d+ \p{L}+ \d{4}$/u);
    expect(JSON.stringify(swedish.body.sections[0])).toContain(
      'Av 4 aktiviteter är 1 genomförd, 1 behöver stöd och 2 är inte bedömda.',
    );
    const english = await reader.get<CountyReport>(paths.roundReport(scene.roundId), {
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.titlePage.title).toBe('County report 2025');
  });

  it.each(REPORT_FORMATS)('gives the draft as %s under a Swedish name', async (format) => {
    const { status, headers, bytes } = await file(reader, format);
    expect(status).toBe(200);
    expect(
      decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? ''),
    ).toBe(`Länsrapport 2025 Kronobergs län Trygghet (utkast).${format}`);
    expect(headers.get('content-disposition')).toContain(
      `filename="Lansrapport 2025 Kronobergs lan Trygghet (utkast).${format}"`,
    );
    const magic = { docx: 'PK', xlsx: 'PK', pdf: '%PDF-1.7', json: '{"county"' }[format];
    expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);
  });

  it('says utkast on every page of the draft', async () => {
    const parts = unzipSync((await file(planner, 'docx')).bytes);
    const headers = Object.keys(parts)
      .filter((name) => /word\/header\d+\.xml/.test(name))
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()));
    expect(headers.some((xml) => xml.includes('Utkast'))).toBe(true);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Det här är ett utkast.');
  });

  it('writes what people have typed as text, whatever it looks like', async () => {
    const sheet = textOf('xlsx', (await file(reader, 'xlsx')).bytes);
    expect(sheet).toContain('=HYPERLINK(');
    expect(sheet).not.toMatch(/<f[ >]/);
    const word = textOf('docx', (await file(reader, 'docx')).bytes);
    expect(word).toContain('Beslut om &lt;b&gt;lokal&lt;/b&gt; &amp; $tid$ #let x = 1');
  });

  it('shows no protected number in any format, to a planner or a reader', async () => {
    for (const client of [planner, reader]) {
      const json = JSON.parse((await file(client, 'json')).bytes.toString('utf8')) as ReportSource;
      expect(json.form).toBe(REPORT_SOURCE_FORM);
      const model = await client.get<CountyReport>(paths.roundReport(scene.roundId));
      expect(JSON.stringify(model.body)).not.toMatch(/31[\s\u00a0]?077/);
      const [indicator] = json.indicators;
      const states = indicator?.places.map(({ now }) => now.state).slice(0, 3);
      expect(states?.[0]).toBe('protected');
      // One more is hidden, or the sum would give the first away.
      expect(states?.filter((state) => state === 'protected').length).toBe(2);
      expect(indicator?.now).toMatchObject({ state: 'value', value: 72_041 });
      for (const format of REPORT_FORMATS) {
        // Hidden together with the small one, which it would tell: the sum less all that is shown.
        const text = textOf(format, (await file(client, format)).bytes);
        expect({ format, tells: /31[\s\u00a0]?077/.test(text) }).toEqual({ format, tells: false });
        expect({ format, shows: /40[\s\u00a0]?961/.test(text) || format === 'pdf' }).toEqual({ format, shows: true });
      }
    }
  });

  it('takes the same number of queries however many activities there are', async () => {
    const large = await buildOutcomeScene(
      app,
      Array.from({ length: 24 }, () => ({ breakdown: 'municipality' as const })),
    );
    const small = await countQueries(app, () => reader.get(paths.roundReport(scene.roundId)));
    expect(await countQueries(app, () => reader.get(paths.roundReport(large.roundId)))).toBe(small);
  });

  it('refuses what is not there in words', async () => {
    expect((await reader.get(paths.roundReport('01890000-0000-7000-8000-000000000000'))).status).toBe(404);
    expect((await reader.get(`${paths.roundReport(scene.roundId)}/odt`)).problem.detail).toBe(
      'Rapporten finns inte som odt. Välj docx, pdf, xlsx eller json.',
    );
    expect((await reader.get(`${paths.roundReport(scene.roundId)}?version=7`)).problem.detail).toBe(
      'Omgången har ingen fastställd rapport med den versionen.',
    );
    expect((await reader.get(`${paths.roundReport(scene.roundId)}?version=x`)).status).toBe(400);
    const outsider = await app.person('Ingen Roll', []).catch(() => null);
    if (outsider) expect((await outsider.get(paths.roundReport(scene.roundId))).status).toBe(403);
    expect((await app.anonymous().get(paths.roundReport(scene.roundId))).status).toBe(401);
  });

  describe('when the round is adopted', () => {
    const adoptedAt = new Date('2026-03-12T13:05:00.000Z');
    const before = new Map<ReportFormat, string>();

    beforeAll(async () => {
      const proposedBy = planner.session?.person.id ?? '';
      const adoptedBy = second.session?.person.id ?? '';
      await app.db.query(`UPDATE follow_up_round SET state = 'in_review' WHERE id = $1`, [scene.roundId]);
      await app.app
        .get(UnitOfWork)
        .run(
          () =>
            app.app
              .get(ReportsFreezer)
              .freeze({ roundId: scene.roundId, versionNumber: 1, proposedBy, adoptedBy, adoptedAt }),
          { countyId: app.countyId, personId: adoptedBy },
        );
      await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [scene.roundId]);
      for (const format of REPORT_FORMATS) before.set(format, sha256((await file(reader, format)).bytes));
    });

    it('hands out the frozen files with the hashes that were stored', async () => {
      const stored = await app.db.query<{ format: ReportFormat; sha256: string }>(
        `SELECT f.format, f.sha256 FROM frozen_file f JOIN frozen_report r ON r.id = f.frozen_report_id WHERE r.round_id = $1`,
        [scene.roundId],
      );
      expect(new Map(stored.map((row) => [row.format, row.sha256]))).toEqual(before);
      expect((await file(reader, 'pdf')).headers.get('content-disposition')).toContain('(version 1).pdf');
    });

    it('carries a checksum on its title page that the JSON file verifies', async () => {
      const { body } = await reader.get<CountyReport>(paths.roundReport(scene.roundId));
      expect(body).toMatchObject({
        isDraft: false,
        madeAt: '2026-03-12T13:05:00.000Z',
        titlePage: { notice: null, standing: 'Version 1, fastställd 12 mars 2026' },
      });
      const checksum = body.titlePage.facts.find(({ label }) => label === 'Kontrollsumma (SHA-256)')?.value;
      expect(checksum).toBe(before.get('json'));
      expect(textOf('docx', (await file(reader, 'docx')).bytes)).toContain(checksum);
    });

    it('stays the same to the byte when names in the county change, and making it anew gives the same', async () => {
      await app.db.query(`UPDATE organisation SET name = 'Ett helt nytt namn' WHERE id = $1`, [scene.responsible.id]);
      await app.db.query(
        `UPDATE indicator SET unit = 'nya enheter', small_number_threshold = NULL WHERE plan_id = $1`,
        [scene.plan.planId],
      );
      for (const format of REPORT_FORMATS)
        expect({ format, sha256: sha256((await file(reader, format, 1)).bytes) }).toEqual({
          format,
          sha256: before.get(format),
        });
      const { body } = await reader.get<CountyReport>(paths.roundReport(scene.roundId));
      expect(JSON.stringify(body)).not.toContain('Ett helt nytt namn');

      const { renderReport } = await import('../../api/src/reports/files/render.ts');
      const facts = JSON.parse((await file(reader, 'json')).bytes.toString('utf8')) as ReportSource;
      for (const format of REPORT_FORMATS)
        expect({ format, sha256: sha256(await renderReport(facts, format, 'sv', before.get('json') ?? null)) }).toEqual(
          { format, sha256: before.get(format) },
        );
    });

    it('is not there in another county', async () => {
      const [other] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
      const stranger = await app.person('Stina Granne', [{ role: 'planner' }], other?.id);
      expect((await stranger.get(paths.roundReport(scene.roundId))).status).toBe(404);
      expect((await stranger.get(paths.roundReportFile(scene.roundId, 'pdf'))).status).toBe(404);
    });
  });
});
