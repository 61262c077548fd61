import {
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EventAnswer, type Problem, pages } from '@samhandling/contracts';
import { Breadcrumb, Button, Empty, Icon, PageHeader, ProblemView, Skeleton, injectLocale } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { changeWords } from '../data/event-words.ts';
import {
  type EventValues,
  NO_VALUES,
  another,
  daySlip,
  inputOf,
  isEventValues,
  participantsSlip,
  repeated,
} from '../data/event-values.ts';
import { EventsApi } from '../data/events-api.ts';
import { LastUsed } from '../data/last-used.ts';
import { EventForm } from './event-form.ts';
import { EventReceipt } from './event-receipt.ts';

/** `/plan/:slug/handelser/ny`: one event in under twenty seconds, and what it did to the figures. */
@Component({
  selector: 'sam-new-event-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    Empty,
    EventForm,
    EventReceipt,
    Icon,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './new-event-page.html',
  styles: `
    .restored,
    .tools {
      display: block;
      margin-bottom: var(--sam-space-5);
    }
    .receipts {
      margin-bottom: var(--sam-space-8);
    }
    .another {
      margin-bottom: var(--sam-space-4);
    }
  `,
})
export class NewEventPage {
  readonly slug = input.required<string>();
  /** An activity to begin with, by id: from the activity's own page. */
  readonly aktivitet = input<string>();
  /** A day to begin with: from the calendar. */
  readonly dag = input<string>();

  protected readonly pages = pages;
  private readonly api = inject(EventsApi);
  private readonly drafts = inject(DraftStore);
  private readonly messages = inject(Messages);
  private readonly lastUsed = inject(LastUsed);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly plan = this.api.plan(this.slug);
  protected readonly choices = this.api.choices(this.slug);
  protected readonly ready = computed(() => (this.choices.hasValue() ? this.choices.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.choices.error();
    return error ? problemOf(error) : null;
  });
  private readonly form = viewChild(EventForm);

  /** The empty form: the kind used last, today, and what the address says. */
  private readonly start = computed((): EventValues => {
    const choices = this.ready();
    if (!choices) return NO_VALUES;
    const kinds = this.lastUsed.read().kinds.filter((id) => choices.kinds.some((kind) => kind.id === id));
    const activity = this.aktivitet() ?? '';
    return {
      ...NO_VALUES,
      kindId: kinds[0] ?? choices.last?.kindId ?? '',
      day: this.dag() ?? choices.today,
      activityIds: choices.activities.some(({ id }) => id === activity) ? [activity] : [],
    };
  });
  private readonly kept = linkedSignal(() => this.drafts.read(this.resource(), isKeptEvent)?.value ?? null);
  private readonly draft = computed(() => this.kept()?.values ?? null);
  protected readonly values = linkedSignal<EventValues>(() => this.draft() ?? this.start());
  /** What the form held when nothing was written in it yet. */
  private readonly base = linkedSignal<EventValues>(() => this.start());
  protected readonly restored = linkedSignal(() => this.draft() !== null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  /** Newest first. */
  protected readonly receipts = signal<readonly EventAnswer[]>([]);
  protected readonly said = signal('');
  /** One per event: the same one sent twice, by a double click, a new try or a draft found again, is one event. */
  private readonly key = linkedSignal<string>(() => this.kept()?.key ?? crypto.randomUUID());
  private readonly dirty = computed(() => JSON.stringify(this.values()) !== JSON.stringify(this.base()));

  protected readonly labels = {
    heading: $localize`:@@events.new.title:Registrera en händelse`,
    save: $localize`:@@events.new.save:Registrera händelsen`,
    receipts: $localize`:@@events.new.receipts:Registrerat nu`,
    nothing: $localize`:@@events.new.noActivities:Du kan inte registrera händelser här`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      if (plan) this.words.use(plan.plan.words);
    });
    effect(() => {
      const values = this.values();
      if (!this.ready()) return;
      if (this.dirty()) this.drafts.keep(this.resource(), { values, key: this.key() } satisfies KeptEvent);
      else this.drafts.discard(this.resource());
    });
  }

  protected repeat(): void {
    const last = this.ready()?.last;
    if (last) this.values.set(repeated(last, this.values().day));
    this.form()?.focus();
  }

  protected clear(): void {
    this.begin(this.start());
    this.restored.set(false);
  }

  protected async save(): Promise<void> {
    const choices = this.ready();
    if (!choices || this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    const values = this.values();
    if (!isComplete(values, choices.today, this.locale)) {
      this.form()?.focusError();
      return;
    }
    this.busy.set(true);
    try {
      const answer = await this.api.create({ ...inputOf(values, choices.today), registrationKey: this.key() });
      this.lastUsed.add(values.kindId, values.activityIds);
      this.receipts.update((receipts) => [answer, ...receipts]);
      this.said.set(this.spoken(answer));
      this.begin(another(values, values.day));
    } catch (error) {
      this.problem.set(problemOf(error));
      this.form()?.focusError();
    } finally {
      this.busy.set(false);
    }
  }

  /** Takes the event away again, and puts what it held back into the form when nothing new is written there. */
  protected async undo(answer: EventAnswer): Promise<void> {
    try {
      await this.api.remove(answer.event.id, answer.event.version);
      this.receipts.update((receipts) => receipts.filter((one) => one !== answer));
      this.messages.say($localize`:@@events.new.undone:Händelsen är borttagen och räknas inte längre.`);
      this.form()?.focus();
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(`${title}. ${detail}`);
    }
  }

  private begin(values: EventValues): void {
    this.key.set(crypto.randomUUID());
    this.tried.set(false);
    this.problem.set(null);
    this.base.set(values);
    this.values.set(values);
    afterNextRender(() => this.form()?.focus(), { injector: this.injector });
  }

  private resource(): string {
    return `event/new/${this.slug()}`;
  }

  private spoken(answer: EventAnswer): string {
    const figures = answer.changed
      .filter((figure) => !figure.differs)
      .map((figure) => {
        const { before, after } = changeWords(figure, this.locale);
        return $localize`:@@events.new.saidFigure:${figure.text}:text: från ${before}:before: till ${after}:after:.`;
      });
    return [$localize`:@@events.new.said:Händelsen är registrerad.`, ...figures].join(' ');
  }
}

/** A draft with the key it was, or will be, sent with. */
interface KeptEvent {
  readonly values: EventValues;
  readonly key: string;
}

function isKeptEvent(value: unknown): value is KeptEvent {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('key' in value)) return false;
  return isEventValues(value.values) && typeof value.key === 'string';
}

function isComplete(values: EventValues, today: string, locale: 'sv' | 'en'): boolean {
  const figures = [
    values.participants,
    ...Object.values(values.byMunicipality),
    ...Object.values(values.byOrganisation),
    ...Object.values(values.byAudience),
  ];
  return (
    values.kindId !== '' &&
    values.activityIds.length > 0 &&
    daySlip(values.day, today) === null &&
    figures.every((text) => participantsSlip(text, locale) === null)
  );
}
