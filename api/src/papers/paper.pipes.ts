import { Injectable, type PipeTransform } from '@nestjs/common';
import { PAPER_FORMATS, PAPER_KINDS, type PaperFormat, type PaperKind } from '@samhandling/contracts';
import { notFound } from '../platform/http/problem-exception.ts';

/** A kind that is not made is a page that is not there. */
@Injectable()
export class PaperKindPipe implements PipeTransform<string, PaperKind> {
  transform(value: string): PaperKind {
    const kind = PAPER_KINDS.find((known) => known === value);
    if (!kind) throw notFound({ sv: 'Det finns inget underlag av det slaget.', en: 'There is no paper of that kind.' });
    return kind;
  }
}

@Injectable()
export class PaperFormatPipe implements PipeTransform<string, PaperFormat> {
  transform(value: string): PaperFormat {
    const format = PAPER_FORMATS.find((known) => known === value);
    if (!format)
      throw notFound({
        sv: `Underlaget finns inte som ${value.slice(0, 20)}. Välj docx, pdf eller json.`,
        en: `The paper does not come as ${value.slice(0, 20)}. Choose docx, pdf or json.`,
      });
    return format;
  }
}
