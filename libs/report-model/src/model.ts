import type { PaperKind, TextLink } from '@samhandling/contracts';
import type { GoalJudgement, Judgement, Locale } from '@samhandling/domain';

/** What a mark stands for. Renderers give each its colour; the symbol and the word are in the text already. */
export type Tone = Judgement | GoalJudgement | 'not_judged';

/** A paper ready to be drawn: the same for the web page, Word and PDF. Holds no look but its order and its form. */
export interface Paper {
  readonly kind: 'county_report' | PaperKind;
  readonly locale: Locale;
  readonly isDraft: boolean;
  /** ISO instant of freezing, or when the draft was made: the only date that files carry. */
  readonly madeAt: string;
  /** "Länsrapport 2025 Älvmarks län ANDTS (version 1)", without ending. */
  readonly fileStem: string;
  readonly author: string;
  readonly titlePage: TitlePage;
  readonly layout: PaperLayout;
  readonly running: { readonly left: string; readonly right: string };
  readonly page: { readonly page: string; readonly of: string };
  readonly contentsTitle: string;
  readonly sections: readonly ReportSection[];
}

export interface PaperLayout {
  /** The title has a page of its own, or stands at the head of the first page. */
  readonly title: 'page' | 'head';
  readonly hasContents: boolean;
  /** Chapters, tables and charts are numbered through the whole paper. Without, a heading has at most a number of its own. */
  readonly hasChapters: boolean;
  readonly size: 'a4' | 'a3';
  readonly isLandscape: boolean;
  /** Per cent of the width that the first section takes, with the others beside it; without, all stand under each other. */
  readonly firstBeside?: number;
  /** The sections after the first stand beside each other, so many to a page of their own; without, under each other. */
  readonly besideOthers?: number;
}

/** A county report: a paper with its figures, which Excel is made of. */
export interface CountyReport extends Paper {
  readonly kind: 'county_report';
  readonly figures: FigureTable;
}

export interface TitlePage {
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  /** "Utkast 12 mars 2026" or "Version 1, fastställd 13 mars 2025"; empty when there is nothing to say of it. */
  readonly standing: string;
  /** Drafts say what a draft is; null when adopted. */
  readonly notice: string | null;
  readonly facts: readonly Fact[];
}

export interface ReportSection {
  /** Its name in the list of sections of that kind of paper. */
  readonly id: string;
  readonly isAppendix: boolean;
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly label: string;
  /** May hold line ends. */
  readonly value: string;
  readonly tone?: Tone;
}

export type Block =
  | HeadingBlock
  | ({ readonly kind: 'paragraph'; readonly text: string; readonly emphasis: 'lead' | 'normal' | 'quiet' } & Linked)
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | ({ readonly kind: 'list'; readonly items: readonly string[] } & Linked)
  | TableBlock
  | ChartBlock
  | CalloutBlock
  | ClauseBlock
  | SignaturesBlock
  | { readonly kind: 'checklist'; readonly items: readonly { readonly text: string; readonly details: string }[] }
  | PictureBlock
  | { readonly kind: 'page_break' };
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** "3", "3.1", "A"; empty at the fourth level, whose text holds the activity's reference. */
  readonly number: string;
  readonly text: string;
}

/** On screen, what the text names leads to its page. Paper shows the words alone. */
export interface Linked {
  readonly links?: readonly TextLink[];
}

export interface CalloutBlock extends Linked {
  readonly kind: 'callout';
  readonly tone: Tone | 'notice';
  readonly title: string;
  readonly text: string;
}

/** What was decided, under its own number: "§ 12". `details` says who and when; empty when nobody is to do anything. */
export interface ClauseBlock {
  readonly kind: 'clause';
  readonly mark: string;
  readonly text: string;
  readonly details: string;
}

/** A line to sign on for each, or how it was signed. */
export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly items: readonly {
    readonly name: string;
    /** "Ordförande, Region Älvmark" */
    readonly role: string;
    /** "Justerat 12 mars 2026, inloggad"; empty: a line to write on. */
    readonly signed: string;
  }[];
}

/** A drawing of our own. The SVG names no other file and holds no script; its texts are escaped by whoever draws it. */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly svg: string;
  /** Width and height of the drawing in its own units. */
  readonly ratio: { readonly width: number; readonly height: number };
  /** Of the width of the text, in per cent. */
  readonly width: number;
  readonly altText: string;
}

/** "Tabell 3" and what it shows; no label where tables are not numbered. */
export interface Caption {
  readonly label: string;
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: Caption;
  readonly columns: readonly { readonly header: string; readonly align: 'start' | 'end'; readonly width: number }[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The last row is the sum of the others. */
  readonly hasTotal: boolean;
  /** Many short rows on one page: set smaller and closer, at 8 points at least. */
  readonly isDense?: boolean;
  readonly note: string;
}

export interface TableCell {
  readonly text: string;
  readonly tone?: Tone;
}

export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: Caption;
  /** `stacked`: horizontal bars of counts by judgement. `grouped`: one group of columns per municipality. */
  readonly form: 'stacked' | 'grouped';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly valueTitle: string;
  readonly decimals: number;
  /** The data in words, for those who do not see the picture. */
  readonly altText: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly symbol: string;
  readonly tone: Tone | 'now' | 'last';
  /** Null is unknown, and is drawn as nothing. */
  readonly values: readonly (number | null)[];
}

/** The figures, for Excel: numbers as numbers, every kind of empty in words. */
export interface FigureTable {
  /** Labels of the round and of the one before; null when there was none. */
  readonly rounds: { readonly now: string; readonly last: string | null };
  /** The plan's own words, for headings. */
  readonly words: { readonly goal: string; readonly activity: string };
  /** Activities counted by judgement, per goal. */
  readonly standing: {
    readonly tones: readonly string[];
    readonly goals: readonly { readonly name: string; readonly counts: readonly number[] }[];
  };
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly FigureRow[];
}

export interface FigureRow {
  readonly goal: string;
  readonly references: string;
  readonly indicator: string;
  readonly kind: string;
  readonly unit: string;
  readonly decimals: number;
  /** Numerator and denominator stand apart, and a target is in per cent. */
  readonly isShare: boolean;
  /** False for milestones and texts, whose figure is in words. */
  readonly isNumber: boolean;
  readonly now: FigureCell;
  readonly last: FigureCell | null;
  /** In per cent for a share. */
  readonly target: number | null;
  /** "minst", "högst": what the target asks for; empty without target or direction. */
  readonly targetDirection: string;
  readonly targetStatus: string;
  readonly baseline: number | null;
  readonly baselineYear: number | null;
  readonly baselineSource: string;
  readonly sexes: readonly { readonly label: string; readonly now: FigureCell; readonly last: FigureCell | null }[];
  readonly places: readonly { readonly code: string; readonly now: FigureCell; readonly last: FigureCell | null }[];
}

export interface FigureCell {
  readonly value: number | null;
  readonly denominator: number | null;
  /** The figure in words, also for the kinds of empty. */
  readonly text: string;
  readonly state: 'value' | 'not_reported' | 'not_applicable' | 'protected';
}
