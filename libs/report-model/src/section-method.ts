import { capitalised, formatDay, formatDayRange, formatNumber, OUTCOME_SOURCE_LABELS } from '@samhandling/domain';
import { activitiesOf, cell, heading, paragraph, table, type ReportContext } from './context.ts';
import { reportingCounts } from './counts.ts';
import { plainValue } from './figure-text.ts';
import type { Block } from './model.ts';
import { PHRASES } from './phrases.ts';

/** How the report came about, what its empty places mean, what is protected, and where the figures come from. */
export function methodSection(context: ReportContext): Block[] {
  return [
    heading(1, context.label('method')),
    ...howMade(context),
    ...emptyKinds(context),
    ...protection(context),
    ...counts(context),
    ...sources(context),
    ...versions(context),
  ];
}

function howMade(context: ReportContext): Block[] {
  const { source, locale, words, label } = context;
  const { round, plan } = source;
  const period = formatDayRange(round.from, round.to, locale);
  const due = formatDay(round.due, locale);
  const text =
    locale === 'sv'
      ? [
          `Rapporten gäller ${plan.title} och perioden ${period}. De som ansvarar för ${words.activity.theMany} svarar senast ${due} på hur det står till, vad som har gjorts och vad som hindrar. Läget för varje ${words.activity.one} och ${words.goal.one} är en bedömning som en person har gjort. Ingen bedömning är uträknad.`,
          `Siffrorna i löptext, tabeller och diagram är räknade ur samma underlag. ${capitalised(words.activity.many)} som utgår står kvar i listorna, och ett procenttal står alltid tillsammans med det antal det är räknat på.`,
        ]
      : [
          `The report is about ${plan.title} and the period ${period}. Those responsible for ${words.activity.theMany} answer by ${due} how it stands, what was done and what is in the way. How each ${words.activity.one} and ${words.goal.one} stands is a judgement made by a person. No judgement is computed.`,
          `The figures in text, tables and charts are counted from the same facts. Cancelled ${words.activity.many} stay in the lists, and a percentage always stands with the number it is counted on.`,
        ];
  return [heading(2, label('howMade')), ...text.map((one) => paragraph(one))];
}

function emptyKinds(context: ReportContext): Block[] {
  const { source, locale, label } = context;
  const total = reportingCounts(source.indicators);
  const { empty } = source.terms;
  const number = (value: number): string => formatNumber(value, 0, locale);
  const sv = locale === 'sv';
  const rows = [
    [
      empty.not_reported[locale],
      sv
        ? 'Ingen har lämnat något värde. Det är inte detsamma som noll.'
        : 'Nobody has given a value. It is not the same as zero.',
      number(total.notReported),
    ],
    [
      label('zero'),
      sv
        ? 'Värdet är noll. Noll är ett svar och visas alltid.'
        : 'The value is zero. Zero is an answer and is always shown.',
      number(total.zero),
    ],
    [
      empty.not_applicable[locale],
      sv
        ? 'Den som svarar har sagt att frågan inte är aktuell. Räknas inte bland de efterfrågade.'
        : 'The one who answers has said that the question does not apply. Not counted among those asked for.',
      number(total.notApplicable),
    ],
    [
      empty.protected[locale],
      sv
        ? 'Värdet finns men är så litet, eller så lätt att räkna ut, att det inte visas.'
        : 'There is a value, but it is so small, or so easy to work out, that it is not shown.',
      number(total.protected),
    ],
  ];
  const columns = [
    { header: label('shownAs'), align: 'start' as const, width: 22 },
    { header: label('meaning'), align: 'start' as const, width: 60 },
    { header: label('inThisReport'), align: 'end' as const, width: 18 },
  ];
  return [
    heading(2, label('kindsOfEmpty')),
    table(
      label('kindsOfEmpty'),
      columns,
      rows.map((row) => row.map(cell)),
    ),
  ];
}

function protection(context: ReportContext): Block[] {
  const { source, locale, label } = context;
  const thresholds = [
    ...new Set(
      source.indicators.flatMap(({ smallNumberThreshold }) =>
        smallNumberThreshold === null ? [] : [smallNumberThreshold],
      ),
    ),
  ].sort((a, b) => a - b);
  const concerned = source.indicators.filter(({ smallNumberThreshold }) => smallNumberThreshold !== null).length;
  const of = formatNumber(source.indicators.length, 0, locale);
  const lowest = thresholds.map((threshold) => `1–${threshold - 1}`).join(locale === 'sv' ? ' eller ' : ' or ');
  if (concerned === 0) {
    return [
      heading(2, label('protection')),
      paragraph(
        locale === 'sv'
          ? 'Inga indikatorer i rapporten räknar personer eller händelser så att små tal behöver skyddas.'
          : 'No indicators in the report count people or events so that small numbers need protection.',
      ),
    ];
  }
  const text =
    locale === 'sv'
      ? `${formatNumber(concerned, 0, 'sv')} av ${of} indikatorer har skydd för små tal. Där visas inte värden på ${lowest}, och inte heller andra värden som de skulle kunna räknas ut från med hjälp av summorna. Skyddet är lagt innan rapporten görs, så de skyddade talen finns inte i någon av filerna.`
      : `${formatNumber(concerned, 0, 'en')} of ${of} indicators protect small numbers. Values of ${lowest} are not shown there, nor other values from which they could be worked out through the sums. Protection is applied before the report is made, so the protected numbers are in none of the files.`;
  return [heading(2, label('protection')), paragraph(text)];
}

function counts(context: ReportContext): Block[] {
  const { source, locale, words, label } = context;
  const activities = source.goals.flatMap(activitiesOf);
  const judged = activities.filter(({ followUp }) => followUp !== null && followUp.judgement !== null).length;
  const accepted = activities.filter(({ followUp }) => followUp?.state === 'accepted').length;
  const total = reportingCounts(source.indicators);
  const goals = source.goals.filter(({ judgement }) => judgement !== null).length;
  const sv = locale === 'sv';
  const row = (name: string, asked: number, reported: number): string[] => [
    name,
    ...[asked, reported, asked - reported].map((value) => formatNumber(value, 0, locale)),
  ];
  const rows = [
    row(
      sv ? `${capitalised(words.activity.many)} med lägesbedömning` : `${capitalised(words.activity.many)} judged`,
      activities.length,
      judged,
    ),
    row(
      sv
        ? `${capitalised(words.activity.many)} med godkänt svar`
        : `${capitalised(words.activity.many)} with an accepted answer`,
      activities.length,
      accepted,
    ),
    row(
      sv ? `${capitalised(words.goal.many)} med bedömning` : `${capitalised(words.goal.many)} judged`,
      source.goals.length,
      goals,
    ),
    row(label('outcomes'), total.asked, total.reported),
  ];
  const columns = [
    { header: '', align: 'start' as const, width: 46 },
    { header: label('expected'), align: 'end' as const, width: 18 },
    { header: label('reported'), align: 'end' as const, width: 18 },
    { header: label('notReported'), align: 'end' as const, width: 18 },
  ];
  columns[0] = { header: sv ? 'Uppgift' : 'What', align: 'start' as const, width: 46 };
  return [
    heading(2, label('counts')),
    paragraph(PHRASES.reporting(total, locale)),
    table(
      label('counts'),
      columns,
      rows.map((one) => one.map(cell)),
    ),
  ];
}

function sources(context: ReportContext): Block[] {
  const { source, locale, label } = context;
  const blocks: Block[] = [heading(2, label('sources'))];
  const origin = source.valueSources.map((entry) => [
    cell(OUTCOME_SOURCE_LABELS[entry.source][locale]),
    cell(formatNumber(entry.values, 0, locale)),
  ]);
  if (origin.length > 0) {
    blocks.push(
      table(
        locale === 'sv' ? 'Hur värdena har kommit in' : 'How the values came in',
        [
          { header: label('source'), align: 'start', width: 70 },
          { header: label('values'), align: 'end', width: 30 },
        ],
        origin,
      ),
    );
  }
  const baselines = source.indicators.flatMap((indicator) =>
    indicator.baseline === null
      ? []
      : [
          [
            cell(`${indicator.activities[0] ?? ''} ${indicator.text}`),
            cell(plainValue(indicator, indicator.baseline.value, locale)),
            cell(String(indicator.baseline.year)),
            cell(indicator.baseline.source || label('notGiven')),
          ],
        ],
  );
  if (baselines.length > 0) {
    blocks.push(
      table(
        locale === 'sv' ? 'Baslinjer och deras källor' : 'Baselines and their sources',
        [
          { header: label('indicator'), align: 'start', width: 46 },
          { header: label('baseline'), align: 'end', width: 14 },
          { header: label('year'), align: 'end', width: 10 },
          { header: label('source'), align: 'start', width: 30 },
        ],
        baselines,
      ),
    );
  }
  if (blocks.length === 1)
    blocks.push(paragraph(locale === 'sv' ? 'Inga värden är rapporterade än.' : 'No values have been reported yet.'));
  return blocks;
}

function versions(context: ReportContext): Block[] {
  const { source, locale, label } = context;
  if (source.reopenings.length === 0) return [];
  const items = source.reopenings.map(({ versionNumber, reason, day }) =>
    locale === 'sv'
      ? `Version ${versionNumber} öppnades igen ${formatDay(day, 'sv')}: ${reason}`
      : `Version ${versionNumber} was reopened on ${formatDay(day, 'en')}: ${reason}`,
  );
  return [heading(2, label('versions')), { kind: 'list', items }];
}
