import type { ActivityListItem, PlanRef, RoundRef } from '@samhandling/contracts';
import { FOLLOW_UP_STATE_LABELS, JUDGEMENT_LABELS, NOT_JUDGED_LABEL, type Locale } from '@samhandling/domain';
import type { CsvValue } from '../../platform/files/csv.ts';

const HEADERS = {
  sv: [
    'Plan',
    'Omgång',
    'Delmål',
    'Nummer',
    'Aktivitet',
    'Ansvariga',
    'Grupp',
    'Samverkanspartner',
    'Lägesbedömning',
    'Svarets läge',
    'Rapportör',
    'Nästa steg senast',
    'Indikatorer',
    'Rapporterade värden',
    'Väntade värden',
    'Uppdaterad',
  ],
  en: [
    'Plan',
    'Round',
    'Goal',
    'Number',
    'Activity',
    'Responsible',
    'Group',
    'Partners',
    'Judgement',
    'State of the answer',
    'Reporter',
    'Next step by',
    'Indicators',
    'Reported values',
    'Expected values',
    'Updated',
  ],
} as const;

/** The list as filtered, whole: one row per activity. */
export function activityRows(
  plan: PlanRef,
  round: RoundRef | null,
  items: readonly ActivityListItem[],
  locale: Locale,
): CsvValue[][] {
  const names = (organisations: readonly { readonly name: string }[]): string =>
    organisations.map(({ name }) => name).join(', ');
  return [
    [...HEADERS[locale]],
    ...items.map((item): CsvValue[] => [
      plan.title,
      round?.label ?? '',
      item.goal.code ?? String(item.goal.number),
      item.reference,
      item.text,
      names(item.responsible),
      item.responsibleGroup?.name ?? '',
      names(item.partners),
      (item.judgement === null ? NOT_JUDGED_LABEL : JUDGEMENT_LABELS[item.judgement])[locale],
      item.followUpState === null ? '' : FOLLOW_UP_STATE_LABELS[item.followUpState][locale],
      item.reporter?.name ?? '',
      item.nextStepDate,
      item.indicators,
      item.outcomesReported,
      item.outcomesExpected,
      item.updatedAt?.slice(0, 10) ?? null,
    ]),
  ];
}
