import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink, ActivatedRoute } from '@angular/router';
import { type OutcomeRow, pages, paths } from '@samhandling/contracts';
import { type Breakdown, SEX_LABELS, capitalised, formatOf } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Choice,
  Disclosure,
  Empty,
  Field,
  Input,
  PageHeader,
  ProblemView,
  Skeleton,
  StateChip,
  Tabs,
  injectLocale,
} from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { Words } from '../core/words.ts';
import type { PasteResult } from './data/cell-view.ts';
import type { EventsBehind } from './data/computed-words.ts';
import { editText } from './data/cell-text.ts';
import { type RowTools, columnsByPlace, linesByPlace } from './data/lines.ts';
import { OutcomeCells } from './data/outcome-cells.ts';
import { OutcomesApi } from './data/outcomes-api.ts';
import { type PasteReport, PasteReportView } from './paste-report.ts';
import { CellPanel } from './sheet/cell-panel.ts';
import { OutcomeSheet, type PastedRectangle } from './sheet/outcome-sheet.ts';
import { type SheetTool, valueKeys } from './sheet/sheet-model.ts';

/** `/plan/:slug/omgang/:label/utfall`: the values of a round, written in as in a spreadsheet. */
@Component({
  selector: 'sam-grid-page',
  imports: [
    Breadcrumb,
    Button,
    CellPanel,
    Choice,
    Disclosure,
    Empty,
    Field,
    Input,
    LockedNote,
    OutcomeSheet,
    PageHeader,
    PasteReportView,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
    Tabs,
  ],
  providers: [OutcomeCells],
  templateUrl: './grid-page.html',
  styleUrl: './grid-page.scss',
})
export class GridPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();
  /** `lan` or `kommun`. */
  readonly indelning = input<string>();
  readonly mal = input<string>();
  readonly organisation = input<string>();
  /** `nej` hides last round's values. */
  readonly forra = input<string>();

  protected readonly pages = pages;
  protected readonly csv = paths.roundOutcomesCsv;
  protected readonly cells = inject(OutcomeCells);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly api = inject(OutcomesApi);

  protected readonly breakdown = computed<Breakdown>(() => (this.indelning() === 'kommun' ? 'municipality' : 'none'));
  protected readonly roundPage = this.api.round(this.slug, this.label);
  protected readonly round = computed(() => (this.roundPage.hasValue() ? this.roundPage.value() : undefined));
  protected readonly grid = this.api.grid(
    () => this.round()?.round.id,
    () => ({
      breakdown: this.breakdown(),
      goal: this.mal() || undefined,
      organisation: this.organisation() || undefined,
    }),
  );
  protected readonly sheetData = keepLast(this.grid);
  protected readonly problem = computed(() => {
    const error = this.roundPage.error() ?? this.grid.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly showPrevious = computed(() => this.forra() !== 'nej' && this.sheetData()?.previousRound != null);
  protected readonly current = signal<string | null>(null);
  protected readonly pasteReport = signal<PasteReport | null>(null);
  /** What the pasted cells held before, to go back to. */
  private beforePaste: { readonly key: string; readonly text: string }[] = [];
  private readonly sheet = viewChild(OutcomeSheet);
  private readonly panel = viewChild(CellPanel);

  protected readonly columns = computed(() => columnsByPlace(this.sheetData()?.places ?? []));
  protected readonly lines = computed(() => {
    const grid = this.sheetData();
    if (!grid) return [];
    return linesByPlace(grid.rows, grid.places, (id) => this.cells.combined(id), this.locale, this.tools());
  });
  /** Numbers are explained to those who may read rounds; targets are for planners. */
  private readonly tools = computed((): RowTools => {
    const round = this.sheetData()?.round;
    const tool = (kind: SheetTool['kind'], row: OutcomeRow, label: string): SheetTool | null =>
      round === undefined
        ? null
        : {
            kind,
            roundId: round.id,
            indicatorId: row.indicator.id,
            round: round.label,
            text: row.indicator.text,
            label,
          };
    return {
      targets: (row) =>
        this.session.may('round.manage') && row.indicator.kind !== 'text'
          ? tool('targets', row, $localize`:@@grid.tool.targets:Målvärden: ${row.indicator.text}:indicator:`)
          : null,
      explain: (row) =>
        this.session.may('round.read')
          ? tool('explain', row, $localize`:@@grid.tool.explain:Förklara talet: ${row.indicator.text}:indicator:`)
          : null,
    };
  });
  /** Every cell of the lines has been taken in. */
  protected readonly ready = computed(() =>
    this.lines().every((line) => valueKeys(line).every((key) => this.cells.view(key) !== undefined)),
  );
  /** Why nothing here can be written in, when that is so: said once for the page, not only cell by cell. */
  protected readonly lockedWhy = computed(() => {
    const cells = (this.sheetData()?.rows ?? []).flatMap((row) => row.cells);
    if (cells.length === 0 || cells.some((cell) => cell.mayEnter)) return '';
    const [only = '', ...others] = new Set(cells.map((cell) => cell.lockedReason));
    return others.length === 0 ? only : $localize`:@@grid.locked:Du kan läsa värdena här men inte ändra dem.`;
  });
  protected readonly corner = $localize`:@@grid.corner:Indikator`;
  protected readonly heading = computed(() => $localize`:@@grid.heading:Utfall ${this.label()}:round:`);
  protected readonly goalWord = computed(() => capitalised(this.words.current().goal.one));
  protected readonly allGoals = computed(
    () => $localize`:@@grid.filter.allGoals:Alla ${this.words.current().goal.many}:goals:`,
  );
  protected readonly goals = computed(() =>
    (this.round()?.goals ?? []).map(({ goal }) => ({
      id: goal.id,
      words: `${goal.code ?? String(goal.number)}. ${goal.title}`,
    })),
  );
  protected readonly organisations = computed(() =>
    (this.round()?.organisations ?? []).map((each) => each.organisation),
  );
  protected readonly nothing = computed(() =>
    this.breakdown() === 'municipality'
      ? $localize`:@@grid.empty.municipality:Inga indikatorer mäts per kommun här`
      : $localize`:@@grid.empty.county:Inga indikatorer mäts för länet som helhet här`,
  );
  protected readonly labels = {
    organisation: $localize`:@@grid.filter.organisation:Ansvarig`,
    help: $localize`:@@grid.help.summary:Så arbetar du i tabellen`,
  };
  protected readonly counts = computed(() => {
    const rows = this.sheetData()?.rows ?? [];
    const keys = this.lines().flatMap(valueKeys);
    const filled = keys.filter((key) => this.cells.view(key)?.().stored.state !== 'not_reported').length;
    const of = formatOf(filled, keys.length, this.locale);
    return rows.length === 1
      ? $localize`:@@grid.counts.one:1 indikator. ${of}:of: rutor är ifyllda.`
      : $localize`:@@grid.counts.many:${rows.length}:rows: indikatorer. ${of}:of: rutor är ifyllda.`;
  });
  protected readonly previousWords = computed(() => {
    const label = this.showPrevious() ? this.sheetData()?.previousRound?.label : undefined;
    return label === undefined ? '' : $localize`:@@grid.counts.previous:Under varje värde står värdet ${label}:round:.`;
  });
  protected readonly unsavedWords = computed(() => {
    const count = this.cells.unsaved();
    if (count === 0) return '';
    return count === 1
      ? $localize`:@@grid.unsaved.one:1 ruta är inte sparad. Det du har skrivit finns kvar.`
      : $localize`:@@grid.unsaved.many:${count}:count: rutor är inte sparade. Det du har skrivit finns kvar.`;
  });
  protected readonly currentHeading = computed(() => {
    const [, code = '', sex = 'total'] = this.current()?.split('|') ?? [];
    const place = this.sheetData()?.places.find((each) => (each.municipalityCode ?? '') === code)?.name ?? '';
    return sex === 'women' || sex === 'men'
      ? `${place}, ${SEX_LABELS[sex][this.locale].toLocaleLowerCase(this.locale)}`
      : place;
  });

  /** Where the events behind the chosen cell are found. */
  protected readonly eventsBehind = computed((): EventsBehind | null => {
    const page = this.round();
    const row = this.sheetData()?.rows.find(({ indicator }) => indicator.id === this.current()?.split('|')[0]);
    if (!page || !row) return null;
    return { slug: page.plan.slug, from: page.round.from, to: page.round.to, references: row.activities };
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.cells.unsaved() > 0 || (this.panel()?.unsaved() ?? false));
    titleFromData(() => this.heading());
    effect(() => {
      const page = this.round();
      if (page) this.words.use(page.plan.words);
    });
    effect(() => {
      const grid = this.sheetData();
      if (grid) untracked(() => this.cells.load(grid.round.id, grid.rows));
    });
  }

  protected filter(params: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: params, queryParamsHandling: 'merge' });
  }

  protected chosen(name: string, event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.filter({ [name]: event.target.value || null });
  }

  protected async paste(pasted: PastedRectangle): Promise<void> {
    this.beforePaste = pasted.cells.flatMap(({ key }) => {
      const view = this.cells.view(key)?.();
      return view ? [{ key, text: editText(view.stored, view.indicator, this.locale) }] : [];
    });
    const results = await this.cells.paste(pasted.cells);
    this.pasteReport.set({ results: results.map((each) => this.placed(each)), outside: pasted.outside });
  }

  protected async undoPaste(): Promise<void> {
    const saved = new Set(
      this.pasteReport()?.results.flatMap((each) => (each.result === 'saved' ? [each.key] : [])) ?? [],
    );
    this.pasteReport.set(null);
    await this.cells.paste(this.beforePaste.filter(({ key }) => saved.has(key)));
  }

  protected fetchAgain(): void {
    this.grid.reload();
  }

  protected goTo(key: string): void {
    this.sheet()?.focusKey(key);
  }

  protected askNote(key: string): void {
    this.current.set(key);
    setTimeout(() => this.panel()?.focusNote());
  }

  private placed(result: PasteResult): PasteResult & { readonly where: string } {
    const line = this.lines().find((each) => valueKeys(each).includes(result.key));
    const column = line ? this.columns()[valueKeys(line).indexOf(result.key)] : undefined;
    return { ...result, where: [line?.heading ?? '', column?.heading ?? ''].join(', ') };
  }
}
