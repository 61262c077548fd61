import { isLoopback } from '../platform/config/sign-in-file.ts';
import type { ProviderSettings } from '../platform/config/sign-in-file.ts';
import { ProviderRefusal } from './provider-refusal.ts';

/** Far more than any description, set of keys or answer with a token takes. */
const MOST_BYTES = 1_000_000;

/**
 * Only to the issuer's own host, or to those its settings name; over https, but for this very machine. What a provider
 * describes itself as may not send us anywhere else.
 */
export function refuseElsewhere({ issuer, hosts }: Pick<ProviderSettings, 'issuer' | 'hosts'>, url: URL): void {
  const isHome = url.host === new URL(issuer).host || hosts.includes(url.host);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isHome || !isSafe) throw new ProviderRefusal('provider_invalid', 'endpoint_elsewhere');
}

/**
 * `fetch` held to the provider's hosts, that follows no redirects and reads no more than it needs. Whatever keeps an answer
 * from coming, its time being up included, means that the provider is not there just now.
 */
export function guardedFetch(provider: ProviderSettings) {
  return async (address: string, options: RequestInit): Promise<Response> => {
    refuseElsewhere(provider, new URL(address));
    try {
      const response = await fetch(address, { ...options, redirect: 'manual' });
      const { status, headers } = response;
      if (status >= 500) throw new ProviderRefusal('provider_unavailable', `status_${status}`);
      const hasBody = response.body !== null && ![204, 205, 304].includes(status);
      return new Response(hasBody ? await readAll(response) : null, { status, headers });
    } catch (fault) {
      if (fault instanceof ProviderRefusal) throw fault;
      throw new ProviderRefusal(
        'provider_unavailable',
        (fault as Error).name === 'TimeoutError' ? 'timeout' : 'network',
      );
    }
  };
}

async function readAll(response: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > MOST_BYTES) throw new ProviderRefusal('provider_invalid', 'answer_too_large');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}
