import type { NestExpressApplication } from '@nestjs/platform-express';
import { API, type Problem, type Session } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { v7 as newId } from 'uuid';
import { buildApp } from '../../api/src/bootstrap.ts';
import type { Clock } from '../../api/src/platform/clock/clock.ts';
import { readEnvironment } from '../../api/src/platform/config/environment.ts';
import { hashPassword } from '../../api/src/sessions/passwords.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The body as the contract says; a Problem when the status is 400 or more. */
  readonly body: Body;
  readonly problem: Problem;
}

export interface Send {
  readonly body?: unknown;
  readonly ifMatch?: number;
  /** `Idempotency-Key`. A POST has one of its own when none is named; null sends none. */
  readonly key?: string | null;
  readonly headers?: Record<string, string>;
  /** The body as text, whatever it is: a file, a table. */
  readonly raw?: boolean;
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
}

/** An HTTP client of somebody signed in (or of nobody), over a real socket. */
export class TestClient {
  private readonly cookies = new Map<string, string>();
  session: Session | null = null;

  constructor(private readonly base: string) {}

  async signIn(email: string, password: string = PASSWORD): Promise<this> {
    const answer = await this.send<Session>('POST', `${API}/session`, { body: { email, password } });
    if (answer.status !== 201)
      throw new Error(`Sign-in of ${email} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.session = answer.body;
    return this;
  }

  get = <Body>(path: string, send: Send = {}): Promise<Answer<Body>> => this.send<Body>('GET', path, send);
  post = <Body>(path: string, body?: unknown, send: Send = {}): Promise<Answer<Body>> =>
    this.send<Body>('POST', path, { body, ...send });
  patch = <Body>(path: string, body: unknown, ifMatch?: number): Promise<Answer<Body>> =>
    this.send<Body>('PATCH', path, { body, ...(ifMatch !== undefined && { ifMatch }) });
  put = <Body>(path: string, body: unknown, ifMatch?: number): Promise<Answer<Body>> =>
    this.send<Body>('PUT', path, { body, ...(ifMatch !== undefined && { ifMatch }) });
  delete = (path: string, ifMatch?: number): Promise<Answer<undefined>> =>
    this.send<undefined>('DELETE', path, { ...(ifMatch !== undefined && { ifMatch }) });

  async bytes(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const response = await fetch(this.base + path, { headers: { cookie: this.cookie } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  get cookie(): string {
    return [...this.cookies.values()].join('; ');
  }

  async send<Body>(method: string, path: string, send: Send = {}): Promise<Answer<Body>> {
    const isForm = send.body instanceof FormData;
    const key = send.key === undefined && method === 'POST' ? randomUUID() : send.key;
    const response = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      ...(send.signal && { signal: send.signal }),
      headers: {
        accept: 'application/json',
        'accept-language': 'sv',
        ...(send.body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(this.session && { 'x-csrf-token': this.session.csrfToken }),
        ...(send.ifMatch !== undefined && { 'if-match': `"${send.ifMatch}"` }),
        ...(key && { 'idempotency-key': key }),
        ...send.headers,
      },
      ...(send.body !== undefined && {
        body: isForm ? (send.body as FormData) : typeof send.body === 'string' ? send.body : JSON.stringify(send.body),
      }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair);
    }
    const text = await response.text();
    const body: unknown = text === '' ? undefined : send.raw ? text : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: body as Body, problem: body as Problem };
  }
}

export const PASSWORD = 'ett-långt-testlösenord';

export interface TestApp {
  readonly db: TestDatabase;
  readonly app: NestExpressApplication;
  readonly base: string;
  readonly countyId: string;
  /** Somebody new with these roles in the county (or another), signed in. */
  person(name: string, roles: readonly Partial<HeldRole>[], countyId?: string): Promise<TestClient>;
  anonymous(): TestClient;
  close(): Promise<void>;
}

export interface TestAppWishes {
  /** A second process on the database of the first, which drops it. */
  readonly on?: TestApp;
  /** A database made beforehand, in another cluster. */
  readonly db?: TestDatabase;
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The application as production wires it, on a database of its own, in Kronobergs län with nobody in it. */
export async function startTestApp(wishes: TestAppWishes = {}): Promise<TestApp> {
  const db = wishes.on?.db ?? wishes.db ?? (await createTestDatabase());
  const app = await buildApp({
    environment: readEnvironment({
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      DATABASE_POOL: '6',
      // Counted as in production, but no test asks as much as this unless it is about limits.
      RATE_LIMITS: 'all=1000000/60',
      ...wishes.environment,
    }),
    appUrl: db.appUrl,
    publicUrl: db.publicUrl,
    about: { product: 'Samhandling', version: 'test', demo: [] },
    ...(wishes.clock && { clock: wishes.clock }),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const [county] = await db.query<{ id: string }>(`SELECT id FROM county WHERE code = '07'`);
  const countyId = county?.id ?? '';
  const passwordHash = await hashPassword(PASSWORD);
  let people = 0;
  return {
    db,
    app,
    base,
    countyId,
    anonymous: () => new TestClient(base),
    person: async (name, roles, inCounty = countyId) => {
      people += 1;
      const id = newId();
      const email = `person${people}@example.org`;
      await db.query('INSERT INTO person (id, email, name) VALUES ($1, $2, $3)', [id, email, name]);
      await db.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [id, passwordHash]);
      for (const held of roles) {
        await db.query(
          'INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id, municipality_code) VALUES ($1, $2, $3, $4, $5, $6)',
          [newId(), inCounty, id, held.role, held.organisationId ?? null, held.municipalityCode ?? null],
        );
      }
      return new TestClient(base).signIn(email);
    },
    close: async () => {
      await app.close();
      if (!wishes.on) await db.drop();
    },
  };
}
