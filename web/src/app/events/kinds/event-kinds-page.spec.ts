import { Dialog } from '@angular/cdk/dialog';
import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EventKind } from '@samhandling/contracts';
import { Session } from '../../core/session.ts';
import { chooseStale, leaveStale, refuseAsStale, settle, staleDialog } from '../../core/stale-testing.ts';
import { someSession, useHttp } from '../../core/testing.ts';
import { EventKindsPage } from './event-kinds-page.ts';

const URL = '/api/v1/event-kinds';
const kind = (id: string, position: number, more: Partial<EventKind> = {}): EventKind => ({
  id,
  version: 1,
  name: `Typ ${id}`,
  position,
  isActive: true,
  events: 0,
  ...more,
});

describe('event kinds, when somebody else was first', () => {
  let http: HttpTestingController;
  let page: ComponentFixture<EventKindsPage>;
  const root = (): HTMLElement => page.nativeElement as HTMLElement;
  const name = (id: string): HTMLInputElement => {
    const found = root().querySelector<HTMLInputElement>(`[data-kind="${id}"] input`);
    if (!found) throw new Error(`No kind ${id}`);
    return found;
  };
  const rename = (id: string, text: string): void => {
    name(id).value = text;
    name(id).dispatchEvent(new Event('change'));
  };

  beforeEach(async () => {
    http = useHttp(provideRouter([]));
    TestBed.inject(Session).take({ ...someSession, permissions: ['event.register_any'] });
    page = TestBed.createComponent(EventKindsPage);
    TestBed.tick();
    http.expectOne('/api/v1/plans').flush([]);
    http.expectOne(URL).flush([kind('a', 1), kind('b', 2)]);
    await settle();
  });
  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    http.verify();
  });

  it('shows both names, and saves mine on top of theirs', async () => {
    rename('a', 'Mitt namn');
    await refuseAsStale(http.expectOne(`${URL}/a`), kind('a', 1, { version: 2, name: 'Deras namn' }));
    const dialog = await staleDialog();
    for (const words of ['Mitt namn', 'Deras namn']) expect(dialog.textContent).toContain(words);
    await chooseStale(dialog, { name: 'mine' });
    const again = http.expectOne(`${URL}/a`);
    expect([again.request.headers.get('If-Match'), again.request.body]).toEqual(['"2"', { name: 'Mitt namn' }]);
    again.flush(kind('a', 1, { version: 3, name: 'Mitt namn' }));
    await settle();
    expect(name('a').value).toBe('Mitt namn');
  });

  it('keeps what is written, and says that it is not saved, when the person goes back', async () => {
    rename('a', 'Mitt namn');
    await refuseAsStale(http.expectOne(`${URL}/a`), kind('a', 1, { version: 2, name: 'Deras namn' }));
    await leaveStale(await staleDialog());
    expect(name('a').value).toBe('Mitt namn');
    expect(root().textContent).toContain('Någon annan var först.');
  });

  it('reads the order anew when somebody else has moved kinds meanwhile', async () => {
    root().querySelector<HTMLButtonElement>('[data-kind="b"] .up')?.click();
    await refuseAsStale(http.expectOne(`${URL}/b`), kind('b', 3, { version: 2 }));
    const dialog = await staleDialog();
    expect(dialog.textContent).toContain('Plats i ordningen');
    await chooseStale(dialog, { position: 'mine' });
    http.expectOne(`${URL}/b`).flush(kind('b', 1, { version: 3 }));
    await settle();
    http.expectOne(URL).flush([kind('b', 1, { version: 3 }), kind('a', 2), kind('c', 3)]);
    await settle();
    expect([...root().querySelectorAll('[data-kind]')].map((row) => row.getAttribute('data-kind'))).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});
