/** A place in PostgreSQL's write-ahead log, as it writes one: "16/B374D848". */
const PLACE = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/;

export function isLogPlace(text: string): boolean {
  return PLACE.test(text);
}

/** As a number, to compare with another. */
export function logPlaceNumber(place: string): bigint {
  if (!isLogPlace(place)) throw new Error('Not a place in the log.');
  const [high = '', low = ''] = place.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

export interface LastWrite {
  readonly place: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** "16/B374D848.mcx1k2q0": small enough for a cookie, and nothing else passes for one. */
export function writeLastWrite({ place, at }: LastWrite): string {
  return `${place}.${at.toString(36)}`;
}

export function readLastWrite(text: string | undefined): LastWrite | null {
  const [place = '', at = ''] = (text ?? '').split('.');
  if (!isLogPlace(place) || !/^[0-9a-z]{1,9}$/.test(at)) return null;
  return { place, at: Number.parseInt(at, 36) };
}
