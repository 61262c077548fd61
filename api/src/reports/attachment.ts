import type { StreamableFile } from '@nestjs/common';
import { download } from '../platform/files/download.ts';
import type { ReportFile } from './reports.service.ts';

/** A report to save under its Swedish name. */
export function attachment(file: ReportFile): StreamableFile {
  return download(file);
}
