import { Injectable } from '@nestjs/common';
import type { Label, Locale } from '@samhandling/domain';
import { idsIn } from '../history-values.ts';
import { HistoryRepository } from '../history.repository.ts';
import { changeWords, type LoggedChange } from './change-words.ts';
import { kindWords } from './log-kinds.ts';
import { logActionWords, sourceWords } from './log-words.ts';

/** What stands in the record, in the words of the log, for features that show rows of it. */
@Injectable()
export class LogWordsService {
  constructor(private readonly history: HistoryRepository) {}

  /** "Gav: Person och roller". */
  what(entity: string, action: string): Label {
    const [kind, done] = [kindWords(entity), logActionWords(entity, action)];
    return { sv: `${done.sv}: ${kind.sv}`, en: `${done.en}: ${kind.en}` };
  }

  how(source: string): Label {
    return sourceWords(source);
  }

  /** What was changed in each, with one look-up of names for all. */
  async changes(all: readonly LoggedChange[], locale: Locale): Promise<string[]> {
    const names = await this.history.findNames([
      ...new Set(all.flatMap(({ changes }) => idsIn(Object.values(changes ?? {})))),
    ]);
    return all.map((change) => changeWords(change, names, locale));
  }
}
