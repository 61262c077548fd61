import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { CommandFailure } from './command-failure.ts';

interface OperatorOptions {
  readonly email: string;
  readonly name?: string;
  readonly remove?: boolean;
}

/**
 * `samhandling operator`: makes somebody an operator of the installation, or no longer one. Only here: the application's own
 * role may not, so nobody becomes one by way of the pages. A new account's password is made here and shown once.
 */
export function operatorCommand(): Command {
  return new Command('operator')
    .description('gör någon till driftansvarig för installationen, eller ta ifrån dem det')
    .usage('--email <adress> --name <namn> | --email <adress> --remove')
    .requiredOption('--email <adress>', 'personens e-postadress i tjänsten')
    .option('--name <namn>', 'personens namn, för den som är ny')
    .option('--remove', 'personen ska inte vara driftansvarig längre')
    .action(async (options: OperatorOptions) => {
      process.stdout.write(await changeOperator(options, process.env));
    });
}

/**
 * Answers what to tell the person at the prompt.
 *
 * @throws CommandFailure with one sentence in Swedish.
 */
export async function changeOperator(
  options: OperatorOptions,
  variables: Record<string, string | undefined>,
): Promise<string> {
  const email = options.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandFailure(`”${options.email}” är ingen e-postadress.`);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  try {
    const database = await openDatabase(readEnvironment(variables));
    const client = new pg.Client({ connectionString: database.ownerUrl });
    try {
      await client.connect();
      await client.query('BEGIN');
      const said = options.remove ? await remove(client, email) : await add(client, email, (options.name ?? '').trim());
      await client.query('COMMIT');
      return said;
    } finally {
      // What was not committed is undone with the connection.
      await client.end();
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
}

interface Found {
  readonly id: string;
  readonly is_active: boolean;
  readonly is_operator: boolean;
  readonly has_password: boolean;
}

async function add(client: pg.Client, email: string, name: string): Promise<string> {
  const found = await find(client, email);
  if (found && !found.is_active) throw new CommandFailure(`Kontot ${email} är avstängt.`);
  if (!found && name === '') throw new CommandFailure('Ange --name: det finns ingen med den adressen.');
  const { newId } = await import('../platform/database/ids.ts');
  const { hashPassword } = await import('../sessions/passwords.ts');
  const id = found?.id ?? newId();
  if (!found) await client.query('INSERT INTO person (id, email, name) VALUES ($1, $2, $3)', [id, email, name]);
  await client.query('UPDATE person SET is_operator = true WHERE id = $1', [id]);
  if (!found?.is_operator) await note(client, 'operator_on', id);
  if (found?.has_password)
    return found.is_operator
      ? `${email} är redan driftansvarig.\n`
      : `${email} är driftansvarig. Kontot och lösenordet är som förut.\n`;
  const password = randomBytes(18).toString('base64url');
  await client.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [
    id,
    await hashPassword(password),
  ]);
  return `${email} är driftansvarig. Lösenord, som visas bara nu: ${password}\nVarje inloggning med det meddelas de andra driftansvariga. Slå på tvåstegsinloggning under Mitt konto.\n`;
}

/** Whoever stops being an operator is out at once, whatever was open. */
async function remove(client: pg.Client, email: string): Promise<string> {
  const found = await find(client, email);
  if (!found?.is_operator) throw new CommandFailure(`${email} är inte driftansvarig.`);
  await client.query('UPDATE person SET is_operator = false WHERE id = $1', [found.id]);
  await client.query('DELETE FROM session WHERE person_id = $1', [found.id]);
  await note(client, 'operator_off', found.id);
  const { rows } = await client.query<{ left: number }>(
    'SELECT count(*)::int AS left FROM person WHERE is_operator AND is_active',
  );
  const left = rows[0]?.left ?? 0;
  return `${email} är inte driftansvarig längre, och är utloggad.${left === 0 ? ' Nu har installationen ingen driftansvarig.' : ''}\n`;
}

async function find(client: pg.Client, email: string): Promise<Found | undefined> {
  const { rows } = await client.query<Found>(
    `SELECT p.id, p.is_active, p.is_operator, c.person_id IS NOT NULL AS has_password
     FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.email = $1 FOR UPDATE OF p`,
    [email],
  );
  return rows[0];
}

async function note(client: pg.Client, kind: 'operator_on' | 'operator_off', personId: string): Promise<void> {
  await client.query(`SELECT note_access($1, $2, '{}', '')`, [kind, personId]);
}
