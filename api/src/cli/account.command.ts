import { readAddress } from '@samhandling/domain';
import { Command } from 'commander';
import pg from 'pg';
import type { ProviderSettings } from '../platform/config/sign-in-file.ts';
import { CommandFailure } from './command-failure.ts';

interface AccountOptions {
  readonly email: string;
  readonly resetSecondFactor?: boolean;
  readonly unlink?: string;
  readonly newEmail?: string;
}

/**
 * `samhandling account`: lets somebody in again who has lost their second step, whose identity at a provider is another, or
 * whose address is. Only here: it is for whoever looks after the server to make sure who asks.
 */
export function accountCommand(): Command {
  return new Command('account')
    .description('hjälper någon som har tappat sitt andra steg, sin koppling till en leverantör eller sin adress')
    .usage('--email <adress> [--reset-second-factor] [--unlink <leverantör-id>] [--new-email <adress>]')
    .requiredOption('--email <adress>', 'personens e-postadress i tjänsten')
    .option('--reset-second-factor', 'ta bort tvåstegsinloggningen och återställningskoderna')
    .option('--unlink <leverantör-id>', 'ta bort kopplingen till leverantören med det id:t i SIGN_IN_FILE')
    .option('--new-email <adress>', 'personens nya e-postadress')
    .action(async (options: AccountOptions) => {
      process.stdout.write(await mendAccount(options, process.env));
    });
}

/**
 * Answers what to tell the person at the prompt. All that was asked for is done, or nothing.
 *
 * @throws CommandFailure with one sentence in Swedish.
 */
export async function mendAccount(
  options: AccountOptions,
  variables: Record<string, string | undefined>,
): Promise<string> {
  const email = addressOf(options.email);
  const newEmail = options.newEmail === undefined ? null : addressOf(options.newEmail);
  if (!options.resetSecondFactor && options.unlink === undefined && newEmail === null)
    throw new CommandFailure('Ange vad som ska göras: --reset-second-factor, --unlink eller --new-email.');
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  try {
    const environment = readEnvironment(variables);
    const database = await openDatabase(environment);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    try {
      await client.connect();
      await client.query('BEGIN');
      const mending = new Mending(client, database.ownerUrl, await find(client, email), environment.providers);
      if (options.resetSecondFactor) await mending.resetSecondFactor();
      if (options.unlink !== undefined) await mending.unlink(options.unlink);
      if (newEmail !== null) await mending.changeAddress(newEmail);
      const said = await mending.finish();
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

function addressOf(text: string): string {
  const address = readAddress(text);
  if (address === null) throw new CommandFailure(`”${text}” är ingen e-postadress.`);
  return address;
}

interface Found {
  readonly id: string;
  readonly email: string;
  readonly is_active: boolean;
}

async function find(client: pg.Client, email: string): Promise<Found> {
  const { rows } = await client.query<Found>('SELECT id, email, is_active FROM person WHERE email = $1 FOR UPDATE', [
    email,
  ]);
  const found = rows[0];
  if (!found) throw new CommandFailure(`Det finns ingen med adressen ${email}.`);
  if (!found.is_active) throw new CommandFailure(`Kontot ${email} är avstängt.`);
  return found;
}

type Values = Readonly<Record<string, unknown>>;

/** What is done to one account, in the transaction of the connection, and what is told of it to whom. */
class Mending {
  private readonly said: string[] = [];
  private readonly letter: { secondFactor?: boolean; provider?: string; newEmail?: string } = {};
  private before: Values = {};
  private after: Values = {};

  constructor(
    private readonly client: pg.Client,
    private readonly ownerUrl: string,
    private readonly person: Found,
    private readonly providers: readonly ProviderSettings[],
  ) {}

  async resetSecondFactor(): Promise<void> {
    const { email } = this.person;
    const had = await this.count('DELETE FROM second_factor WHERE person_id = $1 AND confirmed_at IS NOT NULL');
    if (had === 0) throw new CommandFailure(`${email} har ingen tvåstegsinloggning.`);
    await this.count('DELETE FROM recovery_code WHERE person_id = $1');
    await this.note('totp_off', { reason: 'by_operator' });
    this.letter.secondFactor = true;
    this.tell(`${email} loggar in utan ett andra steg, tills det slås på igen.`, { secondFactor: [true, false] });
  }

  async unlink(provider: string): Promise<void> {
    const { email } = this.person;
    const name = this.providers.find(({ id }) => id === provider)?.name ?? provider;
    const had = await this.count('DELETE FROM external_identity WHERE person_id = $1 AND provider = $2', provider);
    if (had === 0) throw new CommandFailure(`${email} är inte kopplad till leverantören ”${provider}”.`);
    await this.note('identity_unlinked', { provider: name });
    this.letter.provider = name;
    this.tell(`${email} är inte längre kopplad till ${name}. Nästa inloggning den vägen kopplar på nytt.`, {
      provider: [name, undefined],
    });
  }

  async changeAddress(newEmail: string): Promise<void> {
    const { email } = this.person;
    if (newEmail === email) throw new CommandFailure(`Adressen är redan ${email}.`);
    const { rowCount } = await this.client.query('SELECT 1 FROM person WHERE email = $1', [newEmail]);
    if (rowCount !== 0) throw new CommandFailure(`Adressen ${newEmail} är redan någon annans i tjänsten.`);
    await this.client.query('UPDATE person SET email = $2 WHERE id = $1', [this.person.id, newEmail]);
    // A letter that lies in the old mailbox opens nothing any more.
    await this.count('DELETE FROM password_reset WHERE person_id = $1');
    const invitations = await this.count(
      'UPDATE invitation SET ended_at = now() WHERE person_id = $1 AND accepted_at IS NULL AND ended_at IS NULL',
    );
    await this.note('email_changed', {});
    this.letter.newEmail = newEmail;
    const invited = invitations > 0 ? ' Inbjudan till den gamla gäller inte längre: be en planerare skicka en ny.' : '';
    this.tell(`${email} har nu adressen ${newEmail}.${invited}`, { email: [email, newEmail] });
  }

  /** Whoever was in is out, the counties' records know, and the person is told. */
  async finish(): Promise<string> {
    if ((await this.count('DELETE FROM session WHERE person_id = $1')) > 0) await this.note('session_revoked', {});
    await this.record();
    const { sendJob } = await import('../platform/jobs/send-job.ts');
    const { newEmail } = this.letter;
    // A letter to each address, so that one that fails does not make the other come twice.
    const addresses = newEmail === undefined ? [this.person.email] : [this.person.email, newEmail];
    await sendJob(
      this.client,
      this.ownerUrl,
      'account-letter',
      addresses.map((address) => ({
        kind: 'account_mended',
        personId: this.person.id,
        browser: '',
        mended: this.letter,
        address,
      })),
    );
    const letters = newEmail === undefined ? 'ett brev om det' : 'ett brev om det till båda adresserna';
    return `${[...this.said, `Personen är utloggad överallt och får ${letters}.`].join('\n')}\n`;
  }

  /** In each county the person belongs to, one row: row-level security lets the owner write in one at a time too. */
  private async record(): Promise<void> {
    const { newId } = await import('../platform/database/ids.ts');
    const { changesBetween } = await import('../platform/audit/audit.ts');
    const { rows } = await this.client.query<{ county_id: string }>(
      'SELECT county_id FROM county_person WHERE person_id = $1 AND left_at IS NULL ORDER BY county_id',
      [this.person.id],
    );
    for (const { county_id } of rows) {
      await this.client.query(`SELECT set_config('samhandling.county', $1, true)`, [county_id]);
      await this.client.query(
        `INSERT INTO audit_event (id, county_id, source, action, entity, entity_id, changes) VALUES ($1, $2, 'cli', 'update', 'person', $3, $4)`,
        [newId(), county_id, this.person.id, JSON.stringify(changesBetween(this.before, this.after))],
      );
    }
  }

  private tell(sentence: string, change: Readonly<Record<string, readonly [unknown, unknown]>>): void {
    this.said.push(sentence);
    for (const [field, [old, now]] of Object.entries(change)) {
      this.before = { ...this.before, [field]: old };
      if (now !== undefined) this.after = { ...this.after, [field]: now };
    }
  }

  private async note(kind: string, detail: Values): Promise<void> {
    await this.client.query(`SELECT note_access($1, $2, $3, '')`, [kind, this.person.id, JSON.stringify(detail)]);
  }

  private async count(sql: string, ...values: readonly string[]): Promise<number> {
    return (await this.client.query(sql, [this.person.id, ...values])).rowCount ?? 0;
  }
}
