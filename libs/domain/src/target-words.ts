import type { Direction } from './indicator.ts';
import type { Label, Locale } from './locale.ts';
import { formatExact, NO_BREAK_SPACE } from './number-format.ts';
import type { TargetStatus } from './target.ts';

/** "inom 10 % av målet": how near is near, said wherever a value is called near. `margin` is a fraction, 0 to 1. */
export function marginWords(margin: number): Label {
  return {
    sv: `inom ${formatExact(margin * 100, 'sv')}${NO_BREAK_SPACE}% av målet`,
    en: `within ${formatExact(margin * 100, 'en')}% of the target`,
  };
}

/** What a comparison with the target says, the margin included; empty where nothing can be said. */
export function targetStatusWords(status: TargetStatus, margin: number): Label {
  switch (status) {
    case 'reached':
      return { sv: 'når målet', en: 'reaches the target' };
    case 'near':
      return {
        sv: `når inte målet, men är ${marginWords(margin).sv}`,
        en: `does not reach the target, but is ${marginWords(margin).en}`,
      };
    case 'missed':
      return { sv: 'når inte målet', en: 'does not reach the target' };
    case 'unknown':
      return { sv: '', en: '' };
  }
}

/** "minst 10", "högst 10"; the number alone where neither high nor low is good. `amount` is the target as written. */
export function boundWords(direction: Direction, amount: (locale: Locale) => string): Label {
  if (direction === 'none') return { sv: amount('sv'), en: amount('en') };
  return direction === 'up'
    ? { sv: `minst ${amount('sv')}`, en: `at least ${amount('en')}` }
    : { sv: `högst ${amount('sv')}`, en: `at most ${amount('en')}` };
}
