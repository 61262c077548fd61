import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Reporter, type ReporterRow, pages } from '@samhandling/contracts';
import { capitalised, countOf, sortedSwedish } from '@samhandling/domain';
import { Breadcrumb, Button, Empty, PageHeader, ProblemView, Skeleton, StateChip } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Words } from '../../core/words.ts';
import { NOTHING_CHOSEN, chosenAfter } from '../data/selection.ts';
import { TogetherApi } from '../data/together-api.ts';
import { AssignBar } from './assign-bar.ts';
import { type AssignReport, AssignReportView, reportOf } from './assign-report.ts';
import { NewReporter } from './new-reporter.ts';

interface Assignment {
  readonly followUpId: string;
  readonly version: number;
  readonly reporterId: string | null;
}

/** `/plan/:slug/omgang/:label/rapportorer`: who reports what, proposed from last time and changed for many at once. */
@Component({
  selector: 'sam-reporters-page',
  imports: [
    AssignBar,
    AssignReportView,
    Breadcrumb,
    Button,
    Empty,
    NewReporter,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    StateChip,
    Table,
  ],
  templateUrl: './reporters-page.html',
  styleUrl: './reporters-page.scss',
})
export class ReportersPage {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();
  /** "rotera": propose the next responsible instead of last round's. */
  readonly forslag = input<string>();

  protected readonly pages = pages;
  private readonly api = inject(TogetherApi);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  protected readonly words = inject(Words);
  protected readonly rounds = this.api.rounds(this.slug);
  private readonly round = computed(() =>
    this.rounds.hasValue() ? this.rounds.value().rounds.find((round) => round.label === this.label()) : undefined,
  );
  protected readonly rotates = computed(() => this.forslag() === 'rotera');
  protected readonly resource = this.api.reporters(() => this.round()?.id, this.rotates);
  protected readonly list = keepLast(this.resource);
  protected readonly selection = signal(NOTHING_CHOSEN);
  protected readonly busy = signal(false);
  protected readonly report = signal<AssignReport | null>(null);
  protected readonly adding = signal(false);
  protected readonly problem = computed(() => {
    const error = this.rounds.error() ?? this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly noSuchRound = computed(() => this.rounds.hasValue() && this.round() === undefined);
  protected readonly heading = $localize`:@@together.reporters.heading:Rapportörer`;
  protected readonly failed = $localize`:@@together.reporters.failed:Rapportörerna kunde inte visas`;
  protected readonly emptyHeading = $localize`:@@together.reporters.empty:Omgången är inte öppnad än`;
  protected readonly noRoundHeading = $localize`:@@together.noRound:Omgången finns inte`;
  protected readonly chooseEvery = $localize`:@@together.reporters.all:Välj alla`;
  protected readonly chooseNone = $localize`:@@together.reporters.none:Välj ingen`;
  protected readonly columns = {
    responsible: $localize`:@@together.reporters.column.responsible:Ansvarig`,
    last: $localize`:@@together.reporters.column.last:Förra gången`,
    now: $localize`:@@together.reporters.column.now:Rapportör`,
    proposal: $localize`:@@together.reporters.column.proposal:Förslag`,
    state: $localize`:@@together.reporters.column.state:Svar`,
  };
  protected readonly rows = computed(() => this.list()?.rows ?? []);
  protected readonly activityWord = computed(() => capitalised(this.words.current().activity.one));
  protected readonly chooseWithout = computed(
    () => $localize`:@@together.reporters.without:Välj ${this.without().length}:count: utan rapportör`,
  );
  protected readonly takeWords = computed(() => {
    const chosen = this.chosen().length;
    return chosen > 0
      ? $localize`:@@together.reporters.takeChosen:Använd förslagen för de valda`
      : $localize`:@@together.reporters.takeAll:Använd ${this.proposed().length}:count: förslag`;
  });
  private readonly allOrganisations = this.api.organisations();
  /** Where somebody new may report: nobody works at a collective such as the municipalities, or at a group. */
  protected readonly organisations = computed(() =>
    sortedSwedish(
      (this.allOrganisations.hasValue() ? this.allOrganisations.value() : []).filter(
        ({ kind }) => kind !== 'collective' && kind !== 'group',
      ),
      ({ name }) => name,
    ),
  );
  protected readonly chosen = computed(() => this.rows().filter((row) => this.selection().chosen.has(row.followUpId)));
  protected readonly without = computed(() => this.rows().filter((row) => row.reporter === null));
  /** Rows whose proposal is somebody else than who reports now. */
  protected readonly proposed = computed(() =>
    this.rows().filter((row) => row.proposal !== null && row.proposal.id !== row.reporter?.id && !this.isDone(row)),
  );
  protected readonly meta = computed(() => {
    const rows = this.rows();
    const [given, all] = [
      String(rows.length - this.without().length),
      countOf(this.words.current().activity, rows.length),
    ];
    return $localize`:@@together.reporters.meta:Omgång ${this.label()}:round: · ${given}:given: av ${all}:all: har en rapportör`;
  });
  protected readonly allChosen = computed(() => this.rows().length > 0 && this.chosen().length === this.rows().length);

  constructor() {
    titleFromData(() => `${this.heading} ${this.label()}`);
    effect(() => {
      if (this.rounds.hasValue()) this.words.use(this.rounds.value().plan.words);
    });
  }

  protected isDone(row: ReporterRow): boolean {
    return row.state === 'accepted';
  }

  protected because(row: ReporterRow): string {
    switch (row.proposal?.because) {
      case 'last_round':
        return $localize`:@@together.because.last:rapporterade förra gången`;
      case 'rotated':
        return $localize`:@@together.because.rotated:nästa ansvariga`;
      case 'first_responsible':
        return $localize`:@@together.because.first:först av de ansvariga`;
      default:
        return '';
    }
  }

  protected chooseLabel(row: ReporterRow): string {
    return $localize`:@@together.reporters.choose:Välj ${row.reference}:reference:`;
  }

  /** A click on a checkbox knows of Shift; with the keyboard Space does, too. */
  protected choose(row: ReporterRow, event: MouseEvent): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const order = this.rows().map(({ followUpId }) => followUpId);
    const { checked } = event.target;
    this.selection.update((before) => chosenAfter(before, order, row.followUpId, checked, event.shiftKey));
  }

  protected chooseAll(): void {
    this.chooseRows(this.allChosen() ? [] : this.rows());
  }

  protected chooseRows(rows: readonly ReporterRow[]): void {
    this.selection.set({ chosen: new Set(rows.map(({ followUpId }) => followUpId)), anchor: null });
  }

  protected rotate(on: boolean): void {
    void this.router.navigate([], { queryParams: { forslag: on ? 'rotera' : null }, replaceUrl: true });
  }

  protected assignTo(reporterId: string | null): void {
    void this.send(this.chosen().map(({ followUpId, version }) => ({ followUpId, version, reporterId })));
  }

  /** The proposals of the rows chosen, or of all when none is. */
  protected takeProposals(): void {
    const rows = this.chosen().length > 0 ? this.chosen() : this.proposed();
    const wanted = rows.flatMap(({ followUpId, version, proposal }) =>
      proposal ? [{ followUpId, version, reporterId: proposal.id }] : [],
    );
    void this.send(wanted);
  }

  protected added(reporter: Reporter): void {
    this.adding.set(false);
    this.messages.say($localize`:@@together.reporters.added:${reporter.name}:name: kan nu väljas som rapportör`);
    this.resource.reload();
  }

  private async send(assignments: readonly Assignment[], isUndo = false): Promise<void> {
    const round = this.round();
    if (!round || assignments.length === 0 || this.busy()) return;
    const before = new Map(this.rows().map((row) => [row.followUpId, row]));
    this.busy.set(true);
    try {
      const { results } = await this.api.assign(round.id, { assignments });
      const report = reportOf(results, before);
      this.report.set(report.left.length > 0 ? report : null);
      this.selection.set(NOTHING_CHOSEN);
      this.resource.reload();
      const back = results.flatMap(({ followUpId, result, version }) =>
        result === 'saved' ? [{ followUpId, version, reporterId: before.get(followUpId)?.reporter?.id ?? null }] : [],
      );
      const text = isUndo ? $localize`:@@together.reporters.undone:Ändringen är ångrad` : report.words;
      const undo = { label: $localize`:@@together.undo:Ångra`, run: () => void this.send(back, true) };
      this.messages.say(text, back.length > 0 && !isUndo ? undo : undefined);
    } catch (error) {
      this.messages.fail(problemOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
