import { startTestApp, type TestApp } from '../support/app.ts';

describe('/.well-known/security.txt', () => {
  let told: TestApp;
  let untold: TestApp;
  beforeAll(async () => {
    untold = await startTestApp();
    told = await startTestApp({ on: untold, environment: { SECURITY_CONTACT: 'mailto:security@example.org' } });
  });
  afterAll(async () => {
    await told.close();
    await untold.close();
  });

  it('says where to tell of a weakness, for less than a year', async () => {
    const response = await fetch(`${told.base}/.well-known/security.txt`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const text = await response.text();
    expect(text).toContain('Contact: mailto:security@example.org\n');
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });

  it('is not there when nobody would answer', async () => {
    expect((await fetch(`${untold.base}/.well-known/security.txt`)).status).toBe(404);
  });

  it('the setting must be an address one can write to', async () => {
    await expect(
      startTestApp({ on: untold, environment: { SECURITY_CONTACT: 'javascript:alert(1)' } }),
    ).rejects.toThrow('SECURITY_CONTACT');
  });
});
