import type { PaperKind } from '@samhandling/contracts';
import { dayOf, formatDay, type Label, type Locale } from '@samhandling/domain';
import type { Block, Fact, Paper, PaperLayout } from '../model.ts';
import { numbered } from '../numbering.ts';
import { PAPER_LABELS, type PaperLabelKey } from './labels.ts';

/** A draft is made now and for the one who asks; what is frozen has a number, a day and a name. */
export type PaperStanding =
  | { readonly kind: 'draft'; readonly madeAt: string }
  | { readonly kind: 'frozen'; readonly versionNumber: number; readonly frozenAt: string; readonly frozenBy: string };

/**
 * What every paper's facts hold. Facts are plain data: names, wordings and figures as they were, so that the same facts give
 * the same paper for ever. `form` names their shape; a change of shape takes a new name, and old papers keep theirs.
 */
export interface PaperFacts {
  readonly form: string;
  readonly county: { readonly code: string; readonly name: string };
  readonly standing: PaperStanding;
}

/** What every section of a paper reads. */
export interface PaperContext<Facts extends PaperFacts> {
  readonly facts: Facts;
  readonly locale: Locale;
  readonly label: (key: PaperLabelKey) => string;
  readonly say: (label: Label) => string;
}

export interface PaperSection<Facts extends PaperFacts> {
  readonly id: string;
  /** What it is for, for those who choose among sections. */
  readonly purpose: Label;
  readonly isAppendix?: boolean;
  /** Begins on a page of its own. */
  readonly startsPage?: boolean;
  /** No blocks: the section has nothing to tell, and is left out, heading and all. */
  readonly build: (context: PaperContext<Facts>) => readonly Block[];
}

export interface PaperHead {
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  /** What stands in the file's name between the kind and the county: "Beredningsgruppen 2026-03-12". */
  readonly name: string;
  /** In place of "Utkast 12 mars 2026" for what has a standing of its own, such as a calling; empty for none. */
  readonly standing?: string;
  /** Above everything: what the reader must know of a draft. */
  readonly notice?: string;
}

/** A kind of paper, declared once: its sections in order, its form on paper, and what stands at its head. */
export interface PaperDefinition<Facts extends PaperFacts> {
  readonly kind: PaperKind;
  readonly form: Facts['form'];
  /** Of the facts where how much there is decides how it is laid out. */
  readonly layout: PaperLayout | ((facts: Facts) => PaperLayout);
  /** "Kallelse", "Protokoll" */
  readonly title: Label;
  /** "Justerat", "Beslutad": what freezing it is called. */
  readonly frozen: Label;
  readonly head: (context: PaperContext<Facts>) => PaperHead;
  readonly sections: readonly PaperSection<Facts>[];
}

/** A few pages with the title at the head of the first, and no numbers but the paper's own (§). */
export const HEAD_A4: PaperLayout = {
  title: 'head',
  hasContents: false,
  hasChapters: false,
  size: 'a4',
  isLandscape: false,
};

/**
 * The paper from its facts. `sha256` is the checksum of the frozen facts and stands last among the facts at its head; null
 * for a draft. Pure: the same facts give the same paper, to the letter.
 */
export function buildPaper<Facts extends PaperFacts>(
  definition: PaperDefinition<Facts>,
  facts: Facts,
  locale: Locale,
  sha256: string | null = null,
): Paper {
  const context: PaperContext<Facts> = {
    facts,
    locale,
    label: (key) => PAPER_LABELS[key][locale],
    say: (label) => label[locale],
  };
  const layout = typeof definition.layout === 'function' ? definition.layout(facts) : definition.layout;
  const head = definition.head(context);
  const title = definition.title[locale];
  const standing = head.standing ?? standingText(definition, facts.standing, locale);
  const sections = definition.sections.flatMap(({ id, isAppendix = false, startsPage = false, build }) => {
    const blocks = build(context);
    if (blocks.length === 0) return [];
    return [{ id, isAppendix, blocks: [...(startsPage ? [{ kind: 'page_break' as const }] : []), ...blocks] }];
  });
  const isDraft = facts.standing.kind === 'draft';
  return {
    kind: definition.kind,
    locale,
    isDraft,
    madeAt: facts.standing.kind === 'draft' ? facts.standing.madeAt : facts.standing.frozenAt,
    fileStem: fileName(
      `${title} ${head.name}${isDraft && head.standing === undefined ? ` (${context.label('draft').toLocaleLowerCase('sv')})` : ''}`,
    ),
    author: facts.county.name,
    titlePage: {
      eyebrow: head.eyebrow,
      title: head.title,
      subtitle: head.subtitle,
      standing,
      notice: head.notice ?? null,
      facts: [...head.facts, ...(sha256 === null ? [] : [{ label: context.label('checksum'), value: sha256 }])],
    },
    layout,
    running: { left: `${head.title} · ${head.subtitle === '' ? facts.county.name : head.subtitle}`, right: standing },
    page: { page: context.label('page'), of: context.label('of') },
    contentsTitle: context.label('contents'),
    sections: layout.hasChapters ? numbered(sections, locale) : sections,
  };
}

/** "Utkast 12 mars 2026", "Justerat 12 mars 2026", "Version 2, beslutad 12 mars 2026". */
function standingText({ frozen }: { readonly frozen: Label }, standing: PaperStanding, locale: Locale): string {
  if (standing.kind === 'draft') return `${PAPER_LABELS.draft[locale]} ${formatDay(dayOf(standing.madeAt), locale)}`;
  const words = `${frozen[locale]} ${formatDay(dayOf(standing.frozenAt), locale)}`;
  if (standing.versionNumber === 1) return words;
  return `${PAPER_LABELS.version[locale]} ${standing.versionNumber}, ${words.charAt(0).toLocaleLowerCase(locale)}${words.slice(1)}`;
}

/** Of characters every file system takes. */
function fileName(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ()_.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
