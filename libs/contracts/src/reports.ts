export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const REPORT_CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** `GET /rounds/:id/report?version=` answers the report model (libs/report-model) as JSON; `/report/:format` the file. */
export interface ReportQuery {
  /** A frozen version; without it the draft of an open round, or the newest frozen version of an adopted one. */
  readonly version?: number;
}
