import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import { type Explanation, type Id, paths } from '@samhandling/contracts';
import type { Sex } from '@samhandling/domain';

/** Which number. */
export interface ExplainWhich {
  readonly roundId: Id;
  readonly indicatorId: Id;
  /** Null: the county, combined where the indicator is per municipality. */
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  /** As in charts and series, where small numbers are hidden from everybody. */
  readonly isProtected: boolean;
}

@Service()
export class ExplainApi {
  /** Call in an injection context. */
  explanation({
    roundId,
    indicatorId,
    municipalityCode,
    sex,
    isProtected,
  }: ExplainWhich): HttpResourceRef<Explanation | undefined> {
    return httpResource<Explanation>(() => ({
      url: paths.roundOutcomeExplain(roundId, indicatorId),
      params: {
        ...(municipalityCode !== null && { municipality: municipalityCode }),
        ...(sex !== 'total' && { sex }),
        ...(isProtected && { protected: 'true' }),
      },
    }));
  }
}
