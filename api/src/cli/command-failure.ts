/** A command that could not do its work, with one sentence in Swedish for the person who ran it. Exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
