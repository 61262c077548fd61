import { TestBed } from '@angular/core/testing';
import { DraftStore } from './draft-store.ts';
import { Session } from './session.ts';
import { someSession, useHttp } from './testing.ts';

const isText = (value: unknown): value is { done: string } =>
  typeof value === 'object' && value !== null && 'done' in value && typeof value.done === 'string';

async function signInAs(id: string, net: ReturnType<typeof useHttp>): Promise<Session> {
  const session = TestBed.inject(Session);
  const going = session.signIn({ email: id, password: 'x' });
  net.expectOne('/api/v1/session').flush({ ...someSession, person: { ...someSession.person, id } });
  await going;
  return session;
}

describe('DraftStore', () => {
  beforeEach(() => localStorage.clear());

  it('keeps what was typed, with the time, until it is discarded', async () => {
    const net = useHttp();
    await signInAs('a', net);
    const drafts = TestBed.inject(DraftStore);
    const now = new Date();
    expect(drafts.keep('follow-up/1', { done: 'Två träffar' }, now)).toBe(true);
    expect(drafts.read('follow-up/1', isText)).toEqual({ value: { done: 'Två träffar' }, savedAt: now.toISOString() });
    expect(drafts.read('follow-up/2', isText)).toBeNull();
    drafts.discard('follow-up/1');
    expect(drafts.read('follow-up/1', isText)).toBeNull();
  });

  it('lists what one person has kept under a name, and nothing of another shape', async () => {
    const net = useHttp();
    await signInAs('a', net);
    const drafts = TestBed.inject(DraftStore);
    drafts.keep('walk-through/1', { done: 'ett' });
    drafts.keep('walk-through/2', { done: 'två' });
    drafts.keep('walk-through/3', { other: true });
    drafts.keep('follow-up/1', { done: 'annat' });
    expect(drafts.list('walk-through/', isText).map(({ done }) => done)).toEqual(['ett', 'två']);
    await signInAs('b', net);
    expect(drafts.list('walk-through/', isText)).toEqual([]);
  });

  it('is for one person only, and still theirs when the session is lost', async () => {
    const net = useHttp();
    const session = await signInAs('a', net);
    const drafts = TestBed.inject(DraftStore);
    drafts.keep('follow-up/1', { done: 'a skriver' });
    session.forget();
    drafts.keep('follow-up/1', { done: 'a skriver vidare' });
    await signInAs('b', net);
    expect(drafts.read('follow-up/1', isText)).toBeNull();
    await signInAs('a', net);
    expect(drafts.read('follow-up/1', isText)?.value.done).toBe('a skriver vidare');
  });

  it('gives nothing rather than something of another shape', async () => {
    const net = useHttp();
    await signInAs('a', net);
    const drafts = TestBed.inject(DraftStore);
    drafts.keep('follow-up/1', { text: 'gammal form' });
    localStorage.setItem('sam.draft:a:follow-up/2', '{trasig');
    expect(drafts.read('follow-up/1', isText)).toBeNull();
    expect(drafts.read('follow-up/2', isText)).toBeNull();
  });

  it('drops drafts nobody came back to, and leaves what is not its own', () => {
    const old = new Date(Date.now() - 61 * 86_400_000).toISOString();
    const young = new Date(Date.now() - 59 * 86_400_000).toISOString();
    localStorage.setItem('sam.draft:a:old', JSON.stringify({ value: 1, savedAt: old }));
    localStorage.setItem('sam.draft:a:young', JSON.stringify({ value: 1, savedAt: young }));
    localStorage.setItem('other', old);
    useHttp();
    TestBed.inject(DraftStore);
    expect(Object.keys(localStorage).sort()).toEqual(['other', 'sam.draft:a:young']);
  });
});
