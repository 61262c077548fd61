import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type ImportReview, paths } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { withChange } from '../data/decisions.ts';
import { someReview } from '../data/some-review.ts';
import { ReviewStore } from './review-store.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('ReviewStore', () => {
  let http: HttpTestingController;
  let store: ReviewStore;

  beforeEach(() => {
    http = useHttp(ReviewStore);
    store = TestBed.inject(ReviewStore);
    http.match(paths.organisations()).forEach((request) => request.flush([]));
    store.load(someReview());
  });

  const patch = (): TestRequest => http.expectOne({ method: 'PATCH', url: paths.import('import-1') });
  const stored = (version: number, title: string): ImportReview => ({
    ...withChange(someReview(), { settings: { title } }),
    version,
  });

  it('shows a decision at once, and sends one request at a time with the version it got', async () => {
    store.change({ settings: { title: 'Ett' } });
    expect(store.review()?.settings.title).toBe('Ett');
    store.change({ settings: { title: 'Två' } });
    store.change({ settings: { theme: 'Ny' } });
    const first = patch();
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    expect(first.request.body).toEqual({ settings: { title: 'Ett' } });
    first.flush(stored(2, 'Ett'));
    await settle();
    const second = patch();
    expect(second.request.headers.get('If-Match')).toBe('"2"');
    expect(second.request.body).toEqual({ settings: { title: 'Två', theme: 'Ny' } });
    expect(store.review()?.settings.title).toBe('Två');
    second.flush({ ...stored(3, 'Två'), settings: { ...someReview().settings, title: 'Två', theme: 'Ny' } });
    await settle();
    expect(store.dirty()).toBe(false);
    expect(store.status()).toBe('saved');
    http.verify();
  });

  it('keeps what could not be saved, and sends it again when asked', async () => {
    store.change({ settings: { title: 'Kvar' } });
    patch().flush({}, { status: 503, statusText: 'Otillgänglig' });
    await settle();
    expect(store.status()).toBe('failed');
    expect(store.review()?.settings.title).toBe('Kvar');
    store.retry();
    patch().flush(stored(2, 'Kvar'));
    await settle();
    expect(store.status()).toBe('saved');
  });

  it('saves on top of what somebody else decided elsewhere, and tells what that was', async () => {
    store.change({ settings: { title: 'Min' } });
    const theirs = { ...withChange(someReview(), { settings: { theme: 'Deras' } }), version: 7 };
    const problem = {
      type: '/problems/stale',
      title: 'Någon annan',
      status: 412,
      detail: '',
      code: 'stale',
      current: theirs,
    };
    patch().flush(problem, { status: 412, statusText: 'Precondition Failed' });
    await settle();
    const again = patch();
    expect(again.request.headers.get('If-Match')).toBe('"7"');
    expect(again.request.body).toEqual({ settings: { title: 'Min' } });
    expect(store.changedByOthers()).toEqual(['Tema: Deras']);
    expect(store.review()?.settings).toMatchObject({ title: 'Min', theme: 'Deras' });
  });
});
