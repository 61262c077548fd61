import { paths, type CountyPeople, type CountyPerson, type Session } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jobs } from '../../api/src/platform/jobs/jobs.ts';
import { startTestApp, type Answer, type TestApp, type TestAppWishes, type TestClient } from './app.ts';

export const role = (name: HeldRole['role'], more: Partial<HeldRole> = {}): HeldRole => ({
  role: name,
  organisationId: null,
  municipalityCode: null,
  ...more,
});

export interface PeopleScene {
  readonly app: TestApp;
  readonly planner: TestClient;
  person(id: string): Promise<CountyPerson>;
  named(name: string): Promise<CountyPerson>;
  invite(email: string, name: string, roles: readonly HeldRole[], by?: TestClient): Promise<Answer<CountyPerson>>;
  change(person: CountyPerson, transition: string, more?: object, by?: TestClient): Promise<Answer<CountyPerson>>;
  /** Sends what waits and answers the secret in the latest letter to the address. */
  letterTo(email: string): Promise<string>;
  accept(token: string, password?: string): Promise<Answer<Session>>;
  close(): Promise<void>;
}

export const NEW_PASSWORD = 'tre-gröna-båtar-vid-bryggan';

/** A county with one planner, and a folder that mails are written to. */
export async function peopleScene(wishes: TestAppWishes = {}): Promise<PeopleScene> {
  const folder = mkdtempSync(join(tmpdir(), 'samhandling-people-'));
  const app = await startTestApp({ ...wishes, environment: { MAIL_FOLDER: folder, ...wishes.environment } });
  const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  const person = async (id: string) => (await planner.get<CountyPerson>(paths.person(id))).body;
  return {
    app,
    planner,
    person,
    named: async (name) => {
      const { items } = (await planner.get<CountyPeople>(paths.people())).body;
      const found = items.find((one) => one.name === name);
      if (!found) throw new Error(`Nobody is called ${name}.`);
      return found;
    },
    invite: (email, name, roles, by = planner) => by.post<CountyPerson>(paths.people(), { email, name, roles }),
    change: (who, transition, more = {}, by = planner) =>
      by.post<CountyPerson>(paths.personTransitions(who.id), { transition, ...more }, { ifMatch: who.version }),
    letterTo: async (email) => {
      await app.app.get(Jobs).workOff();
      const letters = readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { to: string; text: string })
        .filter(({ to }) => to === email);
      const token = /\/inbjudan#([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
      if (!token) throw new Error(`No letter with an invitation to ${email}.`);
      return token;
    },
    accept: (token, password = NEW_PASSWORD) =>
      app.anonymous().post<Session>(paths.invitationAccept(), { token, password }),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
