import { createHash } from 'node:crypto';

/** An answer ready to be sent, and the tag a browser shows to ask whether it still stands. */
export interface ReadyAnswer {
  readonly bytes: Buffer;
  readonly etag: string;
}

interface Edition {
  readonly revision: string;
  readonly answers: Map<string, ReadyAnswer>;
}

/** Plans kept; about 20 kB each, so the whole stays under ten megabytes. */
const MOST_PLANS = 400;
const MOST_ROUNDS = 30;

/**
 * Answers by plan, revision and round. The caller has just read the revision, so what is found
 * here is never older than that; a new revision throws the plan's old answers away. Row-level
 * security stands in front: only who sees the plan learns its id and revision.
 */
export class AnswerCache {
  private readonly editions = new Map<string, Edition>();

  find(planId: string, revision: string, round: string): ReadyAnswer | undefined {
    const edition = this.editions.get(planId);
    return edition?.revision === revision ? edition.answers.get(round) : undefined;
  }

  put(planId: string, revision: string, round: string, body: unknown): ReadyAnswer {
    const bytes = Buffer.from(JSON.stringify(body));
    const answer = { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
    const edition = this.edition(planId, revision);
    if (edition.answers.size >= MOST_ROUNDS) edition.answers.clear();
    edition.answers.set(round, answer);
    return answer;
  }

  /** Put last in the map, which forgets from the front. */
  private edition(planId: string, revision: string): Edition {
    const known = this.editions.get(planId);
    const edition = known?.revision === revision ? known : { revision, answers: new Map<string, ReadyAnswer>() };
    this.editions.delete(planId);
    this.editions.set(planId, edition);
    const oldest = this.editions.keys().next().value;
    if (this.editions.size > MOST_PLANS && oldest !== undefined) this.editions.delete(oldest);
    return edition;
  }
}
