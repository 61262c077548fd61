import { HttpClient } from '@angular/common/http';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from './session.ts';
import { useHttp } from './testing.ts';

const URL = '/api/v1/areas';

describe('the key of a request', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    http = useHttp();
  });
  afterEach(() => http.verify());

  const post = (body: unknown, url = URL): void => {
    TestBed.inject(HttpClient)
      .post(url, body)
      .subscribe({ error: () => undefined });
  };
  const sent = (url = URL): TestRequest => http.expectOne(url);
  const keyOf = ({ request }: TestRequest): string | null => request.headers.get('Idempotency-Key');
  const refusal = (status: number) =>
    [
      { type: '/problems/x', title: 'Nej', status },
      { status, statusText: 'No' },
    ] as const;

  it('is the same when the same thing is sent again after contact was lost or the service failed', () => {
    const keys: (string | null)[] = [];
    for (const fail of [
      (one: TestRequest) => one.error(new ProgressEvent('error')),
      (one: TestRequest) => one.flush(...refusal(503)),
      (one: TestRequest) => one.flush(...refusal(429)),
      (one: TestRequest) => one.flush({ id: '1' }),
    ]) {
      post({ title: 'Trygga miljöer' });
      const request = sent();
      keys.push(keyOf(request));
      fail(request);
    }
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('is new once it is known how it went', () => {
    const keys: (string | null)[] = [];
    for (const answer of [
      (one: TestRequest) => one.flush({ id: '1' }),
      (one: TestRequest) => one.flush(...refusal(409)),
    ]) {
      for (const body of [{ title: 'Trygga miljöer' }, { title: 'Annat' }]) {
        post(body);
        const request = sent();
        keys.push(keyOf(request));
        answer(request);
      }
    }
    expect(new Set(keys).size).toBe(4);
  });

  it('goes by address and by the file, not by when', () => {
    const form = (name: string): FormData => {
      const data = new FormData();
      data.append('file', new File(['text'], name, { lastModified: 1 }));
      return data;
    };
    const keys = ['a.txt', 'a.txt', 'b.txt'].map((name) => {
      post(form(name));
      const request = sent();
      request.error(new ProgressEvent('error'));
      return keyOf(request);
    });
    post(form('a.txt'), '/api/v1/imports/file');
    keys.push(keyOf(sent('/api/v1/imports/file')));
    expect([keys[0] === keys[1], new Set(keys).size]).toEqual([true, 3]);
  });

  it('is for what changes something in our API, and not for signing in', () => {
    void TestBed.inject(Session).signIn({ email: 'siv@prov.example', password: 'hemligt' });
    expect(keyOf(sent('/api/v1/session'))).toBeNull();
    TestBed.inject(HttpClient).get(URL).subscribe();
    expect(keyOf(sent())).toBeNull();
    post({}, 'https://annat.example/');
    expect(keyOf(sent('https://annat.example/'))).toBeNull();
  });
});
