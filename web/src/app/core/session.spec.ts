import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { Messages } from './messages.ts';
import { ProblemError } from './problem.ts';
import { Session } from './session.ts';
import { someSession, useHttp } from './testing.ts';

const unauthorised = {
  type: '/problems/not_signed_in',
  title: 'Du behöver logga in',
  status: 401,
  detail: '',
  code: 'not_signed_in',
};

/** Lets chained promises run. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function signedIn(): Promise<{ session: Session; net: ReturnType<typeof useHttp> }> {
  const net = useHttp();
  const session = TestBed.inject(Session);
  const ready = session.ready();
  net.expectOne('/api/v1/session').flush(someSession);
  await ready;
  return { session, net };
}

/** The dialog is loaded when first needed: wait until it stands there, or until it is clear that it does not come. */
async function dialog(): Promise<Element | null> {
  for (let round = 0; round < 20 && !document.querySelector('sam-sign-in-dialog input'); round += 1) {
    await turn();
    TestBed.tick();
  }
  return document.querySelector('sam-sign-in-dialog');
}

describe('Session', () => {
  it('asks once, however many wait', async () => {
    const net = useHttp();
    const session = TestBed.inject(Session);
    const all = Promise.all([session.ready(), session.ready()]);
    net.expectOne('/api/v1/session').flush(someSession);
    expect(await all).toEqual([true, true]);
    expect(session.current()?.person.name).toBe('Siv Prov');
    expect(session.may('plan.edit')).toBe(true);
    expect(session.may('round.adopt')).toBe(false);
    net.verify();
  });

  it('takes 401 as signed out, and asks again after any other failure', async () => {
    const net = useHttp();
    const session = TestBed.inject(Session);
    const first = session.ready();
    net.expectOne('/api/v1/session').flush('', { status: 503, statusText: 'x' });
    await expect(first).rejects.toBeInstanceOf(ProblemError);
    const second = session.ready();
    net.expectOne('/api/v1/session').flush(unauthorised, { status: 401, statusText: 'x' });
    expect(await second).toBe(false);
    expect(session.signedIn()).toBe(false);
    expect(session.may('plan.read')).toBe(false);
  });

  it('signs in and out', async () => {
    const net = useHttp();
    const session = TestBed.inject(Session);
    const going = session.signIn({ email: 'siv@prov.example', password: 'hemligt' });
    const request = net.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(request.request.body).toEqual({ email: 'siv@prov.example', password: 'hemligt' });
    request.flush(someSession);
    await going;
    expect(await session.ready()).toBe(true);
    const out = session.signOut();
    net.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await out;
    expect(await session.ready()).toBe(false);
  });
});

describe('interceptors', () => {
  it('send cookies, language and, for changes only, the CSRF token', async () => {
    const { net } = await signedIn();
    const http = TestBed.inject(HttpClient);
    http.get('/api/v1/plans').subscribe();
    http.patch('/api/v1/goals/1', {}).subscribe();
    http.post('https://elsewhere.example/x', {}).subscribe();
    const read = net.expectOne('/api/v1/plans').request;
    const change = net.expectOne('/api/v1/goals/1').request;
    const away = net.expectOne('https://elsewhere.example/x').request;
    expect(read.withCredentials && change.withCredentials).toBe(true);
    expect(read.headers.get('Accept-Language')).toBe('sv');
    expect(read.headers.has('X-CSRF-Token')).toBe(false);
    expect(change.headers.get('X-CSRF-Token')).toBe('token-1');
    expect(away.headers.has('X-CSRF-Token')).toBe(false);
    expect(away.withCredentials).toBe(false);
  });

  it('turn every refusal into a typed problem', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/plans'));
    net.expectOne('/api/v1/plans').flush(
      {
        type: '/problems/rule',
        title: 'Det går inte just nu',
        status: 409,
        detail: 'Omgången är öppen.',
        code: 'rule',
      },
      { status: 409, statusText: 'x' },
    );
    await expect(going).rejects.toMatchObject({ problem: { status: 409, detail: 'Omgången är öppen.' } });
  });

  it('read the words of a refusal also where a file was asked for', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/file', { responseType: 'blob' }));
    const words = { type: '/problems/rule', title: 'Det går inte just nu', status: 409, detail: 'Rapporten låses.' };
    const body = new Blob([JSON.stringify(words)], { type: 'application/problem+json' });
    net.expectOne('/api/v1/file').flush(body, { status: 409, statusText: 'x' });
    await expect(going).rejects.toMatchObject({ problem: { status: 409, detail: 'Rapporten låses.' } });
  });

  it('ask for the password when the session is lost, and send the same request again with the new token and the same key', async () => {
    const { net } = await signedIn();
    const http = TestBed.inject(HttpClient);
    const going = Promise.all([
      firstValueFrom(http.post('/api/v1/areas', { title: 'Ny' })),
      firstValueFrom(http.get('/api/v1/plans')),
    ]);
    const first = net.expectOne('/api/v1/areas');
    for (const request of [first, net.expectOne('/api/v1/plans')])
      request.flush(unauthorised, { status: 401, statusText: 'x' });
    const asked = await dialog();
    expect(document.querySelectorAll('sam-sign-in-dialog')).toHaveLength(1);
    for (const field of asked?.querySelectorAll('input') ?? []) {
      field.value = 'något';
      field.dispatchEvent(new Event('input'));
    }
    asked?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    net.expectOne('/api/v1/session').flush({ ...someSession, csrfToken: 'token-2' });
    await turn();
    const again = net.expectOne('/api/v1/areas');
    expect(again.request.headers.get('X-CSRF-Token')).toBe('token-2');
    expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    expect(again.request.body).toEqual({ title: 'Ny' });
    again.flush({ ok: true });
    net.expectOne('/api/v1/plans').flush([]);
    expect(await going).toEqual([{ ok: true }, []]);
  });

  it('leave the 401 to the page when the person closes the dialog', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/plans'));
    net.expectOne('/api/v1/plans').flush(unauthorised, { status: 401, statusText: 'x' });
    const asked = await dialog();
    asked?.querySelector<HTMLButtonElement>('.head button')?.click();
    await expect(going).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it('fetch a new token when the old one no longer counts, and try once more', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).put('/api/v1/goals/1', {}));
    const refused = { type: 'x', title: 'Sidan behöver laddas om', status: 403, detail: '', code: 'csrf' };
    net.expectOne('/api/v1/goals/1').flush(refused, { status: 403, statusText: 'x' });
    net.expectOne('/api/v1/session').flush({ ...someSession, csrfToken: 'token-3' });
    await turn();
    const again = net.expectOne('/api/v1/goals/1');
    expect(again.request.headers.get('X-CSRF-Token')).toBe('token-3');
    again.flush(refused, { status: 403, statusText: 'x' });
    await expect(going).rejects.toMatchObject({ problem: { code: 'csrf' } });
  });

  it('never send what one person wrote in the name of another', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).patch('/api/v1/goals/1', {}));
    net.expectOne('/api/v1/goals/1').flush(unauthorised, { status: 401, statusText: 'x' });
    const asked = await dialog();
    for (const field of asked?.querySelectorAll('input') ?? []) {
      field.value = 'annan';
      field.dispatchEvent(new Event('input'));
    }
    asked?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    net.expectOne('/api/v1/session').flush({ ...someSession, person: { ...someSession.person, id: 'person-2' } });
    await expect(going).rejects.toMatchObject({ problem: { status: 401 } });
    net.expectNone('/api/v1/goals/1');
    expect(TestBed.inject(Messages).current()?.text).toContain('någon annan');
  });

  it('leave a refusal about what was sent to the page, which has a field for it', async () => {
    const { net } = await signedIn();
    const going = firstValueFrom(TestBed.inject(HttpClient).post('/api/v1/account/totp/remove', {}));
    net
      .expectOne('/api/v1/account/totp/remove')
      .flush({ ...unauthorised, code: 'second_factor' }, { status: 401, statusText: 'x' });
    await expect(going).rejects.toMatchObject({ problem: { code: 'second_factor' } });
    expect(await dialog()).toBeNull();
  });

  it('never ask because of a wrong password', async () => {
    const { session, net } = await signedIn();
    const going = session.signIn({ email: 'a', password: 'fel' });
    net
      .expectOne('/api/v1/session')
      .flush({ ...unauthorised, code: 'wrong_sign_in' }, { status: 401, statusText: 'x' });
    await expect(going).rejects.toMatchObject({ problem: { code: 'wrong_sign_in' } });
    expect(await dialog()).toBeNull();
  });
});
