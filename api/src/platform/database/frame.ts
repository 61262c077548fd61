import type { QueryResult } from 'pg';
import type { Scope, Transaction } from './transaction.ts';

/**
 * A transaction that is opened by what a request writes first and stays open to the end of the request, so that something
 * can be written with both ends of it. `opening` goes in the round trip of BEGIN and `opened` looks at what it answered;
 * what `opened` throws stops the request before anything is written.
 */
export class Frame {
  private opens: Promise<Transaction> | null = null;
  private transaction: Transaction | null = null;
  private scope: Scope | null = null;
  private hasWritten = false;
  private hasLost = false;
  private settled = false;

  constructor(
    private readonly opening: string,
    private readonly opened: (answer: QueryResult | null, transaction: Transaction) => Promise<void>,
  ) {}

  get isOpen(): boolean {
    return this.opens !== null;
  }

  /** What was written is committed already; what is written from now on goes by itself. */
  get isSettled(): boolean {
    return this.settled;
  }

  async open(make: () => Transaction, scope: Scope): Promise<Transaction> {
    if (this.scope && (this.scope.countyId !== scope.countyId || this.scope.personId !== scope.personId))
      throw new Error('One request wrote for two people or counties.');
    this.scope = scope;
    this.opens ??= this.openNow(make(), scope);
    return this.opens;
  }

  noteWritten(): void {
    this.hasWritten = true;
  }

  /** Undoes what was written. The service may go on and answer, as it does for a preview. */
  async abandon(): Promise<void> {
    this.hasLost ||= this.hasWritten;
    const { transaction } = this;
    this.opens = this.transaction = null;
    if (!transaction) return;
    await transaction.undo();
    await transaction.release();
  }

  async settle(): Promise<void> {
    if (!this.transaction) return;
    await this.close();
    this.settled = true;
  }

  /** Commits, with `closing` in the same round trip. Answers false when there is nothing to commit. */
  async finish(closing: string): Promise<boolean> {
    if (this.hasLost) throw new Error('A request wrote in parts and lost one of them: it should settle between them.');
    if (!this.transaction) return false;
    await this.close(closing);
    return true;
  }

  private async openNow(transaction: Transaction, scope: Scope): Promise<Transaction> {
    this.transaction = transaction;
    try {
      await this.opened(await transaction.begin(scope, true, this.opening), transaction);
    } catch (fault) {
      await this.abandon();
      throw fault;
    }
    return transaction;
  }

  private async close(closing?: string): Promise<void> {
    const { transaction } = this;
    if (!transaction) return;
    try {
      await transaction.commit(closing);
    } catch (fault) {
      await transaction.undo();
      throw fault;
    } finally {
      this.opens = this.transaction = null;
      await transaction.release();
    }
  }
}
