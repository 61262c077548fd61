import { createHash } from 'node:crypto';

/** A row of the record with its place in the chain, as the database holds them: everything as the text that is hashed. */
export interface ChainedRow {
  readonly link: ChainLink | null;
  readonly event: ChainedEvent | null;
}
export interface ChainLink {
  readonly seq: number;
  readonly eventId: string;
  readonly personalHash: string;
  readonly contentHash: string;
  readonly hash: string;
}
export interface ChainedEvent {
  readonly id: string;
  readonly countyId: string;
  /** UTC with six decimals. */
  readonly at: string;
  readonly source: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** As jsonb writes it. */
  readonly changes: string;
  readonly salt: string | null;
  readonly personId: string | null;
  readonly onBehalfOfId: string | null;
  readonly requestId: string | null;
  /** The row of the record that tells of the gallring that took this one's personal data. */
  readonly disposedBy: string | null;
}

const FORM = 'samhandling-record-1';

/**
 * One field as text that cannot be read in two ways: its length in bytes, a colon, the text, a comma; "-," for null. The
 * same as `record_part` in the database, and here a second time on purpose: whoever can alter the rows can alter the function.
 */
export function recordPart(field: string | null): string {
  return field === null ? '-,' : `${Buffer.byteLength(field, 'utf8')}:${field},`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What the record keeps for good. */
export function keptText(event: ChainedEvent): string {
  const { id, countyId, at, source, action, entity, entityId, changes } = event;
  const names = fieldNames(changes).map(recordPart).join('');
  return [FORM, id, countyId, at, source, action, entity, entityId, names].map(recordPart).join('');
}

/** What gallring takes away. */
export function personalText({ salt, personId, onBehalfOfId, requestId, changes }: ChainedEvent): string {
  return [salt, personId, onBehalfOfId, requestId, changes].map(recordPart).join('');
}

export function contentHash(event: ChainedEvent, personalHash: string): string {
  return sha256(keptText(event) + recordPart(personalHash));
}

export function linkHash(previous: string, seq: number, content: string): string {
  return sha256(recordPart(previous) + recordPart(String(seq)) + recordPart(content));
}

/** In the order of their bytes, whatever order jsonb keeps them in. Empty for what is no object, which no row should be. */
export function fieldNames(changes: string): string[] {
  const parsed: unknown = JSON.parse(changes);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return [];
  return Object.keys(parsed).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
