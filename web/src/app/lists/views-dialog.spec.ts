import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SavedView } from '@samhandling/contracts';
import { chooseStale, leaveStale, refuseAsStale, settle, staleDialog, staleLabels } from '../core/stale-testing.ts';
import { useHttp } from '../core/testing.ts';
import { ViewsDialog, type ViewsDialogData } from './views-dialog.ts';

const URL = '/api/v1/views';
const view = (id: string, more: Partial<SavedView> = {}): SavedView => ({
  id,
  version: 1,
  page: 'activities',
  planSlug: 'plan',
  name: `Vy ${id}`,
  query: 'judgement=needs_support',
  owner: { id: 'p1', name: 'Siv Prov' },
  isShared: false,
  isCountyDefault: false,
  isMyDefault: false,
  mayEdit: true,
  ...more,
});

describe('saved views, changed in another window or by a colleague', () => {
  let http: HttpTestingController;
  let shown: ComponentFixture<ViewsDialog>;
  const root = (): HTMLElement => shown.nativeElement as HTMLElement;
  const names = (): string[] => [...root().querySelectorAll('input')].map(({ value }) => value);
  const rename = (text: string): void => {
    const field = root().querySelector('input');
    if (!field) throw new Error('No view');
    field.value = text;
    field.dispatchEvent(new Event('change'));
  };
  const press = (words: string): void => {
    [...root().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
  };

  beforeEach(async () => {
    const data: ViewsDialogData = {
      page: 'activities',
      planSlug: 'plan',
      query: '',
      isNew: false,
      views: [view('a'), view('b')],
      reload: () => undefined,
    };
    http = useHttp(
      provideRouter([]),
      { provide: DIALOG_DATA, useValue: data },
      { provide: DialogRef, useValue: { close: () => undefined } },
    );
    shown = TestBed.createComponent(ViewsDialog);
    await settle();
  });
  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    http.verify();
  });

  it('asks which name is to stand, and saves mine on top of theirs', async () => {
    rename('Min vy');
    await refuseAsStale(http.expectOne(`${URL}/a`), view('a', { version: 2, name: 'Deras vy', isShared: true }));
    const dialog = await staleDialog();
    expect(staleLabels(dialog)).toEqual(['Namn på vyn']);
    await chooseStale(dialog, { name: 'mine' });
    const again = http.expectOne(`${URL}/a`);
    expect([again.request.headers.get('If-Match'), again.request.body]).toEqual(['"2"', { name: 'Min vy' }]);
    again.flush(view('a', { version: 3, name: 'Min vy', isShared: true }));
    await settle();
    expect(names()).toEqual(['Min vy', 'Vy b']);
    expect(root().textContent).toContain('För hela länet');
  });

  it('keeps what is written when the person goes back, and says why it is not saved', async () => {
    rename('Min vy');
    await refuseAsStale(http.expectOne(`${URL}/a`), view('a', { version: 2, name: 'Deras vy' }));
    await leaveStale(await staleDialog());
    expect(names()).toEqual(['Min vy', 'Vy b']);
    expect(root().textContent).toContain('Någon annan var först.');
  });

  it('asks which view is to open first', async () => {
    press('Öppnas först för mig');
    const first = http.expectOne(`${URL}/default`);
    expect(first.request.body).toMatchObject({ viewId: 'a', instead: null });
    await refuseAsStale(first, [view('a'), view('b', { isMyDefault: true })]);
    const dialog = await staleDialog();
    for (const words of ['Vy a', 'Vy b']) expect(dialog.textContent).toContain(words);
    await chooseStale(dialog, { viewId: 'mine' });
    const again = http.expectOne(`${URL}/default`);
    expect(again.request.body).toMatchObject({ viewId: 'a', instead: 'b' });
    again.flush([view('a', { isMyDefault: true }), view('b')]);
    await settle();
  });

  it('shows how a view stands that was to be deleted', async () => {
    press('Ta bort');
    await refuseAsStale(http.expectOne(`${URL}/a`), view('a', { version: 2, name: 'Deras vy' }));
    http.expectOne(({ url }) => url === URL).flush([view('a', { version: 2, name: 'Deras vy' }), view('b')]);
    await settle();
    expect(names()).toEqual(['Deras vy', 'Vy b']);
    expect(root().textContent).toContain('Någon annan var först.');
  });
});
