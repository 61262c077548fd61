import { createHmac } from 'node:crypto';
import pg from 'pg';
import { runMigrations } from '@samhandling/migrations';
import { StartError } from '../config/environment.ts';
import { prepareJobs } from '../jobs/job-schema.ts';

export const APP_ROLE = 'samhandling_app';

/**
 * Brings the owner's database up to date and answers the connection string of the application role, which owns nothing.
 *
 * The role's password is derived from the owner's, so that several processes agree without a shared file. Whoever wants
 * it otherwise sets DATABASE_APP_URL and keeps the role's password themselves.
 */
export async function prepareDatabase(ownerUrl: string, appUrl?: string): Promise<string> {
  try {
    await runMigrations(ownerUrl);
    await prepareJobs(ownerUrl, APP_ROLE);
  } catch (fault) {
    throw new StartError(describe(fault, ownerUrl), { cause: fault });
  }
  if (appUrl) return appUrl;
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password || 'no-password')
    .update(APP_ROLE)
    .digest('hex');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(7264215002)`);
    await client.query(`ALTER ROLE ${APP_ROLE} PASSWORD '${password}'`);
  } catch (fault) {
    throw new StartError(
      `Databasens ägare får inte sätta lösenord för rollen ${APP_ROLE}. Ange rollens egen adress i DATABASE_APP_URL.`,
      { cause: fault },
    );
  } finally {
    await client.end();
  }
  url.username = APP_ROLE;
  url.password = password;
  return url.toString();
}

function describe(fault: unknown, ownerUrl: string): string {
  const { host, pathname } = new URL(ownerUrl);
  const code = (fault as { code?: string }).code ?? '';
  const where = `${host}${pathname}`;
  if (code === '28P01' || code === '28000')
    return `Databasen på ${where} godtar inte användaren eller lösenordet i DATABASE_URL.`;
  if (code === '3D000') return `Databasen ${pathname.slice(1)} finns inte på ${host}. Skapa den först.`;
  if (code === '42501')
    return `Användaren i DATABASE_URL får inte ändra databasen på ${where}. Den ska äga databasen och få skapa roller.`;
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET/.test(code) || /timeout/i.test(String(fault)))
    return `Databasen på ${where} svarar inte (${code || 'timeout'}).`;
  return `Databasen på ${where} gick inte att uppdatera: ${fault instanceof Error ? fault.message : String(fault)}`;
}
