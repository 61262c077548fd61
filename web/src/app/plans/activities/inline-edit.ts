import { Injectable, Injector, inject, signal, untracked } from '@angular/core';
import type { ActivityListItem, FollowUpPage, Id, Problem, Reporter } from '@samhandling/contracts';
import { JUDGEMENT_LABELS, NOT_JUDGED_LABEL, compareSwedish } from '@samhandling/domain';
import { formatDay, formatInstant, injectLocale } from '@samhandling/ui';
import { type SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { Undo } from '../../core/undo.ts';
import { FollowUpApi, isFollowUpPage } from '../../follow-up/data/follow-up-api.ts';
import { BulkApi } from '../../lists/bulk-api.ts';
import {
  INLINE_FIELDS,
  type InlineField,
  type InlineValue,
  inlineValueOf,
  reportersFor,
  requestOf,
  storedValueOf,
  withStored,
} from './inline-value.ts';

export interface CellState {
  readonly status: SaveStatus;
  readonly reason: string;
}
const IDLE: CellState = { status: 'idle', reason: '' };

/** The page that shows the list: how it takes a stored row, and how it is read anew. */
export interface InlineHost {
  readonly replace: (item: ActivityListItem) => void;
  readonly reload: () => void;
}

/**
 * Writing in the list: one cell, or the small form of a row, saved on its own with the version the row was read in. Saves in
 * one row follow each other. Somebody else's save is never written over: where both have changed the same thing, a person
 * chooses.
 */
@Injectable()
export class InlineEdit {
  private readonly api = inject(FollowUpApi);
  private readonly bulk = inject(BulkApi);
  private readonly undo = inject(Undo);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();

  private host: InlineHost | null = null;
  private readonly cells = signal<Readonly<Record<string, CellState>>>({});
  private readonly unsaved = signal<ReadonlySet<string>>(new Set());
  /** The newest known form of each row, which the list may not have shown yet. */
  private readonly newest = new Map<Id, ActivityListItem>();
  private readonly queues = new Map<Id, Promise<unknown>>();
  readonly people = signal<readonly Reporter[]>([]);
  readonly labels: Readonly<Record<InlineField, string>> = {
    judgement: $localize`:@@plans.judgement:Läge`,
    reporterId: $localize`:@@plans.reporter:Rapportör`,
    nextStepDate: $localize`:@@plans.nextStep:Nästa steg`,
  };

  use(host: InlineHost): void {
    this.host = host;
  }

  /** The rows have been read anew: what was known of them is in them, and what was said of saves is said. */
  forget(): void {
    this.newest.clear();
    const unsaved = untracked(this.unsaved);
    this.cells.update((cells) => Object.fromEntries(Object.entries(cells).filter(([key]) => unsaved.has(key))));
  }

  async loadPeople(roundId: Id): Promise<void> {
    const { people } = await this.bulk.reporters(roundId);
    this.people.set([...people].sort((a, b) => compareSwedish(a.name, b.name)));
  }

  state(item: ActivityListItem, field: InlineField): CellState {
    return this.cells()[keyOf(item, field)] ?? IDLE;
  }

  /** Typed and not saved, by which leaving the page is asked about. */
  mark(item: ActivityListItem, field: InlineField, isChanged: boolean): void {
    const key = keyOf(item, field);
    this.unsaved.update((keys) => {
      const now = new Set(keys);
      if (isChanged) now.add(key);
      else now.delete(key);
      return now;
    });
    this.tell([key], isChanged ? { status: 'changed', reason: '' } : IDLE);
  }

  hasUnsaved(): boolean {
    return this.unsaved().size > 0;
  }

  /** True when it is stored. */
  save(item: ActivityListItem, changes: Partial<InlineValue>): Promise<boolean> {
    const id = item.followUpId;
    if (id === null || Object.keys(changes).length === 0) return Promise.resolve(true);
    // At once: the same cell is also left when Enter goes on to the next, and must not be saved twice.
    this.tell(keysOf(item, changes), { status: 'saving', reason: '' });
    const before = this.queues.get(id) ?? Promise.resolve();
    const turn = before.then(() => this.send(this.newest.get(id) ?? item, changes));
    this.queues.set(id, turn);
    return turn;
  }

  private async send(item: ActivityListItem, changes: Partial<InlineValue>): Promise<boolean> {
    const { followUpId: id, followUpVersion: version } = item;
    if (id === null || version === null) return false;
    const keys = keysOf(item, changes);
    this.tell(keys, { status: 'saving', reason: '' });
    try {
      const page = await this.api.update(id, version, requestOf(changes));
      this.undo.offer(this.doneWords(item, page, changes), () => this.host?.reload());
      this.accept(item, page);
      this.settle(keys, { status: 'saved', reason: '' });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412 && isFollowUpPage(problem.current)) {
        return await this.choose(item, problem.current, changes, keys);
      }
      this.tell(keys, { status: 'failed', reason: reasonOf(problem) });
      return false;
    }
  }

  /** Somebody else saved first. Only what both have changed is asked about. */
  private async choose(
    item: ActivityListItem,
    theirs: FollowUpPage,
    mine: Partial<InlineValue>,
    keys: readonly string[],
  ): Promise<boolean> {
    const [base, stored] = [inlineValueOf(item), storedValueOf(theirs.followUp)];
    const wanted: InlineValue = { ...stored, ...mine };
    const clashes = staleFields(base, wanted, stored, this.labels, (name, value) =>
      this.shown(item, theirs, name, value),
    );
    if (clashes.length === 0) {
      this.accept(item, theirs);
      this.settle(keys, { status: 'saved', reason: '' });
      return true;
    }
    if (clashes.every(({ proposed }) => proposed === 'mine')) return this.send(withStored(item, theirs), mine);
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who: this.whoSaved(theirs), fields: clashes });
    if (answer === null) {
      this.tell(keys, { status: 'changed', reason: '' });
      return false;
    }
    const merged = mergedByChoice(wanted, stored, answer);
    const kept = Object.fromEntries(
      INLINE_FIELDS.filter((name) => merged[name] !== stored[name]).map((name) => [name, merged[name]]),
    );
    if (Object.keys(kept).length > 0) return this.send(withStored(item, theirs), kept);
    this.accept(item, theirs);
    this.settle(keys, IDLE);
    return true;
  }

  private accept(item: ActivityListItem, page: FollowUpPage): void {
    const now = withStored(item, page);
    this.newest.set(page.followUp.id, now);
    this.host?.replace(now);
  }

  private tell(keys: readonly string[], state: CellState): void {
    this.cells.update((cells) => ({ ...cells, ...Object.fromEntries(keys.map((key) => [key, state])) }));
  }

  private settle(keys: readonly string[], state: CellState): void {
    this.tell(keys, state);
    this.unsaved.update((unsaved) => new Set([...unsaved].filter((key) => !keys.includes(key))));
  }

  private shown(item: ActivityListItem, page: FollowUpPage, name: InlineField, value: InlineValue): string {
    switch (name) {
      case 'judgement':
        return (value.judgement === null ? NOT_JUDGED_LABEL : JUDGEMENT_LABELS[value.judgement])[this.locale];
      case 'nextStepDate':
        return value.nextStepDate === '' ? '' : formatDay(value.nextStepDate, this.locale);
      case 'reporterId': {
        const people = [...reportersFor(item, this.people()), ...page.reporters, ...theReporter(page)];
        return people.find(({ id }) => id === value.reporterId)?.name ?? '';
      }
    }
  }

  private doneWords(item: ActivityListItem, page: FollowUpPage, changes: Partial<InlineValue>): string {
    const stored = storedValueOf(page.followUp);
    const said = INLINE_FIELDS.filter((name) => name in changes).map((name) => {
      const value = this.shown(item, page, name, stored) || $localize`:@@lists.inline.none:inget`;
      return $localize`:@@lists.inline.now:${this.labels[name]}:field: är nu: ${value}:value:.`;
    });
    return `${item.reference}. ${said.join(' ')}`;
  }

  private whoSaved({ followUp }: FollowUpPage): string {
    const when = formatInstant(followUp.updatedAt, this.locale);
    return followUp.updatedBy
      ? $localize`:@@followUp.stale.who:${followUp.updatedBy.name}:name: sparade ${when}:when:.`
      : $localize`:@@followUp.stale.when:Svaret sparades ${when}:when:.`;
  }
}

function keyOf(item: ActivityListItem, field: InlineField): string {
  return `${item.followUpId ?? item.id}:${field}`;
}

function keysOf(item: ActivityListItem, changes: Partial<InlineValue>): string[] {
  return INLINE_FIELDS.filter((name) => name in changes).map((name) => keyOf(item, name));
}

function reasonOf(problem: Problem): string {
  const reasons = (problem.errors ?? []).map(({ reason }) => reason);
  return reasons.length > 0 ? reasons.join(' ') : problem.detail || problem.title;
}

function theReporter({ followUp }: FollowUpPage): readonly { id: Id; name: string }[] {
  return followUp.reporter === null ? [] : [followUp.reporter];
}
