import {
  DEFAULT_WORDS,
  LOCALES,
  type Locale,
  type PlanWords,
  WORD_KEYS,
  type Word,
  type WordKey,
} from '@samhandling/domain';
import type { FormValue } from '../edit-session.ts';

export const WORD_FORMS = ['one', 'theOne', 'many', 'theMany'] as const;
export type WordForm = (typeof WORD_FORMS)[number];
type AllWords = Readonly<Record<Locale, PlanWords>>;

/** "sv.goal.one": the words as fields of one flat form. */
export function wordField(locale: Locale, key: WordKey, form: WordForm | 'gender'): string {
  return `${locale}.${key}.${form}`;
}

export function valueOfWords(words: AllWords): FormValue {
  return Object.fromEntries(
    LOCALES.flatMap((locale) =>
      WORD_KEYS.flatMap((key) => [
        ...WORD_FORMS.map((form) => [wordField(locale, key, form), words[locale][key][form]] as const),
        [wordField(locale, key, 'gender'), words[locale][key].gender] as const,
      ]),
    ),
  );
}

function wordOf(value: FormValue, locale: Locale, key: WordKey): Word {
  const text = (form: WordForm): string => String(value[wordField(locale, key, form)] ?? '').trim();
  return {
    one: text('one'),
    theOne: text('theOne'),
    many: text('many'),
    theMany: text('theMany'),
    gender: value[wordField(locale, key, 'gender')] === 't' ? 't' : 'n',
  };
}

export function planWordsOf(value: FormValue, locale: Locale): PlanWords {
  return {
    plan: wordOf(value, locale, 'plan'),
    goal: wordOf(value, locale, 'goal'),
    area: wordOf(value, locale, 'area'),
    activity: wordOf(value, locale, 'activity'),
  };
}

export function wordsOfValue(value: FormValue): AllWords {
  return { sv: planWordsOf(value, 'sv'), en: planWordsOf(value, 'en') };
}

/** "/words/sv/goal/one" → "sv.goal.one". */
export function fieldOfWords(pointer: string): string {
  return pointer.split('/').slice(2).join('.');
}

function word(one: string, theOne: string, many: string, theMany: string, gender: 'n' | 't'): Word {
  return { one, theOne, many, theMany, gender };
}

function english(one: string, many: string): Word {
  return word(one, `the ${one}`, many, `the ${many}`, 'n');
}

export interface WordPreset {
  readonly name: string;
  readonly words: AllWords;
}

/** Sets of words that counties use. Choosing one fills the form; nothing is saved until somebody saves. */
export const WORD_PRESETS: readonly WordPreset[] = [
  { name: 'Delmål, aktivitet', words: DEFAULT_WORDS },
  {
    name: 'Insatsområde, insats',
    words: {
      sv: {
        ...DEFAULT_WORDS.sv,
        goal: word('insatsområde', 'insatsområdet', 'insatsområden', 'insatsområdena', 't'),
        area: word('delområde', 'delområdet', 'delområden', 'delområdena', 't'),
        activity: word('insats', 'insatsen', 'insatser', 'insatserna', 'n'),
      },
      en: {
        ...DEFAULT_WORDS.en,
        goal: english('field of action', 'fields of action'),
        area: english('sub-field', 'sub-fields'),
        activity: english('measure', 'measures'),
      },
    },
  },
  {
    name: 'Mål, åtgärd',
    words: {
      sv: {
        plan: word('åtgärdsprogram', 'åtgärdsprogrammet', 'åtgärdsprogram', 'åtgärdsprogrammen', 't'),
        goal: word('mål', 'målet', 'mål', 'målen', 't'),
        area: word('område', 'området', 'områden', 'områdena', 't'),
        activity: word('åtgärd', 'åtgärden', 'åtgärder', 'åtgärderna', 'n'),
      },
      en: {
        plan: english('programme of measures', 'programmes of measures'),
        goal: english('goal', 'goals'),
        area: english('area', 'areas'),
        activity: english('measure', 'measures'),
      },
    },
  },
];

/** Sentences the pages really say, with these words in them, so that a wrong form is seen before it is saved. */
export function exampleSentences(words: PlanWords, locale: Locale): readonly string[] {
  const { plan, goal, area, activity } = words;
  if (locale === 'en')
    return [
      `3 ${goal.many} and 12 ${activity.many} in ${plan.theOne}.`,
      `Save ${activity.theOne}, or move it to another ${area.one}.`,
      `Of 12 ${activity.many}, 9 are completed.`,
    ];
  const neuter = (of: Word, common: string, other: string): string => (of.gender === 't' ? other : common);
  return [
    `${capital(plan.theOne)} har 3 ${goal.many} och 12 ${activity.many}.`,
    `${neuter(goal, 'Ny', 'Nytt')} ${goal.one}. ${neuter(area, 'Ny', 'Nytt')} ${area.one}. ${neuter(activity, 'Ny', 'Nytt')} ${activity.one}.`,
    `${neuter(activity, 'Ingen', 'Inget')} ${activity.one} hittades.`,
    `Spara ${activity.theOne}, eller flytta ${neuter(activity, 'den', 'det')} till ${neuter(area, 'en annan', 'ett annat')} ${area.one}.`,
    `Av 12 ${activity.many} är 9 genomförda. Alla ${goal.theMany} är bedömda.`,
  ];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
