import { paths, type Session } from '@samhandling/contracts';
import { addPerson } from '../../api/src/cli/person.command.ts';
import { startTestApp, TestClient, type TestApp } from '../support/app.ts';

describe('samhandling person', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const run = (options: Partial<Parameters<typeof addPerson>[0]>) =>
    addPerson(
      { email: 'Ny.Planerare@example.org', name: 'Ny Planerare', county: '07', role: 'planner', ...options },
      { DATABASE_URL: app.db.ownerUrl },
    );

  it('lets the first planner in, with a password shown once', async () => {
    const said = await run({});
    const password = /visas bara nu: (\S+)/.exec(said)?.[1] ?? '';
    const planner = await new TestClient(app.base).signIn('ny.planerare@example.org', password);
    const { body } = await planner.get<Session>(paths.session());
    expect(body.person.name).toBe('Ny Planerare');
    expect(body.roles.map(({ role }) => role)).toEqual(['planner']);
    expect(await app.db.query(`SELECT action, source FROM audit_event`)).toEqual([{ action: 'add', source: 'cli' }]);
  });

  it('gives another role without touching the account, and says so', async () => {
    expect(await run({ role: 'reader' })).toBe(
      'ny.planerare@example.org har fått rollen. Kontot och lösenordet är som förut.\n',
    );
    expect(await run({ role: 'reader' })).toBe('ny.planerare@example.org har redan den rollen.\n');
  });

  it('refuses what does not fit, in one sentence, and stores nothing', async () => {
    const people = () => app.db.query('SELECT count(*)::int AS n FROM person');
    const before = await people();
    await expect(run({ role: 'kung' })).rejects.toThrow('Rollen ”kung” finns inte.');
    await expect(run({ county: '99' })).rejects.toThrow('Det finns inget län med koden ”99”.');
    await expect(run({ role: 'reporter' })).rejects.toThrow('En rapportör svarar för en organisation');
    await expect(run({ email: 'x@example.org', role: 'reporter', organisation: 'Ingen' })).rejects.toThrow(
      'Länet har ingen organisation som heter ”Ingen”.',
    );
    await expect(run({ email: 'x@example.org', role: 'municipal_coordinator', municipality: '0114' })).rejects.toThrow(
      'Länet har ingen kommun med koden ”0114”.',
    );
    await expect(run({ email: 'inte en adress' })).rejects.toThrow('är ingen e-postadress');
    expect(await people()).toEqual(before);
  });
});
