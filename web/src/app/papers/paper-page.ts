import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages, type PaperKind } from '@samhandling/contracts';
import { Breadcrumb, Button, Facts, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { titleFromData } from '../core/data-title.ts';
import { keepLast } from '../core/keep-last.ts';
import { problemOf } from '../core/problem.ts';
import { PaperBlocks } from '../paper-blocks/paper-blocks.ts';
import { isPaperKind, PapersApi } from './data/papers-api.ts';
import { PaperFiles } from './paper-files.ts';

const OF_A_MEETING: ReadonlySet<PaperKind> = new Set(['agenda', 'minutes', 'brief']);

/** `/underlag/:kind/:subjectId`: any paper as it will be read, and its files. */
@Component({
  selector: 'sam-paper-page',
  imports: [Breadcrumb, Button, Callout, Facts, PageHeader, PaperBlocks, PaperFiles, ProblemView, RouterLink, Skeleton],
  templateUrl: './paper-page.html',
  styles: `
    .standing {
      max-width: var(--sam-measure);
      margin-bottom: var(--sam-space-6);
    }
    dd {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class PaperPage {
  /** As the address says. */
  readonly kind = input.required<string>();
  readonly subjectId = input.required<string>();

  protected readonly pages = pages;
  protected readonly problemOf = problemOf;
  private readonly document = inject(DOCUMENT);
  private readonly api = inject(PapersApi);
  /** A kind that is none is asked for all the same: the answer says so. */
  protected readonly known = computed((): PaperKind => {
    const kind = this.kind();
    return isPaperKind(kind) ? kind : 'agenda';
  });
  protected readonly isKnown = computed(() => isPaperKind(this.kind()));
  protected readonly resource = this.api.paper(this.known, this.subjectId);
  protected readonly paper = keepLast(this.resource);
  protected readonly back = computed(() => {
    if (OF_A_MEETING.has(this.known()))
      return { link: pages.meeting(this.subjectId()), words: $localize`:@@papers.toMeeting:Mötet` };
    if (this.known() === 'organisation_sheet')
      return { link: pages.organisation(this.subjectId()), words: $localize`:@@papers.toOrganisation:Organisationen` };
    return null;
  });

  constructor() {
    titleFromData(() => this.paper()?.titlePage.title);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
