import type { NeedsQuestionInput } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';

export const NOT_OUR_GROUP: Label = {
  sv: 'Gruppen hör inte till planen.',
  en: 'The group does not belong to the plan.',
};
export const GROUP_NOT_OPEN: Label = {
  sv: 'Gruppen är avslutad, så den kan inte frågas. Välj en annan grupp.',
  en: 'The group is closed, so it cannot be asked. Choose another group.',
};
export const ALREADY_THERE: Label = {
  sv: 'Gruppen har redan en behovsinventering för det året.',
  en: 'The group already has a needs inventory for that year.',
};
export const CLOSED_FOR_GOOD: Label = {
  sv: 'Inventeringen är stängd och ändras inte mer.',
  en: 'The inventory is closed and does not change any more.',
};
export const ANONYMITY_PROMISED: Label = {
  sv: 'De som svarar har fått veta hur svaren visas, så det ändras inte när inventeringen är öppen.',
  en: 'Those who answer have been told how answers are shown, so that does not change once the inventory is open.',
};
export const WORDS_SENT: Label = {
  sv: 'Inventeringen är skickad, så rubrik och inledning ändras inte. Sista dag att svara går att flytta.',
  en: 'The inventory has been sent, so its title and introduction do not change. The last day to answer can be moved.',
};
export const QUESTIONS_ASKED: Label = {
  sv: 'Inventeringen är skickad, så frågorna ändras inte och den tas inte bort.',
  en: 'The inventory has been sent, so its questions do not change and it is not taken away.',
};
const OPTIONS_MISSING: Label = {
  sv: 'Skriv minst två svar att välja mellan.',
  en: 'Write at least two answers to choose between.',
};
const OPTIONS_TWICE: Label = { sv: 'Samma svar står två gånger.', en: 'The same answer stands twice.' };
const NO_OPTIONS: Label = {
  sv: 'Frågan har inga svar att välja mellan.',
  en: 'The question has no answers to choose between.',
};

export function questionProblems(questions: readonly NeedsQuestionInput[]): FieldProblem[] {
  return questions.flatMap(({ kind, options }, at) => {
    const pointer = `/questions/${at}/options`;
    const hasChoices = kind === 'choice' || kind === 'choices';
    if (!hasChoices) return options.length === 0 ? [] : [{ pointer, code: 'not_for_kind', reason: NO_OPTIONS }];
    if (options.length < 2) return [{ pointer, code: 'too_few', reason: OPTIONS_MISSING }];
    const words = options.map((option) => option.trim().toLocaleLowerCase('sv'));
    return new Set(words).size === words.length ? [] : [{ pointer, code: 'twice', reason: OPTIONS_TWICE }];
  });
}
