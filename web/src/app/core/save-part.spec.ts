import { Dialog } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import type { HttpTestingController } from '@angular/common/http/testing';
import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { problemOf } from './problem.ts';
import { savePart } from './save-part.ts';
import { chooseStale, leaveStale, refuseAsStale, staleDialog, staleLabels } from './stale-testing.ts';
import { useHttp } from './testing.ts';

interface Row {
  readonly version: number;
  readonly name: string;
  readonly isShown: boolean;
}
const ROW: Row = { version: 1, name: 'Först', isShown: true };
const URL = '/api/v1/row';

describe('savePart', () => {
  let http: HttpTestingController;
  const saved = (part: Partial<Row>): Promise<Row> => {
    const net = TestBed.inject(HttpClient);
    return savePart<Row, Pick<Row, 'name' | 'isShown'>>(TestBed.inject(Injector), ROW, part, {
      send: ({ version }, body) =>
        firstValueFrom(net.patch<Row>(URL, body, { headers: { 'If-Match': `"${version}"` } })),
      isStored: (value): value is Row => typeof value === 'object' && value !== null && 'isShown' in value,
      valueOf: ({ name, isShown }) => ({ name, isShown }),
      whoSaved: ({ version }) => `Version ${version} är sparad.`,
      labels: { name: 'Namn', isShown: 'Visas' },
      shown: (name, value) => String(value[name]),
    });
  };
  const sent = (): unknown[] => {
    const { request } = http.expectOne(URL);
    return [request.headers.get('If-Match'), request.body];
  };

  beforeEach(() => (http = useHttp()));
  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    http.verify();
  });

  it('saves on top of theirs without a question what only I have changed, and leaves the rest as theirs', async () => {
    const save = saved({ name: 'Mitt' });
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 2, isShown: false });
    const again = http.expectOne(URL);
    expect([again.request.headers.get('If-Match'), again.request.body]).toEqual(['"2"', { name: 'Mitt' }]);
    again.flush({ version: 3, name: 'Mitt', isShown: false });
    expect(await save).toEqual({ version: 3, name: 'Mitt', isShown: false });
  });

  it('shows both versions of what both have changed, with who saved, and sends mine when it is chosen', async () => {
    void saved({ name: 'Mitt' });
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 2, name: 'Deras', isShown: false });
    const dialog = await staleDialog();
    expect(staleLabels(dialog)).toEqual(['Namn']);
    for (const words of ['Mitt', 'Deras', 'Version 2 är sparad.']) expect(dialog.textContent).toContain(words);
    await chooseStale(dialog, { name: 'mine' });
    expect(sent()).toEqual(['"2"', { name: 'Mitt' }]);
  });

  it('sends nothing when theirs is chosen, and answers it', async () => {
    const save = saved({ name: 'Mitt' });
    const theirs = { ...ROW, version: 2, name: 'Deras' };
    await refuseAsStale(http.expectOne(URL), theirs);
    await chooseStale(await staleDialog(), { name: 'theirs' });
    expect(await save).toEqual(theirs);
  });

  it('asks nothing when both have written the same', async () => {
    const save = saved({ name: 'Samma' });
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 2, name: 'Samma' });
    expect((await save).version).toBe(2);
    expect(document.querySelector('sam-stale-dialog')).toBeNull();
  });

  it('throws the refusal when the person goes back without saving', async () => {
    const save = saved({ name: 'Mitt' }).catch(problemOf);
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 2, name: 'Deras' });
    await leaveStale(await staleDialog());
    expect(await save).toMatchObject({ code: 'stale', detail: 'Någon annan var först.' });
  });

  it('meets a third version too', async () => {
    void saved({ name: 'Mitt' });
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 2, isShown: false });
    await refuseAsStale(http.expectOne(URL), { ...ROW, version: 3, name: 'Tredje' });
    await chooseStale(await staleDialog(), { name: 'mine' });
    expect(sent()).toEqual(['"3"', { name: 'Mitt' }]);
  });
});
