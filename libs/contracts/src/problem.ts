import type { Label } from '@samhandling/domain';

/** RFC 9457 problem details, the only form an error has. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable machine code, the last part of `type`. */
  readonly code: ProblemCode;
  readonly errors?: readonly ProblemError[];
  /** 412 only: the stored resource as it is now, in the same shape as the GET answer. */
  readonly current?: unknown;
  readonly requestId?: string;
}

export interface ProblemError {
  /** RFC 6901 JSON pointer into the request body ("/email"); a query parameter is named in the same form ("/page"). */
  readonly pointer: string;
  readonly code: string;
  readonly reason: string;
}

export const PROBLEMS = {
  unreadable: {
    status: 400,
    title: { sv: 'Det gick inte att läsa det som skickades', en: 'The request could not be read' },
  },
  invalid_fields: {
    status: 400,
    title: { sv: 'Något är inte rätt ifyllt', en: 'Something is not filled in correctly' },
  },
  not_signed_in: { status: 401, title: { sv: 'Du behöver logga in', en: 'You need to sign in' } },
  wrong_sign_in: {
    status: 401,
    title: { sv: 'E-postadressen eller lösenordet stämmer inte', en: 'The e-mail address or the password is wrong' },
  },
  second_factor: { status: 401, title: { sv: 'Skriv koden från din app', en: 'Type the code from your app' } },
  provider_refused: {
    status: 401,
    title: { sv: 'Inloggningen blev inte av', en: 'You were not signed in' },
  },
  not_allowed: { status: 403, title: { sv: 'Du har inte behörighet', en: 'You are not allowed to do this' } },
  csrf: { status: 403, title: { sv: 'Sidan behöver laddas om', en: 'The page needs to be reloaded' } },
  cross_site: {
    status: 403,
    title: { sv: 'Begäran kom från en annan webbplats', en: 'The request came from another site' },
  },
  not_found: { status: 404, title: { sv: 'Det finns inte', en: 'Not found' } },
  wrong_method: { status: 405, title: { sv: 'Så kan man inte fråga', en: 'Not a way to ask' } },
  timed_out: { status: 408, title: { sv: 'Det tog för lång tid', en: 'It took too long' } },
  rule: { status: 409, title: { sv: 'Det går inte just nu', en: 'Not possible right now' } },
  duplicate: { status: 409, title: { sv: 'Det finns redan', en: 'It already exists' } },
  adjusted: {
    status: 409,
    title: { sv: 'Protokollet är justerat och ändras inte', en: 'The minutes are adjusted and do not change' },
  },
  locked: { status: 409, title: { sv: 'Omgången är låst', en: 'The round is locked' } },
  stale: { status: 412, title: { sv: 'Någon annan har ändrat samtidigt', en: 'Somebody else changed this meanwhile' } },
  link_expired: { status: 410, title: { sv: 'Länken har gått ut', en: 'The link has expired' } },
  link_revoked: { status: 410, title: { sv: 'Länken gäller inte längre', en: 'The link is no longer valid' } },
  link_other_browser: {
    status: 409,
    title: { sv: 'Länken är öppnad i en annan webbläsare', en: 'The link has been opened in another browser' },
  },
  too_large: { status: 413, title: { sv: 'Filen är för stor', en: 'The file is too large' } },
  wrong_type: { status: 415, title: { sv: 'Filtypen går inte att läsa', en: 'The file type cannot be read' } },
  invalid: { status: 422, title: { sv: 'Något saknas eller stämmer inte', en: 'Something is missing or wrong' } },
  key_required: { status: 400, title: { sv: 'Nyckeln saknas', en: 'The key is missing' } },
  key_reused: {
    status: 422,
    title: { sv: 'Nyckeln är redan använd till något annat', en: 'The key has been used for something else' },
  },
  wrong_host: { status: 421, title: { sv: 'Fel adress', en: 'Wrong address' } },
  version_required: { status: 428, title: { sv: 'Versionen saknas', en: 'The version is missing' } },
  too_many: { status: 429, title: { sv: 'För många försök', en: 'Too many attempts' } },
  headers_too_large: { status: 431, title: { sv: 'Begäran är för stor', en: 'The request is too large' } },
  internal: { status: 500, title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' } },
  unavailable: { status: 503, title: { sv: 'Tjänsten är inte redo', en: 'The service is not ready' } },
} as const satisfies Record<string, { status: number; title: Label }>;

export type ProblemCode = keyof typeof PROBLEMS;
