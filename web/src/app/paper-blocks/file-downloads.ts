import { HttpEventType, type HttpEvent } from '@angular/common/http';
import { Component, DOCUMENT, DestroyRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Button, Icon, ProblemView, type ShownProblem, injectLocale } from '@samhandling/ui';
import type { Observable } from 'rxjs';
import { problemOf } from '../core/problem.ts';
import { fileSize } from './file-size.ts';

export interface OfferedFile {
  /** Ending of the file. */
  readonly format: string;
  readonly name: string;
}

/** A paper as files. Says how far it has come and how large it was, or why it failed. */
@Component({
  selector: 'sam-file-downloads',
  imports: [Button, Icon, ProblemView],
  template: `
    <div class="sam-buttons">
      @for (file of files(); track file.format) {
        <button samButton type="button" [busy]="fetching() === file.format" (click)="fetch(file.format)">
          <sam-icon name="download" />{{ file.name }}
        </button>
      }
    </div>
    <p class="said" role="status">{{ said() }}</p>
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
  `,
  styles: `
    .said {
      min-height: 1.5rem;
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
  `,
})
export class FileDownloads {
  readonly files = input.required<readonly OfferedFile[]>();
  /** Name of the files, without ending. */
  readonly stem = input.required<string>();
  /** Asks for one of them, with its progress on the way. */
  readonly source = input.required<(format: string) => Observable<HttpEvent<Blob>>>();

  private readonly document = inject(DOCUMENT);
  private readonly locale = injectLocale();
  private readonly destroyRef = inject(DestroyRef);
  protected readonly fetching = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly problem = signal<ShownProblem | null>(null);

  protected fetch(format: string): void {
    if (this.fetching() !== null) return;
    const name = `${this.stem()}.${format}`;
    this.fetching.set(format);
    this.problem.set(null);
    this.said.set($localize`:@@report.making:Filen tas fram …`);
    this.source()(format)
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: (event) => {
          if (event.type === HttpEventType.DownloadProgress) {
            const size = fileSize(event.loaded, this.locale);
            this.said.set($localize`:@@report.fetching:${size}:size: har hämtats …`);
          }
          if (event.type === HttpEventType.Response && event.body) {
            this.fetching.set(null);
            this.save(event.body, name);
            const size = fileSize(event.body.size, this.locale);
            this.said.set($localize`:@@report.fetched:${name}:name: har hämtats (${size}:size:).`);
          }
        },
        error: (error: unknown) => {
          this.fetching.set(null);
          this.said.set('');
          const problem = problemOf(error);
          const title = $localize`:@@report.fileFailed:Filen ${name}:name: kunde inte hämtas`;
          this.problem.set({ ...problem, title, detail: [problem.title, problem.detail].filter(Boolean).join('. ') });
        },
      });
  }

  private save(content: Blob, name: string): void {
    const url = URL.createObjectURL(content);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Later: some browsers have not begun to read when click() returns.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
