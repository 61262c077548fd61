import type { NestExpressApplication } from '@nestjs/platform-express';
import { ROLE_LABELS, type Label, type Locale } from '@samhandling/domain';
import pg from 'pg';
import { MailSenderService } from '../mail/mail-sender.service.ts';
import { newId } from '../platform/database/ids.ts';
import { Statistics } from '../platform/database/statistics.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { hashPassword } from '../sessions/passwords.ts';
import { DEMO_COUNTY, DEMO_PEOPLE, type DemoPerson } from './content/index.ts';
import { DemoFollowUpLoader } from './demo-follow-up.ts';
import { DemoMeetingsLoader } from './demo-meetings.ts';
import { DemoPapers } from './demo-papers.ts';
import { DemoPlanLoader } from './demo-plan.ts';
import { WRITTEN_FOR } from './shift-years.ts';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** In words, as shown on the sign-in page. */
  readonly role: Label;
}

/** One password for all: the demo county is fictional and its server listens to this machine only. */
const PASSWORD = 'samhandling-demo';

const PEOPLE: readonly DemoPerson[] = DEMO_PEOPLE;
const withAccount = ({ hasAccount = true }: DemoPerson): boolean => hasAccount;

function roleWords(roles: DemoPerson['roles'], locale: Locale): string {
  return [...new Set(roles.map(({ role }) => ROLE_LABELS[role][locale]))].join(', ').toLocaleLowerCase(locale);
}

export const DEMO_SIGN_INS: readonly DemoSignIn[] = PEOPLE.filter(withAccount).map(({ email, name, roles }) => ({
  email,
  password: PASSWORD,
  name,
  role: { sv: roleWords(roles, 'sv'), en: roleWords(roles, 'en') },
}));

/** Loads the demo county into an empty embedded database. Does nothing where anybody has a place already: it, or a copy put back. */
export async function loadDemo(app: NestExpressApplication, ownerUrl: string, today: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const existing = await owner.query<{ id: string | null }>(
      'SELECT id FROM county WHERE code = $1 UNION ALL SELECT NULL FROM county_person LIMIT 1',
      [DEMO_COUNTY.code],
    );
    const [there] = existing.rows;
    if (there?.id) await app.get(DemoPapers, { strict: false }).resume(there.id);
    if (there) return;
    const countyId = newId();
    const people = await loadPeople(owner);
    await owner.query('INSERT INTO county (id, code, name) VALUES ($1, $2, $3)', [
      countyId,
      DEMO_COUNTY.code,
      DEMO_COUNTY.name,
    ]);
    await owner.query(
      'INSERT INTO municipality (code, county_id, name) SELECT r.code, $1, r.name FROM jsonb_to_recordset($2) AS r(code text, name text)',
      [countyId, JSON.stringify(DEMO_COUNTY.municipalities)],
    );
    await fill(app, countyId, people, today);
  } catch (fault) {
    await owner
      .query('DELETE FROM municipality WHERE county_id = (SELECT id FROM county WHERE code = $1)', [DEMO_COUNTY.code])
      .catch(() => undefined);
    await owner.query('DELETE FROM county WHERE code = $1', [DEMO_COUNTY.code]).catch(() => undefined);
    throw fault;
  } finally {
    await owner.end();
  }
}

/** Answers the person behind each key of the content. */
async function loadPeople(owner: pg.Client): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(PASSWORD);
  const rows = PEOPLE.map((person) => ({
    id: newId(),
    key: person.key,
    email: person.email,
    name: person.name,
    signs_in: withAccount(person),
  }));
  const stored = await owner.query<{ id: string; email: string }>(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, email text, name text, signs_in boolean)),
     put AS (INSERT INTO person (id, email, name) SELECT g.id, g.email, g.name FROM given g
       ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id, email),
     let_in AS (INSERT INTO credential (person_id, password_hash) SELECT put.id, $2 FROM put JOIN given USING (email) WHERE given.signs_in
       ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash)
     SELECT id, email FROM put`,
    [JSON.stringify(rows), passwordHash],
  );
  const byEmail = new Map(stored.rows.map((row) => [row.email, row.id]));
  return new Map(rows.map((row) => [row.key, byEmail.get(row.email) ?? row.id]));
}

/** The rest goes through the application's own doors, as the application's role, in one transaction. */
async function fill(
  app: NestExpressApplication,
  countyId: string,
  people: ReadonlyMap<string, string>,
  today: string,
): Promise<void> {
  const years = Number(today.slice(0, 4)) - WRITTEN_FOR - (Number(today.slice(5, 7)) <= 2 ? 1 : 0);
  const uow = app.get(UnitOfWork, { strict: false });
  await uow.run(
    async () => {
      const plan = await app.get(DemoPlanLoader, { strict: false }).load(people, years);
      await app.get(Statistics, { strict: false }).refresh(uow.manager);
      const followUps = app.get(DemoFollowUpLoader, { strict: false });
      await followUps.loadAdopted(plan, people, years, today);
      // Before the open round is there: what was frozen in between knew nothing of it.
      await app.get(DemoMeetingsLoader, { strict: false }).load(plan, people, years, today);
      await followUps.loadOpen(plan, people, years, today);
      await app.get(DemoPapers, { strict: false }).send(countyId);
      await app.get(Statistics, { strict: false }).refresh(uow.manager);
    },
    { countyId, personId: people.get('maria') ?? null },
  );
  // Two mails by the same way as every morning's, so that the folder has something to show.
  const sender = app.get(MailSenderService, { strict: false });
  const sendAll = async (): Promise<void> => {
    for (const key of ['maria', 'peter']) {
      const personId = people.get(key) ?? '';
      await sender.send({ data: { countyId, personId, kind: 'digest' }, attempt: 0, isLast: true });
    }
  };
  // Nobody waits for them, and a server stopped meanwhile has lost nothing.
  void sendAll().catch(() => undefined);
}
