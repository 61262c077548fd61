import { Component, inject, input } from '@angular/core';
import type { PaperFormat, PaperKind } from '@samhandling/contracts';
import { FileDownloads } from '../paper-blocks/file-downloads.ts';
import { PapersApi } from './data/papers-api.ts';

/** A paper as Word and PDF, and what is frozen as the JSON its checksum is of. */
@Component({
  selector: 'sam-paper-files',
  imports: [FileDownloads],
  template: '<sam-file-downloads [files]="isFrozen() ? [...files, json] : files" [stem]="stem()" [source]="source" />',
})
export class PaperFiles {
  readonly kind = input.required<PaperKind>();
  readonly subjectId = input.required<string>();
  readonly stem = input.required<string>();
  readonly isFrozen = input(false);

  private readonly api = inject(PapersApi);
  protected readonly files = [
    { format: 'docx', name: $localize`:@@report.word:Word` },
    { format: 'pdf', name: $localize`:@@report.pdf:PDF` },
  ] as const;
  protected readonly json = { format: 'json', name: $localize`:@@papers.json:JSON, att kontrollera` } as const;
  protected readonly source = (format: string) => this.api.file(this.kind(), this.subjectId(), format as PaperFormat);
}
