import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Explanation } from '@samhandling/contracts';
import { Button, ProblemView, Skeleton, formatInstant, injectLocale } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { linkParts } from '../core/link-parts.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { ExplainApi, type ExplainWhich } from './data/explain-api.ts';
import { explanationText, figureText } from './explain-text.ts';

/** How a number came about: formula, parts with who and when, target, and what was left out and why. */
@Component({
  selector: 'sam-explain-dialog',
  imports: [Button, DialogShell, ProblemView, RouterLink, Skeleton],
  templateUrl: './explain-dialog.html',
  styleUrl: './explain-dialog.scss',
})
export class ExplainDialog {
  private readonly which = inject<ExplainWhich>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef>(DialogRef);
  private readonly locale = injectLocale();
  private readonly signedIn = inject(Session).signedIn;
  protected readonly resource = inject(ExplainApi).explanation(this.which);
  protected readonly heading = $localize`:@@explain.heading:Så har talet kommit till`;
  protected readonly copied = signal('');

  protected readonly told = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly figure = computed(() => {
    const told = this.told();
    return told ? figureText(told, this.locale) : '';
  });
  protected readonly sources = computed(() =>
    (this.told()?.sources ?? []).map((source) => ({
      ...source,
      who: [source.source, source.person?.name ?? '', source.at === null ? '' : formatInstant(source.at, this.locale)]
        .filter((part) => part !== '')
        .join(', '),
      to: this.linkTo(source.link),
    })),
  );
  protected readonly leftOut = computed(() => groupByReason(this.told()?.leftOut ?? []));

  /** As plain text, to paste in a mail or a report. */
  protected async copy(): Promise<void> {
    const told = this.told();
    if (!told) return;
    try {
      await navigator.clipboard.writeText(explanationText(told, this.locale));
      this.copied.set($localize`:@@explain.copied:Kopierat.`);
    } catch {
      this.copied.set($localize`:@@explain.notCopied:Det gick inte att kopiera. Markera texten i stället.`);
    }
  }

  private linkTo(link: string): ReturnType<typeof linkParts> | null {
    return link === '' || !this.signedIn() ? null : linkParts(link);
  }
}

/** Places left out for the same reason stand together: seven municipalities that have not reported are one line. */
function groupByReason(
  leftOut: Explanation['leftOut'],
): readonly { readonly reason: string; readonly labels: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { label, reason } of leftOut) groups.set(reason, [...(groups.get(reason) ?? []), label]);
  return [...groups].map(([reason, labels]) => ({ reason, labels }));
}

export function openExplanation(injector: Injector, which: ExplainWhich): void {
  injector.get(Dialog).open<undefined, ExplainWhich>(ExplainDialog, {
    ...DIALOG_OPTIONS,
    data: which,
    ariaLabel: $localize`:@@explain.heading:Så har talet kommit till`,
  });
}
