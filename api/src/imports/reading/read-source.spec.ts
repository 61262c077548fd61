import { strToU8, zipSync, type Zippable } from 'fflate';
import { readSource } from './read-source.ts';
import { MAX_FILE_BYTES, SOURCE_ERRORS, SourceError, type SourceErrorCode } from './source-error.ts';

const TEXT = 'Åtgärd: 1. Räkna cyklar på Östra ängen – ”före” jul.\nAnsvarig: Länsstyrelsen';

async function refusal(bytes: Uint8Array, name = 'plan'): Promise<SourceErrorCode> {
  try {
    await readSource(Buffer.from(bytes), name);
  } catch (error) {
    if (error instanceof SourceError) {
      expect(error.label).toBe(SOURCE_ERRORS[error.code]);
      expect(error.message).toBe(error.label.sv);
      return error.code;
    }
    throw error;
  }
  throw new Error('The file was not refused.');
}

/** A Word file as small as Word accepts it, of body paragraphs given as WordprocessingML. */
function docx(body: string, more: Zippable = {}): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
      ...more,
    }),
  );
}
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little-endian with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 little-endian without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['UTF-16 big-endian without a mark', Buffer.from(TEXT, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(TEXT.replace('–', '\u0096').replaceAll('”', '\u0094'), 'latin1')],
  ])('is read as %s', async (_, bytes) => {
    expect(await readSource(bytes, 'plan.txt')).toEqual({ text: TEXT, format: 'txt' });
  });

  it('is read as Latin-1', async () => {
    expect((await readSource(Buffer.from('Område: Åka säkert', 'latin1'), 'plan.txt')).text).toBe('Område: Åka säkert');
  });

  it('may speak of tags and numbers without being a web page', async () => {
    expect((await readSource(Buffer.from('Värdet är <5 och >2. Se <b>.'), 'plan.txt')).format).toBe('txt');
  });
});

describe('a web page', () => {
  const read = async (html: string): Promise<string[]> =>
    (await readSource(Buffer.from(html), 'plan.html')).text.split('\n');

  it('gives one line per block, and leaves out what is not content', async () => {
    expect(
      await read(
        '<!DOCTYPE html><html><head><title>Titel</title><style>p{}</style></head><body><nav><a>Meny</a></nav><h1>1. Fler   ska\ncykla</h1><p>Aktivitet: 1. Räkna&nbsp;&amp; m&auml;ta<br>Ansvarig: <strong>Polisen</strong></p><script>var x="Aktivitet:";</script><div>Uppföljning: <em>Antal</em> broar.</div><!-- dolt --></body></html>',
      ),
    ).toEqual([
      '1. Fler ska cykla',
      '',
      'Aktivitet: 1. Räkna\u00A0& mäta',
      'Ansvarig: Polisen',
      '',
      'Uppföljning: Antal broar.',
    ]);
  });

  it('marks list items, numbered ones with their number', async () => {
    expect(
      await read('<p>Tips</p><ul><li>Cykla.</li><li><p>Gå.</p></li></ul><ol start="3"><li>Tre</li><li>Fyra</li></ol>'),
    ).toEqual(['Tips', '', '• Cykla.', '• Gå.', '3. Tre', '4. Fyra']);
  });

  it('labels the cells of a table by its first row', async () => {
    const html =
      '<table><tr><th>Nr</th><th>Aktivitet</th><th>Ansvarig</th><th>Samverkanspartner</th></tr><tr><td>1</td><td><p>Räkna.</p></td><td>Polisen</td><td></td></tr><tr><td>2</td><td>Mäta.</td><td>Region</td><td>Skolan</td></tr></table>';
    expect(await read(html)).toEqual([
      'Aktivitet: 1. Räkna.',
      'Ansvarig: Polisen',
      'Samverkanspartner:',
      'Aktivitet: 2. Mäta.',
      'Ansvarig: Region',
      'Samverkanspartner: Skolan',
    ]);
  });

  it('reads a table of labels and texts, and any other table cell by cell', async () => {
    expect(
      await read(
        '<table><tr><td>Aktivitet</td><td>1. Räkna.</td></tr><tr><td>Ansvarig:</td><td>Polisen</td></tr></table>',
      ),
    ).toEqual(['Aktivitet: 1. Räkna.', 'Ansvarig: Polisen']);
    expect(await read('<table><tr><td>Ett</td><td>Två</td><td>Tre</td></tr></table>')).toEqual(['Ett', 'Två', 'Tre']);
  });

  it('is told by its content when it is saved as text, and survives deep nesting', async () => {
    expect(await readSource(Buffer.from('<p>Ett</p><p>Två</p>'), 'plan.txt')).toEqual({
      text: 'Ett\n\nTvå',
      format: 'html',
    });
    expect(await read(`${'<div>'.repeat(50_000)}Djupt`)).toEqual(['Djupt']);
  });

  it('that is made to keep the reader busy is read or refused at once', async () => {
    // Forty comments could be divided in 2^39 ways; a million nested elements would move a million million places.
    expect(await read(`${'<!---->'.repeat(40)}Text`)).toEqual([`${'<!---->'.repeat(40)}Text`]);
    await expect(read(`<html>${'<div>'.repeat(500_000)}`)).rejects.toMatchObject({ code: 'too_nested' });
    expect((await read(`<html><body>${'<'.repeat(500_000)}`))[0]).toHaveLength(500_000);
  });
});

describe('a Word file', () => {
  it('gives one line per paragraph, list item and line break', async () => {
    const bytes = docx(
      `${paragraph('Aktivitet: 1. Räkna å, ä &amp; ö.')}<w:p><w:r><w:t>Ansvarig: Polisen</w:t><w:br/><w:t>Uppföljning: Antal.</w:t></w:r></w:p>`,
    );
    expect(await readSource(bytes, 'plan.docx')).toEqual({
      text: 'Aktivitet: 1. Räkna å, ä & ö.\n\nAnsvarig: Polisen\nUppföljning: Antal.',
      format: 'docx',
    });
  });

  it('reads its tables as labelled lines', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const bytes = docx(`<w:tbl>${row('Aktivitet', 'Ansvarig')}${row('Räkna.', 'Polisen')}</w:tbl>`);
    expect((await readSource(bytes, 'plan.docx')).text).toBe('Aktivitet: Räkna.\nAnsvarig: Polisen');
  });
});

describe('the zoo of bad files', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)]);
  const good = docx(paragraph('Text'));

  /** Changes the stated size of every entry in the central directory. */
  function stateSize(bytes: Buffer, size: number): Buffer {
    const copy = Buffer.from(bytes);
    for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 1, 'latin1'))
      copy.writeUInt32LE(size, at + 24);
    return copy;
  }
  const manyEntries = Object.fromEntries(
    Array.from({ length: 1100 }, (_, at) => [`word/media/${at}.txt`, new Uint8Array(0)]),
  );
  const encrypted = Buffer.from(good);
  encrypted.writeUInt16LE(1, encrypted.indexOf('PK\x01\x02', 0, 'latin1') + 8);
  const bomb = docx(paragraph('Text'), { 'word/bomb.xml': new Uint8Array(60 * 1024 * 1024) });

  it.each<[SourceErrorCode, string, Uint8Array]>([
    ['empty', 'no bytes', Buffer.alloc(0)],
    ['empty', 'only blanks', Buffer.from(' \n\uFEFF\n')],
    ['empty', 'a Word file without text', docx('')],
    ['empty', 'a web page without text', Buffer.from('<html><body><script>x</script></body></html>')],
    ['too_large', 'over 5 MB', Buffer.alloc(MAX_FILE_BYTES + 1, 'a')],
    ['pdf', 'a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['image', 'a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['image', 'a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['program', 'a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)])],
    ['program', 'a Linux program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1])],
    ['archive', 'gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['archive', 'a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['archive', 'an empty zip', zipSync({})],
    ['rtf', 'RTF', Buffer.from('{\\rtf1\\ansi Text}')],
    [
      'spreadsheet',
      'a workbook',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    ],
    [
      'open_document',
      'an OpenDocument text',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
    ],
    ['old_word', 'an old Word file', ole],
    ['encrypted', 'a Word file with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['encrypted', 'a zip with a password', encrypted],
    ['broken', 'half a Word file', good.subarray(0, good.length / 2)],
    [
      'broken',
      'a Word file with damaged data',
      Buffer.concat([good.subarray(0, 60), Buffer.alloc(60, 0xff), good.subarray(120)]),
    ],
    ['broken', 'a Word file that is not XML inside', docx('<w:p><w:r></w:body>')],
    ['inflates_too_much', 'a zip bomb', bomb],
    ['inflates_too_much', 'a zip bomb that lies about its size', stateSize(bomb, 10)],
    ['inflates_too_much', 'stated sizes beyond reason', stateSize(good, 0x7fffffff)],
    ['inflates_too_much', 'thousands of entries', docx(paragraph('Text'), manyEntries)],
    ['not_text', 'random bytes', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256))],
  ])('%s: %s', async (code, _, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it.each([
    ['plan.docx', Buffer.from(TEXT)],
    ['plan.pdf', Buffer.from(TEXT)],
    ['plan.txt', docx(paragraph('Text'))],
    ['PLAN.HTML', docx(paragraph('Text'))],
  ])('%s holds something else than its name says', async (name, bytes) => {
    expect(await refusal(bytes, name)).toBe('type_mismatch');
  });
});
