import { API, paths, type Organisation } from '@samhandling/contracts';
import { gzipSync } from 'node:zlib';
import { startTestApp, type Answer, type TestApp, type TestClient } from '../support/app.ts';
import { sendRaw } from '../support/raw.ts';

const ORGANISATION = { name: 'Föreningen', kind: 'other' };

describe('what is sent before anything reads it', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const post = (body: string, headers: Record<string, string> = {}): Promise<Answer<Organisation>> =>
    planner.send('POST', paths.organisations(), { body, headers });
  const first = ({ status, problem }: Answer<unknown>) => [
    status,
    problem.code,
    problem.errors?.[0]?.code,
    problem.errors?.[0]?.pointer,
  ];

  it.each([
    ['a name given twice', '{"name":"A","name":"B"}', 'duplicate_key', '/name'],
    ['the prototype', '{"name":"A","__proto__":{"isOperator":true}}', 'forbidden_key', '/__proto__'],
    ['a constructor', '{"name":{"constructor":{"prototype":{"a":1}}}}', 'forbidden_key', '/name/constructor'],
    ['NUL', String.raw`{"name":"A\u0000"}`, 'hasNoControlCharacters', '/name'],
    ['half a character', String.raw`{"name":"A\udfff"}`, 'hasNoControlCharacters', '/name'],
    ['a number beyond numbers', '{"name":1e999}', 'out_of_range', '/name'],
    ['ten thousand levels', '{"name":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'too_deep', '/name'.repeat(32)],
  ])('%s is refused with where it stands', async (_, body, code, pointer) => {
    expect(first(await post(body))).toEqual([400, 'unreadable', code, pointer]);
  });

  it.each([
    ['no JSON', '{"name":', 400, 'unreadable'],
    ['a text alone', '"name"', 400, 'unreadable'],
    ['more than 1 MB', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 413, 'too_large'],
    ['50 MB', JSON.stringify({ name: 'x'.repeat(50 * 1024 * 1024) }), 413, 'too_large'],
  ])('%s is refused, and the next request is answered', async (_, body, status, code) => {
    const { problem } = await post(body);
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect((await planner.get(paths.session())).status).toBe(200);
  });

  it('a plan may be 5 MB, and no more', async () => {
    const send = (length: number) => planner.post(paths.imports(), { text: 'x'.repeat(length) });
    expect((await send(2 * 1024 * 1024)).status).not.toBe(413);
    expect((await send(5 * 1024 * 1024)).problem.code).toBe('too_large');
  });

  it('a name of 10 000 characters is refused with where it stands', async () => {
    const answer = await planner.post(paths.organisations(), { ...ORGANISATION, name: 'n'.repeat(10_000) });
    expect(first(answer)).toEqual([400, 'invalid_fields', 'maxLength', '/name']);
  });

  it('what is not UTF-8 is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    const response = await fetch(`${app.base}${paths.session()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bytes,
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'unreadable']);
  });

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/xml', {}],
    ['application/json; charset=utf-16', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
    ['application/json', { 'content-encoding': 'br' }],
  ])('%s is not read (%j)', async (type, headers) => {
    const body = JSON.stringify(ORGANISATION);
    const response = await fetch(app.base + paths.session(), {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body: 'content-encoding' in headers ? gzipSync(body) : body,
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([415, 'wrong_type']);
  });

  it('an address with NUL, broken escapes or no end is refused', async () => {
    for (const path of [
      '/plans/a%00b',
      '/search?q=%00',
      '/search?q=%ff',
      '/plans/%c3%28',
      '/search?q=a&__proto__=a',
      `/search?q=${'x'.repeat(9000)}`,
    ]) {
      const { status, problem } = await planner.get(API + path);
      expect({ path: path.slice(0, 20), status, code: problem.code }).toEqual({
        path: path.slice(0, 20),
        status: 400,
        code: 'unreadable',
      });
    }
  });

  it('a query with a field twice, a list in brackets or an unknown name is refused', async () => {
    for (const query of ['q=a&q=b', 'q[]=a', 'q[a]=b', 'q=a&other=1']) {
      const answer = await planner.get(`${paths.search()}?${query}`);
      expect({ query, code: answer.problem.code }).toEqual({ query, code: 'invalid_fields' });
    }
  });

  it('no other ways of asking than ours', async () => {
    for (const method of ['PROPFIND', 'LOCK', 'TRACE', 'QUERY']) {
      const answer = await sendRaw(
        app.base,
        `${method} ${paths.about()} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect({ method, code: answer.problem.code, allow: /allow: GET/i.test(answer.head) }).toEqual({
        method,
        code: 'wrong_method',
        allow: true,
      });
    }
  });

  it.each([
    ['nonsense', 'HELLO\r\n\r\n', 400, 'unreadable'],
    ['a way of asking nobody knows', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'unreadable'],
    [
      'headers of 20 kB',
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'c'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'two lengths',
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\n{}',
      400,
      'unreadable',
    ],
    [
      'a length and chunks at once',
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'unreadable',
    ],
  ])('%s gets a problem too', async (_, bytes, status, code) => {
    const answer = await sendRaw(app.base, bytes);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
  });

  it('less than the length said is never taken for the whole', async () => {
    const answer = await sendRaw(
      app.base,
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{}',
    );
    expect([0, 400]).toContain(answer.status);
    expect((await planner.get(paths.session())).status).toBe(200);
  });

  it('whoever sends slowly is not waited for', () => {
    const server = app.app.getHttpServer() as import('node:http').Server;
    expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([15_000, 120_000, 65_000]);
  });
});
