import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type {
  ActionPointInput,
  AgendaItemTransitionRequest,
  DecisionInput,
  Id,
  LiftInput,
  LiveState,
  Problem,
  WalkThrough,
} from '@samhandling/contracts';
import type { Judgement } from '@samhandling/domain';
import { problemOf } from '../../core/problem.ts';
import { ItemClock } from './item-clock.ts';
import { KeptPlace } from './kept-place.ts';
import { LiveFeed } from './live-feed.ts';
import { movedUp } from './moved-up.ts';
import { OnBehalf } from './on-behalf.ts';
import type { Create, Fields, Resource, ThingOperation } from './operations.ts';
import { type Stored, acted, made, retried, retriedAll, settled, without, written } from './outbox.ts';
import { Pen } from './pen.ts';
import { storedFollowUp, storedItem, storedMade } from './stored.ts';
import { seenItem, walkedItems } from './view.ts';
import { WalkOutbox } from './walk-outbox.ts';
import { WalkReading } from './walk-reading.ts';

/** Shown more briefly than this, an item was only passed. */
const LEAST_SECONDS = 5;

/** The meeting on screen: what was read, where we are, who writes, and what is written. Provided by the page. */
@Injectable()
export class WalkState {
  private readonly reading = inject(WalkReading);
  private readonly outbox = inject(WalkOutbox);
  private readonly feed = inject(LiveFeed);
  private readonly pen = inject(Pen);
  private readonly clock = inject(ItemClock);
  private readonly kept = inject(KeptPlace);
  readonly onBehalf = inject(OnBehalf);

  private readonly place = signal<Id | null>(null);
  private readonly touched = new Set<Id>();
  private meetingId = '';
  private isTaking = false;

  readonly walk = this.reading.walk;
  readonly meeting = this.reading.meeting;
  readonly problem = this.reading.problem;
  readonly lostTo = this.reading.lostTo;
  readonly atEnd = signal(false);
  /** Goes where the writer goes, until one browses by oneself. */
  readonly following = signal(true);
  readonly now = this.clock.now;

  readonly items = computed(() => {
    const walk = this.walk();
    return walk ? walkedItems(walk, this.reading.onAgenda) : [];
  });
  readonly index = computed(() =>
    Math.max(
      0,
      this.items().findIndex(({ id }) => id === this.place()),
    ),
  );
  readonly seenAll = computed(() => this.items().map((item) => seenItem(item, this.mine())));
  readonly seen = computed(() => {
    const item = this.items()[this.index()];
    return item ? seenItem(item, this.mine()) : null;
  });
  readonly mine = computed(() => {
    const ids = new Set(this.items().map(({ id }) => id));
    return this.outbox.operations().filter(({ itemId }) => ids.has(itemId));
  });
  readonly writing = computed(() => this.walk()?.mayWrite === true && this.walk()?.writer?.isMe === true);
  readonly connection = computed(() => ({
    waiting: this.mine().length,
    held: this.mine().filter(({ hold }) => hold !== null).length,
    offline: this.outbox.offline(),
    signedOut: this.outbox.signedOut(),
    kept: this.outbox.kept(),
  }));
  readonly seconds = computed(() => (this.seen()?.item.secondsUsed ?? 0) + this.elapsed());
  private readonly counts = computed(() => {
    const walk = this.walk();
    return this.writing() && walk !== null && Date.parse(walk.meeting.startsAt) <= this.now().getTime();
  });
  private readonly elapsed = computed(() => (this.counts() ? this.clock.seconds() : 0));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.leave();
      if (this.writing()) this.pen.giveBack(this.meetingId);
    });
  }

  async open(id: Id): Promise<void> {
    this.meetingId = id;
    this.outbox.resume();
    await this.reading.open(id);
    const walk = this.walk();
    if (!walk) return;
    this.start(walk);
    this.feed.open(id, { heard: (state) => this.heard(state), look: () => void this.reload() });
    if (walk.mayWrite && (walk.writer === null || walk.writer.isMe)) await this.takePen(false);
  }

  /** Where one is. By oneself: whoever follows stops following. */
  go(index: number, byOneself = true): void {
    const item = this.items()[index];
    if (!item) return;
    if (byOneself && !this.writing()) this.following.set(false);
    if (item.id !== this.place()) this.leave();
    this.atEnd.set(false);
    this.place.set(item.id);
    this.onBehalf.chosen.set(undefined);
    if (!this.writing()) return;
    this.pen.show(this.meetingId, item.id);
    this.kept.keepItem(this.meetingId, item.id);
  }

  next(): void {
    if (this.atEnd()) return;
    if (this.index() + 1 < this.items().length) this.go(this.index() + 1);
    else this.end();
  }

  previous(): void {
    if (this.atEnd()) this.go(this.items().length - 1);
    else this.go(Math.max(0, this.index() - 1));
  }

  end(): void {
    this.leave();
    this.atEnd.set(true);
    void this.reload();
  }

  follow(): void {
    this.following.set(true);
    this.goToCurrent();
  }

  /** Null when it is ours; otherwise why not. */
  async takePen(force: boolean): Promise<Problem | null> {
    if (this.isTaking) return null;
    this.isTaking = true;
    try {
      const lost = (): void => void this.reload();
      this.reading.setWriter(await this.pen.take(this.meetingId, force, lost));
      this.lostTo.set('');
      const ids = new Set(this.items().map(({ id }) => id));
      this.outbox.update((outbox) => retriedAll(outbox, ids), 0);
      this.clock.restart();
      if (this.writing()) this.pen.show(this.meetingId, this.place());
      return null;
    } catch (error) {
      await this.reading.reload();
      return problemOf(error);
    } finally {
      this.isTaking = false;
    }
  }

  /** As it is now. A pen that ran out while we had no connection, and that nobody has taken, is ours again. */
  async reload(): Promise<void> {
    const wasMine = this.writing();
    await this.reading.reload();
    const walk = this.walk();
    if (wasMine && walk?.mayWrite && walk.writer === null) await this.takePen(false);
    // Told again, where the telling was lost with the connection.
    else if (this.writing()) this.pen.show(this.meetingId, this.place());
  }

  write(note: string): void {
    const item = this.seen()?.item;
    if (!item || !this.writing()) return;
    this.touch(item.id);
    this.change('item', item.id, { note }, storedItem(item));
  }

  judge(judgement: Judgement, more: Fields = {}): void {
    const item = this.seen()?.item;
    const stored = item ? storedFollowUp(item) : null;
    const followUp = item?.about?.followUp;
    if (!item || !stored || !followUp?.mayWrite || !this.writing()) return;
    this.touch(item.id);
    this.change('followUp', followUp.id, { judgement, ...more }, stored, this.along());
  }

  /** Whom the judgement is written for, as it goes out. */
  readonly behalf = computed(() => this.onBehalf.of(this.seen()?.item.about?.followUp?.reporter ?? null));

  make(what: Create, body: DecisionInput | ActionPointInput | LiftInput): void {
    const item = this.seen()?.item;
    if (!item || !this.writing()) return;
    this.touch(item.id);
    this.outbox.update((outbox) => made(outbox, what, item.id, body, crypto.randomUUID()), 0);
  }

  /** Something made earlier in the meeting is worded better. */
  mend(resource: Exclude<Resource, 'item' | 'followUp'>, id: Id, change: Fields): void {
    const item = this.seen()?.item;
    if (!item || !this.writing()) return;
    const stored = storedMade(item, resource, id);
    if (stored) this.change(resource, id, change, stored);
  }

  /** What the item is about is done, or answered. */
  act(thing: Pick<ThingOperation, 'resource' | 'targetId' | 'version' | 'from' | 'to' | 'request'>): void {
    const item = this.seen()?.item;
    if (!item || !this.writing()) return;
    this.touch(item.id);
    this.outbox.update((outbox) => acted(outbox, item.id, thing), 0);
  }

  move(request: AgendaItemTransitionRequest, itemId = this.seen()?.item.id): void {
    const seen = this.seenAll().find(({ item }) => item.id === itemId);
    if (!seen || !this.writing()) return;
    this.touched.delete(seen.item.id);
    this.outbox.update((outbox) => movedUp(outbox, seen, request), 0);
  }

  settle(operationId: string, fields: Fields): void {
    this.outbox.update((outbox) => settled(outbox, operationId, fields), 0);
  }

  retry(operationId: string): void {
    this.outbox.update((outbox) => retried(outbox, operationId), 0);
  }

  discard(operationId: string): void {
    this.outbox.update((outbox) => without(outbox, operationId), 0);
  }

  signedInAgain(): void {
    this.outbox.back();
    void this.reload();
  }

  private change(resource: Resource, targetId: Id, change: Fields, stored: Stored, along: Fields = {}): void {
    const itemId = this.seen()?.item.id;
    if (itemId === undefined) return;
    this.outbox.update((outbox) => written(outbox, { resource, targetId, itemId, change, along }, stored));
  }

  private along(): Fields {
    const onBehalfOfId = this.behalf();
    return onBehalfOfId === null ? {} : { onBehalfOfId, channel: 'meeting' };
  }

  /** Kept, so that a page loaded anew still treats what was written under before. */
  private touch(itemId: Id): void {
    this.touched.add(itemId);
    this.kept.keepTouched(this.meetingId, this.touched);
  }

  /** What has been up is treated, and the time it took is kept. */
  private leave(): void {
    const seen = this.seen();
    const elapsed = this.elapsed();
    this.clock.restart();
    if (!seen || this.atEnd() || !this.writing()) return;
    const { item } = seen;
    if (this.touched.has(item.id) && seen.state === 'waiting') this.move({ transition: 'treat' }, item.id);
    if (elapsed < LEAST_SECONDS) return;
    this.change('item', item.id, { secondsUsed: item.secondsUsed + elapsed }, storedItem(item));
  }

  /** Where the meeting is; for who writes, where this browser was before the page was loaded anew. */
  private start(walk: WalkThrough): void {
    const items = this.items();
    const before = this.kept.touched(walk.meeting.id);
    for (const { id } of items) if (before.includes(id)) this.touched.add(id);
    const kept = walk.writer === null || walk.writer.isMe ? this.kept.item(walk.meeting.id) : null;
    const here =
      items.find(({ id }) => id === kept) ??
      items.find(({ id }) => id === walk.live.currentItemId) ??
      items.find(({ state }) => state === 'waiting') ??
      items[0];
    this.place.set(here?.id ?? null);
    this.clock.restart();
  }

  private heard(state: LiveState): void {
    if (this.reading.heard(state)) void this.reload().then(() => this.goToCurrent());
    else this.goToCurrent();
  }

  private goToCurrent(): void {
    const current = this.walk()?.live.currentItemId;
    if (this.writing() || !this.following() || !current) return;
    const index = this.items().findIndex(({ id }) => id === current);
    if (index >= 0 && (current !== this.place() || this.atEnd())) this.go(index, false);
  }
}
