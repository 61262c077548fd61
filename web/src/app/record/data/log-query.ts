import type { RecordFilter } from '@samhandling/contracts';
import { isDay } from '@samhandling/domain';

/** The filter as the address of the page says it, in Swedish. */
export interface LogAddress {
  readonly person?: string | undefined;
  readonly slag?: string | undefined;
  readonly vad?: string | undefined;
  readonly vag?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
  readonly sok?: string | undefined;
  readonly forfragan?: string | undefined;
}
export type LogAddressName = keyof LogAddress;

const NAMES: Readonly<Record<LogAddressName, keyof RecordFilter>> = {
  person: 'person',
  slag: 'kind',
  vad: 'action',
  vag: 'source',
  fran: 'from',
  till: 'to',
  sok: 'q',
  forfragan: 'request',
};

/** What the API is asked. What makes no sense in an address is left out, so that an old link still shows something. */
export function filterOf(address: LogAddress): Record<string, string> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, asked]) => {
      const value = address[name as LogAddressName]?.trim() ?? '';
      const isSound = asked === 'from' || asked === 'to' ? isDay(value) : value !== '';
      return isSound ? [[asked, value] as const] : [];
    }),
  );
}

/** An address that clears every filter. */
export const NOTHING_CHOSEN: Readonly<Record<string, null>> = {
  ...Object.fromEntries(Object.keys(NAMES).map((name) => [name, null])),
  sida: null,
};
