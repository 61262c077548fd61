import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { resolve } from 'node:path';

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

  get dataDirectory(): string {
    return resolve(process.env['INIT_CWD'] ?? process.cwd(), this.DATA_DIR);
  }
}

const NUMBERS = ['PORT', 'DATABASE_POOL', 'SESSION_HOURS'];

/** Thrown when the process must not start; the message is meant for the person at the terminal. */
export class StartError extends Error {}

export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const known = Object.keys(new Environment());
  const optional = ['DATABASE_URL', 'DATABASE_APP_URL'];
  const given: Record<string, unknown> = {};
  for (const name of [...known, ...optional]) {
    const value = source[name];
    if (value === undefined || value === '') continue;
    given[name] = NUMBERS.includes(name) ? (/^-?\d+$/.test(value) ? Number(value) : value) : value;
  }
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  if (source['PORT'] && !source['PUBLIC_URL']) environment.PUBLIC_URL = `http://localhost:${source['PORT']}`;
  const faults = validateSync(environment).flatMap((fault) => [...new Set(Object.values(fault.constraints ?? {}))]);
  if (faults.length > 0) throw new StartError(`Inställningarna går inte att använda:\n  ${faults.join('\n  ')}`);
  return environment;
}
