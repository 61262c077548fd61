import { createHash } from 'node:crypto';

/** An answer ready to be sent, and the tag a reader shows to ask whether it still stands. */
export interface KeptPage {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly contentType: string;
}

/** About 100 kB for a large plan, so the whole stays under twenty megabytes. */
const MOST_PAGES = 200;

/**
 * Public answers by county and address, for as long as the county's edition is the same. Whoever looks has just read the
 * edition, so what is found is never older than that; what is withdrawn moves the edition and so is never found.
 */
export class KeptPages {
  private readonly pages = new Map<string, { readonly edition: string; readonly page: KeptPage }>();

  find(countyId: string, edition: string, address: string): KeptPage | null {
    const kept = this.pages.get(`${countyId} ${address}`);
    return kept?.edition === edition ? kept.page : null;
  }

  /** Put last in the map, which forgets from the front. */
  put(countyId: string, edition: string, address: string, bytes: Buffer, contentType: string): KeptPage {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const page = { bytes, etag, contentType };
    const key = `${countyId} ${address}`;
    this.pages.delete(key);
    this.pages.set(key, { edition, page });
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    return page;
  }
}
