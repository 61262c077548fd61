export { SYMBOLS } from './context.ts';
export * from './county-report.ts';
export { reportingCounts, targetCounts } from './counts.ts';
export * from './diff-rounds.ts';
export * from './model.ts';
export type { ReportingCounts, TargetCounts } from './phrases.ts';
export * from './source.ts';
