import {
  Component,
  DOCUMENT,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, type WorkbookAnswer, type WorkbookChoices, pages } from '@samhandling/contracts';
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
  StateChip,
  formatDay,
  injectLocale,
} from '@samhandling/ui';
import { Callout, LockedNote } from '@samhandling/ui/work';
import { FileDrop } from '@samhandling/ui/choosing';
import { titleFromData } from '../core/data-title.ts';
import { problemOf } from '../core/problem.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { Words } from '../core/words.ts';
import { fileRefusal, nameFrom } from './data/file-words.ts';
import { fileFromBase64, saveFile } from './data/save-file.ts';
import { WorkbookApi } from './data/workbook-api.ts';
import { WorkbookResult } from './workbook-result.ts';

/** `/plan/:slug/omgang/:label/arbetsbok?organisation=`: the workbook of an organisation, out and in. */
@Component({
  selector: 'sam-workbook-page',
  imports: [
    Breadcrumb,
    Button,
    Callout,
    Empty,
    Field,
    Icon,
    Input,
    LockedNote,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
    FileDrop,
    WorkbookResult,
  ],
  templateUrl: './workbook-page.html',
  styles: `
    .get {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4);
      align-items: flex-end;
      margin-top: var(--sam-space-4);
    }
    .get sam-field {
      flex: 0 1 28rem;
      min-width: 0;
    }
    .said {
      min-height: 1.5rem;
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
    }
    sam-callout + sam-workbook-result,
    .save {
      margin-top: var(--sam-space-5);
    }
  `,
})
export class WorkbookPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();
  /** Chosen in the address, so that a link opens the right one. */
  readonly organisation = input<string>();

  protected readonly pages = pages;
  protected readonly problemOf = problemOf;
  protected readonly chooseFile = $localize`:@@workbook.choose:Välj ifylld fil`;
  protected readonly fileLimits = $localize`:@@workbook.limits:Excel (.xlsx), högst 5 MB. Du kan också dra filen hit. Inget sparas förrän du har sett vad som ändras.`;
  protected readonly heading = $localize`:@@workbook.title:Arbetsbok i Excel`;
  protected readonly emptyHeading = $localize`:@@workbook.empty:Ingen arbetsbok för dig`;
  protected readonly missingHeading = $localize`:@@workbook.missing:Omgången finns inte`;
  protected readonly organisationLabel = $localize`:@@workbook.organisation:Organisation`;
  private readonly api = inject(WorkbookApi);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  private readonly result = viewChild<ElementRef<HTMLElement>>('result');

  private readonly rounds = this.api.rounds(this.slug);
  private readonly round = computed(() =>
    this.rounds.hasValue() ? this.rounds.value().rounds.find((round) => round.label === this.label()) : undefined,
  );
  protected readonly missing = computed(() => this.rounds.hasValue() && this.round() === undefined);
  private readonly resource = this.api.choices(() => this.round()?.id ?? null);
  protected readonly choices = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly error = computed(() => this.rounds.error() ?? this.resource.error());
  /** A reader has nothing to fill in: that is no fault, and trying again would not help. */
  protected readonly mayNot = computed(() => {
    const error = this.error();
    return error !== undefined && problemOf(error).status === 403;
  });
  protected readonly meta = computed(() => {
    const due = this.choices()?.round.due;
    return due === undefined ? '' : $localize`:@@workbook.due:Svara senast ${formatDay(due, this.locale)}:day:`;
  });
  /** The one in the address, else the person's own, else the first. */
  protected readonly organisationId = computed(() => {
    const organisations = this.choices()?.organisations ?? [];
    const wanted = organisations.find(({ id }) => id === this.organisation());
    return (wanted ?? organisations.find(({ own }) => own) ?? organisations[0])?.id ?? '';
  });

  protected readonly fetching = signal(false);
  protected readonly fetchProblem = signal<Problem | null>(null);
  protected readonly busy = signal<'checking' | 'saving' | null>(null);
  protected readonly said = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly answer = signal<WorkbookAnswer | null>(null);
  private readonly file = signal<File | null>(null);

  protected readonly maySave = computed(() => {
    const answer = this.answer();
    return answer !== null && !answer.saved && answer.errors.length === 0 && answer.changes.length > 0;
  });
  protected readonly resultHeading = computed(() => {
    const name = this.answer()?.organisation.name ?? '';
    return this.answer()?.saved
      ? $localize`:@@workbook.result.saved:Sparat för ${name}:name:`
      : $localize`:@@workbook.result.check:3. Granska: ${name}:name:`;
  });
  protected readonly savedHeading = computed(() => changeWords(this.answer()?.changes.length ?? 0, 'saved'));
  protected readonly saveWords = computed(() => changeWords(this.answer()?.changes.length ?? 0, 'save'));

  constructor() {
    inject(UnsavedChanges).watch(() => this.maySave());
    titleFromData(() => (this.choices() ? `${this.heading} ${this.label()}` : undefined));
    effect(() => {
      const choices = this.choices();
      if (choices) this.words.use(choices.plan.words);
    });
  }

  protected optionWords({ name, answers }: WorkbookChoices['organisations'][number]): string {
    if (answers === 0) return name;
    return answers === 1
      ? $localize`:@@workbook.option.one:${name}:name:, 1 svar`
      : $localize`:@@workbook.option.many:${name}:name:, ${answers}:count: svar`;
  }

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    void this.router.navigate([], { queryParams: { organisation: event.target.value }, replaceUrl: true });
  }

  protected async fetch(): Promise<void> {
    const round = this.round();
    if (this.fetching() || !round) return;
    this.fetching.set(true);
    this.fetchProblem.set(null);
    this.said.set('');
    try {
      const response = await this.api.file(round.id, this.organisationId());
      const name = nameFrom(response.headers.get('content-disposition'), `${this.heading}.xlsx`);
      if (response.body) saveFile(this.document, response.body, name);
      this.said.set($localize`:@@workbook.fetched:${name}:name: har hämtats. Läs in den här när den är ifylld.`);
    } catch (error) {
      this.fetchProblem.set(await readable(error));
    } finally {
      this.fetching.set(false);
    }
  }

  /** Reads the file without saving, to show what it would do. */
  protected async check(file: File): Promise<void> {
    this.answer.set(null);
    this.file.set(file);
    const refused = fileRefusal(file);
    this.problem.set(refused);
    if (refused) return;
    await this.send(file, 'checking');
  }

  protected async save(): Promise<void> {
    const file = this.file();
    if (file && this.busy() === null) await this.send(file, 'saving');
  }

  protected discard(): void {
    this.answer.set(null);
    this.file.set(null);
    this.said.set($localize`:@@workbook.discarded:Inget har sparats.`);
  }

  protected saveAnnotated(): void {
    const file = this.answer()?.annotated;
    if (file) saveFile(this.document, fileFromBase64(file.base64), file.name);
  }

  protected reload(): void {
    if (this.rounds.error()) this.rounds.reload();
    else this.resource.reload();
  }

  private async send(file: File, step: 'checking' | 'saving'): Promise<void> {
    const round = this.round();
    if (!round) return;
    this.busy.set(step);
    this.problem.set(null);
    this.said.set($localize`:@@workbook.sending:${file.name}:name: skickas …`);
    try {
      const answer = await this.api.send(round.id, file, step === 'checking', (share) => {
        if (share >= 1) this.said.set($localize`:@@workbook.reading:${file.name}:name: läses …`);
      });
      this.answer.set(answer);
      this.said.set(
        answer.saved
          ? changeWords(answer.changes.length, 'saved')
          : $localize`:@@workbook.read:${file.name}:name: är läst.`,
      );
      setTimeout(() => this.result()?.nativeElement.focus());
    } catch (error) {
      this.said.set('');
      // A file that was changed on disk after it was chosen cannot be read by the browser any more.
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }
}

function changeWords(count: number, how: 'save' | 'saved'): string {
  if (how === 'save')
    return count === 1
      ? $localize`:@@workbook.save.one:Spara 1 ändring`
      : $localize`:@@workbook.save.many:Spara ${count}:count: ändringar`;
  if (count === 0) return $localize`:@@workbook.saved.none:Inget behövde sparas`;
  return count === 1
    ? $localize`:@@workbook.saved.one:1 ändring är sparad`
    : $localize`:@@workbook.saved.many:${count}:count: ändringar är sparade`;
}

/** A problem that came as a file, because a file was asked for. */
async function readable(error: unknown): Promise<Problem> {
  const body = (error as { error?: unknown }).error;
  if (!(body instanceof Blob)) return problemOf(error);
  const text = await body.text();
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return problemOf(error);
  }
}
