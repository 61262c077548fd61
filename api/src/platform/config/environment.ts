import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { join, resolve } from 'node:path';

/** The mail server, out of SMTP_URL or the parts. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Empty: no signing in. */
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly timeoutMs: number;
  readonly verifyCertificate: boolean;
}

/** Every setting the process has. Nobody else reads the environment; `.env.example` lists the same names. */
export class Environment {
  @IsInt({ message: 'PORT ska vara ett heltal mellan 0 och 65535.' })
  @Min(0, { message: 'PORT ska vara ett heltal mellan 0 och 65535.' })
  @Max(65535, { message: 'PORT ska vara ett heltal mellan 0 och 65535.' })
  PORT: number = 3000;

  @IsString()
  @MinLength(1, { message: 'HOST får inte vara tom.' })
  HOST: string = '127.0.0.1';

  /** Where the embedded PostgreSQL keeps its data. Not used when DATABASE_URL is set. */
  @IsString()
  @MinLength(1, { message: 'DATA_DIR får inte vara tom.' })
  DATA_DIR: string = '.data';

  /** The owner's connection: migrations run with it. Unset: the embedded PostgreSQL and the demo county. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL ska börja med postgres:// eller postgresql://.' })
  DATABASE_URL?: string;

  /** The application role's connection. Unset: derived from DATABASE_URL, see database/connection.ts. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_APP_URL ska börja med postgres:// eller postgresql://.' })
  DATABASE_APP_URL?: string;

  @IsInt({ message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  @Min(1, { message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  @Max(100, { message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  DATABASE_POOL: number = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'LOG_LEVEL ska vara fatal, error, warn, info, debug eller silent.',
  })
  LOG_LEVEL: string = 'warn';

  /** Cookies are marked Secure when the address people use begins with https. */
  @Matches(/^https?:\/\//, { message: 'PUBLIC_URL ska börja med http:// eller https://.' })
  PUBLIC_URL: string = 'http://localhost:3000';

  @IsInt({ message: 'SESSION_HOURS ska vara ett heltal mellan 1 och 720.' })
  @Min(1, { message: 'SESSION_HOURS ska vara ett heltal mellan 1 och 720.' })
  @Max(720, { message: 'SESSION_HOURS ska vara ett heltal mellan 1 och 720.' })
  SESSION_HOURS: number = 12;

  /** smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start. Instead of the four below. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/]+\/?$/, {
    message: 'SMTP_URL ska se ut som smtp://användare:lösenord@server:587 eller smtps://server.',
  })
  SMTP_URL?: string;

  /** Unset, and no SMTP_URL: mails are written to MAIL_FOLDER, and nothing leaves the machine. */
  @IsOptional()
  @Matches(/^[^\s/:@]+$/, { message: 'SMTP_HOST ska vara e-postserverns namn, utan port.' })
  SMTP_HOST?: string;

  /** 465 means TLS from the start. */
  @IsInt({ message: 'SMTP_PORT ska vara ett heltal mellan 1 och 65535.' })
  @Min(1, { message: 'SMTP_PORT ska vara ett heltal mellan 1 och 65535.' })
  @Max(65535, { message: 'SMTP_PORT ska vara ett heltal mellan 1 och 65535.' })
  SMTP_PORT: number = 587;

  @IsString()
  SMTP_USER: string = '';

  @IsString()
  SMTP_PASSWORD: string = '';

  /** `no` only for a server of your own whose certificate nobody has signed. */
  @IsIn(['yes', 'no'], { message: 'SMTP_VERIFY ska vara yes eller no.' })
  SMTP_VERIFY: string = 'yes';

  /** How long the mail server may be silent before it is tried again later. */
  @IsInt({ message: 'SMTP_TIMEOUT ska vara ett heltal mellan 1 och 120 (sekunder).' })
  @Min(1, { message: 'SMTP_TIMEOUT ska vara ett heltal mellan 1 och 120 (sekunder).' })
  @Max(120, { message: 'SMTP_TIMEOUT ska vara ett heltal mellan 1 och 120 (sekunder).' })
  SMTP_TIMEOUT: number = 30;

  /** The address mails come from. Its domain should be one the mail server may send for. */
  @IsEmail({ require_tld: false }, { message: 'MAIL_FROM ska vara en e-postadress.' })
  MAIL_FROM: string = 'samhandling@localhost';

  /** Where mails are written when there is no mail server. Unset: outbox in DATA_DIR. */
  @IsOptional()
  @IsString()
  MAIL_FOLDER?: string;

  /** Null: no mail server, so mails go to the folder. */
  get smtp(): SmtpSettings | null {
    const rest = {
      from: this.MAIL_FROM,
      timeoutMs: this.SMTP_TIMEOUT * 1_000,
      verifyCertificate: this.SMTP_VERIFY === 'yes',
    };
    if (this.SMTP_URL) {
      const url = new URL(this.SMTP_URL);
      const secure = url.protocol === 'smtps:';
      const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
      return { host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure, user, password, ...rest };
    }
    if (!this.SMTP_HOST) return null;
    const [port, user, password] = [this.SMTP_PORT, this.SMTP_USER, this.SMTP_PASSWORD];
    return { host: this.SMTP_HOST, port, secure: port === 465, user, password, ...rest };
  }

  get mailFolder(): string {
    if (!this.MAIL_FOLDER) return join(this.dataDirectory, 'outbox');
    return resolve(process.env['INIT_CWD'] ?? process.cwd(), this.MAIL_FOLDER);
  }

  get dataDirectory(): string {
    return resolve(process.env['INIT_CWD'] ?? process.cwd(), this.DATA_DIR);
  }
}

const NUMBERS = ['PORT', 'DATABASE_POOL', 'SESSION_HOURS', 'SMTP_PORT', 'SMTP_TIMEOUT'];

/** Thrown when the process must not start; the message is meant for the person at the terminal. */
export class StartError extends Error {}

export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const known = Object.keys(new Environment());
  const optional = ['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL', 'SMTP_HOST', 'MAIL_FOLDER'];
  const given: Record<string, unknown> = {};
  for (const name of [...known, ...optional]) {
    const value = source[name];
    if (value === undefined || value === '') continue;
    given[name] = NUMBERS.includes(name) ? (/^-?\d+$/.test(value) ? Number(value) : value) : value;
  }
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  if (source['PORT'] && !source['PUBLIC_URL']) environment.PUBLIC_URL = `http://localhost:${source['PORT']}`;
  const faults = validateSync(environment).flatMap((fault) => [...new Set(Object.values(fault.constraints ?? {}))]);
  if (environment.smtp && !source['MAIL_FROM'])
    faults.push('MAIL_FROM ska vara adressen som breven kommer från, när de skickas via en e-postserver.');
  if (faults.length > 0) throw new StartError(`Inställningarna går inte att använda:\n  ${faults.join('\n  ')}`);
  return environment;
}
