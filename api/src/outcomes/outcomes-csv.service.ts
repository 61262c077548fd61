import { Injectable } from '@nestjs/common';
import { toCsv } from '../platform/files/csv.ts';
import type { DownloadFile } from '../platform/files/download.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { outcomeRows } from './outcomes-csv.ts';
import { OutcomesService } from './outcomes.service.ts';

/** All figures of a round as CSV for Swedish Excel, protected as in the reports whoever asks: a file travels. */
@Injectable()
export class OutcomesCsvService {
  constructor(private readonly outcomes: OutcomesService) {}

  async get(roundId: string): Promise<DownloadFile> {
    const { locale } = requestContext();
    const figures = await this.outcomes.findFiguresForRound(roundId);
    return {
      bytes: toCsv(outcomeRows(figures, locale)),
      name: `${locale === 'sv' ? 'Utfall' : 'Outcomes'} ${figures.round.label}.csv`,
      contentType: 'text/csv; charset=utf-8',
    };
  }
}
