import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './command-failure.ts';
import { parseFile } from './parse.command.ts';

const FIXTURE = fileURLToPath(new URL('../../../libs/plan-text/src/fixtures/granskog.txt', import.meta.url));

describe('samhandling parse', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samhandling-parse-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('gives exactly the parts that are promised, in their order', async () => {
    const plan = JSON.parse(JSON.stringify(await parseFile(FIXTURE))) as Record<string, unknown>;
    expect(Object.keys(plan)).toEqual(['goals', 'purposes', 'overarchingGoals', 'specificGoals', 'flags', 'lines']);
    const [goal] = plan['goals'] as Record<string, unknown>[];
    expect(Object.keys(goal ?? {})).toEqual(['number', 'code', 'title', 'areas', 'tips']);
    const [area] = goal?.['areas'] as Record<string, unknown>[];
    expect(Object.keys(area ?? {})).toEqual(['number', 'title', 'activities']);
    const [activity] = area?.['activities'] as Record<string, unknown>[];
    expect(Object.keys(activity ?? {})).toEqual([
      'number',
      'text',
      'responsible',
      'responsibleGroup',
      'partners',
      'openEnded',
      'indicators',
      'line',
    ]);
    const [flag] = plan['flags'] as Record<string, unknown>[];
    expect(Object.keys(flag ?? {})).toEqual(['line', 'code', 'message']);
    expect(plan['lines']).toMatchObject({ total: 106, lost: 0 });
  });

  it('reads a web page as it reads text', async () => {
    const path = await file(
      'plan.html',
      '<h2>1. Fler ska cykla</h2><h3>1.1 Område för samhandling: Vägar</h3><p>Aktivitet: 1. Räkna.<br>Ansvarig: Polisen</p>',
    );
    expect(await parseFile(path)).toMatchObject({
      goals: [{ number: 1, areas: [{ number: '1.1', activities: [{ responsible: ['Polisen'] }] }] }],
    });
  });

  it.each([
    ['a missing file', async () => join(folder, 'saknas.txt'), 'finns inte'],
    ['a folder', async () => folder, 'är en mapp'],
    [
      'a text that is no plan',
      async () => file('brev.txt', 'Hej!\nVi ses på mötet.'),
      'ser inte ut som en handlingsplan',
    ],
    ['an empty file', async () => file('tom.txt', ''), 'Filen är tom'],
    ['a PDF', async () => file('plan.pdf', '%PDF-1.4'), 'Filen är en PDF'],
    ['a file too large', async () => file('stor.txt', Buffer.alloc(5 * 1024 * 1024 + 1, 'a')), 'större än 5 MB'],
  ])('says in Swedish what is wrong with %s', async (_, make, words) => {
    const failure = await parseFile(await make()).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(CommandFailure);
    expect((failure as CommandFailure).message).toContain(words);
    expect((failure as CommandFailure).message).not.toContain('\n');
  });
});
