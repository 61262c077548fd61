import { Component, inject, input } from '@angular/core';
import type { ReportFormat } from '@samhandling/contracts';
import { FileDownloads } from '../../paper-blocks/file-downloads.ts';
import { ReportsApi } from '../data/reports-api.ts';

/** The report as files. */
@Component({
  selector: 'sam-report-downloads',
  imports: [FileDownloads],
  template: '<sam-file-downloads [files]="files" [stem]="stem()" [source]="source" />',
})
export class ReportDownloads {
  readonly round = input.required<string>();
  readonly version = input.required<number | null>();
  /** Name of the files, without ending. */
  readonly stem = input.required<string>();

  private readonly api = inject(ReportsApi);
  protected readonly files: readonly { readonly format: ReportFormat; readonly name: string }[] = [
    { format: 'docx', name: $localize`:@@report.word:Word` },
    { format: 'pdf', name: $localize`:@@report.pdf:PDF` },
    { format: 'xlsx', name: $localize`:@@report.excel:Excel, bara siffrorna` },
    { format: 'json', name: $localize`:@@report.json:JSON, öppna data` },
  ];
  protected readonly source = (format: string) => this.api.file(this.round(), format as ReportFormat, this.version());
}
