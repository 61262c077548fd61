import { paths, type Session } from '@samhandling/contracts';
import { startTestApp, type TestApp } from './app.ts';
import { CookieJar, signInAt, signInFile, startOidc, type TestOidc } from './oidc.ts';
import { freePort } from './smtp.ts';

const GROUPS = {
  from: 'claims',
  claim: 'groups',
  map: {
    planerare: [{ county: '07', role: 'planner' }],
    lasare: [
      { county: '07', role: 'reader' },
      { county: '08', role: 'reader' },
    ],
    vaxjo: [{ county: '07', role: 'municipal_coordinator', municipality: '0780' }],
    region: [{ county: '07', role: 'reporter', organisation: 'Region Kronoberg' }],
  },
};

export interface SignedInBy {
  readonly status: number;
  /** Where the browser was sent in the end. */
  readonly location: string;
  readonly jar: CookieJar;
  readonly callback: URL;
}

/** Two providers, one that says who somebody is and one that says their roles too, and a county that trusts both. */
export interface SignInScene {
  readonly app: TestApp;
  readonly oidc: TestOidc;
  readonly other: TestOidc;
  readonly environment: Readonly<Record<string, string>>;
  /** Somebody known by the address; answers their id. */
  person(email: string, roles: Parameters<TestApp['person']>[1]): Promise<string>;
  /** The provider sends the browser to PUBLIC_URL; the process under test listens elsewhere. */
  here(address: URL, on?: TestApp): string;
  begin(provider?: string, returnTo?: string, on?: TestApp): string;
  /** The whole way. */
  signIn(sub: string, provider?: string, returnTo?: string, jar?: CookieJar): Promise<SignedInBy>;
  session(jar: CookieJar): Promise<Session>;
  /** How many people, identities, sessions and roles there are. */
  stored(): Promise<unknown>;
  /** Providers that work again. */
  mend(): void;
  close(): Promise<void>;
}

/** Where somebody who was refused ends up. */
export function failure(code: string, till = '/att-gora'): string {
  return `/logga-in?fel=${code}&till=${encodeURIComponent(till)}`;
}

export async function signInScene(): Promise<SignInScene> {
  const oidc = await startOidc([
    { sub: 'anna', name: 'Anna Ask', email: 'Anna.Ask@lanet.example', email_verified: true },
    { sub: 'anna-igen', name: 'Anna Ask', email: 'anna.ask@lanet.example', email_verified: true },
    { sub: 'okand', name: 'Okänd Person', email: 'okand@lanet.example', email_verified: true },
    { sub: 'utan', name: 'Utan Adress' },
    { sub: 'obekraftad', name: 'Obekräftad', email: 'obekraftad@lanet.example', email_verified: false },
    { sub: 'annan', name: 'Annan Domän', email: 'anna.ask@annan.example', email_verified: true },
    { sub: 'bo', name: 'Bo Bok', email: 'bo@lanet.example', email_verified: true },
  ]);
  const other = await startOidc([
    {
      sub: 'carl',
      name: 'Carl Cedergren',
      email: 'carl@regionen.example',
      email_verified: true,
      groups: ['planerare'],
    },
  ]);
  const port = await freePort();
  const environment = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SIGN_IN_FILE: signInFile(
      oidc.settings(),
      other.settings({
        id: 'region',
        name: 'Regionens inloggning',
        domains: ['regionen.example'],
        scopes: ['openid', 'email', 'profile', 'groups'],
        roles: GROUPS,
      }),
    ),
  };
  const app = await startTestApp({ environment });
  const person = async (email: string, roles: Parameters<TestApp['person']>[1]): Promise<string> => {
    const client = await app.person('Namn Namnsson', roles);
    await app.db.query('UPDATE person SET email = $2 WHERE id = $1', [client.session?.person.id, email]);
    return client.session?.person.id ?? '';
  };
  const here = (address: URL, on: TestApp = app): string => `${on.base}${address.pathname}${address.search}`;
  const begin = (provider = 'lansid', returnTo = '/att-gora', on: TestApp = app): string =>
    on.base + paths.signInProvider(provider, returnTo);
  await person('anna.ask@lanet.example', [{ role: 'reader' }]);
  return {
    app,
    oidc,
    other,
    environment,
    person,
    here,
    begin,
    signIn: async (sub, provider = 'lansid', returnTo = '/att-gora', jar = new CookieJar()) => {
      const callback = await signInAt(jar, begin(provider, returnTo), sub);
      const answer = await jar.open(here(callback));
      return { status: answer.status, location: answer.headers.get('location') ?? '', jar, callback };
    },
    session: async (jar) => (await (await jar.open(app.base + paths.session())).json()) as Session,
    stored: () =>
      app.db
        .query(`SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM external_identity) AS identities,
        (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM role_assignment) AS roles`),
    mend: () => {
      oidc.fault = 'none';
      other.fault = 'none';
    },
    close: async () => {
      await app.close();
      await oidc.close();
      await other.close();
    },
  };
}
