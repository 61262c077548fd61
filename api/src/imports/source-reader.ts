import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '@samhandling/contracts';
import { ProblemException, invalid } from '../platform/http/problem-exception.ts';
import { readSource } from './reading/read-source.ts';
import { SourceError } from './reading/source-error.ts';

export interface UploadedSource {
  readonly name: string;
  readonly text: string;
}

/** Turns an uploaded file into text, or tells the person what is wrong with it. */
@Injectable()
export class SourceReader {
  async read(file: Express.Multer.File | undefined): Promise<UploadedSource> {
    if (!file)
      throw invalid([
        { pointer: '/file', code: 'missing', reason: { sv: 'Välj en fil att läsa in.', en: 'Choose a file to read.' } },
      ]);
    // Browsers send file names as UTF-8, which multer reads as Latin-1.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8').slice(0, 200);
    try {
      const { text } = await readSource(file.buffer, name);
      return { name, text };
    } catch (fault) {
      if (!(fault instanceof SourceError)) throw fault;
      throw new ProblemException(statusOf(fault.code), fault.label, [
        { pointer: '/file', code: fault.code, reason: fault.label },
      ]);
    }
  }
}

function statusOf(code: string): ProblemCode {
  if (code === 'too_large') return 'too_large';
  if (code === 'empty') return 'invalid';
  return 'wrong_type';
}
