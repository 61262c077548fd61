import type { OpenDataSet, OutcomeDisplay, PublicFigure, PublicPlanPage, PublicRound } from '@samhandling/contracts';
import { toCsv, type CsvValue } from '../platform/files/csv.ts';

/** Column names are the same in both formats and both languages, so that a program can rely on them. */
type Row = Readonly<Record<string, CsvValue>>;

const ACTIVITY_COLUMNS = [
  'lan',
  'plan',
  'mal',
  'insatsomrade',
  'aktivitet',
  'text',
  'ansvariga',
  'ansvarig_grupp',
  'samverkanspartner',
  'omgang',
  'lagesbedomning',
] as const;
const FIGURE_COLUMNS = [
  'lan',
  'plan',
  'omgang',
  'version',
  'aktiviteter',
  'indikator',
  'slag',
  'enhet',
  'kommunkod',
  'kommun',
  'kon',
  'lage',
  'varde',
  'namnare',
  'dag',
  'text',
  'rapporterade',
  'av',
] as const;

/** One row per activity of the plan, with its judgement in the newest published round. */
export function activityRows({ county, plan, goals, round }: PublicPlanPage): Row[] {
  return goals.flatMap((goal) =>
    goal.areas.flatMap((area) =>
      area.activities.map((activity) => ({
        lan: county.name,
        plan: plan.title,
        mal: goal.code ?? String(goal.number),
        insatsomrade: area.number,
        aktivitet: activity.reference,
        text: activity.text,
        ansvariga: activity.responsible.join(', '),
        ansvarig_grupp: activity.responsibleGroup ?? '',
        samverkanspartner: activity.partners.join(', '),
        omgang: activity.followed ? (round?.label ?? '') : '',
        lagesbedomning: activity.judgement ?? '',
      })),
    ),
  );
}

/** One row per figure: the whole, each sex and each municipality, of every published round. */
export function figureRows(rounds: readonly PublicRound[]): Row[] {
  return rounds.flatMap((page) => {
    const names = new Map(page.municipalities.map(({ code, name }) => [code, name]));
    return page.figures.flatMap((figure) => [
      figureRow(page, figure, figure.now, { code: '', name: '', sex: 'total' }),
      ...figure.sexes.map(({ sex, now }) => figureRow(page, figure, now, { code: '', name: '', sex })),
      ...figure.places.map(({ code, now }) =>
        figureRow(page, figure, now, { code, name: names.get(code) ?? '', sex: 'total' }),
      ),
    ]);
  });
}

function figureRow(
  { county, plan, round }: PublicRound,
  { activities, text, kind, unit }: PublicFigure,
  shown: OutcomeDisplay,
  place: { readonly code: string; readonly name: string; readonly sex: string },
): Row {
  const value = shown.state === 'value' ? shown : null;
  return {
    lan: county.name,
    plan: plan.title,
    omgang: round.label,
    version: round.versionNumber,
    aktiviteter: activities.join(', '),
    indikator: text,
    slag: kind,
    enhet: unit,
    kommunkod: place.code,
    kommun: place.name,
    kon: place.sex,
    lage: shown.state,
    varde: value?.value ?? null,
    namnare: value?.denominator ?? null,
    dag: value?.day ?? '',
    text: value?.text ?? '',
    rapporterade: shown.reported,
    av: shown.of,
  };
}

const COLUMNS: Readonly<Record<OpenDataSet, readonly string[]>> = {
  activities: ACTIVITY_COLUMNS,
  figures: FIGURE_COLUMNS,
};

export function toOpenCsv(set: OpenDataSet, rows: readonly Row[]): Buffer {
  return toCsv([COLUMNS[set], ...rows.map((row) => COLUMNS[set].map((column) => row[column] ?? null))]);
}
