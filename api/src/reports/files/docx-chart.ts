import { AlignmentType, Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import type { BlockOf, ChartSeries } from '@samhandling/report-model';
import { FONT, INK, LAST, NOW, TONES } from './palette.ts';

const WIDTH = 604;

export function seriesColour({ tone }: ChartSeries): string {
  if (tone === 'now') return NOW;
  if (tone === 'last') return LAST;
  return TONES[tone].mark;
}

/** A chart Word draws and can edit, with its data in a workbook inside. Horizontal bars, so that long names stand straight. */
export function chartParagraph(chart: BlockOf<'chart'>): Paragraph {
  const isStacked = chart.form === 'stacked';
  const rows = chart.categories.length * (isStacked ? 1 : chart.series.length);
  const options: ChartRunOptions = {
    type: 'bar',
    categories: chart.categories,
    series: chart.series.map((series) => ({
      name: series.symbol === '' ? series.name : `${series.symbol} ${series.name}`,
      // A count of none would print a 0 inside the bar before it.
      values: isStacked ? series.values.map((value) => (value === 0 ? null : value)) : series.values,
      color: seriesColour(series),
    })),
    stacking: isStacked ? 'stacked' : 'none',
    gapWidth: isStacked ? 45 : 60,
    categoryAxis: { reverseOrder: true, font: { size: 9, color: INK } },
    // The numbers stand at the bars, so the axis would only say them again.
    valueAxis: { visible: false, gridlines: false },
    dataLabels: {
      value: true,
      numberFormat: chart.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(chart.decimals)}`,
      font: { size: 9, color: isStacked ? 'FFFFFF' : INK, bold: isStacked },
    },
    legend: { position: 'top', font: { size: 9, color: INK } },
    font: { name: FONT },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: WIDTH, height: Math.min(70 + rows * (isStacked ? 34 : 16), 860) },
    altText: { name: chart.caption.label, title: chart.caption.text, description: chart.altText },
  };
  return new Paragraph({
    alignment: AlignmentType.START,
    keepNext: false,
    spacing: { after: 160 },
    children: [new ChartRun(options)],
  });
}
