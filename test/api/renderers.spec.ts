import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import { paths, type ImportReview } from '@samhandling/contracts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderReport } from '../../api/src/reports/files/render.ts';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../support/app.ts';
import { demoReportSource } from '../support/demo-report.ts';

const SECRET = 'kanariefågelns hemlighet';
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELS = (part: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`;
const PLAN = [
  '1. Färre unga ska röka',
  '1.1 Område för samhandling: Skolgårdar',
  'Aktivitet: 1. Besöka skolor.',
  'Ansvarig: Länsstyrelsen',
  'Uppföljning: Antal skolor.',
];

/** Nobody may call here, and nobody may read the file, whatever a document says. */
describe('what reads and writes documents', () => {
  let app: TestApp;
  let planner: TestClient;
  let canary: Server;
  let called: string[];
  let folder: string;
  let url: string;
  let file: string;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    called = [];
    canary = createServer((request, response) => {
      called.push(request.url ?? '');
      response.end(SECRET);
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'samhandling-canary-'));
    file = join(folder, 'hemligt.txt');
    await writeFile(file, SECRET);
  });
  afterAll(async () => {
    canary.close();
    await rm(folder, { recursive: true });
    await app.close();
  });

  it('a canary that is called sings', async () => {
    await fetch(`${url}/proof`);
    expect(called.splice(0)).toEqual(['/proof']);
  });

  const upload = (path: string, bytes: Uint8Array, name: string): Promise<Answer<ImportReview>> => {
    const form = new FormData();
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    return planner.post(path, form);
  };
  /** Nothing of the file and no call; the text itself may have been read or refused. */
  const expectQuiet = ({ status, body }: { status: number; body: unknown }): void => {
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect(called).toEqual([]);
  };
  const word = (document: string, relations: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
    zipSync({
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(RELS('word/document.xml')),
      'word/document.xml': strToU8(document),
      'word/_rels/document.xml.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
      ),
      ...more,
    });
  const body = (inner: string, head = ''): string =>
    `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${PLAN.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}${inner}</w:body></w:document>`;
  const picture = (id: string): string =>
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}" r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

  it('fetch no picture, template, link or part a Word file names', async () => {
    const bytes = word(
      body(`${picture('p1')}${picture('p2')}<w:altChunk r:id="c1"/>`),
      relation('p1', 'image', `${url}/picture.png`) +
        relation('p2', 'image', pathToFileURL(file).href) +
        relation('t1', 'attachedTemplate', `${url}/template.dotx`) +
        relation('c1', 'aFChunk', `${url}/chunk.html`) +
        relation('s1', 'styles', `${url}/styles.xml`),
    );
    const answer = await upload(paths.importFile(), bytes, 'plan.docx');
    expect(answer.status).toBe(201);
    expectQuiet(answer);
  });

  it('expand no entity, outside or inside', async () => {
    const outside = `<!DOCTYPE w:document [<!ENTITY f SYSTEM "${pathToFileURL(file).href}"><!ENTITY u SYSTEM "${url}/entity"><!ENTITY % p SYSTEM "${url}/parameter">%p;]>`;
    const laughs = `<!DOCTYPE w:document [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefghij'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
      .join('')}]>`;
    for (const [head, entity] of [
      [outside, '&f;&u;'],
      [laughs, '&j;'],
    ] as const) {
      const document = body(`<w:p><w:r><w:t>${entity}</w:t></w:r></w:p>`, head);
      expectQuiet(await upload(paths.importFile(), word(document, ''), 'plan.docx'));
      const sheet = zipSync({
        '[Content_Types].xml': strToU8(TYPES.replace('/word/document.xml', '/xl/workbook.xml')),
        '_rels/.rels': strToU8(RELS('xl/workbook.xml')),
        'xl/workbook.xml': strToU8(
          `<?xml version="1.0"?>${head.replace('w:document', 'workbook')}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${entity}" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': strToU8(
          `<?xml version="1.0"?>${head.replace('w:document', 'worksheet')}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Datum${entity}</t></is></c></row></sheetData></worksheet>`,
        ),
      });
      expectQuiet(await upload(paths.eventFile(), sheet, 'handelser.xlsx'));
    }
  });

  it('load nothing a web page asks for', async () => {
    const page = `<html><head><link rel="stylesheet" href="${url}/style"><base href="${url}"></head><body><img src="${url}/picture"><iframe src="${pathToFileURL(file).href}"></iframe><script src="${url}/script"></script><object data="${url}/object"></object>${PLAN.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
    const answer = await upload(paths.importFile(), Buffer.from(page), 'plan.html');
    expect(answer.status).toBe(201);
    expectQuiet(answer);
  });

  it('a file that is two things at once is one of them or none', async () => {
    const zip = word(body(''), '');
    const pdfFirst = Buffer.concat([Buffer.from('%PDF-1.7\n'), zip, Buffer.from('\n%%EOF')]);
    const pictureFirst = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), zip]);
    const pageFirst = Buffer.concat([Buffer.from('<html><script>alert(1)</script></html>'), zip]);
    for (const bytes of [pdfFirst, pictureFirst, pageFirst]) {
      const answer = await upload(paths.importFile(), bytes, 'plan.docx');
      expect([answer.status, answer.problem.code]).toEqual([415, 'wrong_type']);
    }
  });

  it('a package in a package is not opened', async () => {
    const inner = zipSync({ 'secret.xml': strToU8(SECRET) });
    const answer = await upload(
      paths.importFile(),
      word(body(''), '', { 'word/embeddings/inner.docx': inner }),
      'plan.docx',
    );
    expect(answer.status).toBe(201);
    expectQuiet(answer);
    const many = Object.fromEntries(
      Array.from({ length: 1200 }, (_, index) => [`word/m${index}.xml`, strToU8('<a/>')]),
    );
    expect((await upload(paths.importFile(), word(body(''), '', many), 'plan.docx')).problem.code).toBe('wrong_type');
  });

  it('a sheet made to be slow to count is counted', async () => {
    const sheet = `<worksheet>${'<c '.repeat(3_000_000)}</worksheet>`;
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(TYPES),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    });
    const { openWorkbook } = await import('../../api/src/workbooks/open-workbook.ts');
    await expect(openWorkbook(Buffer.from(bytes))).rejects.toMatchObject({ code: 'wrong_type' });
  });

  it('the reports call nobody and read nothing, whatever the plan says', async () => {
    const texts = [
      `#image("${url}/p.png") #image("${file}") #read("${file}") #include "${file}" #import "@preview/x:1.0.0": *`,
      `\\"); #read("${file}") //`,
      `<img src="${url}/p.png"> ![](${url}/p.png) =HYPERLINK("${url}") {{INCLUDETEXT "${file}"}}`,
    ];
    const source = demoReportSource();
    const hostile = { ...source, plan: { ...source.plan, title: texts.join(' ') } };
    for (const format of ['pdf', 'docx', 'xlsx', 'json'] as const) {
      const bytes = Buffer.from(await renderReport(hostile, format, 'sv', null));
      expect(bytes.length).toBeGreaterThan(1000);
      expect(bytes.toString('latin1')).not.toContain(Buffer.from(SECRET, 'utf8').toString('latin1'));
      if (format === 'docx' || format === 'xlsx') {
        for (const [name, part] of Object.entries(unzipSync(bytes))) {
          if (name.endsWith('.rels')) expect(strFromU8(part)).not.toMatch(/TargetMode="External"/);
          if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toContain('<f>');
        }
      }
    }
    expect(called).toEqual([]);
  });
});
