import { Component, Injector, afterNextRender, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EventKind, type UpdateEventKindRequest, pages } from '@samhandling/contracts';
import {
  Breadcrumb,
  Button,
  Empty,
  Field,
  Icon,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  injectLocale,
} from '@samhandling/ui';
import { LockedNote, SaveState, type SaveStatus } from '@samhandling/ui/work';
import { CurrentPlan } from '../../core/current-plan.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { type PartRules, savePart } from '../../core/save-part.ts';
import { Session } from '../../core/session.ts';
import { yesOrNo } from '../../core/stale.ts';
import { eventsWords } from '../data/event-words.ts';
import { EventsApi } from '../data/events-api.ts';

interface RowState {
  readonly status: SaveStatus;
  readonly reason: string;
}

type KindValues = Pick<EventKind, 'name' | 'position' | 'isActive'>;

/** `/handelsetyper`: the county's kinds of events. Saved one by one as they are changed. */
@Component({
  selector: 'sam-event-kinds-page',
  imports: [
    Breadcrumb,
    Button,
    Empty,
    Field,
    Icon,
    Input,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    SaveState,
    Skeleton,
  ],
  templateUrl: './event-kinds-page.html',
  styleUrl: './event-kinds-page.scss',
})
export class EventKindsPage {
  protected readonly pages = pages;
  protected readonly slug = inject(CurrentPlan).slug;
  private readonly api = inject(EventsApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  protected readonly mayEdit = computed(() => this.session.may('event.register_any'));
  private readonly session = inject(Session);
  protected readonly resource = this.api.kinds();
  private readonly answered = keepLast(this.resource);
  protected readonly kinds = linkedSignal<readonly EventKind[] | undefined>(() => this.answered());
  protected readonly active = computed(() => (this.kinds() ?? []).filter((kind) => kind.isActive));
  protected readonly inactive = computed(() => (this.kinds() ?? []).filter((kind) => !kind.isActive));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  private readonly states = signal<Readonly<Record<string, RowState>>>({});
  protected readonly newName = signal('');
  protected readonly newError = signal<string | null>(null);
  protected readonly adding = signal(false);
  protected readonly said = signal('');
  protected readonly labels = {
    heading: $localize`:@@events.kinds.title:Händelsetyper`,
    add: $localize`:@@events.kinds.new:Ny händelsetyp`,
    readOnly: $localize`:@@events.kinds.readOnly:Den som samordnar planen ändrar händelsetyperna.`,
    empty: $localize`:@@events.kinds.empty:Det finns inga händelsetyper än`,
  };
  private readonly saving: PartRules<EventKind, KindValues> = {
    send: (kind, part) => this.api.updateKind(kind, part),
    isStored: isEventKind,
    valueOf: ({ name, position, isActive }) => ({ name, position, isActive }),
    labels: {
      name: $localize`:@@events.kinds.fieldName:Namn`,
      position: $localize`:@@events.kinds.fieldPosition:Plats i ordningen`,
      isActive: $localize`:@@events.kinds.fieldActive:Går att välja`,
    },
    shown: (name, value) => (name === 'isActive' ? yesOrNo(value.isActive) : String(value[name])),
  };

  protected used(kind: EventKind): string {
    return eventsWords(kind.events, this.locale);
  }

  protected stateOf(kind: EventKind): RowState {
    return this.states()[kind.id] ?? { status: 'idle', reason: '' };
  }

  protected upLabel(kind: EventKind): string {
    return $localize`:@@events.kinds.up:Flytta upp ${kind.name}:name:`;
  }

  protected downLabel(kind: EventKind): string {
    return $localize`:@@events.kinds.down:Flytta ner ${kind.name}:name:`;
  }

  protected nameLabel(kind: EventKind): string {
    return $localize`:@@events.kinds.nameOf:Namn på ${kind.name}:name:`;
  }

  protected async rename(kind: EventKind, event: Event): Promise<void> {
    if (!(event.target instanceof HTMLInputElement)) return;
    const name = event.target.value.trim();
    if (name === kind.name) return;
    if (name === '') {
      event.target.value = kind.name;
      return;
    }
    await this.update(kind, { name });
  }

  protected async setActive(kind: EventKind, isActive: boolean): Promise<void> {
    if ((await this.update(kind, { isActive }))?.isActive !== isActive) return;
    if (isActive) {
      this.messages.say($localize`:@@events.kinds.activated:${kind.name}:name: går att välja igen.`);
    } else {
      this.messages.say(
        $localize`:@@events.kinds.deactivated:${kind.name}:name: går inte längre att välja. Det som är registrerat finns kvar.`,
        {
          label: $localize`:@@events.one.undo:Ångra`,
          run: () => {
            const now = this.kinds()?.find(({ id }) => id === kind.id);
            if (now) void this.update(now, { isActive: true });
          },
        },
      );
    }
  }

  /** The API makes room among the others; the page is told the new order. */
  protected async move(kind: EventKind, by: -1 | 1): Promise<void> {
    const at = this.active().findIndex(({ id }) => id === kind.id);
    if (!this.active()[at + by]) return;
    const place = at + by + 1;
    const stored = await this.update(kind, { position: place });
    if (stored === null) return;
    // Where somebody else has moved kinds meanwhile, only the API knows the order.
    if (stored.version !== kind.version + 1 || stored.position !== place) {
      this.resource.reload();
      return;
    }
    this.said.set($localize`:@@events.kinds.moved:${kind.name}:name: står nu på plats ${place}:place:.`);
    this.kinds.update((kinds) => {
      const others = (kinds ?? []).filter(({ id }) => id !== kind.id);
      const moved = (kinds ?? []).filter(({ id }) => id === kind.id);
      const order = others.toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
      return order.toSpliced(place - 1, 0, ...moved);
    });
    this.focusMove(kind.id, by);
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.newName.set(event.target.value);
    this.newError.set(null);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.newName().trim();
    if (name === '') {
      this.newError.set($localize`:@@events.kinds.nameMissing:Skriv vad händelsen kallas.`);
      return;
    }
    this.adding.set(true);
    try {
      const kind = await this.api.createKind({ name });
      this.kinds.update((kinds) => [...(kinds ?? []), kind]);
      this.newName.set('');
      this.messages.say($localize`:@@events.kinds.added:${kind.name}:name: är tillagd.`);
    } catch (error) {
      const problem = problemOf(error);
      this.newError.set(problem.errors?.map(({ reason }) => reason).join(' ') || `${problem.title}. ${problem.detail}`);
    } finally {
      this.adding.set(false);
    }
  }

  /** The kind as it is stored then; null when it was not saved, and why stands at its row. */
  private async update(kind: EventKind, request: UpdateEventKindRequest): Promise<EventKind | null> {
    this.say(kind.id, { status: 'saving', reason: '' });
    try {
      const stored = await savePart(this.injector, kind, request, this.saving);
      this.kinds.update((kinds) => (kinds ?? []).map((one) => (one.id === stored.id ? stored : one)));
      this.say(kind.id, { status: 'saved', reason: '' });
      return stored;
    } catch (error) {
      const problem = problemOf(error);
      const reason = problem.errors?.map((one) => one.reason).join(' ') || problem.detail || problem.title;
      this.say(kind.id, { status: 'failed', reason });
      return null;
    }
  }

  /** Follows the row to its new place; at an end the other button, since this one has nowhere left to go. */
  private focusMove(id: string, by: -1 | 1): void {
    const [first, second] = by === -1 ? ['.up', '.down'] : ['.down', '.up'];
    const find = (button: string): HTMLElement | null =>
      document.querySelector<HTMLElement>(`[data-kind="${id}"] ${button}:not(:disabled)`);
    afterNextRender(() => (find(first) ?? find(second))?.focus(), { injector: this.injector });
  }

  private say(id: string, state: RowState): void {
    this.states.update((states) => ({ ...states, [id]: state }));
  }
}

function isEventKind(value: unknown): value is EventKind {
  return (
    typeof value === 'object' && value !== null && 'position' in value && 'isActive' in value && 'version' in value
  );
}
