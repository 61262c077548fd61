import { PROBLEMS, type ProblemCode } from '@samhandling/contracts';
import { PERMISSION_LABELS, type Label, type Permission } from '@samhandling/domain';

export interface FieldProblem {
  /** RFC 6901 pointer into the request body. */
  readonly pointer: string;
  readonly code: string;
  readonly reason: Label;
}

/** The one exception services throw. Both languages travel in it; the filter picks the reader's. */
export class ProblemException extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: Label,
    readonly errors: readonly FieldProblem[] = [],
    /** 412 only: the resource as stored now. */
    readonly current?: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail.en}`);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

export function notFound(
  what: Label = {
    sv: 'Det du söker finns inte, eller så har du inte tillgång till det.',
    en: 'What you look for does not exist, or you have no access to it.',
  },
): ProblemException {
  return new ProblemException('not_found', what);
}

export function notAllowed(permission: Permission): ProblemException {
  const label = PERMISSION_LABELS[permission];
  return new ProblemException('not_allowed', {
    sv: `Din roll ger inte rätt att ${label.sv}.`,
    en: `Your role does not give you the right to ${label.en}.`,
  });
}

export function refused(reasons: Label, errors: readonly FieldProblem[] = []): ProblemException {
  return new ProblemException('rule', reasons, errors);
}

export function invalid(errors: readonly FieldProblem[]): ProblemException {
  return new ProblemException(
    'invalid',
    { sv: 'Rätta det som är markerat och försök igen.', en: 'Mend what is marked and try again.' },
    errors,
  );
}

/** The database went away while it was to store: it may have, or not. */
export function uncertain(): ProblemException {
  return new ProblemException('unavailable', {
    sv: 'Förbindelsen med databasen bröts i samma ögonblick som det skulle sparas, så det är osäkert om det sparades. Försök igen: det sparas inte dubbelt.',
    en: 'The connection to the database broke at the moment of saving, so it is uncertain whether it was saved. Try again: it is not saved twice.',
  });
}

/** Of what adjusted minutes say. */
export function adjusted(): ProblemException {
  return new ProblemException('adjusted', {
    sv: 'Det som står i ett justerat protokoll ändras inte. Behöver det rättas tas det upp på nästa möte.',
    en: 'What adjusted minutes say does not change. If it needs correcting, take it up at the next meeting.',
  });
}

export function stale(current: unknown): ProblemException {
  return new ProblemException(
    'stale',
    {
      sv: 'Innehållet har ändrats sedan du öppnade det. Jämför versionerna och välj vad som ska gälla.',
      en: 'The content has changed since you opened it. Compare the versions and choose what shall stand.',
    },
    [],
    current,
  );
}
