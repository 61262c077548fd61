import { createHmac } from 'node:crypto';
import pg from 'pg';
import { runMigrations } from '@samhandling/migrations';
import { StartError } from '../config/environment.ts';
import { prepareJobs } from '../jobs/job-schema.ts';

export const APP_ROLE = 'samhandling_app';
export const PUBLIC_ROLE = 'samhandling_public';

/**
 * Brings the owner's database up to date and answers the connection string of the application role, which owns nothing.
 *
 * A role's password is derived from the owner's, so that several processes agree without a shared file. Whoever wants
 * it otherwise sets DATABASE_APP_URL and keeps the role's password themselves.
 */
export async function prepareDatabase(ownerUrl: string, appUrl?: string): Promise<string> {
  try {
    await runMigrations(ownerUrl);
    await prepareJobs(ownerUrl, APP_ROLE);
  } catch (fault) {
    throw new StartError(describe(fault, ownerUrl), { cause: fault });
  }
  return given(appUrl, ownerUrl, APP_ROLE, 'DATABASE_APP_URL');
}

/**
 * The connection string of the public's role in a database that is up to date. Apart from the application's, so that
 * nothing a public page asks for can reach what is not published, whatever mistake we make.
 */
export async function preparePublicRole(ownerUrl: string, publicUrl?: string): Promise<string> {
  return given(publicUrl, ownerUrl, PUBLIC_ROLE, 'DATABASE_PUBLIC_URL');
}

/** The address somebody has set, if the role in it is weak enough; otherwise one made from the owner's. */
async function given(url: string | undefined, ownerUrl: string, role: string, setting: string): Promise<string> {
  if (!url) return letIn(ownerUrl, role, setting);
  await refuseStrongRole(url, role, setting);
  return url;
}

async function letIn(ownerUrl: string, role: string, setting: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password || 'no-password')
    .update(role)
    .digest('hex');
  url.username = role;
  url.password = password;
  if (await opens(url.toString())) return url.toString();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(7264215002)`);
    await client.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
  } catch (fault) {
    throw new StartError(
      `Databasens ägare får inte sätta lösenord för rollen ${role}. Ange rollens egen adress i ${setting}.`,
      { cause: fault },
    );
  } finally {
    await client.end();
  }
  return url.toString();
}

/** Row-level security is what keeps counties apart, so a role it does not hold must not get as far as a request. */
async function refuseStrongRole(url: string, role: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; strong: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls
         OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS strong
       FROM pg_roles r WHERE rolname = current_user`,
    );
    if (rows[0]?.strong)
      throw new StartError(
        `Rollen ${rows[0].name} i ${setting} äger tabeller eller går förbi radskyddet. Ange en roll som bara är ${role}.`,
      );
  } catch (fault) {
    if (fault instanceof StartError) throw fault;
    const { message } = fault as Error;
    throw new StartError(`Databasen släpper inte in rollen i ${setting}: ${message}`, { cause: fault });
  } finally {
    await client.end();
  }
}

/** The standby's address; without a user it is read as the application's role, whose password the standby has too. */
export function replicaAddress(replicaUrl: string | undefined, appUrl: string): string | null {
  if (replicaUrl === undefined) return null;
  const url = new URL(replicaUrl);
  if (url.username === '') {
    const app = new URL(appUrl);
    url.username = app.username;
    url.password = app.password;
  }
  return url.toString();
}

/** Roles are the cluster's: a password that stands already is not set again, which two at once could not. */
async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
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
