import { Component, computed, inject, input } from '@angular/core';
import { Button } from '@samhandling/ui';
import { OutcomeCells } from '../data/outcome-cells.ts';
import type { SheetColumn, SheetLine } from './sheet-model.ts';

/** Under a line: what could not be saved, why, and what to do about each. Gone when all is saved. */
@Component({
  selector: 'sam-line-problems',
  imports: [Button],
  template: `
    <ul>
      @for (problem of problems(); track problem.key) {
        <li>
          <span>
            <strong>{{ problem.where }}: {{ problem.typed }}</strong> {{ problem.reason }}
          </span>
          <span class="sam-buttons">
            @if (problem.suggestion; as suggestion) {
              <button samButton small type="button" (click)="cells.commit(problem.key, suggestion)">
                {{ useWords(suggestion) }}
              </button>
            }
            @switch (problem.status) {
              @case ('stale') {
                <button samButton small type="button" (click)="cells.insist(problem.key)">
                  {{ insistWords(problem.typed) }}
                </button>
                <button samButton small type="button" (click)="cells.forget(problem.key)" i18n="@@grid.problem.theirs">
                  Behåll det som är sparat
                </button>
              }
              @default {
                @if (problem.status !== 'refused') {
                  <button
                    samButton
                    small
                    type="button"
                    (click)="cells.commit(problem.key, problem.text)"
                    i18n="@@grid.problem.retry"
                  >
                    Försök igen
                  </button>
                }
                <button
                  samButton="quiet"
                  small
                  type="button"
                  (click)="cells.forget(problem.key)"
                  i18n="@@grid.problem.forget"
                >
                  Ta tillbaka
                </button>
              }
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      position: sticky;
      left: var(--sam-space-3);
      width: fit-content;
      max-width: min(100%, calc(100vw - 4rem));
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-4);
      align-items: center;
      padding: var(--sam-space-1) 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class LineProblems {
  readonly line = input.required<SheetLine>();
  readonly columns = input.required<readonly SheetColumn[]>();
  protected readonly cells = inject(OutcomeCells);

  protected readonly problems = computed(() =>
    this.line().cells.flatMap((cell, index) => {
      const view = cell.kind === 'value' ? this.cells.view(cell.key)?.() : undefined;
      if (!view || view.typed === null || view.reason === '') return [];
      const { key, status, reason, suggestion } = view;
      const typed = view.typed.trim() === '' ? $localize`:@@grid.problem.emptied:tömd` : `”${view.typed}”`;
      const where = this.columns()[index]?.heading ?? '';
      return [{ key, status, reason, suggestion, typed, where, text: view.typed }];
    }),
  );

  protected useWords(suggestion: string): string {
    return $localize`:@@grid.problem.use:Använd ${suggestion}:value:`;
  }

  protected insistWords(typed: string): string {
    return $localize`:@@grid.problem.insist:Spara ${typed}:value:`;
  }
}
