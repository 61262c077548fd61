import { Component, input } from '@angular/core';
import type { Block, CountyReport } from '@samhandling/report-model';
import { Facts } from '@samhandling/ui';
import { anchorOf } from '../data/report-outline.ts';
import { toneClass } from '../data/tones.ts';
import { ReportChart } from './report-chart.ts';
import { ReportTable } from './report-table.ts';

/** The blocks of one section in order: the same model that Word and PDF are made of. */
@Component({
  selector: 'sam-report-blocks',
  imports: [Facts, ReportChart, ReportTable],
  templateUrl: './report-blocks.html',
  styleUrl: './report-blocks.scss',
})
export class ReportBlocks {
  readonly blocks = input.required<readonly Block[]>();
  readonly report = input.required<CountyReport>();
  protected readonly anchor = anchorOf;
  protected readonly tone = toneClass;
}
