import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from './problem-exception.ts';

/** A slug of another form names no plan, so it gets the same answer as one that does not exist. */
@Injectable()
export class SlugPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 120) throw notFound();
    return value;
  }
}
