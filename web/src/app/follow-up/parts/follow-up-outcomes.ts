import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import {
  type ActivityPage,
  type FollowUpPage,
  type IndicatorSeries,
  type OutcomePlace,
  type OutcomeRow,
  paths,
} from '@samhandling/contracts';
import { SEX_LABELS } from '@samhandling/domain';
import { Button, injectLocale } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { Session } from '../../core/session.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { ExplainButton } from '../../explain/explain-button.ts';
import { Sparkline } from '../../explain/sparkline.ts';
import { combinedText, coverageWords } from '../../grid/data/cell-text.ts';
import { cellKey } from '../../grid/data/cell-view.ts';
import type { EventsBehind } from '../../grid/data/computed-words.ts';
import { linesOfIndicator, targetText } from '../../grid/data/lines.ts';
import { OutcomeCells } from '../../grid/data/outcome-cells.ts';
import { OutcomesApi } from '../../grid/data/outcomes-api.ts';
import { type TargetLook, targetLook } from '../../grid/data/target-look.ts';
import { CellPanel } from '../../grid/sheet/cell-panel.ts';
import { TargetStatusLine } from '../../grid/sheet/target-status.ts';
import { OutcomeSheet, type PastedRectangle } from '../../grid/sheet/outcome-sheet.ts';
import type { SheetColumn } from '../../grid/sheet/sheet-model.ts';

/** The values of the activity's indicators, entered where the answer is written. Each is saved when it is left. */
@Component({
  selector: 'sam-follow-up-outcomes',
  imports: [Button, CellPanel, ExplainButton, OutcomeSheet, Sparkline, TargetStatusLine],
  providers: [OutcomeCells],
  template: `
    <section class="sam-section" aria-labelledby="utfall">
      <h2 id="utfall" i18n="@@followUp.outcomes.heading">Utfall</h2>
      @if (mayEnter()) {
        <p class="sam-quiet intro" i18n="@@followUp.outcomes.intro">
          Varje ruta sparas när du lämnar den. Tom ruta är inte rapporterat, e.t. är ej tillämpligt och 0 är ett värde.
        </p>
      }
      @for (part of parts(); track part.row.indicator.id) {
        <div class="part">
          <h3 class="sam-verbatim" lang="sv">{{ part.row.indicator.text }}</h3>
          <div class="sam-row sam-row--apart facts">
            @if (part.facts) {
              <p class="sam-quiet">{{ part.facts }}</p>
            }
            @if (seriesOf(part.row); as series) {
              <sam-sparkline [series]="series" />
            }
          </div>
          @if (part.combined; as combined) {
            <div class="combined">
              <span>{{ combined.text }}</span>
              @if (combined.look; as look) {
                <sam-target-status [look]="look" />
              }
              <sam-explain-button
                [roundId]="page().round.id"
                [indicatorId]="part.row.indicator.id"
                [label]="combined.explain"
              />
            </div>
          }
          <sam-outcome-sheet
            [label]="part.row.indicator.text"
            [corner]="corner"
            [columns]="columns()"
            [showPrevious]="false"
            [lines]="part.lines"
            [(current)]="current"
            (pasted)="paste($event)"
            (noteAsked)="askNote($event)"
          />
          @if (current()?.startsWith(part.row.indicator.id)) {
            <sam-cell-panel [key]="current() ?? ''" [heading]="currentHeading()" [events]="eventsBehind(part.row)" />
          }
        </div>
      }
      <p class="sam-row" role="status">
        @if (cells.unsaved() > 0) {
          <strong>{{ unsavedWords() }}</strong>
        }
        @if (cells.retryable() > 0) {
          <button samButton small type="button" (click)="cells.retry()" i18n="@@followUp.outcomes.retry">
            Försök spara igen
          </button>
        }
      </p>
    </section>
  `,
  styles: `
    .intro {
      max-width: var(--sam-measure);
    }
    .part {
      margin-top: var(--sam-space-6);
    }
    h3 {
      max-width: var(--sam-measure);
      font-size: var(--sam-text);
    }
    .facts {
      margin-bottom: var(--sam-space-2);
    }
    .facts p {
      margin: 0;
    }
    .combined {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-3);
      align-items: center;
    }
    sam-outcome-sheet {
      --sheet-head: 14rem;
      --sheet-head-least: 9rem;
      margin-top: var(--sam-space-2);
    }
  `,
})
export class FollowUpOutcomes {
  readonly page = input.required<FollowUpPage>();
  /** The county and its municipalities where they are known already; otherwise they are asked for. */
  readonly places = input<readonly OutcomePlace[] | null>(null);

  protected readonly cells = inject(OutcomeCells);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly session = inject(Session);
  private readonly county = this.session.county;
  protected readonly current = signal<string | null>(null);
  protected readonly corner = $localize`:@@followUp.outcomes.place:Var`;
  protected readonly columns = computed((): readonly SheetColumn[] => [
    { key: 'value', heading: this.page().round.label, kind: 'value' },
    {
      key: 'previous',
      heading: this.page().previous?.round.label ?? $localize`:@@followUp.outcomes.previous:Förra omgången`,
      kind: 'fact',
    },
  ]);
  private readonly panel = viewChild(CellPanel);

  /** The figures over the rounds, for those who are signed in: whoever answers by a link sees this round only. */
  private readonly history = httpResource<ActivityPage>(() => {
    const { plan, activity, outcomes } = this.page();
    const [area = '', number = ''] = activity.reference.split('/');
    if (!this.session.signedIn() || outcomes.length === 0) return undefined;
    return paths.planActivity(plan.slug, area, number);
  });

  /** Names of the municipalities, asked for only when an indicator is measured in them. */
  private readonly grid = inject(OutcomesApi).grid(
    () => this.page().round.id,
    () => {
      const isBrokenDown = this.page().outcomes.some((row) => row.indicator.breakdown === 'municipality');
      return isBrokenDown && this.places() === null
        ? { breakdown: 'municipality', activity: this.page().activity.id }
        : undefined;
    },
  );
  private readonly municipalities = computed(
    () => this.places() ?? (this.grid.hasValue() ? this.grid.value().places : null),
  );
  private readonly countyName = computed(
    () => this.places()?.find((place) => place.municipalityCode === null)?.name ?? this.county()?.name ?? '',
  );

  protected readonly mayEnter = computed(() =>
    this.page().outcomes.some((row) => row.cells.some((cell) => cell.mayEnter)),
  );
  protected readonly parts = computed(() =>
    this.page()
      .outcomes.filter((row) => row.cells.every((cell) => this.cells.view(keyOf(row, cell)) !== undefined))
      .flatMap((row) => {
        const places = this.placesOf(row);
        if (places.length === 0) return [];
        return [
          {
            row,
            facts: this.factsOf(row),
            combined: this.combinedOf(row),
            lines: linesOfIndicator(row, places, this.locale),
          },
        ];
      }),
  );
  protected readonly unsavedWords = computed(() => {
    const count = this.cells.unsaved();
    return count === 1
      ? $localize`:@@followUp.outcomes.unsavedOne:1 ruta är inte sparad.`
      : $localize`:@@followUp.outcomes.unsaved:${count}:count: rutor är inte sparade.`;
  });
  protected readonly currentHeading = computed(() => {
    const [, code = '', sex = 'total'] = this.current()?.split('|') ?? [];
    const places = code === '' ? [] : (this.municipalities() ?? []);
    const place = places.find((each) => each.municipalityCode === code)?.name ?? this.countyName();
    return sex === 'women' || sex === 'men'
      ? `${place}, ${SEX_LABELS[sex][this.locale].toLocaleLowerCase(this.locale)}`
      : place;
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.cells.unsaved() > 0 || (this.panel()?.unsaved() ?? false));
    effect(() => {
      const page = this.page();
      untracked(() => this.cells.load(page.round.id, page.outcomes));
    });
  }

  protected async paste(pasted: PastedRectangle): Promise<void> {
    const results = await this.cells.paste(pasted.cells);
    const saved = results.filter(({ result }) => result === 'saved' || result === 'unchanged').length;
    const left = results.length - saved + pasted.outside.length;
    if (left === 0) this.messages.say($localize`:@@followUp.outcomes.pasted:Allt som klistrades in är sparat.`);
    else {
      this.messages.fail(
        $localize`:@@followUp.outcomes.pastedPart:Av det som klistrades in sparades ${saved}:saved: rutor. ${left}:left: gick inte att spara.`,
      );
    }
  }

  protected askNote(key: string): void {
    this.current.set(key);
    setTimeout(() => this.panel()?.focusNote());
  }

  protected seriesOf({ indicator }: OutcomeRow): IndicatorSeries | null {
    const series = this.history.hasValue() ? this.history.value().indicators : [];
    return series.find((each) => each.indicator.id === indicator.id) ?? null;
  }

  /** Where the events behind a figure of the row are found. */
  protected eventsBehind(row: OutcomeRow): EventsBehind {
    const { plan, round } = this.page();
    return { slug: plan.slug, from: round.from, to: round.to, references: row.activities };
  }

  private placesOf(row: OutcomeRow): readonly OutcomePlace[] {
    if (row.indicator.breakdown === 'municipality')
      return (this.municipalities() ?? []).filter((place) => place.municipalityCode !== null);
    return [{ municipalityCode: null, name: this.countyName() }];
  }

  private factsOf(row: OutcomeRow): string {
    const { indicator } = row;
    const facts: string[] = [];
    const target = targetText(row.target, indicator, this.locale);
    if (target !== '') facts.push($localize`:@@followUp.outcomes.target:Målvärde ${target}:target:`);
    if (indicator.unit !== '') facts.push($localize`:@@followUp.outcomes.unit:Enhet: ${indicator.unit}:unit:`);
    return facts.join(' · ');
  }

  /** What the municipalities make together, where they do. */
  private combinedOf(row: OutcomeRow): { text: string; look: TargetLook | null; explain: string } | null {
    const { indicator } = row;
    if (indicator.breakdown !== 'municipality') return null;
    const now = this.cells.combined(indicator.id) ?? row.combined;
    const figure = combinedText(now, indicator, this.locale);
    return {
      text: $localize`:@@followUp.outcomes.combined:Länet ${figure}:figure: (${coverageWords(now, this.locale)}:coverage:)`,
      look: targetLook(now, row.target, indicator, false, this.locale),
      explain: $localize`:@@grid.tool.explain:Förklara talet: ${indicator.text}:indicator:`,
    };
  }
}

function keyOf(row: OutcomeRow, cell: OutcomeRow['cells'][number]): string {
  return cellKey(row.indicator.id, cell.municipalityCode, cell.sex);
}
