import { Injectable, Logger } from '@nestjs/common';
import type { LetterState } from '@samhandling/contracts';
import { Clock } from '../clock/clock.ts';
import type { Scope } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { DownloadFile } from '../files/download.ts';
import type { Job } from '../jobs/jobs.ts';
import { MailTransport, type Delivery, type OutgoingMail } from './mail-transport.ts';

/** Not done this time: the queue tries again. */
export class TryLater extends Error {}

/** A letter found "sending" by the next who gets it: whoever wrote that is gone, and nobody can know how far they came. */
export const STOPPED = 'Servern stannade medan brevet skickades.';
export const NO_PAPER = 'Bilagan gick inte att göra.';

/** The form of every secret in a letter (`newSecret`): what the mail server says of one may repeat the letter, and is shown and kept. */
const SECRET = /[\w-]{43,}/g;

/** How a letter went, as its row is to say. */
export interface LetterOutcome {
  readonly state: Extract<LetterState, 'sent' | 'retrying' | 'failed' | 'unknown'>;
  /** In words for who sent it; empty where it left. */
  readonly reason: string;
  /** When it left; null where it did not, or nobody knows. */
  readonly sentAt: Date | null;
}

export interface WrittenLetter {
  readonly mail: OutgoingMail;
}

/** One letter of a kind: its rows, its words and its secrets are the kind's own. Each of these runs in a unit of work. */
export interface LetterInHand<Row extends { readonly state: string }, Written extends WrittenLetter> {
  /** What is known of the letter, held until the commit. Null: there is no such letter. */
  find(): Promise<Row | null>;
  /** The paper that goes along, made before the letter is taken, so that one that cannot be made just now is made later. */
  readonly makePaper?: (row: Row) => Promise<DownloadFile | null>;
  /** Writes it, with its row in "sending". Null: not to be sent any more, which the row says by now. */
  write(row: Row, paper: DownloadFile | null): Promise<Written | null>;
  /** Only of a letter that waits, is being sent or has an unknown end. `written` is null where it never came to be written. */
  settle(outcome: LetterOutcome, written: Written | null): Promise<void>;
}

/**
 * Sends a letter, at most once: its row says "sending", and that is committed, before the mail server is spoken to. Whatever the
 * row says afterwards is what is known, and where nothing is known nothing is sent again.
 */
@Injectable()
export class LetterPost {
  private readonly logger = new Logger('LetterPost');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

  async send<Row extends { readonly state: string }, Written extends WrittenLetter>(
    job: Pick<Job<unknown>, 'isLast'>,
    scope: Scope,
    letter: LetterInHand<Row, Written>,
  ): Promise<void> {
    let paper: DownloadFile | null = null;
    if (letter.makePaper) {
      const row = await this.uow.run(() => this.findFree(letter), scope);
      if (!row) return;
      paper = await this.paperOf(job, scope, letter, row);
    }
    const written = await this.uow.run(async () => {
      const row = await this.findFree(letter);
      return row && letter.write(row, paper);
    }, scope);
    if (written) await this.deliver(job, scope, written, (outcome) => letter.settle(outcome, written));
  }

  /** From where the row is taken: speaks to the mail server, settles, and asks the queue for another try where there may be one. */
  async deliver(
    { isLast }: Pick<Job<unknown>, 'isLast'>,
    scope: Scope,
    { mail }: WrittenLetter,
    settle: (outcome: LetterOutcome) => Promise<void>,
  ): Promise<Delivery['result']> {
    const delivery = await this.transport.send(mail);
    const outcome = outcomeOf(delivery, isLast, this.clock.now());
    await this.uow.run(() => settle(outcome), scope);
    if (outcome.state === 'retrying') throw new TryLater(outcome.reason);
    return delivery.result;
  }

  private async findFree<Row extends { readonly state: string }, Written extends WrittenLetter>(
    letter: LetterInHand<Row, Written>,
  ): Promise<Row | null> {
    const row = await letter.find();
    // The queue lets nobody work on a letter twice at once.
    if (row?.state === 'sending') await letter.settle({ state: 'unknown', reason: STOPPED, sentAt: null }, null);
    return row?.state === 'waiting' || row?.state === 'retrying' ? row : null;
  }

  private async paperOf<Row extends { readonly state: string }, Written extends WrittenLetter>(
    { isLast }: Pick<Job<unknown>, 'isLast'>,
    scope: Scope,
    letter: LetterInHand<Row, Written>,
    row: Row,
  ): Promise<DownloadFile | null> {
    try {
      return await this.uow.read(() => letter.makePaper?.(row) ?? Promise.resolve(null), scope, 'primary');
    } catch (fault) {
      this.logger.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
      const state = isLast ? 'failed' : 'retrying';
      await this.uow.run(() => letter.settle({ state, reason: NO_PAPER, sentAt: null }, null), scope);
      throw fault;
    }
  }
}

function outcomeOf(delivery: Delivery, isLast: boolean, now: Date): LetterOutcome {
  if (delivery.result === 'accepted') return { state: 'sent', reason: '', sentAt: now };
  const reason = delivery.reason.replaceAll(SECRET, '…');
  const states = { later: isLast ? 'failed' : 'retrying', refused: 'failed', unknown: 'unknown' } as const;
  return { state: states[delivery.result], reason, sentAt: null };
}
