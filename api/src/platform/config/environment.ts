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
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { readSignInFile, type ProviderSettings } from './sign-in-file.ts';
import { readLimits, type Limit, type PurposeName } from '../limits/purposes.ts';

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

  /** The public's role, which reads what is published and nothing else. Unset: derived from DATABASE_URL likewise. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_PUBLIC_URL ska börja med postgres:// eller postgresql://.' })
  DATABASE_PUBLIC_URL?: string;

  @IsInt({ message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  @Min(1, { message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  @Max(100, { message: 'DATABASE_POOL ska vara ett heltal mellan 1 och 100.' })
  DATABASE_POOL: number = 10;

  /** A streaming standby that readers may be sent to. Without a user: the application role's, with its password. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_REPLICA_URL ska börja med postgres:// eller postgresql://.' })
  DATABASE_REPLICA_URL?: string;

  /** `no` when a pooler stands between that hands a connection to somebody else after each transaction. */
  @IsIn(['yes', 'no'], { message: 'DATABASE_PREPARE ska vara yes eller no.' })
  DATABASE_PREPARE: string = 'yes';

  /** Where figures for Prometheus are answered. Unset: nowhere. Never on the port that people use. */
  @IsOptional()
  @IsInt({ message: 'METRICS_PORT ska vara ett heltal mellan 0 och 65535.' })
  @Min(0, { message: 'METRICS_PORT ska vara ett heltal mellan 0 och 65535.' })
  @Max(65535, { message: 'METRICS_PORT ska vara ett heltal mellan 0 och 65535.' })
  METRICS_PORT?: number;

  @IsString()
  @MinLength(1, { message: 'METRICS_HOST får inte vara tom.' })
  METRICS_HOST: string = '127.0.0.1';

  /** How long requests and jobs under way may take to finish when the process is asked to stop. */
  @IsInt({ message: 'STOP_SECONDS ska vara ett heltal mellan 1 och 600.' })
  @Min(1, { message: 'STOP_SECONDS ska vara ett heltal mellan 1 och 600.' })
  @Max(600, { message: 'STOP_SECONDS ska vara ett heltal mellan 1 och 600.' })
  STOP_SECONDS: number = 20;

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

  /** Without a request from a person for so long, a session ends before its hours are up. */
  @IsInt({ message: 'SESSION_IDLE_MINUTES ska vara ett heltal mellan 5 och 43200.' })
  @Min(5, { message: 'SESSION_IDLE_MINUTES ska vara ett heltal mellan 5 och 43200.' })
  @Max(43_200, { message: 'SESSION_IDLE_MINUTES ska vara ett heltal mellan 5 och 43200.' })
  SESSION_IDLE_MINUTES: number = 120;

  /** Identity providers to sign in with, as JSON: docs/operations.md. Unset: local accounts only. */
  @IsOptional()
  @IsString()
  SIGN_IN_FILE?: string;

  /**
   * Who in front of us may tell a visitor's network address: how many proxies there are, or their addresses and networks.
   * Empty: nobody, and the address is that of whoever is connected.
   */
  @IsString()
  TRUST_PROXY: string = '';

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

  /** Out of SIGN_IN_FILE, in the order written there. */
  providers: readonly ProviderSettings[] = [];

  get isHttps(): boolean {
    return this.PUBLIC_URL.startsWith('https:');
  }

  /** Names the service is asked by, beside that of PUBLIC_URL and the machine's own: host or host:port, commas between. */
  @Matches(/^[A-Za-z0-9.:,[\]\s-]*$/, { message: 'ALLOWED_HOSTS ska vara värdnamn med komma emellan.' })
  ALLOWED_HOSTS: string = '';

  /** Other limits than those of platform/limits/purposes.ts: `search=600/60 download=120/60`. */
  @Matches(/^[a-z_=/0-9,\s]*$/, { message: 'RATE_LIMITS ska se ut som search=600/60 download=120/60.' })
  RATE_LIMITS: string = '';

  /** Where to tell of a weakness: mailto:, https: or tel:. Empty: no /.well-known/security.txt. */
  @Matches(/^(?:(?:mailto:|https:\/\/|tel:)[\x21-\x7e]+)?$/, {
    message: 'SECURITY_CONTACT ska börja med mailto:, https:// eller tel:.',
  })
  SECURITY_CONTACT: string = '';

  get allowedHosts(): readonly string[] {
    return this.ALLOWED_HOSTS.split(/[\s,]+/).filter((host) => host !== '');
  }

  get limits(): ReadonlyMap<PurposeName, Limit> {
    return readLimits(this.RATE_LIMITS) ?? new Map();
  }

  /** In the form Express wants it. */
  get trustProxy(): false | number | string[] {
    if (this.TRUST_PROXY === '') return false;
    return /^\d$/.test(this.TRUST_PROXY) ? Number(this.TRUST_PROXY) : this.TRUST_PROXY.split(',');
  }

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

const NUMBERS = [
  'PORT',
  'DATABASE_POOL',
  'METRICS_PORT',
  'STOP_SECONDS',
  'SESSION_HOURS',
  'SESSION_IDLE_MINUTES',
  'SMTP_PORT',
  'SMTP_TIMEOUT',
];

/** A number from 0 to 9, or addresses, networks and the names Express has for them. */
function isTrustProxy(text: string): boolean {
  if (text === '' || /^\d$/.test(text)) return true;
  return text.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
    const most = isIP(address) === 6 ? 128 : 32;
    return (
      isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    );
  });
}

/** Thrown when the process must not start; the message is meant for the person at the terminal. */
export class StartError extends Error {}

export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const known = Object.keys(new Environment()).filter((name) => /^[A-Z_]+$/.test(name));
  const optional = [
    'DATABASE_URL',
    'DATABASE_APP_URL',
    'DATABASE_REPLICA_URL',
    'METRICS_PORT',
    'DATABASE_PUBLIC_URL',
    'SMTP_URL',
    'SMTP_HOST',
    'MAIL_FOLDER',
    'SIGN_IN_FILE',
  ];
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
  if (!isTrustProxy(environment.TRUST_PROXY))
    faults.push('TRUST_PROXY ska vara antalet proxyservrar framför tjänsten, eller deras adresser med komma emellan.');
  if (environment.SIGN_IN_FILE) {
    const read = readSignInFile(resolve(source['INIT_CWD'] ?? process.cwd(), environment.SIGN_IN_FILE), source);
    environment.providers = read.providers;
    faults.push(...read.faults.map((fault) => `SIGN_IN_FILE: ${fault}`));
  }
  if (readLimits(environment.RATE_LIMITS) === null)
    faults.push('RATE_LIMITS ska nämna kända gränser, som search=600/60 (antal på sekunder), med mellanslag emellan.');
  if (faults.length > 0) throw new StartError(`Inställningarna går inte att använda:\n  ${faults.join('\n  ')}`);
  return environment;
}
