import { Component, input, output } from '@angular/core';
import type { AssignReportersAnswer, ReporterRow } from '@samhandling/contracts';
import { Button } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';

/** What came of a change of many rows: how many were saved, and which were left and why. */
export interface AssignReport {
  readonly words: string;
  readonly left: readonly { readonly reference: string; readonly reason: string }[];
}

export function reportOf(
  results: AssignReportersAnswer['results'],
  rows: ReadonlyMap<string, Pick<ReporterRow, 'reference'>>,
): AssignReport {
  const saved = results.filter(({ result }) => result === 'saved').length;
  const unchanged = results.filter(({ result }) => result === 'unchanged').length;
  const left = results.flatMap(({ followUpId, result, reason }) =>
    result === 'stale' || result === 'refused' ? [{ reference: rows.get(followUpId)?.reference ?? '', reason }] : [],
  );
  const parts = [
    $localize`:@@together.report.saved:${saved}:count: av ${results.length}:total: ändrade`,
    ...(unchanged > 0 ? [$localize`:@@together.report.unchanged:${unchanged}:count: var redan så`] : []),
    ...(left.length > 0 ? [$localize`:@@together.report.left:${left.length}:count: lämnade orörda`] : []),
  ];
  return { words: parts.join(', '), left };
}

/** The rows that could not be changed, each with its reason. */
@Component({
  selector: 'sam-assign-report',
  imports: [Button, Callout],
  template: `
    <sam-callout kind="warning" [heading]="report().words">
      <ul>
        @for (one of report().left; track one.reference) {
          <li>
            <strong>{{ one.reference }}</strong> {{ one.reason }}
          </li>
        }
      </ul>
      <button samButton small type="button" (click)="closed.emit()" i18n="@@together.report.close">Stäng listan</button>
    </sam-callout>
  `,
  styles: `
    :host {
      display: block;
      margin-block: var(--sam-space-4);
    }
    ul {
      margin: 0 0 var(--sam-space-3);
      padding-left: 1.2em;
    }
  `,
})
export class AssignReportView {
  readonly report = input.required<AssignReport>();
  readonly closed = output<void>();
}
