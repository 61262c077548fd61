import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../platform/http/problem-exception.ts';

/** An id of another form names no organisation. */
@Injectable()
export class OrganisationIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw notFound();
    return value.toLowerCase();
  }
}
