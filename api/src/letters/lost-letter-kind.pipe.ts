import { Injectable, type PipeTransform } from '@nestjs/common';
import { LOST_LETTER_KINDS, type LostLetterKind } from '@samhandling/contracts';
import { notFound } from '../platform/http/problem-exception.ts';

@Injectable()
export class LostLetterKindPipe implements PipeTransform<string, LostLetterKind> {
  transform(value: string): LostLetterKind {
    const kind = LOST_LETTER_KINDS.find((known) => known === value);
    if (!kind) throw notFound();
    return kind;
  }
}
