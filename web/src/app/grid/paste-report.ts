import { Component, computed, input, output } from '@angular/core';
import { Button } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import type { PasteResult } from './data/cell-view.ts';

/** What became of a pasted rectangle. */
export interface PasteReport {
  readonly results: readonly (PasteResult & { readonly where: string })[];
  /** Values that fell outside the sheet or on cells that are not written in. */
  readonly outside: readonly string[];
}

/** Says cell by cell what was saved and what was not, with the reason. Nothing that was pasted disappears unseen. */
@Component({
  selector: 'sam-paste-report',
  imports: [Button, Callout],
  template: `
    <sam-callout [kind]="isWhole() ? 'good' : 'warning'" [heading]="heading()">
      <div role="status" class="sam-stack sam-stack--small">
        <p>{{ summary() }}</p>
        @if (notSaved().length > 0) {
          <ul>
            @for (result of notSaved(); track result.key) {
              <li>
                <button class="sam-link" type="button" (click)="chosen.emit(result.key)">{{ result.where }}</button>:
                ”{{ result.text }}”. {{ result.reason }}
              </li>
            }
          </ul>
        }
        @if (report().outside.length > 0) {
          <p>{{ outsideWords() }}</p>
        }
      </div>
      <div class="sam-buttons">
        @if (savedCount() > 0) {
          <button samButton small type="button" (click)="undone.emit()" i18n="@@grid.paste.undo">
            Ångra klistringen
          </button>
        }
        <button samButton="quiet" small type="button" (click)="closed.emit()" i18n="@@grid.paste.close">Stäng</button>
      </div>
    </sam-callout>
  `,
  styles: `
    ul {
      max-height: 16rem;
      margin: 0;
      padding-left: 1.2em;
      overflow: auto;
    }
    .sam-link {
      padding: 0;
      border: 0;
      background: none;
      color: var(--sam-accent);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
    .sam-buttons {
      margin-top: var(--sam-space-3);
    }
  `,
})
export class PasteReportView {
  readonly report = input.required<PasteReport>();
  readonly chosen = output<string>();
  readonly undone = output<void>();
  readonly closed = output<void>();

  protected readonly savedCount = computed(() => this.count('saved'));
  protected readonly notSaved = computed(() =>
    this.report().results.filter(({ result }) => result !== 'saved' && result !== 'unchanged'),
  );
  protected readonly isWhole = computed(() => this.notSaved().length === 0 && this.report().outside.length === 0);
  protected readonly heading = computed(() =>
    this.isWhole()
      ? $localize`:@@grid.paste.whole:Allt som klistrades in är sparat`
      : $localize`:@@grid.paste.part:En del av det som klistrades in är inte sparat`,
  );
  protected readonly summary = computed(() => {
    const parts = [cellsWords(this.savedCount(), SAVED)];
    const unchanged = this.count('unchanged');
    if (unchanged > 0) parts.push(cellsWords(unchanged, UNCHANGED));
    const left = this.notSaved().length;
    if (left > 0) parts.push(cellsWords(left, NOT_SAVED));
    return parts.join(' ');
  });
  protected readonly outsideWords = computed(
    () =>
      $localize`:@@grid.paste.outside:Utanför tabellen, så att de inte kunde tas emot: ${this.report().outside.join(' | ')}:values:`,
  );

  private count(result: PasteResult['result']): number {
    return this.report().results.filter((each) => each.result === result).length;
  }
}

interface CellsWords {
  readonly one: string;
  readonly many: (count: number) => string;
}

const SAVED: CellsWords = {
  one: $localize`:@@grid.paste.saved.one:1 ruta är sparad.`,
  many: (count) => $localize`:@@grid.paste.saved:${count}:count: rutor är sparade.`,
};
const UNCHANGED: CellsWords = {
  one: $localize`:@@grid.paste.unchanged.one:1 ruta hade redan det värdet.`,
  many: (count) => $localize`:@@grid.paste.unchanged:${count}:count: rutor hade redan det värdet.`,
};
const NOT_SAVED: CellsWords = {
  one: $localize`:@@grid.paste.notSaved.one:1 ruta är inte sparad, men texten står kvar i den.`,
  many: (count) => $localize`:@@grid.paste.notSaved:${count}:count: rutor är inte sparade, men texten står kvar i dem.`,
};

function cellsWords(count: number, words: CellsWords): string {
  return count === 1 ? words.one : words.many(count);
}
