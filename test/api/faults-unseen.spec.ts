import { API, paths } from '@samhandling/contracts';
import { startTestApp, type TestApp, type TestClient } from '../support/app.ts';
import { SearchService } from '../../api/src/search/search.service.ts';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.ts';

/** What only somebody inside should ever see. */
const INSIDE =
  /\bat .+:\d+|node_modules|SELECT|INSERT|relation|constraint|column|postgres|127\.0\.0\.1|\.ts\b|hemligt/i;

/** A service whose method does this instead, until the test is done. */
async function during<Result>(
  service: object,
  method: string,
  instead: () => unknown,
  body: () => Promise<Result>,
): Promise<Result> {
  Object.defineProperty(service, method, { value: instead, configurable: true });
  try {
    return await body();
  } finally {
    delete (service as Record<string, unknown>)[method];
  }
}

describe('what fails inside', () => {
  let app: TestApp;
  let planner: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  });
  afterAll(() => app.close());

  const search = () => planner.get(`${paths.search()}?q=abc`);
  const runs = (sql: string) => () => app.app.get(UnitOfWork).read(() => app.app.get(UnitOfWork).manager.query(sql));

  it.each<[string, () => unknown, number, string]>([
    ['an exception', () => Promise.reject(new Error('hemligt i /srv/samhandling/api.ts')), 500, 'internal'],
    ['something thrown that is no error', () => Promise.reject('hemligt'), 500, 'internal'],
    ['a table that is not there', () => runs('SELECT * FROM hemligt')(), 500, 'internal'],
    ['a right the role does not have', () => runs('SELECT * FROM pg_authid')(), 500, 'internal'],
    ['bad SQL', () => runs('SELECT hemligt FROM')(), 500, 'internal'],
    ['a number too large for its column', () => runs('SELECT 99999999999::int')(), 422, 'invalid'],
    [
      'a connection that was refused',
      () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })),
      503,
      'unavailable',
    ],
  ])('%s tells nothing but a number to ask about', async (_, fail, status, code) => {
    const answer = await during(app.app.get(SearchService, { strict: false }), 'search', fail, search);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.problem.requestId).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.problem)).not.toMatch(INSIDE);
    expect((await search()).status).toBe(200);
  });

  it('an unknown address is not repeated', async () => {
    const answer = await planner.get(`${API}/hemligt/node_modules`);
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
    expect(JSON.stringify(answer.problem)).not.toMatch(INSIDE);
  });
});
