import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../platform/http/problem-exception.ts';

/** A year that plans can have (1990 to 2199, the last that has a year after it); anything else leads nowhere. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const year = /^\d{4}$/.test(value) ? Number(value) : 0;
    if (year < 1990 || year > 2199) throw notFound();
    return year;
  }
}
