import { COUNTY_ROLES, readAddress, ROLE_PROBLEM_WORDS, roleProblem, type CountyRole } from '@samhandling/domain';
import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { CommandFailure } from './command-failure.ts';

interface PersonOptions {
  readonly email: string;
  readonly name: string;
  readonly county: string;
  readonly role: string;
  readonly organisation?: string;
  readonly municipality?: string;
}

/**
 * `samhandling person`: gives somebody a role in a county, and an account if they have none. It is how the first planner
 * of an installation comes in. A new account's password is made here and shown once.
 */
export function personCommand(): Command {
  return new Command('person')
    .description('ge någon en roll i ett län, och ett konto om det saknas')
    .usage('--email <adress> --name <namn> --county <kod> --role <roll>')
    .requiredOption('--email <adress>', 'personens e-postadress i tjänsten')
    .requiredOption('--name <namn>', 'personens namn')
    .requiredOption('--county <kod>', 'länets kod, till exempel 07')
    .requiredOption('--role <roll>', 'planner, group_member, reporter, municipal_coordinator eller reader')
    .option('--organisation <namn>', 'organisationen som en rapportör svarar för')
    .option('--municipality <kod>', 'kommunen som en kommunal samordnare svarar för')
    .action(async (options: PersonOptions) => {
      process.stdout.write(await addPerson(options, process.env));
    });
}

/**
 * Answers what to tell the person at the prompt.
 *
 * @throws CommandFailure with one sentence in Swedish.
 */
export async function addPerson(
  options: PersonOptions,
  variables: Record<string, string | undefined>,
): Promise<string> {
  const role = readRole(options);
  const email = readAddress(options.email);
  if (email === null) throw new CommandFailure(`”${options.email}” är ingen e-postadress.`);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  try {
    const database = await openDatabase(readEnvironment(variables));
    const client = new pg.Client({ connectionString: database.appUrl });
    try {
      await client.connect();
      return await store(client, { ...options, email, role });
    } finally {
      await client.end();
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
}

/** By the same rule as on the page, with the flag to mend it. */
function readRole({ role, organisation, municipality }: PersonOptions): CountyRole {
  const known = COUNTY_ROLES.find((each) => each === role);
  if (!known)
    throw new CommandFailure(
      `Rollen ”${role}” finns inte. Välj planner, group_member, reporter, municipal_coordinator eller reader.`,
    );
  const problem = roleProblem({
    role: known,
    organisationId: organisation ?? null,
    municipalityCode: municipality ?? null,
  });
  if (problem) {
    const flag = problem.startsWith('organisation')
      ? 'Ange --organisation för rollen reporter, och bara för den.'
      : 'Ange --municipality för rollen municipal_coordinator, och bara för den.';
    throw new CommandFailure(`${ROLE_PROBLEM_WORDS[problem].sv} ${flag}`);
  }
  return known;
}

/** One transaction as the application's role, held to the county by row-level security like everybody else. */
async function store(
  client: pg.Client,
  { email, name, county, role, organisation, municipality }: PersonOptions & { readonly role: CountyRole },
): Promise<string> {
  const { newId } = await import('../platform/database/ids.ts');
  const { hashPassword } = await import('../sessions/passwords.ts');
  const { roleAdded } = await import('../people/role-audit.ts');
  const { changesBetween } = await import('../platform/audit/audit.ts');
  const one = async (sql: string, values: unknown[]): Promise<string | null> =>
    (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? null;
  const countyId = await one('SELECT id FROM county WHERE code = $1', [county]);
  if (!countyId) throw new CommandFailure(`Det finns inget län med koden ”${county}”.`);
  if (
    municipality &&
    !(await one('SELECT code AS id FROM municipality WHERE code = $1 AND county_id = $2', [municipality, countyId]))
  )
    throw new CommandFailure(`Länet har ingen kommun med koden ”${municipality}”.`);
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('samhandling.county', $1, true)`, [countyId]);
    const organisationId =
      organisation === undefined
        ? null
        : await one('SELECT id FROM organisation WHERE lower(name) = lower($1)', [organisation]);
    if (organisation !== undefined && !organisationId)
      throw new CommandFailure(`Länet har ingen organisation som heter ”${organisation}”.`);
    const existing = await one('SELECT id FROM person_by_email($1)', [email]);
    const password = randomBytes(12).toString('base64url');
    const personId = existing ?? newId();
    if (!existing) {
      await client.query('SELECT add_person($1, $2, $3)', [personId, email, name]);
      // A credential is its owner's alone, so the statement that makes it speaks as that person.
      await client.query(`SELECT set_config('samhandling.person', $1, true)`, [personId]);
      await client.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [
        personId,
        await hashPassword(password),
      ]);
    }
    const added = await client.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id, municipality_code) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [newId(), countyId, personId, role, organisationId, municipality ?? null],
    );
    if (added.rowCount === 1) {
      const entry = roleAdded(personId, { role, organisationId, municipalityCode: municipality ?? null });
      await client.query(
        `INSERT INTO audit_event (id, county_id, source, action, entity, entity_id, changes) VALUES ($1, $2, 'cli', $3, $4, $5, $6)`,
        [
          newId(),
          countyId,
          entry.action,
          entry.entity,
          personId,
          JSON.stringify(changesBetween({}, entry.after ?? {})),
        ],
      );
    }
    await client.query('COMMIT');
    if (existing)
      return added.rowCount === 0
        ? `${email} har redan den rollen.\n`
        : `${email} har fått rollen. Kontot och lösenordet är som förut.\n`;
    return `${email} har fått ett konto. Lösenord, som visas bara nu: ${password}\n`;
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
}
