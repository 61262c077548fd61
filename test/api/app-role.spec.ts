import { prepareDatabase } from '../../api/src/platform/database/connection.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { addressOf } from '../support/owner.ts';

describe('the role the application works as', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is taken as given when it owns nothing', async () => {
    expect(await prepareDatabase(app.db.ownerUrl, app.db.appUrl)).toBe(app.db.appUrl);
  });

  it('is refused when row-level security would not hold it, or it could change the tables', async () => {
    const superuser = addressOf(process.env['TEST_DATABASE_URL'] ?? '', {
      database: new URL(app.db.ownerUrl).pathname.slice(1),
    });
    await expect(prepareDatabase(app.db.ownerUrl, superuser)).rejects.toThrow('går förbi radskyddet');
    await expect(prepareDatabase(app.db.ownerUrl, app.db.ownerUrl)).rejects.toThrow('äger tabeller');
  });

  it('is asked for in words when the database does not let it in', async () => {
    const wrong = addressOf(app.db.appUrl, { database: new URL(app.db.appUrl).pathname.slice(1), password: 'fel' });
    await expect(prepareDatabase(app.db.ownerUrl, wrong)).rejects.toThrow('släpper inte in rollen i DATABASE_APP_URL');
  });
});
