import { JUDGEMENT_LABELS, NOT_JUDGED_LABEL, type Judgement, type Locale } from '@samhandling/domain';
import { heading, SYMBOLS } from '../context.ts';
import type { Block, TableCell } from '../model.ts';
import { decisionName, dueText, whoAndWhen, type ActionPointFacts, type DecisionFacts } from './meeting-facts.ts';

/** Sign and word, as in every paper. Unknown is grey. */
export function judgedCell(judgement: Judgement | null, locale: Locale): TableCell {
  const tone = judgement ?? 'not_judged';
  const word = judgement === null ? NOT_JUDGED_LABEL[locale] : JUDGEMENT_LABELS[judgement][locale];
  return { text: `${SYMBOLS[tone]}\u00a0${word}`, tone };
}

/** Decisions nobody has carried out yet, under their numbers. */
export function openDecisions(
  decisions: readonly DecisionFacts[],
  today: string,
  locale: Locale,
  withGroup = false,
): Block[] {
  if (decisions.length === 0) return [];
  const late = locale === 'sv' ? 'Försenat. ' : 'Late. ';
  return [
    heading(1, locale === 'sv' ? 'Öppna beslut' : 'Open decisions'),
    ...decisions.map((decision) => ({
      kind: 'clause' as const,
      mark: decisionName(decision),
      text: decision.text,
      details: `${decision.due !== null && decision.due < today ? late : ''}${[withGroup ? decision.group : '', whoAndWhen(decision, locale)].filter((part) => part !== '').join('. ')}`,
    })),
  ];
}

export function openActionPoints(points: readonly ActionPointFacts[], today: string, locale: Locale): Block[] {
  if (points.length === 0) return [];
  return [
    heading(1, locale === 'sv' ? 'Kvar att göra' : 'Still to do'),
    {
      kind: 'checklist',
      items: points.map(({ text, who, due: day }) => ({
        text,
        details: [who, day === null ? '' : dueText({ state: 'open', due: day }, today, locale)]
          .filter((part) => part !== '')
          .join(', '),
      })),
    },
  ];
}
