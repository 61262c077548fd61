import type { JudgementCounts } from '@samhandling/domain';

const NONE: JudgementCounts = {
  not_started: 0,
  on_track: 0,
  needs_support: 0,
  completed: 0,
  cancelled: 0,
  notJudged: 0,
  total: 0,
};

/** The counts of a whole out of those of its parts. */
export function sumCounts(parts: readonly JudgementCounts[]): JudgementCounts {
  return parts.reduce(
    (sum, part) => ({
      not_started: sum.not_started + part.not_started,
      on_track: sum.on_track + part.on_track,
      needs_support: sum.needs_support + part.needs_support,
      completed: sum.completed + part.completed,
      cancelled: sum.cancelled + part.cancelled,
      notJudged: sum.notJudged + part.notJudged,
      total: sum.total + part.total,
    }),
    NONE,
  );
}
