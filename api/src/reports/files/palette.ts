import type { Tone } from '@samhandling/report-model';

/** The light theme's colours (web/src/styles/_tokens.scss), for paper. Six hex digits. */
export const INK = '17211f';
export const QUIET = '4c5957';
export const ACCENT = '0a5a66';
export const ACCENT_SOFT = 'e2f0f1';
export const LINE = 'd6dedc';
export const LINE_STRONG = '71807d';

export interface ToneColours {
  /** Bars: at least 3:1 against white. */
  readonly mark: string;
  /** Text: at least 7:1 against white. */
  readonly ink: string;
  readonly soft: string;
}

const completed: ToneColours = { mark: '2f7d4c', ink: '1f5f38', soft: 'e4f2e9' };
const onTrack: ToneColours = { mark: '3f7fbf', ink: '1b5691', soft: 'e7f0f9' };
export const TONES: Readonly<Record<Tone, ToneColours>> = {
  completed,
  secured: completed,
  on_track: onTrack,
  within_reach: onTrack,
  needs_support: { mark: 'c26a2e', ink: '8f3f0c', soft: 'fcede2' },
  not_started: { mark: '94825a', ink: '63532f', soft: 'f5f0e3' },
  cancelled: { mark: '8f6c8f', ink: '674767', soft: 'f4edf4' },
  at_risk: { mark: 'b92c46', ink: '96182f', soft: 'fceaed' },
  not_judged: { mark: '808c89', ink: '56615f', soft: 'f0f3f2' },
};
export const NOW = '0a5a66';
export const LAST = '9fb3b1';

export const FONT = 'Source Sans 3';
