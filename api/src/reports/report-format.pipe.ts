import { Injectable, type PipeTransform } from '@nestjs/common';
import { REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { notFound } from '../platform/http/problem-exception.ts';

/** A format that is not made is a file that is not there. */
@Injectable()
export class ReportFormatPipe implements PipeTransform<string, ReportFormat> {
  transform(value: string): ReportFormat {
    const format = REPORT_FORMATS.find((known) => known === value);
    if (!format)
      throw notFound({
        sv: `Rapporten finns inte som ${value.slice(0, 20)}. Välj docx, pdf, xlsx eller json.`,
        en: `The report does not come as ${value.slice(0, 20)}. Choose docx, pdf, xlsx or json.`,
      });
    return format;
  }
}
