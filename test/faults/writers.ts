import type { EventChoices, EventKind, FollowUpPage, OutcomeGrid, PlanListItem, Problem } from '@samhandling/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PLANNER } from './stage.ts';

/** What a writer has been told: nothing of it may be missing or be there twice afterwards. */
export interface Ledger {
  /** Events by the key they were registered with. */
  readonly events: string[];
  /** Keys that were sent at least once, told or not. */
  readonly triedEvents: string[];
  /** Values by outcome, in the order they were acknowledged. */
  readonly outcomes: Map<string, number[]>;
  /** Texts by follow-up. */
  readonly followUps: Map<string, string[]>;
  /** Answers that never came, or said that the service was not ready. */
  unanswered: number;
  /** Of those, how many turned out to have been stored: the answer was lost, not the write. */
  storedUntold: number;
  /** Answers of 500: nothing was foreseen for what happened. */
  internal: number;
  /** Answers that must not come. */
  readonly surprises: string[];
}

/** `null`: no answer that settles anything. */
type Sent<Body> = { readonly status: number; readonly body: Body & Partial<Problem> } | null;

/** Somebody at a screen who does not give up: what was not answered is sent again as it was. */
export class Writers {
  readonly ledger: Ledger = {
    events: [],
    triedEvents: [],
    outcomes: new Map(),
    followUps: new Map(),
    unanswered: 0,
    storedUntold: 0,
    internal: 0,
    surprises: [],
  };
  private cookie = '';
  private csrfToken = '';
  private stopped = false;
  private turn = 0;
  private running: Promise<unknown>[] = [];

  /** `bases`: of one process or several; each request goes to the next. */
  private readonly bases: readonly string[];

  constructor(bases: readonly string[]) {
    this.bases = bases;
  }

  async signIn(): Promise<void> {
    const answer = await fetch(`${this.bases[0]}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: PLANNER?.email, password: PLANNER?.password }),
    });
    const session = (await answer.json()) as { csrfToken: string };
    if (answer.status !== 201) throw new Error(`Signing in answered ${answer.status}: ${JSON.stringify(session)}`);
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.csrfToken = session.csrfToken;
  }

  /** Two of each kind begin, and go on until `stop`. */
  async start(): Promise<void> {
    const plans = await this.read<PlanListItem[]>('/api/v1/plans');
    const plan = plans.find(({ state, currentRound }) => state === 'adopted' && currentRound?.state === 'open');
    const round = plan?.currentRound;
    if (!plan || !round) throw new Error('The demo has no open round.');
    const kinds = await this.read<EventKind[]>('/api/v1/event-kinds');
    const choices = await this.read<EventChoices>(`/api/v1/events/choices?plan=${plan.slug}`);
    const grid = await this.read<OutcomeGrid>(`/api/v1/rounds/${round.id}/outcomes`);
    const cells = grid.rows
      .filter(({ indicator, cells: [cell] }) => indicator.kind === 'count' && cell?.mayEnter && !cell.computed)
      .slice(0, 2);
    const list = await this.read<{ items: { followUpId: string; followUpState: string }[] }>(
      `/api/v1/plans/${plan.slug}/activities?pageSize=100&followUpState=draft`,
    );
    const pages: FollowUpPage[] = [];
    for (const { followUpId } of list.items.slice(0, 2))
      pages.push(await this.read<FollowUpPage>(`/api/v1/follow-ups/${followUpId}`));
    const day = choices.today;
    this.running = [
      ...[0, 1].map(() => this.registerEvents(kinds[0]?.id ?? '', choices.activities[0]?.id ?? '', day)),
      ...cells.map(({ indicator, cells: [cell] }) =>
        this.enterOutcomes(`/api/v1/rounds/${round.id}/outcomes/${indicator.id}`, cell?.version ?? 0),
      ),
      ...pages.map(({ followUp }) => this.writeFollowUps(followUp.id, followUp.version)),
    ];
    if (this.running.length !== 6) throw new Error(`Only ${this.running.length} writers found something to write.`);
  }

  /** Lets each finish what it has begun. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  get acknowledged(): number {
    const { events, outcomes, followUps } = this.ledger;
    return [...outcomes.values(), ...followUps.values()].reduce((sum, { length }) => sum + length, events.length);
  }

  private async registerEvents(kindId: string, activityId: string, day: string): Promise<void> {
    while (!this.stopped) {
      const registrationKey = randomUUID();
      this.ledger.triedEvents.push(registrationKey);
      const body = { registrationKey, kindId, day, activityIds: [activityId], title: 'Skriven medan något går sönder' };
      const sent = await this.untilAnswered(() =>
        this.send('POST', '/api/v1/events', body, undefined, registrationKey),
      );
      if (!sent) continue;
      if (sent.status === 201 || sent.status === 200) this.ledger.events.push(registrationKey);
      else this.surprise('event', sent);
    }
  }

  private async enterOutcomes(path: string, first: number): Promise<void> {
    let version = first;
    const told: number[] = [];
    const begun = 1_000 + Math.floor(Math.random() * 1_000) * 1_000;
    for (let value = begun; !this.stopped; value += 1) {
      const body = { municipalityCode: null, sex: 'total', input: String(value) };
      let tries = 0;
      const sent = await this.untilAnswered<{
        cell: { id: string; version: number };
        current?: { version: number; value: number; id: string };
      }>(() => {
        tries += 1;
        return this.send('PUT', path, body, version);
      });
      if (!sent) continue;
      const current = sent.body.current as { version: number; value: number; id: string } | undefined;
      if (sent.status === 200) version = sent.body.cell.version;
      else if (sent.status === 412 && tries > 1 && current?.value === value) {
        // The write was stored and its answer lost: the person sees the own value standing there.
        version = current.version;
        this.ledger.storedUntold += 1;
      } else {
        this.surprise('outcome', sent);
        continue;
      }
      const id = sent.status === 200 ? sent.body.cell.id : (current?.id ?? '');
      told.push(value);
      this.ledger.outcomes.set(id, told);
    }
  }

  private async writeFollowUps(id: string, first: number): Promise<void> {
    let version = first;
    const told: string[] = [];
    this.ledger.followUps.set(id, told);
    for (let n = 1; !this.stopped; n += 1) {
      const done = `Skrift ${n} ${randomUUID()}`;
      let tries = 0;
      const sent = await this.untilAnswered<FollowUpPage>(() => {
        tries += 1;
        return this.send('PATCH', `/api/v1/follow-ups/${id}`, { done }, version);
      });
      if (!sent) continue;
      const current = sent.body.current as FollowUpPage | undefined;
      if (sent.status === 200) version = sent.body.followUp.version;
      else if (sent.status === 412 && tries > 1 && current?.followUp.done === done) {
        version = current.followUp.version;
        this.ledger.storedUntold += 1;
      } else {
        this.surprise('follow-up', sent);
        continue;
      }
      told.push(done);
    }
  }

  /** Sends again until an answer settles it. `null` when it was time to stop and nobody had answered. */
  private async untilAnswered<Body>(send: () => Promise<Sent<Body>>): Promise<Sent<Body>> {
    for (;;) {
      const sent = await send();
      if (sent) return sent;
      this.ledger.unanswered += 1;
      if (this.stopped) return null;
      await pause(20 + Math.random() * 60);
    }
  }

  private async send<Body>(
    method: string,
    path: string,
    body: unknown,
    ifMatch?: number,
    key?: string,
  ): Promise<Sent<Body>> {
    try {
      const answer = await fetch(this.nextBase() + path, {
        method,
        headers: {
          'content-type': 'application/json',
          cookie: this.cookie,
          'x-csrf-token': this.csrfToken,
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await answer.text();
      if (answer.status === 500) this.ledger.internal += 1;
      if (answer.status === 503 || answer.status === 429 || answer.status === 500) return null;
      return { status: answer.status, body: JSON.parse(text) as Body & Partial<Problem> };
    } catch {
      return null;
    }
  }

  private async read<Body>(path: string): Promise<Body> {
    const answer = await fetch(this.nextBase() + path, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  private nextBase(): string {
    this.turn += 1;
    return this.bases[this.turn % this.bases.length] ?? '';
  }

  private surprise(what: string, { status, body }: { status: number; body: unknown }): void {
    this.ledger.surprises.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }
}
