import type { Block, BlockOf, CountyReport, FigureTable } from '@samhandling/report-model';
import { fileSize } from './file-size.ts';
import { barsOf, municipalityRowsOf } from './charts.ts';
import { anchorOf, outlineOf } from './outline.ts';

function heading(level: 1 | 2 | 3 | 4, number: string, text: string): BlockOf<'heading'> {
  return { kind: 'heading', level, number, text };
}

const NO_FIGURES: FigureTable = {
  rounds: { now: '2025', last: null },
  words: { goal: 'delmål', activity: 'aktivitet' },
  standing: { tones: [], goals: [] },
  places: [],
  rows: [],
};

function report(blocks: readonly Block[]): CountyReport {
  return {
    kind: 'county_report',
    locale: 'sv',
    isDraft: true,
    madeAt: '',
    fileStem: '',
    author: '',
    titlePage: { eyebrow: '', title: '', subtitle: '', standing: '', notice: null, facts: [] },
    layout: { title: 'page', hasContents: true, hasChapters: true, size: 'a4', isLandscape: false },
    running: { left: '', right: '' },
    page: { page: '', of: '' },
    contentsTitle: 'Innehåll',
    sections: [{ id: 'one', isAppendix: false, blocks }],
    figures: NO_FIGURES,
  };
}

function chart(more: Partial<BlockOf<'chart'>>): BlockOf<'chart'> {
  return {
    kind: 'chart',
    caption: { label: 'Diagram 1', text: 'Antal möten (1.1/1, 1.1/2)' },
    form: 'grouped',
    categories: [],
    series: [],
    valueTitle: '',
    decimals: 0,
    altText: '',
    ...more,
  };
}

describe('the list of contents', () => {
  it('has two levels, and anchors that the headings have too', () => {
    const blocks = [
      heading(1, '1', 'Ett'),
      heading(2, '1.1', 'Del'),
      heading(3, '1.1.1', 'Mindre'),
      heading(1, 'A', 'Bilaga'),
    ];
    expect(outlineOf(report(blocks)).map((entry) => [entry.id, entry.parts.map((part) => part.id)])).toEqual([
      ['del-1', ['del-1.1']],
      ['del-a', []],
    ]);
  });

  it('gives different anchors to activities, which have no number of their own', () => {
    expect(anchorOf(heading(4, '', 'Aktivitet 1.1/2'))).toBe('del-aktivitet-1.1-2');
    expect(anchorOf(heading(4, '', 'Åtgärd 1.1/2'))).not.toBe(anchorOf(heading(4, '', 'Åtgärd 1.1/3')));
  });
});

describe('barsOf', () => {
  it('counts every activity once, the unknown too', () => {
    const [first, second] = barsOf(
      chart({
        form: 'stacked',
        categories: ['Delmål 1', 'Delmål 2'],
        series: [
          { name: 'Genomförd', symbol: '✓', tone: 'completed', values: [3, 0] },
          { name: 'Inte bedömd', symbol: '–', tone: 'not_judged', values: [1, 2] },
        ],
      }),
    );
    expect(first).toMatchObject({ name: 'Delmål 1', counts: { completed: 3, notJudged: 1, total: 4 } });
    expect(second?.counts.total).toBe(2);
  });
});

describe('municipalityRowsOf', () => {
  it('reads why there is no figure from the name, and keeps a name that has parentheses of its own', () => {
    const block = chart({
      categories: ['Alvmark', 'Åsvik (inte rapporterat)', 'Bruk (norra)'],
      series: [
        { name: '2025', symbol: '', tone: 'now', values: [1200, null, 0] },
        { name: '2024', symbol: '', tone: 'last', values: [null, 4, 5] },
      ],
    });
    expect(municipalityRowsOf(block, NO_FIGURES, 'sv')).toEqual([
      { name: 'Alvmark', now: { value: 1200, text: '1\u00a0200' }, last: { value: null, text: '–' } },
      { name: 'Åsvik', now: { value: null, text: 'Inte rapporterat' }, last: { value: 4, text: '4' } },
      { name: 'Bruk (norra)', now: { value: 0, text: '0' }, last: { value: 5, text: '5' } },
    ]);
  });

  it('takes the words of the figures where they are, so that a share has its denominator', () => {
    const cell = { value: 9, denominator: 12, text: '75 % (9 av 12)', state: 'value' as const };
    const figures: FigureTable = {
      ...NO_FIGURES,
      places: [{ code: '01', name: 'Alvmark' }],
      rows: [
        {
          goal: '',
          references: '1.1/1, 1.1/2',
          indicator: 'Antal möten.',
          kind: '',
          unit: '',
          decimals: 0,
          isNumber: true,
          isShare: true,
          now: cell,
          last: null,
          target: null,
          targetDirection: '',
          targetStatus: '',
          baseline: null,
          baselineYear: null,
          baselineSource: '',
          sexes: [],
          places: [
            { code: '01', now: cell, last: { value: null, denominator: null, text: 'Skyddat', state: 'protected' } },
          ],
        },
      ],
    };
    expect(
      municipalityRowsOf(chart({ caption: { label: '', text: 'Antal möten (1.1/1,\u00a01.1/2)' } }), figures, 'sv'),
    ).toEqual([
      { name: 'Alvmark', now: { value: 75, text: '75 % (9 av 12)' }, last: { value: null, text: 'Skyddat' } },
    ]);
  });
});

it('says sizes of files as people do', () => {
  expect(fileSize(283_600, 'sv')).toBe('284\u00a0kB');
  expect(fileSize(1_240_000, 'sv')).toBe('1,2\u00a0MB');
  expect(fileSize(999_900, 'sv')).toBe('1,0\u00a0MB');
  expect(fileSize(3, 'en')).toBe('1\u00a0kB');
});
