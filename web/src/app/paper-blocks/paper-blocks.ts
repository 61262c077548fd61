import { Component, input } from '@angular/core';
import type { Block, FigureTable } from '@samhandling/report-model';
import { Facts } from '@samhandling/ui';
import { LinkedText } from './linked-text.ts';
import { anchorOf } from './outline.ts';
import { PaperChart } from './paper-chart.ts';
import { PaperTable } from './paper-table.ts';
import { toneClass } from './tones.ts';

/** The blocks of one section of a paper in order: the same model that Word and PDF are made of. */
@Component({
  selector: 'sam-paper-blocks',
  imports: [Facts, LinkedText, PaperChart, PaperTable],
  templateUrl: './paper-blocks.html',
  styleUrl: './paper-blocks.scss',
})
export class PaperBlocks {
  readonly blocks = input.required<readonly Block[]>();
  /** The figures behind the charts, where the paper has them. */
  readonly figures = input<FigureTable | null>(null);
  readonly isDraft = input(false);
  /** Under a heading of the page's own: the paper's begin one level further down. */
  readonly isInside = input(false);
  protected readonly anchor = anchorOf;
  protected readonly tone = toneClass;

  protected level(level: number): number {
    return this.isInside() ? level + 1 : level;
  }

  /** As an image it can neither run a script nor fetch anything. */
  protected image(svg: string): string {
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }
}
