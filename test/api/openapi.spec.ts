import { readFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../support/app.ts';

const COMMITTED = new URL('../../libs/contracts/openapi.json', import.meta.url);
const OPEN = [
  'get /api/v1/about',
  'post /api/v1/session',
  'post /api/v1/answer/open',
  'post /api/v1/answer/renew',
  'post /api/v1/mail/opt-out',
  'post /api/v1/sign-in/ways',
  'get /api/v1/sign-in/providers/{id}',
  'get /api/v1/sign-in/callback',
  'post /api/v1/password-resets',
  'post /api/v1/password-resets/complete',
  'post /api/v1/invitations/open',
  'post /api/v1/invitations/accept',
  'get /api/v1/calendar/{token}.ics',
];
const PUBLISHED = 'get /api/v1/public/';

describe('the description of the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('names no route that answers somebody who is not signed in, but for those that must', async () => {
    const { paths } = JSON.parse(readFileSync(COMMITTED, 'utf8')) as { paths: Record<string, Record<string, unknown>> };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const route of routes.filter((name) => !OPEN.includes(name) && !name.startsWith(PUBLISHED))) {
      const [method = '', path = ''] = route.split(' ');
      const { problem } = await app
        .anonymous()
        .send(method.toUpperCase(), path.replace(/\{[^}]+\}/g, '01890000-0000-7000-8000-000000000000'));
      expect({ route, code: problem.code }).toEqual({ route, code: 'not_signed_in' });
    }
  });
});
