import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../platform/http/problem-exception.ts';
import { planNotFound } from './page-head.ts';

/** A slug of another form names no plan, so it gets the same answer as one that does not exist. */
@Injectable()
export class SlugPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 120) throw planNotFound();
    return value;
  }
}

/** An id of another form names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw notFound();
    return value.toLowerCase();
  }
}

/** "2.2" or whatever the plan prints; control characters name no area. */
@Injectable()
export class AreaNumberPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[\p{L}\p{N}. -]{1,40}$/u.test(value)) throw notFound();
    return value;
  }
}

/** The number of an activity as printed. */
@Injectable()
export class NumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{1,6}$/.test(value)) throw notFound();
    return Number(value);
  }
}
