import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../platform/http/problem-exception.ts';

const EARLIEST = 1990;
const LATEST = 2198;

/** A year that plans are made for, "2026". Anything else leads nowhere. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const year = /^\d{4}$/.test(value) ? Number(value) : 0;
    if (year < EARLIEST || year > LATEST)
      throw notFound({ sv: 'Det året går inte att visa.', en: 'That year cannot be shown.' });
    return year;
  }
}
