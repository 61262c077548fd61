import type { WriteSheet } from 'hucre';
import { formatDay, type Locale } from '@samhandling/domain';
import { heightsOf, STYLES, toSheet, type SheetCell } from './sheet-style.ts';
import type { AnswerRow, ModelRow, ValueRow } from './workbook-model.ts';
import { FIELDS, FORMAT_VERSION, KEY_MARK, KEY_SHEET, WORDS, type WorkbookField } from './workbook-words.ts';
import type { WorkbookOrganisation, WorkbookRound } from './workbooks.repository.ts';
import { answerSheet } from './write-answers.ts';
import { definitionText, valueSheet } from './write-values.ts';

export interface WorkbookContent {
  readonly round: WorkbookRound;
  readonly organisation: WorkbookOrganisation;
  readonly answers: readonly AnswerRow[];
  readonly values: readonly ValueRow[];
  /** Activities where another responsible organisation has been asked this time. */
  readonly askedElsewhere: number;
  readonly locale: Locale;
}

/** The workbook of one organisation: what it is, its answers, its outcomes, and hidden what each row is. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const { round, organisation, answers, values, locale } = content;
  const { writeXlsx } = await import('hucre/xlsx');
  const answerKeys = answers.map((_, index) => `S${index + 1}`);
  const valueKeys = values.map((_, index) => `U${index + 1}`);
  const title = `${WORDS[locale].sheets.answer} ${round.label}: ${organisation.name}`;
  return writeXlsx({
    sheets: [
      readMe(content),
      ...(answers.length > 0 ? [answerSheet(answers, answerKeys, locale)] : []),
      ...(values.length > 0 ? [valueSheet(values, valueKeys, locale)] : []),
      keySheet(content, [...answerKeys, ...valueKeys]),
    ],
    activeSheet: answers.length + values.length > 0 ? 1 : 0,
    defaultFont: { name: 'Calibri', size: 11 },
    properties: { title, subject: round.planTitle, creator: round.county, description: aboutText(content) },
  });
}

/**
 * What each row is, and how it stood when the file was made: by that a cell nobody touched is told from one that was
 * changed. Hidden so that only a program shows it again.
 */
function keySheet(
  { round, organisation, answers, values, locale }: WorkbookContent,
  keys: readonly string[],
): WriteSheet {
  const rows: ModelRow[] = [...answers, ...values];
  return {
    name: KEY_SHEET,
    veryHidden: true,
    rows: [
      [KEY_MARK, FORMAT_VERSION, round.id, organisation.id, locale],
      ...rows.map((row, index) => [
        keys[index] ?? '',
        row.kind,
        row.id,
        row.kind === 'value' ? (row.cell.municipalityCode ?? '') : '',
        row.kind === 'value' ? row.cell.sex : '',
        row.version,
        ...FIELDS[row.kind].map((field) => textOf(row, field)),
      ]),
    ],
  };
}

export function textOf(row: ModelRow, field: WorkbookField): string {
  return (row.texts as Readonly<Record<string, string | undefined>>)[field] ?? '';
}

function aboutText({ round, organisation, locale }: WorkbookContent): string {
  const due = formatDay(round.due, locale);
  return locale === 'sv'
    ? `Det ${organisation.name} ska svara på i omgången ${round.label} av ${round.planTitle}. Svara senast ${due}.`
    : `What ${organisation.name} is to answer in the round ${round.label} of ${round.planTitle}. Answer by ${due}.`;
}

/** One statement per line, read from the top down; two columns only where there are pairs. */
function readMe(content: WorkbookContent): WriteSheet {
  const { round, organisation, answers, values, askedElsewhere, locale } = content;
  const sv = locale === 'sv';
  const { sheets, columns, notApplicable } = WORDS[locale];
  const prose = (...texts: string[]): SheetCell[] => texts.map((value) => ({ value, style: STYLES.prose }));
  const heading = (value: string): SheetCell[] => [{ value, style: STYLES.heading }];
  const header = (...texts: string[]): SheetCell[] => texts.map((value) => ({ value, style: STYLES.header }));
  const indicators = [...new Map(values.map((row) => [row.indicator.id, row])).values()];
  const facts: readonly (readonly [string, string])[] = sv
    ? [
        ['Plan', round.planTitle],
        ['Omgång', `${round.label} (${formatDay(round.from, 'sv')}–${formatDay(round.to, 'sv')})`],
        ['För', organisation.name],
        ['Svara senast', formatDay(round.due, 'sv')],
        [
          'Innehåll',
          `${answers.length} svar på bladet ${sheets.answer}, ${values.length} värden på bladet ${sheets.value}`,
        ],
      ]
    : [
        ['Plan', round.planTitle],
        ['Round', `${round.label} (${formatDay(round.from, 'en')}–${formatDay(round.to, 'en')})`],
        ['For', organisation.name],
        ['Answer by', formatDay(round.due, 'en')],
        [
          'Content',
          `${answers.length} answers on the sheet ${sheets.answer}, ${values.length} values on the sheet ${sheets.value}`,
        ],
      ];
  const steps = sv
    ? [
        'Fyll i de vita rutorna. De grå är till för att läsa och läses inte in.',
        `${columns.submit}: skriv ja när svaret är klart. Annars sparas det som utkast.`,
        `${columns.nothingNew}: skriv ja om du har kontrollerat och inget har hänt.`,
        `Tom ruta betyder inte rapporterat, 0 är ett värde, och ${notApplicable} betyder ej tillämpligt.`,
        'Skriv tal utan enhet och med decimalkomma. Skriv dagar som 2026-03-12. Formler läses inte in.',
        'Du får sortera rader och flytta kolumner. Bladen är låsta utan lösenord: Granska, Ta bort bladets skydd.',
        'Läs in filen på samma sida som du hämtade den. Du ser först vad som ändras. Finns ett fel sparas inget, och filen kommer tillbaka med kommentarer vid felen.',
      ]
    : [
        'Fill in the white cells. The grey ones are there to read and are not read in.',
        `${columns.submit}: write yes when the answer is ready. Otherwise it is saved as a draft.`,
        `${columns.nothingNew}: write yes if you have checked and nothing happened.`,
        `An empty cell means not reported, 0 is a value, and ${notApplicable} means not applicable.`,
        'Write numbers without a unit and with a decimal comma. Write days as 2026-03-12. Formulas are not read.',
        'You may sort rows and move columns. The sheets are locked without a password: Review, Unprotect sheet.',
        'Upload the file on the page where you got it. You first see what changes. With one error nothing is saved, and the file comes back with comments at the errors.',
      ];
  const elsewhere = sv
    ? `${askedElsewhere} aktiviteter finns inte med här, eftersom en annan ansvarig organisation svarar för dem i omgången.`
    : `${askedElsewhere} activities are not here, because another responsible organisation answers for them in the round.`;
  const rows: SheetCell[][] = [
    [{ value: sv ? `Uppföljning ${round.label}` : `Follow-up ${round.label}`, style: STYLES.title }],
    [],
    ...facts.map((fact) => prose(...fact)),
    [],
    heading(sv ? 'Så här gör du' : 'How to do it'),
    ...steps.map((step, index) => prose(String(index + 1), step)),
    ...(askedElsewhere > 0 ? [[], prose('', elsewhere)] : []),
    ...(indicators.length > 0
      ? [
          [],
          heading(sv ? 'Indikatorerna i ord' : 'The indicators in words'),
          header(columns.reference, columns.indicator, columns.definition),
          ...indicators.map(({ indicator, activities }) =>
            prose(activities.join(', '), indicator.text, definitionText(indicator, locale)),
          ),
        ]
      : []),
  ];
  const widths = [16, 74, 60];
  return toSheet(sheets.about, rows, {
    columns: widths.map((width) => ({ width })),
    rowDefs: heightsOf(rows, widths).set(0, { height: 30 }),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
}
