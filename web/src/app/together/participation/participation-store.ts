import { Injectable, computed, inject, signal } from '@angular/core';
import type { Id, ParticipationActivity, ParticipationRow, ParticipationSheet } from '@samhandling/contracts';
import type { ParticipationState } from '@samhandling/domain';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { TogetherApi } from '../data/together-api.ts';

export interface Statement {
  readonly activityId: Id;
  readonly organisationId: Id;
  readonly state: ParticipationState | null;
  readonly note?: string;
}

export const statementKey = (activityId: Id, organisationId: Id): string => `${activityId}/${organisationId}`;

/** What is stated on a page, and stated anew: shown at once, sent one after the other, taken back if it was refused. */
@Injectable()
export class ParticipationStore {
  private readonly api = inject(TogetherApi);
  private readonly messages = inject(Messages);

  private roundId: Id = '';
  private readonly stored = signal<readonly ParticipationActivity[]>([]);
  private readonly waiting = signal<ReadonlyMap<string, ParticipationState | null>>(new Map());
  private queue: Promise<void> = Promise.resolve();

  /** Refused of the last change: whose, and why. */
  readonly refused = signal<readonly { readonly name: string; readonly reason: string }[]>([]);
  /** Told to those who cannot see it. */
  readonly said = signal('');
  readonly saving = computed(() => this.waiting().size > 0);
  readonly activities = computed<readonly ParticipationActivity[]>(() => {
    const waiting = this.waiting();
    if (waiting.size === 0) return this.stored();
    return this.stored().map((activity) => ({
      ...activity,
      rows: activity.rows.map((row) => {
        const state = waiting.get(statementKey(activity.id, row.organisation.id));
        return state === undefined ? row : { ...row, state };
      }),
    }));
  });

  load(roundId: Id, activities: ParticipationSheet['activities']): void {
    this.roundId = roundId;
    this.stored.set(activities);
  }

  row(activityId: Id, organisationId: Id): ParticipationRow | undefined {
    return this.stored()
      .find(({ id }) => id === activityId)
      ?.rows.find(({ organisation }) => organisation.id === organisationId);
  }

  /** Each change waits for the one before, so that two quick ones of the same cell do not meet. */
  state(changes: readonly Statement[], isUndo = false): Promise<void> {
    if (changes.length === 0) return Promise.resolve();
    this.waiting.update(
      (before) =>
        new Map([
          ...before,
          ...changes.map((one) => [statementKey(one.activityId, one.organisationId), one.state] as const),
        ]),
    );
    this.queue = this.queue.then(() => this.send(changes, isUndo));
    return this.queue;
  }

  private async send(changes: readonly Statement[], isUndo: boolean): Promise<void> {
    const before = changes.map((one) => this.row(one.activityId, one.organisationId));
    try {
      const rows = changes.map((one, index) => ({ ...one, version: before[index]?.version ?? 0 }));
      const { results, activities } = await this.api.putParticipation(this.roundId, { rows });
      this.stored.update((all) => all.map((one) => activities.find(({ id }) => id === one.id) ?? one));
      this.refused.set(
        results.flatMap(({ result, reason }, index) =>
          reason !== '' && (result === 'refused' || result === 'stale')
            ? [{ name: before[index]?.organisation.name ?? '', reason }]
            : [],
        ),
      );
      const back = changes.flatMap((one, index) =>
        results[index]?.result === 'saved' ? [{ ...one, state: before[index]?.state ?? null }] : [],
      );
      this.tell(back, isUndo);
    } catch (error) {
      this.messages.fail(problemOf(error).detail);
    } finally {
      const sent = new Set(changes.map((one) => statementKey(one.activityId, one.organisationId)));
      this.waiting.update((now) => new Map([...now].filter(([key]) => !sent.has(key))));
    }
  }

  private tell(back: readonly Statement[], isUndo: boolean): void {
    if (back.length === 0) return;
    const text = isUndo
      ? $localize`:@@together.participation.undone:Ändringen är ångrad`
      : back.length === 1
        ? $localize`:@@together.participation.savedOne:Sparat`
        : $localize`:@@together.participation.savedMany:${back.length}:count: uppgifter sparade`;
    this.said.set(text);
    // One cell is undone by stating it anew; a whole row is not.
    if (back.length > 1 && !isUndo)
      this.messages.say(text, {
        label: $localize`:@@together.undo:Ångra`,
        run: () =>
          void this.state(
            back.map(({ note: _, ...one }) => one),
            true,
          ),
      });
  }
}
