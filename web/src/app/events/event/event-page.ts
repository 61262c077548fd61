import { Component, Injector, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type EventAnswer, type EventChoices, type LoggedEvent, type Problem, pages } from '@samhandling/contracts';
import { capitalised, formatInstant, formatNumber, formatWeek, parseDayNear } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { Confirm } from '../../core/confirm.ts';
import { titleFromData } from '../../core/data-title.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { Undo } from '../../core/undo.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { eventName } from '../data/event-words.ts';
import { type EventValues, NO_VALUES, inputOf, valuesOf } from '../data/event-values.ts';
import { EventsApi } from '../data/events-api.ts';
import { ChangedFigures } from '../form/changed-figures.ts';
import { EventForm } from '../form/event-form.ts';
import { EventFacts } from './event-facts.ts';
import { type FlatEvent, figureWords, flat, listWords, unflat } from './event-stale.ts';

/** `/plan/:slug/handelse/:id`: one event, what it serves, the rounds it counts in, and changing it. */
@Component({
  selector: 'sam-event-page',
  imports: [
    Breadcrumb,
    Button,
    ChangedFigures,
    EventFacts,
    EventForm,
    Icon,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
  ],
  templateUrl: './event-page.html',
})
export class EventPage {
  readonly slug = input.required<string>();
  readonly id = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(EventsApi);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly router = inject(Router);
  private readonly undo = inject(Undo);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly plan = this.api.plan(this.slug);
  protected readonly choices = this.api.choices(this.slug);
  protected readonly resource = this.api.event(this.id);
  protected readonly event = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  private readonly form = viewChild(EventForm);

  protected readonly editing = signal(false);
  /** What the form began with; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal<LoggedEvent | undefined>(() => this.event());
  protected readonly values = linkedSignal<EventValues>(() => {
    const event = this.event();
    return event ? valuesOf(event) : NO_VALUES;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly answer = signal<EventAnswer | null>(null);
  /** The choices, with what the event holds though it is no longer offered. */
  protected readonly offered = computed((): EventChoices | undefined => {
    const event = this.event();
    const choices = this.choices.hasValue() ? this.choices.value() : undefined;
    return event && choices ? withHeld(choices, event) : undefined;
  });
  protected readonly name = computed(() => {
    const event = this.event();
    return event ? eventName(event) : '';
  });
  protected readonly meta = computed(() => {
    const event = this.event();
    if (!event) return '';
    const when = formatInstant(event.updatedAt, this.locale);
    return event.version > 1
      ? $localize`:@@events.one.changed:Ändrad ${when}:when: av ${event.updatedBy.name}:name:`
      : $localize`:@@events.one.registered:Registrerad ${formatInstant(event.createdAt, this.locale)}:when: av ${event.createdBy.name}:name:`;
  });
  protected readonly reference = computed(() => {
    const event = this.event();
    if (!event) return '';
    const kind = event.title.trim() === '' ? [] : [event.kind.name];
    return [...kind, formatDay(event.day, this.locale), formatWeek(event.day, this.locale)].join(', ');
  });
  protected readonly labels = {
    save: $localize`:@@events.one.save:Spara ändringarna`,
    failed: $localize`:@@events.one.failed:Händelsen kunde inte visas`,
  };

  constructor() {
    titleFromData(() => this.name() || undefined);
    inject(UnsavedChanges).watch(() => this.editing() && this.dirty());
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      if (plan) this.words.use(plan.plan.words);
    });
  }

  protected edit(): void {
    this.answer.set(null);
    this.editing.set(true);
    setTimeout(() => this.form()?.focus());
  }

  protected cancel(): void {
    const base = this.base();
    if (base) this.values.set(valuesOf(base));
    this.problem.set(null);
    this.tried.set(false);
    this.editing.set(false);
  }

  protected async save(): Promise<void> {
    const base = this.base();
    const choices = this.offered();
    if (!base || !choices || this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    if (this.values().activityIds.length === 0 || parseDayNear(this.values().day, choices.today) === null) {
      this.form()?.focusError();
      return;
    }
    this.busy.set(true);
    try {
      const answer = await this.api.update(base.id, base.version, inputOf(this.values(), choices.today));
      this.resource.set(answer.event);
      this.answer.set(answer);
      this.editing.set(false);
      this.tried.set(false);
      this.messages.say($localize`:@@events.one.saved:Ändringarna är sparade.`);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isEvent(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.form()?.focusError();
      }
    } finally {
      this.busy.set(false);
    }
  }

  protected async remove(): Promise<void> {
    const event = this.event();
    if (!event) return;
    const sure = await this.confirm.ask({
      heading: $localize`:@@events.one.removeHeading:Ta bort händelsen?`,
      text: $localize`:@@events.one.removeText:Den slutar räknas i omgångar som inte är fastställda. Du kan ångra direkt efteråt.`,
      yes: $localize`:@@events.one.remove:Ta bort händelsen`,
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.remove(event.id, event.version);
      this.editing.set(false);
      const back = pages.event(this.slug(), event.id);
      this.undo.offer($localize`:@@events.one.removed:Händelsen är borttagen.`, async () => {
        await this.router.navigateByUrl(back);
      });
      await this.router.navigateByUrl(pages.events(this.slug()));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale') this.resource.reload();
      this.messages.fail(`${problem.title}. ${problem.detail}`);
    }
  }

  private dirty(): boolean {
    const base = this.base();
    return base !== undefined && JSON.stringify(flat(this.values())) !== JSON.stringify(flat(valuesOf(base)));
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: LoggedEvent): Promise<void> {
    const base = this.base();
    if (!base) return;
    const mine = flat(this.values());
    const stored = flat(valuesOf(theirs));
    const fields = staleFields(flat(valuesOf(base)), mine, stored, this.fieldLabels(), (name, side) =>
      this.shown(name, side, theirs),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const when = formatInstant(theirs.updatedAt, this.locale);
    const who = $localize`:@@events.one.savedBy:${theirs.updatedBy.name}:name: sparade ${when}:when:.`;
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who, fields }) : {};
    if (answer === null) return;
    this.values.set(unflat(mergedByChoice(mine, stored, answer)));
    this.base.set(theirs);
    this.busy.set(false);
    await this.save();
  }

  private fieldLabels(): Readonly<Record<keyof EventValues, string>> {
    return {
      kindId: $localize`:@@events.form.kind:Vad var det?`,
      day: $localize`:@@events.form.day:När?`,
      activityIds: capitalised(this.words.current().activity.many),
      municipalities: $localize`:@@events.form.municipalities:Kommuner`,
      organisationIds: $localize`:@@events.form.organisations:Organisationer som deltog`,
      participants: $localize`:@@events.form.participants:Antal deltagare`,
      byMunicipality: $localize`:@@events.parts.municipality:Per kommun`,
      byOrganisation: $localize`:@@events.parts.organisation:Per organisation`,
      byAudience: $localize`:@@events.parts.audience:Per målgrupp`,
      title: $localize`:@@events.form.title:Rubrik`,
      note: $localize`:@@events.form.note:Anteckning`,
    };
  }

  private shown(field: keyof FlatEvent, side: FlatEvent, theirs: LoggedEvent): string {
    const choices = this.offered();
    const offered = choices ? withHeld(choices, theirs) : undefined;
    const names = new Map<string, string>([
      ...(offered?.activities ?? []).map((one) => [one.id, one.reference] as const),
      ...(offered?.municipalities ?? []).map((one) => [one.code, one.name] as const),
      ...(offered?.organisations ?? []).map((one) => [one.id, one.name] as const),
      ...(offered?.kinds ?? []).map((one) => [one.id, one.name] as const),
    ]);
    const name = (key: string): string => names.get(key) ?? key;
    switch (field) {
      case 'kindId':
        return name(side.kindId);
      case 'activityIds':
      case 'municipalities':
      case 'organisationIds':
        return listWords(side[field], name);
      case 'byMunicipality':
      case 'byOrganisation':
      case 'byAudience':
        return figureWords(side[field], name);
      case 'participants':
        return /^\d+$/.test(side.participants) ? formatNumber(Number(side.participants), 0, this.locale) : side[field];
      default:
        return side[field];
    }
  }
}

/** An event keeps a kind that was put out of use, an activity of somebody else's, and an organisation no longer offered. */
function withHeld(choices: EventChoices, event: LoggedEvent): EventChoices {
  const added = <Item extends { readonly id: string }>(offered: readonly Item[], held: readonly Item[]): Item[] => [
    ...offered,
    ...held.filter(({ id }) => !offered.some((one) => one.id === id)),
  ];
  const known = new Set(choices.municipalities.map(({ code }) => code));
  return {
    ...choices,
    kinds: added(choices.kinds, [event.kind]),
    activities: added(
      choices.activities,
      event.activities.map((activity) => ({ ...activity, planTitle: activity.plan.title })),
    ),
    organisations: added(choices.organisations, event.organisations),
    municipalities: [
      ...choices.municipalities,
      ...event.municipalities
        .filter(({ code }) => !known.has(code))
        .map(({ code, name }) => ({ code, name, organisationId: null })),
    ],
  };
}

function isEvent(value: unknown): value is LoggedEvent {
  return typeof value === 'object' && value !== null && 'version' in value && 'kind' in value && 'day' in value;
}
