export type { ChartState } from './frame/chart-frame.ts';
export { IndicatorChart } from './indicator/indicator-chart.ts';
export { JudgementsChart } from './judgements/judgements-chart.ts';
export type { JudgementsBar } from './judgements/judgements-layout.ts';
export { MunicipalityChart } from './municipality/municipality-chart.ts';
export type { MunicipalityFigure, MunicipalityRow, MunicipalitySort } from './municipality/municipality-layout.ts';
