import { Command, CommanderError } from 'commander';
import { CommandFailure } from './command-failure.ts';

/**
 * The commands, each in its own module and loaded only when asked for, so that `parse` starts without Nest, TypeORM or
 * a database. A new command is one file with a factory for its `Command`, and one line here.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  account: async () => (await import('./account.command.ts')).accountCommand(),
  backup: async () => (await import('./backup.command.ts')).backupCommand(),
  dispose: async () => (await import('./dispose.command.ts')).disposeCommand(),
  operator: async () => (await import('./operator.command.ts')).operatorCommand(),
  parse: async () => (await import('./parse.command.ts')).parseCommand(),
  person: async () => (await import('./person.command.ts')).personCommand(),
  report: async () => (await import('./report.command.ts')).reportCommand(),
  restore: async () => (await import('./restore.command.ts')).restoreCommand(),
  verify: async () => (await import('./verify.command.ts')).verifyCommand(),
};

const USAGE = 2;

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Använd:',
  'Arguments:': 'Argument:',
  'Options:': 'Flaggor:',
};

async function run(args: readonly string[]): Promise<number> {
  const asked = args[0] ?? '';
  const names = Object.keys(COMMANDS);
  const load = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  if (!load) {
    const help = `Använd: samhandling <kommando>. Kommandon: ${names.join(', ')}. Hjälp: samhandling <kommando> --help.`;
    const isHelp = asked === '--help' || asked === '-h';
    (isHelp ? process.stdout : process.stderr).write(
      `${asked === '' || isHelp ? '' : `Okänt kommando ”${asked}”. `}${help}\n`,
    );
    return isHelp ? 0 : USAGE;
  }
  const program = new Command('samhandling')
    .exitOverride()
    .helpOption('-h, --help', 'visa den här hjälpen')
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title });
  const command = await load();
  command.copyInheritedSettings(program);
  program.addCommand(command);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      process.stderr.write(`${usageSentence(error)} Använd: samhandling ${asked} ${command.usage()}\n`);
      return USAGE;
    }
    if (error instanceof CommandFailure) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`Något gick fel: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Commander's own messages are English; the person at the prompt gets them in Swedish. */
function usageSentence(error: CommanderError): string {
  const named = /'([^']+)'/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.missingArgument':
      return `Ange ${named}.`;
    case 'commander.unknownOption':
      return `Okänd flagga ”${named}”.`;
    case 'commander.excessArguments':
      return 'För många argument.';
    case 'commander.missingMandatoryOptionValue':
    case 'commander.optionMissingArgument':
      return `Ange ett värde för ”${named}”.`;
    default:
      return 'Kommandot kunde inte tolkas.';
  }
}

const code = await run(process.argv.slice(2));
process.exitCode = code;
// The embedded database's package ends an idle process with 0, whatever exitCode says; this one says it aloud.
process.once('beforeExit', () => process.exit(code));
