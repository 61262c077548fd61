import { LOCALE_ID, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_WORDS, countJudgements } from '@samhandling/domain';
import { JudgementsChart } from './judgements/judgements-chart.ts';
import { MunicipalityChart } from './municipality/municipality-chart.ts';

async function show<Shown>(
  chart: Type<Shown>,
  inputs: Readonly<Record<string, unknown>>,
): Promise<ComponentFixture<Shown>> {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'sv' }] });
  const fixture = TestBed.createComponent(chart);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture;
}

function texts(fixture: ComponentFixture<unknown>, selector: string): string[] {
  const root: unknown = fixture.nativeElement;
  if (!(root instanceof Element)) throw new Error('Nothing shown');
  return [...root.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

function rowsOf(fixture: ComponentFixture<unknown>): string[] {
  const root: unknown = fixture.nativeElement;
  const rows = root instanceof Element ? [...root.querySelectorAll('tbody tr')] : [];
  return rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' | '));
}

function button(fixture: ComponentFixture<unknown>, words: string): HTMLButtonElement {
  const root: unknown = fixture.nativeElement;
  const found =
    root instanceof Element
      ? [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(words))
      : null;
  if (!found) throw new Error(`No button "${words}"`);
  return found;
}

const bars = [
  { name: 'Delmål 1', counts: countJudgements(['completed', 'completed', 'needs_support', null]) },
  { name: 'Delmål 2', counts: countJudgements(['on_track']) },
];
const judgements = { heading: 'Per delmål', rowWord: 'Delmål', word: DEFAULT_WORDS.sv.activity, bars };
const municipalities = {
  heading: 'Möten',
  round: '2025',
  lastRound: '2024',
  rows: [
    { name: 'Östanå', now: { value: 12, text: '12' }, last: { value: 3, text: '3' } },
    { name: 'Alvmark', now: { value: null, text: 'Skyddat' }, last: null },
    { name: 'Bruk', now: { value: 0, text: '0' }, last: { value: null, text: 'Inte rapporterat' } },
  ],
};

describe('a chart', () => {
  it('has its figures in a table for those who do not see the drawing, from the start', async () => {
    const fixture = await show(JudgementsChart, judgements);
    expect(texts(fixture, 'thead th')).toEqual([
      'Delmål',
      'Genomförd',
      'Pågår enligt plan',
      'Behöver stöd',
      'Inte bedömd',
      'Totalt',
    ]);
    expect(rowsOf(fixture)).toEqual(['Delmål 1 | 2 | 0 | 1 | 1 | 4', 'Delmål 2 | 0 | 1 | 0 | 0 | 1']);
    expect(fixture.nativeElement.querySelector('svg.sam-plot').getAttribute('aria-hidden')).toBe('true');
    expect(fixture.nativeElement.textContent).not.toContain('%');
  });

  it('shows the table at one press, and hides it again', async () => {
    const fixture = await show(JudgementsChart, judgements);
    const hidden = () => fixture.nativeElement.querySelector('table').closest('.sam-visually-hidden') !== null;
    expect(hidden()).toBe(true);
    const toggle = button(fixture, 'Visa som tabell');
    toggle.click();
    await fixture.whenStable();
    expect(hidden()).toBe(false);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    toggle.click();
    await fixture.whenStable();
    expect(hidden()).toBe(true);
  });

  it('draws a pattern, a figure and a word for each judgement', async () => {
    const fixture = await show(JudgementsChart, judgements);
    const fills = [...fixture.nativeElement.querySelectorAll('.sam-plot-part .bar')].map(
      (bar: Element) => bar.getAttribute('fill') ?? '',
    );
    expect(fills.map((fill) => fill.replace(/^url\(#.*-|\)$/g, ''))).toEqual([
      'completed',
      'needs_support',
      'not_judged',
      'on_track',
    ]);
    for (const fill of fills) expect(fixture.nativeElement.querySelector(fill.slice(4, -1))).not.toBeNull();
    expect(texts(fixture, '.sam-plot-part text')).toEqual(['2', '1', '1', '1']);
    expect(texts(fixture, 'svg text')).toEqual(
      expect.arrayContaining(['Behöver stöd', '4 aktiviteter', '1 aktivitet']),
    );
  });

  it('says that there is nothing, waits, and offers a new try', async () => {
    const empty = await show(JudgementsChart, { ...judgements, bars: [] });
    expect(texts(empty, '.empty')).toEqual(['Det finns inga aktiviteter att visa än.']);
    expect(texts(empty, 'svg.sam-plot')).toEqual([]);
    empty.componentRef.setInput('state', 'failed');
    let tries = 0;
    empty.componentInstance.retry.subscribe(() => (tries += 1));
    await empty.whenStable();
    button(empty, 'Försök igen').click();
    expect(tries).toBe(1);
    empty.componentRef.setInput('state', 'loading');
    await empty.whenStable();
    expect(empty.nativeElement.querySelector('sam-skeleton')).not.toBeNull();
  });
});

describe('the municipalities', () => {
  it('are ordered by name and, at a press, by value; words stand for what is no number', async () => {
    const fixture = await show(MunicipalityChart, municipalities);
    expect(rowsOf(fixture)).toEqual(['Alvmark | Skyddat | –', 'Bruk | 0 | Inte rapporterat', 'Östanå | 12 | 3']);
    expect(fixture.nativeElement.querySelectorAll('.sam-plot-now .bar[d]')).toHaveLength(2);
    button(fixture, 'Värde').click();
    await fixture.whenStable();
    expect(texts(fixture, 'tbody th')).toEqual(['Östanå', 'Bruk', 'Alvmark']);
    expect(button(fixture, 'Värde').getAttribute('aria-pressed')).toBe('true');
  });
});
