import { Injectable } from '@nestjs/common';
import type { ClientAuth, Configuration } from 'openid-client';
import type { ProviderSettings } from '../platform/config/sign-in-file.ts';
import { guardedFetch, refuseElsewhere } from './guarded-fetch.ts';
import { ProviderRefusal } from './provider-refusal.ts';

type OpenIdClient = typeof import('openid-client');
export type Claims = Readonly<Record<string, unknown>>;

/** The three secrets that tie an answer to the question. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const REMEMBER_MS = 600_000;

/**
 * Speaks OpenID Connect with a provider: code flow with PKCE, state and nonce. How the provider describes itself is remembered
 * for ten minutes for the way out; on the way back it is asked anew, and its keys with it, so that it may change them
 * whenever it likes. The library is loaded with the first sign-in.
 */
@Injectable()
export class ProviderClientService {
  private readonly known = new Map<string, { readonly until: number; readonly config: Promise<Configuration> }>();

  /** The address to send the browser to. */
  async begin(provider: ProviderSettings, { state, nonce, verifier }: Checks, redirectUri: string): Promise<URL> {
    return this.inWords(async (client) => {
      const config = await this.remembered(client, provider);
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: provider.scopes.join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      refuseElsewhere(provider, url);
      return url;
    });
  }

  /** What the provider says of the person, out of a signed token (and its userinfo, where the token lacks what we need). */
  async finish(provider: ProviderSettings, callback: URL, { state, nonce, verifier }: Checks): Promise<Claims> {
    return this.inWords(async (client) => {
      const config = await this.discover(client, provider);
      client.enableNonRepudiationChecks(config);
      const tokens = await client.authorizationCodeGrant(config, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims: Claims = { ...tokens.claims() };
      const wanted = [
        provider.emailClaim,
        ...(provider.demandVerified ? ['email_verified'] : []),
        ...(provider.rolesFrom === 'claims' ? [provider.roleClaim] : []),
      ];
      if (wanted.every((claim) => claim in claims) || !config.serverMetadata().userinfo_endpoint) return claims;
      const more = await client.fetchUserInfo(config, tokens.access_token, String(claims['sub']));
      return { ...more, ...claims };
    });
  }

  private remembered(client: OpenIdClient, provider: ProviderSettings): Promise<Configuration> {
    const now = Date.now();
    const found = this.known.get(provider.id);
    if (found && found.until > now) return found.config;
    const config = this.discover(client, provider);
    this.known.set(provider.id, { until: now + REMEMBER_MS, config });
    config.catch(() => this.known.delete(provider.id));
    return config;
  }

  private discover(client: OpenIdClient, provider: ProviderSettings): Promise<Configuration> {
    const isPlain = provider.issuer.startsWith('http:');
    return client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      provider.clientSecret,
      authBy(client, provider),
      {
        timeout: provider.timeoutSeconds,
        [client.customFetch]: guardedFetch(provider),
        // The settings let plain http through to this very machine only.
        ...(isPlain && { execute: [client.allowInsecureRequests] }),
      },
    );
  }

  /** Everything that can go wrong out there, as one of the refusals the page has words for. */
  private async inWords<Result>(body: (client: OpenIdClient) => Promise<Result>): Promise<Result> {
    const client = await import('openid-client');
    try {
      return await body(client);
    } catch (fault) {
      throw understand(client, fault);
    }
  }
}

/** The way the provider says it takes the client's secret; where it does not say, as the standard has it. */
function authBy(client: OpenIdClient, { clientSecret }: ProviderSettings): ClientAuth {
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const auth = ways.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
    return auth(clientSecret)(server, ...rest);
  };
}

/** What `guardedFetch` refused comes back wrapped; the rest is what the library found wrong with the answer. */
function understand(client: OpenIdClient, fault: unknown): ProviderRefusal {
  for (let each = fault, depth = 0; each && depth < 5; each = (each as Error).cause, depth += 1)
    if (each instanceof ProviderRefusal) return each;
  if (fault instanceof client.AuthorizationResponseError)
    return new ProviderRefusal('provider_refused', codeIn(fault.error));
  const { error, code, name } = fault as { error?: string; code?: string; name?: string };
  return new ProviderRefusal('provider_invalid', codeIn(error ?? code ?? name ?? ''));
}

/** What comes from outside goes into the log as a code and nothing more. */
function codeIn(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 60) || 'unknown';
}
