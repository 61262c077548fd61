import type { Tone } from '@samhandling/report-model';
import { GOAL_JUDGEMENT_LOOKS, JUDGEMENT_LOOKS, NOT_JUDGED_LOOK } from '@samhandling/ui';

/** Class that brings the colours of a judgement. The word and its symbol are in the text of the report already. */
export function toneClass(tone: Tone | 'notice' | undefined): string {
  switch (tone) {
    case undefined:
    case 'notice':
      return '';
    case 'not_judged':
      return NOT_JUDGED_LOOK.css;
    case 'secured':
    case 'within_reach':
    case 'at_risk':
      return GOAL_JUDGEMENT_LOOKS[tone].css;
    default:
      return JUDGEMENT_LOOKS[tone].css;
  }
}
