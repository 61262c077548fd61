import { GLOSSARY_FOLLOW_UP } from './glossary-follow-up.ts';
import { GLOSSARY_PLAN } from './glossary-plan.ts';
import { GLOSSARY_ROTATION } from './glossary-rotation.ts';
import type { Label } from './locale.ts';
import { sortedSwedish } from './sort.ts';

/** One word per thing, everywhere: the name in code, the word on screen, and what is meant by it. */
export interface GlossaryTerm {
  /** As in code: a type (`Activity`) or a field (`baseline`). */
  readonly code: string;
  readonly term: Label;
  readonly definition: Label;
}

/** All terms, in Swedish order. Plans may show their own words for plan, goal, area and activity instead. */
export const GLOSSARY: readonly GlossaryTerm[] = sortedSwedish(
  [...GLOSSARY_PLAN, ...GLOSSARY_FOLLOW_UP, ...GLOSSARY_ROTATION],
  (entry) => entry.term.sv,
);

/** The term of a name in code. Throws RangeError for a name the glossary does not hold, so that a misspelling is seen. */
export function glossaryTerm(code: string): GlossaryTerm {
  const entry = GLOSSARY.find((term) => term.code === code);
  if (!entry) throw new RangeError(`Not in the glossary: ${code}`);
  return entry;
}

/** The text of `docs/glossary.md`; a test keeps the file in step. */
export function glossaryMarkdown(): string {
  const entries = GLOSSARY.map(({ code, term, definition }) =>
    [`## ${term.sv}`, `\`${code}\` · ${term.en}`, definition.sv, `_${definition.en}_`].join('\n\n'),
  );
  const head = [
    '# Ordlista',
    'Generated from `libs/domain/src/glossary.ts` by `node tools/write-glossary.mjs`. Change the source, not this file.',
    'En plan kan ha egna ord för plan, mål, område och aktivitet. Här står de ord som gäller från början.',
  ];
  return `${[...head, ...entries].join('\n\n')}\n`;
}
