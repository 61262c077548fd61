import { dayOf, formatDay, formatDayRange, formatInstant, type Label, type Locale } from '@samhandling/domain';
import { contextOf, type ReportContext } from './context.ts';
import { figureTable } from './figures.ts';
import type { Block, CountyReport, Fact, TitlePage } from './model.ts';
import { numbered } from './numbering.ts';
import { PHRASES } from './phrases.ts';
import { changesSection } from './section-changes.ts';
import { activitiesAppendix, municipalitiesAppendix } from './section-appendices.ts';
import { goalsSection } from './section-goals.ts';
import { methodSection } from './section-method.ts';
import { judgementsSection, summarySection } from './section-summary.ts';
import type { ReportSource } from './source.ts';

export interface CountyReportSection {
  readonly id: string;
  /** What it is for, for those who choose among sections. */
  readonly purpose: Label;
  readonly isAppendix: boolean;
  /** Begins on a page of its own. */
  readonly startsPage: boolean;
  readonly build: (context: ReportContext) => Block[];
}

/** The county report (länsrapport), declared once and in order. Web page, Word, PDF and JSON all walk this list. */
export const COUNTY_REPORT_SECTIONS: readonly CountyReportSection[] = [
  {
    id: 'summary',
    purpose: { sv: 'Året i fakta', en: 'The year in facts' },
    isAppendix: false,
    startsPage: true,
    build: summarySection,
  },
  {
    id: 'judgements',
    purpose: { sv: 'Hur målen bedöms', en: 'How the goals are judged' },
    isAppendix: false,
    startsPage: false,
    build: judgementsSection,
  },
  {
    id: 'goals',
    purpose: { sv: 'Varje mål för sig', en: 'Each goal by itself' },
    isAppendix: false,
    startsPage: false,
    build: goalsSection,
  },
  {
    id: 'changes',
    purpose: { sv: 'Vad som har ändrats sedan förra omgången', en: 'What has changed since last round' },
    isAppendix: false,
    startsPage: false,
    build: changesSection,
  },
  {
    id: 'method',
    purpose: { sv: 'Hur rapporten är gjord', en: 'How the report is made' },
    isAppendix: false,
    startsPage: true,
    build: methodSection,
  },
  {
    id: 'activities',
    purpose: { sv: 'Varje aktivitet i sin helhet', en: 'Every activity in full' },
    isAppendix: true,
    startsPage: true,
    build: activitiesAppendix,
  },
  {
    id: 'municipalities',
    purpose: { sv: 'Siffror per kommun', en: 'Figures by municipality' },
    isAppendix: true,
    startsPage: true,
    build: municipalitiesAppendix,
  },
];

/**
 * The whole report from its facts. `sha256` is the checksum of the frozen facts and stands on the title page; null for a
 * draft. Pure: the same facts give the same report, to the letter.
 */
export function buildCountyReport(source: ReportSource, locale: Locale, sha256: string | null = null): CountyReport {
  const context = contextOf(source, locale, sha256);
  const sections = COUNTY_REPORT_SECTIONS.flatMap(({ id, isAppendix, startsPage, build }) => {
    const blocks = build(context);
    // A section with nothing to tell is left out, heading and all.
    if (blocks.length === 0) return [];
    return [{ id, isAppendix, blocks: [...(startsPage ? [{ kind: 'page_break' as const }] : []), ...blocks] }];
  });
  const standing = standingText(context);
  return {
    kind: 'county_report',
    locale,
    isDraft: source.standing.kind === 'draft',
    madeAt: source.standing.kind === 'draft' ? source.standing.madeAt : source.standing.adoptedAt,
    fileStem: fileStem(context),
    author: source.county.name,
    titlePage: titlePage(context, standing),
    layout: { title: 'page', hasContents: true, hasChapters: true, size: 'a4', isLandscape: false },
    running: {
      left: `${context.label('countyReport')} ${source.round.label} · ${source.county.name}`,
      right: standing,
    },
    page: { page: context.label('page'), of: context.label('of') },
    contentsTitle: context.label('contents'),
    sections: numbered(sections, locale),
    figures: figureTable(context),
  };
}

/** "Utkast 12 mars 2026", "Version 1, fastställd 13 mars 2025". */
function standingText({ source, locale, label }: ReportContext): string {
  const { standing } = source;
  if (standing.kind === 'draft') {
    const day = formatDay(dayOf(standing.madeAt), locale);
    return standing.versionNumber > 1
      ? `${label('draft')} ${locale === 'sv' ? 'till version' : 'of version'} ${standing.versionNumber}, ${day}`
      : `${label('draft')} ${day}`;
  }
  return `${label('version')} ${standing.versionNumber}, ${label('adopted').toLocaleLowerCase(locale)} ${formatDay(dayOf(standing.adoptedAt), locale)}`;
}

function titlePage(context: ReportContext, standing: string): TitlePage {
  const { source, locale, label, sha256 } = context;
  const { plan, round } = source;
  const facts: Fact[] = [
    { label: label('recordsNumber'), value: plan.recordsNumber || label('notGiven') },
    { label: label('period'), value: formatDayRange(round.from, round.to, locale) },
    ...(plan.decisionReference === '' ? [] : [{ label: label('decision'), value: plan.decisionReference }]),
    ...(source.standing.kind === 'draft'
      ? [{ label: label('madeAt'), value: formatInstant(source.standing.madeAt, locale) }]
      : [
          { label: label('version'), value: String(source.standing.versionNumber) },
          { label: label('adopted'), value: formatInstant(source.standing.adoptedAt, locale) },
          { label: label('proposedBy'), value: source.standing.proposedBy },
          { label: label('adoptedBy'), value: source.standing.adoptedBy },
        ]),
    ...(sha256 === null ? [] : [{ label: label('checksum'), value: sha256 }]),
  ];
  return {
    eyebrow: source.county.name,
    title: `${label('countyReport')} ${round.label}`,
    subtitle: plan.title,
    standing,
    notice: source.standing.kind === 'draft' ? PHRASES.draftNotice(locale) : null,
    facts,
  };
}

/** "Länsrapport 2025 Älvmarks län ANDTS (utkast)": a name people find again, of characters every file system takes. */
function fileStem({ source, label }: ReportContext): string {
  const { standing } = source;
  const mark = standing.kind === 'draft' ? label('draft').toLocaleLowerCase('sv') : `version ${standing.versionNumber}`;
  return `${label('countyReport')} ${source.round.label} ${source.county.name} ${source.plan.theme} (${mark})`
    .replace(/[^\p{L}\p{N} ()_.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
