import type { Locale } from '@samhandling/domain';
import { PlanReader } from './reader.ts';
import { MAX_CHARACTERS, MAX_LINES, PlanTextError } from './refusal.ts';
import { splitLines } from './text.ts';
import type { ParsedPlan, PlanReading } from './types.ts';

/**
 * Reads any text line by line and accounts for each, plan or not. Never throws; time grows with the length only.
 * `readPlan` is the same with a refusal for a text that is no plan.
 */
export function readLines(text: string, locale: Locale = 'sv'): PlanReading {
  const reader = new PlanReader(splitLines(text));
  reader.read();
  const { sourceLines, count } = reader.ledger.close();
  const flags = reader.ledger.sortedFlags();
  const plan: ParsedPlan = {
    goals: reader.builder.goals,
    purposes: reader.sections.purposes,
    overarchingGoals: reader.sections.overarchingGoals,
    specificGoals: reader.sections.specificGoals,
    flags: flags.map(({ line, code, message }) => ({ line, code, message: message[locale] })),
    lines: count,
  };
  return { plan, sourceLines, flags };
}

/**
 * Reads a published plan into a proposal with flags, every source line used, ignored or flagged.
 * @throws PlanTextError when the text is empty, too long, not text, or no plan.
 */
export function readPlan(text: string, locale: Locale = 'sv'): PlanReading {
  refuseUnreadable(text);
  const reading = readLines(text, locale);
  refuseOther(reading);
  return reading;
}

/** The proposal alone. @throws PlanTextError as `readPlan`. */
export function parsePlan(text: string, locale: Locale = 'sv'): ParsedPlan {
  return readPlan(text, locale).plan;
}

function refuseUnreadable(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new PlanTextError('empty', {
      sv: 'Texten är tom. Klistra in hela planen eller välj en fil.',
      en: 'The text is empty. Paste the whole plan or choose a file.',
    });
  const lines = text.length > MAX_CHARACTERS ? MAX_LINES + 1 : splitLines(text).length;
  if (lines > MAX_LINES || text.length > MAX_CHARACTERS)
    throw new PlanTextError('too_long', {
      sv: `Texten är för lång. Högst ${MAX_LINES} rader och ${MAX_CHARACTERS} tecken kan läsas. Klistra bara in själva planen.`,
      en: `The text is too long. At most ${MAX_LINES} lines and ${MAX_CHARACTERS} characters can be read. Paste only the plan itself.`,
    });
  if (text.includes('\u0000'))
    throw new PlanTextError('not_text', {
      sv: 'Innehållet är inte text. Spara planen som text, webbsida eller Word och försök igen.',
      en: 'The content is not text. Save the plan as text, web page or Word and try again.',
    });
}

function refuseOther({ plan, sourceLines, flags }: PlanReading): void {
  let activities = 0;
  let areas = 0;
  for (const goal of plan.goals) {
    areas += goal.areas.length;
    for (const area of goal.areas) activities += area.activities.length;
  }
  const fields = sourceLines.filter(
    ({ role }) => role === 'responsible' || role === 'partners' || role === 'follow_up',
  ).length;
  const invented = flags.filter(({ code }) => code === 'activity_without_area').length;
  const firstLine = sourceLines.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  const start = firstLine.length > 60 ? `${firstLine.slice(0, 60)}…` : firstLine;
  if (activities > 0 && (fields > 0 || areas > invented)) return;
  if (areas > 0 && activities === 0)
    throw new PlanTextError('no_activities', {
      sv: `Texten har rubriker för områden (${areas}) men inga aktiviteter. Varje aktivitet ska börja med ordet ”Aktivitet:” på en egen rad. Kontrollera att hela planen kom med.`,
      en: `The text has area headings (${areas}) but no activities. Each activity must begin with the word “Aktivitet:” on a line of its own. Check that the whole plan was included.`,
    });
  throw new PlanTextError('no_plan', {
    sv:
      `Texten ser inte ut som en handlingsplan. Importen letar efter rader som börjar med ”Område för samhandling:”, ”Aktivitet:”, ”Ansvarig:”, ”Samverkanspartner:” och ”Uppföljning:”. ` +
      `I de ${sourceLines.length} raderna hittades ${areas - invented} områden, ${activities} aktiviteter och ${fields} andra fält. Texten börjar ”${start}”. Kontrollera att rätt text klistrades in.`,
    en:
      `The text does not look like an action plan. The import looks for lines that begin with “Område för samhandling:”, “Aktivitet:”, “Ansvarig:”, “Samverkanspartner:” and “Uppföljning:”. ` +
      `In its ${sourceLines.length} lines there were ${areas - invented} areas, ${activities} activities and ${fields} other fields. The text begins “${start}”. Check that the right text was pasted.`,
  });
}
