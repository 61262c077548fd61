import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Indicator, OutcomeCell, OutcomeRow, PutOutcomesRequest } from '@samhandling/contracts';
import { problemInterceptor } from '../../core/interceptors.ts';
import { cellKey } from './cell-view.ts';
import { OutcomeCells } from './outcome-cells.ts';

const INDICATOR: Indicator = {
  id: 'i1',
  version: 1,
  text: 'Antal träffar.',
  kind: 'count',
  unit: '',
  decimals: 0,
  direction: 'up',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: null,
  targetMargin: null,
  baselineValue: null,
  baselineYear: null,
  baselineSource: '',
  smallNumberThreshold: null,
  definitionVersion: 1,
  settled: true,
};

function cell(municipalityCode: string, number: number | null, version: number): OutcomeCell {
  return {
    id: number === null ? null : `o-${municipalityCode}`,
    version,
    municipalityCode,
    sex: 'total',
    state: number === null ? 'not_reported' : 'value',
    value: number,
    denominator: null,
    day: null,
    text: '',
    note: '',
    source: null,
    reportedBy: { id: 'p', name: 'Eva Berg' },
    reportedAt: null,
    mayEnter: municipalityCode !== '0004',
    lockedReason: municipalityCode === '0004' ? 'Inte din kommun.' : '',
    computed: null,
    target: null,
    isLeftOut: false,
    previous: null,
  };
}

const NOTHING = { state: 'not_reported', of: 4, reported: 0 } as const;
function row(): OutcomeRow {
  return {
    indicator: INDICATOR,
    activities: ['1.1/1'],
    target: null,
    cells: [cell('0001', 7, 3), cell('0002', null, 0), cell('0003', 5, 1), cell('0004', 1, 1)],
    combined: NOTHING,
    previousCombined: null,
  };
}
const A = cellKey('i1', '0001', 'total');
const B = cellKey('i1', '0002', 'total');
const C = cellKey('i1', '0003', 'total');
const LOCKED = cellKey('i1', '0004', 'total');

describe('OutcomeCells', () => {
  let cells: OutcomeCells;
  let http: HttpTestingController;

  function start(): void {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [OutcomeCells, provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting()],
    });
    cells = TestBed.inject(OutcomeCells);
    http = TestBed.inject(HttpTestingController);
    cells.load('r1', [row()]);
  }
  const view = (key: string): ReturnType<NonNullable<ReturnType<OutcomeCells['view']>>> => {
    const found = cells.view(key);
    if (!found) throw new Error(key);
    return found();
  };
  const sent = (): TestRequest => http.expectOne((request) => request.method === 'PUT');
  /** Lets the promises that follow an answer run. */
  const settled = async (): Promise<void> => {
    await new Promise<void>((resolve) => setTimeout(resolve));
  };

  beforeEach(() => {
    localStorage.clear();
    start();
  });
  afterEach(() => http.verify());

  it('sends the text as typed with the version it started from, and shows what was stored', async () => {
    const done = cells.commit(A, ' 12 ');
    expect(view(A)).toMatchObject({ typed: '12', status: 'saving' });
    const request = sent();
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toEqual({ municipalityCode: '0001', sex: 'total', input: '12' });
    request.flush({
      cell: cell('0001', 12, 4),
      combined: { state: 'value', value: 12, denominator: null, day: null, text: '', of: 4, reported: 1 },
    });
    await done;
    expect(view(A)).toMatchObject({ typed: null, status: 'saved', before: '7' });
    expect(view(A).stored.version).toBe(4);
    expect(cells.combined('i1')).toMatchObject({ value: 12, reported: 1 });
  });

  it('keeps what cannot be read, says why and sends nothing', async () => {
    await cells.commit(A, '12 st');
    expect(view(A)).toMatchObject({ typed: '12 st', status: 'refused', suggestion: '12' });
    expect(cells.unsaved()).toBe(1);
    cells.forget(A);
    expect(view(A)).toMatchObject({ typed: null, status: 'idle' });
  });

  it('does not write in a locked cell, nor send what is already stored', async () => {
    await cells.commit(LOCKED, '9');
    await cells.commit(A, '7');
    expect(view(LOCKED).typed).toBeNull();
    expect(cells.unsaved()).toBe(0);
  });

  it('sends what was typed while the cell was on its way, after it, with the new version', async () => {
    const done = cells.commit(A, '8');
    void cells.commit(A, '9');
    sent().flush({ cell: cell('0001', 8, 4), combined: NOTHING });
    await settled();
    const second = sent();
    expect(second.request.headers.get('If-Match')).toBe('"4"');
    expect(second.request.body).toMatchObject({ input: '9' });
    second.flush({ cell: cell('0001', 9, 5), combined: NOTHING });
    await done;
    expect(view(A)).toMatchObject({ typed: null, status: 'saved', before: '8' });
  });

  it('keeps the text when the connection drops, over a reload too, and sends it when asked', async () => {
    const done = cells.commit(B, '4');
    sent().error(new ProgressEvent('error'));
    await done;
    expect(view(B)).toMatchObject({ typed: '4', status: 'failed' });
    start();
    expect(view(B)).toMatchObject({ typed: '4', status: 'waiting' });
    expect(cells.retryable()).toBe(1);
    const again = cells.retry();
    sent().flush({ cell: cell('0002', 4, 1), combined: NOTHING });
    await again;
    expect(cells.unsaved()).toBe(0);
    start();
    expect(view(B).typed).toBeNull();
  });

  it('shows who was first, and saves mine only when I insist', async () => {
    const done = cells.commit(A, '8');
    sent().flush(
      { type: 'x', title: 'Någon annan', status: 412, detail: '', code: 'stale', current: cell('0001', 55, 9) },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await done;
    expect(view(A)).toMatchObject({ typed: '8', status: 'stale' });
    expect(view(A).reason).toContain('Eva Berg');
    expect(view(A).reason).toContain('55');
    const insisted = cells.insist(A);
    const request = sent();
    expect(request.request.headers.get('If-Match')).toBe('"9"');
    request.flush({ cell: cell('0001', 8, 10), combined: NOTHING });
    await insisted;
    expect(view(A)).toMatchObject({ typed: null, status: 'saved', before: '55' });
  });

  it('pastes what can be saved and accounts for every cell', async () => {
    const pasted = cells.paste([
      { key: A, text: '70' },
      { key: B, text: 'fel' },
      { key: C, text: '5' },
      { key: LOCKED, text: '2' },
    ]);
    const request = sent();
    const body = request.request.body as PutOutcomesRequest;
    expect(body.cells.map((each) => [each.municipalityCode, each.input, each.version])).toEqual([['0001', '70', 3]]);
    request.flush({
      cells: [
        { indicatorId: 'i1', municipalityCode: '0001', sex: 'total', result: 'saved', cell: cell('0001', 70, 4) },
      ],
      saved: 1,
      refused: 0,
      stale: 0,
      rows: [],
    });
    expect((await pasted).map((each) => each.result)).toEqual(['saved', 'refused', 'unchanged', 'refused']);
    expect(view(B)).toMatchObject({ typed: 'fel', status: 'refused' });
    expect(view(A).status).toBe('saved');
  });

  it('loses nothing when a whole paste fails', async () => {
    const pasted = cells.paste([
      { key: A, text: '70' },
      { key: B, text: '3' },
    ]);
    sent().error(new ProgressEvent('error'));
    expect((await pasted).map((each) => each.result)).toEqual(['failed', 'failed']);
    expect([view(A).typed, view(B).typed]).toEqual(['70', '3']);
    expect(cells.retryable()).toBe(2);
  });

  it('keeps what is typed when the rows are read again', async () => {
    await cells.commit(A, 'tolv');
    cells.load('r1', [row()]);
    expect(view(A).typed).toBe('tolv');
  });
});
