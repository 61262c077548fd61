import { Injectable, StreamableFile } from '@nestjs/common';
import type { RecordEntry, RecordFilter } from '@samhandling/contracts';
import { dayOf, formatTime, type Locale } from '@samhandling/domain';
import { Readable } from 'node:stream';
import { Clock } from '../../platform/clock/clock.ts';
import { csvField } from '../../platform/files/csv.ts';
import { requestContext, withRequestContext, type RequestContext } from '../../platform/http/request-context.ts';
import type { LogPlace } from './log.repository.ts';
import { LogService } from './log.service.ts';

/** Read at once; each part in a transaction of its own, since somebody may take their time to receive it. */
const PART = 500;

const HEADS: Readonly<Record<Locale, readonly string[]>> = {
  sv: [
    'Nr',
    'Dag',
    'Tid',
    'Vem',
    'För vem',
    'Hur',
    'Vad',
    'Slag',
    'Sak',
    'Fält',
    'Före',
    'Efter',
    'Gallrad',
    'Förfrågan',
    'Sakens id',
    'Radens id',
  ],
  en: [
    'No.',
    'Day',
    'Time',
    'Who',
    'For whom',
    'How',
    'What',
    'Kind',
    'Thing',
    'Field',
    'Before',
    'After',
    'Disposed',
    'Request',
    'Id of the thing',
    'Id of the row',
  ],
};

/** Everything the filter finds, as a file that begins to arrive at once and is never whole in memory. */
@Injectable()
export class LogExportService {
  constructor(
    private readonly log: LogService,
    private readonly clock: Clock,
  ) {}

  csv(filter: RecordFilter): StreamableFile {
    const { locale } = requestContext();
    const line = (fields: readonly (string | number | null)[]): string => `${fields.map(csvField).join(';')}\r\n`;
    const rows = (entry: RecordEntry): string =>
      (entry.fields.length > 0 ? entry.fields : [null]).map((field) => line(csvRow(entry, field, locale))).join('');
    return this.file(
      'csv',
      'text/csv; charset=utf-8',
      this.parts(filter, `\uFEFF${line(HEADS[locale])}`, rows, '', ''),
    );
  }

  json(filter: RecordFilter): StreamableFile {
    return this.file(
      'json',
      'application/json; charset=utf-8',
      this.parts(filter, '[\n', (entry) => JSON.stringify(entry), ',\n', '\n]\n'),
    );
  }

  private async *parts(
    filter: RecordFilter,
    head: string,
    write: (entry: RecordEntry) => string,
    between: string,
    tail: string,
    // Taken now: what reads the stream later does not do so within the request.
    context = requestContext(),
  ): AsyncGenerator<string> {
    let text = head;
    let after: LogPlace | null = null;
    let isFirst = true;
    for (;;) {
      const part = await this.partAfter(filter, after, context);
      if (!part) break;
      for (const entry of part.entries) {
        text += (isFirst ? '' : between) + write(entry);
        isFirst = false;
      }
      yield text;
      text = '';
      after = part.last;
    }
    yield text + tail;
  }

  private partAfter(
    filter: RecordFilter,
    after: LogPlace | null,
    context: RequestContext,
  ): ReturnType<LogService['next']> {
    return withRequestContext(context, () => this.log.next(filter, after, PART));
  }

  private file(ending: string, type: string, parts: AsyncGenerator<string>): StreamableFile {
    const name = `${requestContext().locale === 'sv' ? 'logg' : 'log'}-${this.clock.today()}.${ending}`;
    return new StreamableFile(Readable.from(parts, { objectMode: false }), {
      type,
      disposition: `attachment; filename="${name}"`,
    });
  }
}

function csvRow(
  entry: RecordEntry,
  field: RecordEntry['fields'][number] | null,
  locale: Locale,
): (string | number | null)[] {
  const yes = locale === 'sv' ? 'ja' : 'yes';
  return [
    entry.seq,
    dayOf(entry.at),
    formatTime(entry.at),
    entry.person?.name ?? '',
    entry.onBehalfOf?.name ?? '',
    entry.through,
    entry.action,
    entry.kind,
    entry.title,
    field?.label ?? '',
    field?.old ?? '',
    field?.new ?? '',
    entry.isDisposed ? yes : '',
    entry.requestId,
    entry.entityId,
    entry.id,
  ];
}
