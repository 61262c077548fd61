import { Injectable, Injector, computed, inject, linkedSignal, signal } from '@angular/core';
import type {
  AddAgendaItemsRequest,
  AgendaItem,
  AgendaItemTransitionRequest,
  Id,
  Meeting,
  MeetingTransitionRequest,
} from '@samhandling/contracts';
import type { SaveStatus } from '@samhandling/ui/work';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { type ProblemError, problemOf } from '../../core/problem.ts';
import { type PartRules, savePart } from '../../core/save-part.ts';
import { agendaRows, reordered } from '../data/agenda-rows.ts';
import { itemShort } from '../data/agenda-words.ts';
import { isAgendaItem, isMeeting } from '../data/meeting-values.ts';
import { MeetingsApi } from '../data/meetings-api.ts';

/**
 * The meeting on screen, and everything that is written in it. Writes go one after the other, each from the version the one
 * before it gave, so that a quick hand never clashes with itself; what somebody else changed is shown, never written over.
 */
@Injectable()
export class MeetingStore {
  private readonly api = inject(MeetingsApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly id = signal<Id | undefined>(undefined);

  readonly resource = this.api.meeting(this.id);
  private readonly loaded = keepLast(this.resource);
  readonly meeting = linkedSignal<Meeting | undefined>(() => this.loaded());
  readonly rows = computed(() => {
    const meeting = this.meeting();
    return agendaRows(meeting?.items ?? [], meeting?.startsAt ?? '');
  });
  readonly mayEdit = computed(() => {
    const meeting = this.meeting();
    return meeting !== undefined && meeting.mayWrite && meeting.lockedReason === '';
  });
  readonly status = signal<SaveStatus>('idle');
  readonly savedAt = signal('');
  readonly reason = signal('');
  /** For the live region: what was just done, in words. */
  readonly said = signal('');

  private readonly savingMinutes: PartRules<AgendaItem, { readonly minutes: number | null }> = {
    send: (item, part) => this.api.updateItem(item, part),
    isStored: isAgendaItem,
    valueOf: ({ minutes }) => ({ minutes }),
    labels: { minutes: $localize`:@@meetings.own.minutes:Minuter` },
    shown: (_, { minutes }) => String(minutes ?? ''),
  };
  private chain: Promise<unknown> = Promise.resolve();
  private wanted: readonly Id[] | null = null;
  private ordering = false;

  open(id: Id): void {
    this.id.set(id);
  }

  async refresh(): Promise<void> {
    const id = this.id();
    if (id === undefined) return;
    try {
      this.take(await this.api.read(id));
    } catch {
      this.resource.reload();
    }
  }

  take(meeting: Meeting): void {
    this.meeting.set(meeting);
  }

  /** Throws what the server refused: the dialog or form that asked shows it. */
  async transition(request: MeetingTransitionRequest): Promise<Meeting> {
    return this.enqueue(async () => {
      const meeting = await this.api.transition(this.now(), request);
      this.take(meeting);
      return meeting;
    });
  }

  async add(request: AddAgendaItemsRequest): Promise<void> {
    await this.enqueue(async () => {
      const before = new Set(this.now().items.map(({ id }) => id));
      const meeting = await this.api.addItems(this.now().id, request);
      this.take(meeting);
      const added = meeting.items.filter(({ id }) => !before.has(id)).length;
      this.said.set(
        added === 1
          ? $localize`:@@meetings.added.one:1 punkt är tillagd.`
          : $localize`:@@meetings.added.many:${added}:count: punkter är tillagda.`,
      );
    });
  }

  /** Shown at once, saved after, with undo. Moves made while one is being saved become one. */
  order(ids: readonly Id[]): void {
    this.putOrder(ids, (before) => {
      const run = (): void => {
        const now = this.rows().on.map(({ item }) => item.id);
        this.putOrder(reordered(before, now), () => {
          this.messages.say($localize`:@@meetings.order.undone:Ordningen är som den var.`);
        });
      };
      this.messages.say($localize`:@@meetings.order.changed:Ordningen är ändrad.`, {
        label: $localize`:@@core.undo:Ångra`,
        run,
      });
    });
  }

  setMinutes(item: AgendaItem, minutes: number | null): Promise<void> {
    return this.saving(async () => {
      await savePart(this.injector, this.fresh(item), { minutes }, this.savingMinutes);
      await this.refresh();
    });
  }

  /** Postponed, parked, removed or put back, with undo. Throws what the server refused. */
  async move(item: AgendaItem, request: AgendaItemTransitionRequest, words: string): Promise<void> {
    await this.saving(async () => {
      await this.api.transitionItem(this.fresh(item), request);
      await this.refresh();
      this.said.set(words);
      if (request.transition === 'restore') return;
      const run = (): void => {
        void this.move(
          item,
          { transition: 'restore' },
          $localize`:@@meetings.restored:${itemShort(item)}:item: är tillbaka på dagordningen.`,
        );
      };
      this.messages.say(words, { label: $localize`:@@core.undo:Ångra`, run });
    });
  }

  /** One write after the other. What fails is the caller's to say; the next one is tried all the same. */
  enqueue<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const run = this.chain.then(act);
    this.chain = run.catch(() => undefined);
    return run;
  }

  private now(): Meeting {
    const meeting = this.meeting();
    if (!meeting) throw new Error('No meeting is loaded');
    return meeting;
  }

  private fresh(item: AgendaItem): AgendaItem {
    return this.now().items.find(({ id }) => id === item.id) ?? item;
  }

  /** Says how it goes. What somebody else changed meanwhile is shown, with what was not saved. */
  private saving(act: () => Promise<void>): Promise<void> {
    this.status.set('saving');
    return this.enqueue(async () => {
      try {
        await act();
        this.savedAt.set(new Date().toISOString());
        this.status.set('saved');
      } catch (error) {
        await this.fail(error);
      }
    });
  }

  private async fail(error: unknown): Promise<void> {
    const problem = problemOf(error);
    if (problem.code === 'stale') {
      await this.refresh();
      this.reason.set($localize`:@@meetings.stale:någon annan har ändrat under tiden`);
      this.messages.fail(
        $localize`:@@meetings.staleText:Någon annan har ändrat samma sak under tiden. Nu ser du mötet som det är, och ditt senaste är inte sparat. Gör om det om det fortfarande behövs.`,
      );
    } else {
      this.reason.set(problem.title);
      this.messages.fail(problem.detail || problem.title);
      await this.refresh();
    }
    this.status.set('failed');
  }

  /** `done` is told the order that was there before, once another one has been saved. */
  private putOrder(ids: readonly Id[], done: (before: readonly Id[]) => void): void {
    const before = this.rows().on.map(({ item }) => item.id);
    this.lay(ids);
    this.wanted = ids;
    if (this.ordering) return;
    this.ordering = true;
    void this.saving(async () => {
      let back: readonly Id[] | null = before;
      try {
        while (this.wanted !== null) back = await this.sendOrder(before);
      } finally {
        this.ordering = false;
        this.wanted = null;
      }
      if (back !== null) done(back);
    });
  }

  /** The order a way back leads to: the one before, theirs when mine was chosen over it, none when theirs was. */
  private async sendOrder(before: readonly Id[]): Promise<readonly Id[] | null> {
    const ids = this.wanted ?? [];
    let back: readonly Id[] | null = before;
    this.wanted = null;
    try {
      this.take(await this.api.order(this.now(), { ids }));
    } catch (error) {
      const { code, current } = problemOf(error as ProblemError);
      if (code !== 'stale' || !isMeeting(current)) {
        this.lay(before);
        throw error;
      }
      back = await this.chooseOrder(ids, current);
    }
    // What was moved meanwhile stays where it was put until it is sent.
    if (this.wanted !== null) this.lay(this.wanted);
    return back;
  }

  /** Somebody else changed the agenda: both orders are shown, and a person chooses. */
  private async chooseOrder(mine: readonly Id[], theirs: Meeting): Promise<readonly Id[] | null> {
    const stored = agendaRows(theirs.items, theirs.startsAt).on.map(({ item }) => item);
    const ids = reordered(
      mine,
      stored.map(({ id }) => id),
    );
    const names = new Map(stored.map((item) => [item.id, itemShort(item)]));
    const field = {
      name: 'order',
      label: $localize`:@@meetings.order.label:Ordningen`,
      mine: listed(ids.map((id) => names.get(id) ?? '')),
      theirs: listed(stored.map(itemShort)),
      proposed: null,
    };
    this.take(theirs);
    if (field.mine === field.theirs) return null;
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who: '', fields: [field] });
    if (answer?.['order'] !== 'mine') return null;
    this.take(await this.api.order(theirs, { ids }));
    return stored.map(({ id }) => id);
  }

  /** The order as it is wanted, before the server has answered. */
  private lay(ids: readonly Id[]): void {
    const places = new Map(ids.map((id, at) => [id, at + 1]));
    this.meeting.update((meeting) =>
      meeting === undefined
        ? undefined
        : {
            ...meeting,
            items: meeting.items.map((item) => ({
              ...item,
              number: item.number === null ? null : (places.get(item.id) ?? item.number),
            })),
          },
    );
  }
}

function listed(names: readonly string[]): string {
  return names.map((name, at) => `${String(at + 1)}. ${name}`).join('\n');
}
