import type { Label } from '@samhandling/domain';

export interface Limit {
  /** Requests in a window. */
  readonly count: number;
  readonly seconds: number;
  /** Of them, how many a process takes at a time, see leases.ts. One: every request is counted in the database. */
  readonly lease: number;
}

interface Purpose extends Limit {
  /** The end of "Gränsen gäller …". */
  readonly label: Label;
}

/**
 * What is counted apart, and how much of it is more than a person does. Whoever is signed in is counted as a person; others by
 * network address, which a whole municipality may share, and those limits are therefore wider than they look.
 */
export const PURPOSES = {
  sign_in: {
    count: 100,
    seconds: 300,
    lease: 1,
    label: { sv: 'försök att logga in från din nätverksadress', en: 'attempts to sign in from your network address' },
  },
  link: {
    count: 100,
    seconds: 300,
    lease: 1,
    label: { sv: 'öppnade länkar från din nätverksadress', en: 'opened links from your network address' },
  },
  not_signed_in: {
    count: 600,
    seconds: 300,
    lease: 20,
    label: {
      sv: 'frågor utan giltig inloggning från din nätverksadress',
      en: 'requests without a valid session from your network address',
    },
  },
  public: {
    count: 3000,
    seconds: 60,
    lease: 100,
    label: {
      sv: 'läsning av det publika från din nätverksadress',
      en: 'reading of what is public from your network address',
    },
  },
  answering: {
    count: 3000,
    seconds: 60,
    lease: 60,
    label: { sv: 'svar genom länkar från din nätverksadress', en: 'answers by links from your network address' },
  },
  // A calendar program may ask every minute, and a municipality has many behind one address.
  calendar: {
    count: 1500,
    seconds: 300,
    lease: 50,
    label: {
      sv: 'kalenderprogram som frågar från din nätverksadress',
      en: 'calendar programs that ask from your network address',
    },
  },
  download: { count: 60, seconds: 60, lease: 1, label: { sv: 'hämtade filer', en: 'downloaded files' } },
  upload: {
    count: 60,
    seconds: 300,
    lease: 1,
    label: { sv: 'inlästa filer och planer', en: 'files and plans read in' },
  },
  mail: { count: 60, seconds: 600, lease: 1, label: { sv: 'utskick', en: 'mails sent' } },
  search: { count: 300, seconds: 60, lease: 15, label: { sv: 'sökningar', en: 'searches' } },
  other: { count: 3000, seconds: 60, lease: 60, label: { sv: 'frågor till tjänsten', en: 'requests to the service' } },
} as const satisfies Readonly<Record<string, Purpose>>;

export type PurposeName = keyof typeof PURPOSES;

const CHANGE = /^([a-z_]+)=(\d{1,9})\/(\d{1,5})$/;

/**
 * The limits of this installation, out of RATE_LIMITS: `search=600/60 download=120/60`; `all` stands for every purpose, and
 * what comes later in the text wins.
 * @returns null when the text cannot be read.
 */
export function readLimits(text: string): ReadonlyMap<PurposeName, Limit> | null {
  const limits = new Map<PurposeName, Limit>(Object.entries(PURPOSES) as [PurposeName, Limit][]);
  for (const part of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [, name = '', count = '', seconds = ''] = CHANGE.exec(part) ?? [];
    if (Number(count) < 1 || Number(seconds) < 1) return null;
    const meant = [...limits.keys()].filter((each) => name === 'all' || name === each);
    if (meant.length === 0) return null;
    for (const each of meant) {
      // As large a part of the new limit as it was of the old.
      const lease = Math.max(1, Math.floor((PURPOSES[each].lease / PURPOSES[each].count) * Number(count)));
      limits.set(each, {
        count: Number(count),
        seconds: Number(seconds),
        lease: PURPOSES[each].lease === 1 ? 1 : lease,
      });
    }
  }
  return limits;
}
