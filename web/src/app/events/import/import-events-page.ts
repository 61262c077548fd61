import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type EventColumn,
  type ImportEventsAnswer,
  MOST_IMPORTED_EVENTS,
  type Problem,
  pages,
} from '@samhandling/contracts';
import { capitalised, dayOf, formatDayRange, formatNumber } from '@samhandling/domain';
import { Breadcrumb, Button, Empty, Field, Icon, Input, PageHeader, ProblemView, injectLocale } from '@samhandling/ui';
import { Autosize, Callout } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { Words } from '../../core/words.ts';
import { eventsWords } from '../data/event-words.ts';
import { EventsApi } from '../data/events-api.ts';
import { NEEDED, guessColumns, pastedRows, withColumn } from '../data/paste-table.ts';
import { yearlessDays } from '../data/yearless-days.ts';
import { ChangedFigures } from '../form/changed-figures.ts';
import { ImportTable } from './import-table.ts';

interface Sheet {
  readonly headings: readonly string[];
  readonly columns: readonly (EventColumn | null)[];
  readonly rows: readonly (readonly string[])[];
  readonly remarks: readonly string[];
}

/** `/plan/:slug/handelser/importera`: many events at once. Nothing is saved before somebody has seen what will be. */
@Component({
  selector: 'sam-import-events-page',
  imports: [
    Autosize,
    Breadcrumb,
    Button,
    Callout,
    ChangedFigures,
    Empty,
    Field,
    Icon,
    ImportTable,
    Input,
    PageHeader,
    ProblemView,
    RouterLink,
  ],
  templateUrl: './import-events-page.html',
  styles: `
    .part {
      margin-top: var(--sam-space-6);
    }
    sam-callout {
      margin-bottom: var(--sam-space-4);
    }
    textarea {
      font-size: var(--sam-text-small);
      white-space: pre;
      overflow-x: auto;
    }
    .file {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-3) var(--sam-space-5);
      align-items: center;
      padding: var(--sam-space-4) var(--sam-space-5);
      border: 1px dashed var(--sam-line-strong);
      border-radius: var(--sam-radius-large);
    }
    .over {
      border-style: solid;
      background: var(--sam-accent-soft);
    }
    .form {
      max-width: 46rem;
    }
    .facts {
      margin-bottom: var(--sam-space-3);
    }
  `,
})
export class ImportEventsPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(EventsApi);
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly plan = this.api.plan(this.slug);
  private readonly choices = this.api.choices(this.slug);
  private readonly rounds = this.api.rounds(this.slug);
  protected readonly text = signal('');
  protected readonly sheet = signal<Sheet | null>(null);
  protected readonly checked = signal<ImportEventsAnswer | null>(null);
  protected readonly result = signal<ImportEventsAnswer | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal<'file' | 'check' | 'save' | null>(null);
  protected readonly withDuplicates = signal(false);
  protected readonly over = signal(false);
  protected readonly activityWord = computed(() => capitalised(this.words.current().activity.many));
  protected readonly tooMany = computed(() => {
    const count = this.sheet()?.rows.length ?? 0;
    if (count <= MOST_IMPORTED_EVENTS) return '';
    const [is, most] = [count, MOST_IMPORTED_EVENTS].map((value) => formatNumber(value, 0, this.locale));
    return $localize`:@@events.import.tooMany:Det är ${is}:count: rader. Högst ${most}:most: går att registrera på en gång: dela upp dem.`;
  });
  protected readonly missing = computed(() => {
    const sheet = this.sheet();
    if (!sheet) return '';
    const names: Partial<Record<EventColumn, string>> = {
      day: $localize`:@@events.import.needDay:dag`,
      kind: $localize`:@@events.import.needKind:händelsetyp`,
      activities: this.words.current().activity.one,
    };
    const missing = NEEDED.filter((column) => !sheet.columns.includes(column)).map((column) => names[column] ?? '');
    const list = new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(missing);
    return missing.length === 0
      ? ''
      : $localize`:@@events.import.missing:Välj vilken kolumn som är ${list}:columns:. Utan det går raderna inte att registrera.`;
  });
  /** Days that say no year, where the round in work has one day for each of them. */
  protected readonly yearless = computed(() => {
    const sheet = this.sheet();
    const rounds = this.rounds.hasValue() ? this.rounds.value().rounds : [];
    const today = this.choices.hasValue() ? this.choices.value().today : dayOf(new Date());
    // The one that takes events now: an adopted round no longer counts them.
    const [round] = rounds.filter(({ state, from }) => state !== 'adopted' && from <= today);
    if (!sheet || !round) return null;
    const found = yearlessDays(sheet.rows, sheet.columns, {
      from: round.from,
      to: round.to < today ? round.to : today,
    });
    return found && { ...found, label: round.label, days: formatDayRange(round.from, round.to, this.locale) };
  });
  protected readonly yearlessHeading = computed(() =>
    this.yearless()?.count === 1
      ? $localize`:@@events.import.yearlessOne:1 dag saknar år`
      : $localize`:@@events.import.yearlessMany:${this.yearless()?.count ?? 0}:count: dagar saknar år`,
  );
  protected readonly refused = computed(() => this.count('refused'));
  protected readonly ready = computed(() => this.count('ready'));
  protected readonly summary = computed(() => {
    const answer = this.checked();
    if (!answer) return '';
    const duplicates = answer.rows.filter(({ result }) => result === 'duplicate').length;
    const parts = [
      $localize`:@@events.import.canBe:${eventsWords(this.ready(), this.locale)}:events: kan registreras.`,
    ];
    if (duplicates > 0) parts.push($localize`:@@events.import.already:${duplicates}:count: finns redan.`);
    if (this.refused() > 0)
      parts.push(
        $localize`:@@events.import.mend:${this.refused()}:count: rader behöver rättas innan något kan registreras.`,
      );
    return parts.join(' ');
  });
  protected readonly hasDuplicates = computed(() => this.count('duplicate') > 0 || this.withDuplicates());
  protected readonly saveWords = computed(
    () => $localize`:@@events.import.register:Registrera ${eventsWords(this.ready(), this.locale)}:events:`,
  );
  protected readonly doneWords = computed(() => {
    const saved = this.result()?.saved ?? 0;
    return saved === 1
      ? $localize`:@@events.import.doneOne:1 händelse är registrerad`
      : $localize`:@@events.import.done:${eventsWords(saved, this.locale)}:events: är registrerade`;
  });
  /** Nobody is asked to paste what cannot be registered. */
  protected readonly mayNot = computed(() => this.choices.hasValue() && this.choices.value().activities.length === 0);
  protected readonly labels = {
    mayNot: $localize`:@@events.new.noActivities:Du kan inte registrera händelser här`,
    heading: $localize`:@@events.import.title:Registrera många händelser`,
    paste: $localize`:@@events.import.paste:Klistra in från Excel`,
    pasteHint: $localize`:@@events.import.pasteHint:En händelse på varje rad, gärna med rubriker. Dag med år, typ och nummer på aktiviteten behövs.`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.sheet() !== null && this.result() === null);
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      if (plan) this.words.use(plan.plan.words);
    });
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.text.set(event.target.value);
  }

  /** What is pasted is read at once; what is typed waits for the button. */
  protected pasted(): void {
    setTimeout(() => this.read());
  }

  protected read(): void {
    const rows = pastedRows(this.text());
    if (rows.length === 0) return;
    const choices = this.choices.hasValue() ? this.choices.value() : undefined;
    const known = {
      today: choices?.today ?? dayOf(new Date()),
      kinds: choices?.kinds.map(({ name }) => name) ?? [],
      municipalities: choices?.municipalities.map(({ name }) => name) ?? [],
      organisations: choices?.organisations.map(({ name }) => name) ?? [],
    };
    this.take({ ...guessColumns(rows, known), remarks: [] });
  }

  protected async file(file: File | undefined): Promise<void> {
    if (!file || this.busy() !== null) return;
    this.busy.set('file');
    this.problem.set(null);
    try {
      this.take(await this.api.readFile(file));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }

  protected picked(element: HTMLInputElement): void {
    const file = element.files?.[0];
    // The same file may be chosen again after it was mended.
    element.value = '';
    void this.file(file);
  }

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.file(event.dataTransfer?.files[0]);
  }

  protected setColumn(at: number, column: EventColumn | null): void {
    this.sheet.update((sheet) => sheet && { ...sheet, columns: withColumn(sheet.columns, at, column) });
    this.checked.set(null);
  }

  protected takeYear(): void {
    const rows = this.yearless()?.rows;
    if (!rows) return;
    this.sheet.update((sheet) => sheet && { ...sheet, rows });
    void this.send(true);
  }

  protected takeDuplicates(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.withDuplicates.set(event.target.checked);
    void this.send(true);
  }

  protected again(): void {
    this.sheet.set(null);
    this.checked.set(null);
    this.result.set(null);
    this.problem.set(null);
    this.text.set('');
    this.withDuplicates.set(false);
  }

  protected async send(dryRun: boolean): Promise<void> {
    const sheet = this.sheet();
    if (!sheet || this.busy() !== null) return;
    this.busy.set(dryRun ? 'check' : 'save');
    this.problem.set(null);
    try {
      const answer = await this.api.import({
        plan: this.slug(),
        columns: sheet.columns,
        rows: sheet.rows,
        dryRun,
        includeDuplicates: this.withDuplicates(),
      });
      if (dryRun || answer.rows.some(({ result }) => result === 'refused')) this.checked.set(answer);
      else this.result.set(answer);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }

  private take(sheet: Sheet): void {
    this.sheet.set(sheet);
    this.checked.set(null);
    this.problem.set(null);
  }

  private count(result: ImportEventsAnswer['rows'][number]['result']): number {
    return this.checked()?.rows.filter((row) => row.result === result).length ?? 0;
  }
}
