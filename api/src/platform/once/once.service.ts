import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import type { QueryResult } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { Frame } from '../database/frame.ts';
import type { Transaction } from '../database/transaction.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { ProblemException, refused } from '../http/problem-exception.ts';
import { Jobs } from '../jobs/jobs.ts';
import { keyOf, requestHash } from './once-request.ts';
import { keyHash, seal, unseal } from './sealed.ts';

/** What a request answered, as far as its own route does not say it: the status is always the route's. */
export interface Answered {
  readonly body: unknown;
  /** The change it recorded, to be named in `Change-Id`. */
  readonly changeId: string | null;
}

export interface Outcome extends Answered {
  readonly isReplay: boolean;
}

/** Carries the first answer out past the service, which has nothing left to do. */
class AnsweredBefore extends Error {
  constructor(readonly answered: Answered) {
    super('The request has been answered before.');
  }
}

/** The first request has written in parts and is still at it. */
class NotAnsweredYet extends Error {}

interface StoredKey {
  readonly request_hash: string;
  readonly answer: Buffer | null;
  /** Nobody is at it any more: the process died before it could keep the answer. */
  readonly is_left: boolean;
}

const BETWEEN_LOOKS_MS = 200;
const MOST_LOOKS = 75;
const LEFT_AFTER = '30 seconds';

/** Sees to it that a request with a key is done once, however often it comes. See ADR 15. */
@Injectable()
export class OnceService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('key-sweep', () => this.sweep());
  }

  /**
   * `work` is done, and what it answers is kept in the transaction of what it wrote; or it was done before, and answers what it
   * answered then. A second one at the same time waits for the first. Nothing is kept of what failed or wrote nothing, so it
   * can be tried again. 400 without a key, 422 for a key that stood for another request.
   */
  async answer(request: Request, work: () => Promise<Answered>): Promise<Outcome> {
    const key = keyOf(request);
    const hash = requestHash(request);
    for (let look = 1; ; look += 1) {
      try {
        return { ...(await this.attempt(key, hash, work)), isReplay: false };
      } catch (fault) {
        if (fault instanceof AnsweredBefore) return { ...fault.answered, isReplay: true };
        if (!(fault instanceof NotAnsweredYet)) throw fault;
        if (look === MOST_LOOKS) throw unknownAnswer();
        await pause(BETWEEN_LOOKS_MS);
      }
    }
  }

  private async attempt(key: string, hash: string, work: () => Promise<Answered>): Promise<Answered> {
    const name = keyHash(key);
    const frame = new Frame(takeKey(name, hash), (taken, transaction) => lookAt(taken, transaction, key, hash));
    try {
      const answered = await this.uow.framed(frame, work);
      const keep = keepAnswer(name, seal(key, JSON.stringify(answered)));
      // What was written in parts has its key already; the answer follows.
      if (frame.isSettled) await this.uow.run(() => this.uow.manager.query(keep));
      else await frame.finish(keep);
      return answered;
    } catch (fault) {
      await frame.abandon();
      if (frame.isSettled) await this.forget(name);
      throw fault;
    }
  }

  /** Where even that fails, the first fault is the one worth telling, and the next to come with the key is told to look. */
  private async forget(name: string): Promise<void> {
    await this.uow
      .run(() => this.uow.manager.query(`DELETE FROM idempotency_key WHERE ${isKey(name)}`))
      .catch(() => undefined);
  }

  private async sweep(): Promise<void> {
    await this.uow.run(() => this.uow.manager.query(`SELECT sweep_idempotency_keys(interval '24 hours')`), {
      countyId: null,
      personId: null,
    });
  }
}

/** One statement without parameters, so that it can go with BEGIN. Hashes are hex: nothing in them can be SQL. */
function takeKey(name: string, hash: string): string {
  return `INSERT INTO idempotency_key (county_id, person_id, key_hash, request_hash)
    VALUES (current_county(), current_person(), '\\x${name}', '\\x${hash}') ON CONFLICT ON CONSTRAINT idempotency_key_pk DO NOTHING`;
}

function isKey(name: string): string {
  return `county_id = current_county() AND person_id = current_person() AND key_hash = '\\x${name}'`;
}

function keepAnswer(name: string, sealed: Buffer): string {
  return `UPDATE idempotency_key SET answer = '\\x${sealed.toString('hex')}' WHERE ${isKey(name)}`;
}

/** The database has made a second one wait until the first committed or gave up, so either the key is ours or it is answered. */
async function lookAt(taken: QueryResult | null, transaction: Transaction, key: string, hash: string): Promise<void> {
  if (taken?.rowCount === 1) return;
  const [stored] = await transaction.manager.query<StoredKey[]>(
    `SELECT encode(request_hash, 'hex') AS request_hash, answer, at < now() - interval '${LEFT_AFTER}' AS is_left FROM idempotency_key WHERE ${isKey(keyHash(key))}`,
  );
  if (!stored) throw new NotAnsweredYet();
  if (stored.request_hash !== hash) throw reused();
  if (!stored.answer) throw stored.is_left ? unknownAnswer() : new NotAnsweredYet();
  throw new AnsweredBefore(JSON.parse(unseal(key, stored.answer)) as Answered);
}

function reused(): ProblemException {
  return new ProblemException('key_reused', {
    sv: 'Samma Idempotency-Key har redan skickats med en annan begäran. Skicka den här med en ny nyckel.',
    en: 'The same Idempotency-Key has been sent with another request. Send this one with a new key.',
  });
}

function unknownAnswer(): ProblemException {
  return refused({
    sv: 'Samma begäran har redan tagits emot, men hur det gick är inte känt. Ladda om sidan och se vad som gäller innan du gör om den.',
    en: 'The same request has been received before, but how it went is not known. Reload the page and see what stands before you do it again.',
  });
}
