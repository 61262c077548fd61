import Provider from 'oidc-provider';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oidcStore } from './oidc-store.ts';

/** Somebody who can sign in at the provider. Claims beyond these go along as they are. */
export interface OidcAccount {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

/**
 * What is wrong with the provider: it hangs up; never answers; describes itself as another issuer; has its token endpoint on
 * another host; signs with keys it does not show; answers 500.
 */
export type OidcFault = 'none' | 'down' | 'slow' | 'other_issuer' | 'elsewhere' | 'foreign_keys' | 'broken';

export interface TestOidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: OidcAccount[];
  /** Paths asked for, in order. */
  readonly requests: string[];
  fault: OidcFault;
  /** New keys from now on, and the old ones gone. */
  rotateKeys(): void;
  /** Its entry in SIGN_IN_FILE. */
  settings(more?: object): object;
  close(): Promise<void>;
}

/**
 * A real OpenID Connect provider of one's own on the loopback address. Its page shows a button for each account and one for
 * turning back; `signInAt` presses them without a browser.
 */
export async function startOidc(accounts: readonly OidcAccount[], clientId: string = randomUUID()): Promise<TestOidc> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => handle(request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = randomUUID();
  let provider = makeProvider(issuer, clientId, clientSecret, () => oidc.accounts);
  const oidc: TestOidc = {
    issuer,
    clientId,
    clientSecret,
    accounts: [...accounts],
    requests: [],
    fault: 'none',
    rotateKeys: () => {
      provider = makeProvider(issuer, clientId, clientSecret, () => oidc.accounts);
    },
    settings: (more = {}) => ({
      id: 'lansid',
      name: 'Länets inloggning',
      issuer,
      clientId,
      clientSecret,
      domains: ['lanet.example'],
      // Long enough for a provider that is well on a machine that is busy.
      timeoutSeconds: 3,
      ...more,
    }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  handle = (request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    oidc.requests.push(path);
    if (oidc.fault === 'slow') return;
    if (oidc.fault === 'down') return void request.socket.destroy();
    if (oidc.fault === 'broken')
      return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Fel</h1>');
    if (path.startsWith('/interaction/')) return void interact(provider, oidc, request, response);
    if (oidc.fault === 'foreign_keys' && path === '/jwks') return sendJson(response, { keys: [publicOnly(newKey())] });
    if (path === '/.well-known/openid-configuration' && ['other_issuer', 'elsewhere'].includes(oidc.fault))
      return sendJson(response, {
        issuer: oidc.fault === 'other_issuer' ? 'http://127.0.0.1:9' : issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: oidc.fault === 'elsewhere' ? 'http://127.0.0.1:9/token' : `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    void provider.callback()(request, response);
  };
  return oidc;
}

const SCOPES = 'openid email profile groups';

/** A file for SIGN_IN_FILE with these providers. */
export function signInFile(...providers: readonly object[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'samhandling-sign-in-')), 'sign-in.json');
  writeFileSync(path, JSON.stringify({ providers }));
  return path;
}

function newKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

function publicOnly({ kty, n, e, kid, use, alg }: Record<string, unknown>): Record<string, unknown> {
  return { kty, n, e, kid, use, alg };
}

function makeProvider(
  issuer: string,
  clientId: string,
  clientSecret: string,
  accounts: () => readonly OidcAccount[],
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        // Whatever port the application under test listens on, it is on this machine.
        redirect_uris: ['http://127.0.0.1/api/v1/sign-in/callback'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        application_type: 'native',
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: SCOPES.split(' '),
    pkce: { required: () => true },
    adapter: oidcStore(),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AuthorizationCode: 60, AccessToken: 600, IdToken: 600 },
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => {
      const account = accounts().find((each) => each.sub === sub);
      return account && { accountId: sub, claims: () => ({ ...account }) };
    },
  });
}

async function interact(
  provider: Provider,
  oidc: TestOidc,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'consent') {
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
    grant.addOIDCScope(SCOPES);
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
  if (request.method !== 'POST') {
    const buttons = oidc.accounts.map(
      ({ sub, name }) => `<p><button name="sub" value="${sub}">Logga in som ${name ?? sub}</button></p>`,
    );
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width"><title>Länets inloggning</title>
       <main><h1>Länets inloggning</h1><form method="post">${buttons.join('')}<p><button name="sub" value="">Avbryt</button></p></form></main></html>`,
    );
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sub = new URLSearchParams(Buffer.concat(chunks).toString()).get('sub') ?? '';
  await provider.interactionFinished(
    request,
    response,
    sub === '' ? { error: 'access_denied' } : { login: { accountId: sub, remember: false } },
  );
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A browser without a screen: keeps cookies by host and follows what it is told, one step at a time. */
export class CookieJar {
  private readonly jars = new Map<string, Map<string, string>>();

  async open(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { 'accept-language': 'sv', ...(cookie !== '' && { cookie }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const at = pair.indexOf('=');
      const isGone = rest.some((part) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(part));
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects for as long as they stay off `until`; answers the last address that was told, and not opened. */
  async follow(from: string, until: (address: URL) => boolean): Promise<URL> {
    let address = new URL(from);
    for (let step = 0; step < 15; step += 1) {
      if (until(address)) return address;
      const response = await this.open(address.href);
      const location = response.headers.get('location');
      if (location === null && response.status < 400) return address;
      if (location === null) throw new Error(`${address.href} answered ${response.status}: ${await response.text()}`);
      address = new URL(location, address);
    }
    throw new Error(`Led nowhere: ${address.href}`);
  }

  value(base: string, name: string): string {
    return this.jars.get(new URL(base).host)?.get(name) ?? '';
  }

  cookies(base: string): string[] {
    return [...(this.jars.get(new URL(base).host)?.keys() ?? [])];
  }
}

/** Goes to the provider from the application, presses the account's button (or turns back), and stops before the callback. */
export async function signInAt(jar: CookieJar, begin: string, sub: string): Promise<URL> {
  const isCallback = ({ pathname }: URL): boolean =>
    pathname.endsWith('/sign-in/callback') || !pathname.startsWith('/');
  const page = await jar.follow(begin, (address) => isCallback(address));
  if (!page.pathname.startsWith('/interaction/')) return page;
  const pressed = await jar.open(page.href, { sub });
  return jar.follow(new URL(pressed.headers.get('location') ?? '', page).href, isCallback);
}
