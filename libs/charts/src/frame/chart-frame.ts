import { NgTemplateOutlet } from '@angular/common';
import { Component, DOCUMENT, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { Button, Icon, ProblemView, type ShownProblem, Skeleton, injectLocale, nextId } from '@samhandling/ui';
import { Table, TableScroll } from '@samhandling/ui/work';
import { type ChartTable, csvOf, fileStem } from './chart-data.ts';
import { pictureOf, saveFile } from './picture.ts';

/** `ready` shows the chart, or the words of `empty` when there is nothing to draw. */
export type ChartState = 'ready' | 'loading' | 'failed';

/**
 * What every chart has around its drawing: title, table, picture, data, and the four states. The drawing itself is hidden
 * from screen readers; the table is always there for them, and one key away for everybody.
 */
@Component({
  selector: 'sam-chart-frame',
  imports: [Button, Icon, NgTemplateOutlet, ProblemView, Skeleton, Table, TableScroll],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.scss',
})
export class ChartFrame {
  readonly heading = input.required<string>();
  readonly note = input('');
  readonly table = input.required<ChartTable>();
  readonly state = input<ChartState>('ready');
  readonly problem = input<ShownProblem | null>(null);
  /** Said instead of the drawing when there is nothing to draw; empty when there is. */
  readonly empty = input('');
  readonly retry = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly locale = injectLocale();
  protected readonly id = nextId('chart');
  protected readonly open = signal(false);
  protected readonly said = signal('');
  protected readonly failure = computed<ShownProblem>(
    () =>
      this.problem() ?? {
        title: $localize`:@@charts.failed:Diagrammet kunde inte visas`,
        detail: $localize`:@@charts.failedDetail:Försök igen om en stund.`,
      },
  );

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected saveData(): void {
    saveFile(
      this.document,
      new Blob([csvOf(this.table(), this.locale)], { type: 'text/csv;charset=utf-8' }),
      this.file('csv'),
    );
    this.said.set($localize`:@@charts.dataSaved:Datafilen har hämtats.`);
  }

  /** To the clipboard where the browser allows it, else as a file: the person gets the picture either way. */
  protected async copyPicture(): Promise<void> {
    const svg = this.host.querySelector<SVGSVGElement>('svg.sam-plot');
    if (!svg) return;
    const picture = pictureOf(svg, this.heading());
    // Rejection is answered below; this keeps it from being reported as nobody's while the clipboard has the promise.
    picture.catch(() => undefined);
    try {
      await this.document.defaultView?.navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      this.said.set($localize`:@@charts.copied:Bilden är kopierad. Klistra in den där du vill ha den.`);
    } catch {
      await this.savePicture(picture);
    }
  }

  private async savePicture(picture: Promise<Blob>): Promise<void> {
    try {
      saveFile(this.document, await picture, this.file('png'));
      this.said.set(
        $localize`:@@charts.savedInstead:Webbläsaren tillåter inte att bilden kopieras. Den har hämtats som fil i stället.`,
      );
    } catch {
      this.said.set(
        $localize`:@@charts.noPicture:Bilden kunde inte göras i den här webbläsaren. Hämta data i stället.`,
      );
    }
  }

  private file(ending: string): string {
    return `${fileStem(this.heading())}.${ending}`;
  }
}
