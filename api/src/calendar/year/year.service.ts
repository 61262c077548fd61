import { Injectable } from '@nestjs/common';
import { PAPER_CONTENT_TYPES, type YearWheel } from '@samhandling/contracts';
import { dayOf, isAllowed } from '@samhandling/domain';
import { buildPaper, YEAR_WHEEL, YEAR_WHEEL_FORM, type YearWheelFacts } from '@samhandling/report-model';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ReportRenderer } from '../../reports/report-renderer.service.ts';
import { toEntries } from './year.mapper.ts';
import { YearRepository, type StoredYear } from './year.repository.ts';

/** The plan's year: what stands in it and where, and what the reader may move. */
@Injectable()
export class YearService {
  constructor(
    private readonly years: YearRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly renderer: ReportRenderer,
  ) {}

  async get(slug: string, year: number): Promise<YearWheel> {
    return (await this.read(slug, year)).wheel;
  }

  /** For the wall: the year as it stands now, on a large sheet. */
  async getPaper(slug: string, year: number): Promise<DownloadFile> {
    const { wheel, county } = await this.read(slug, year);
    const { locale } = requestContext();
    const facts = toYearFacts(wheel, county, this.clock.now());
    const paper = buildPaper(YEAR_WHEEL, facts, locale);
    return {
      bytes: await this.renderer.renderPaper(paper, 'pdf'),
      name: `${paper.fileStem}.pdf`,
      contentType: PAPER_CONTENT_TYPES.pdf,
    };
  }

  private read(slug: string, year: number): Promise<{ wheel: YearWheel; county: StoredYear['county'] }> {
    return this.uow.read(async () => {
      const stored = await this.years.find(slug, year);
      if (!stored) throw notFound();
      const { roles } = currentSession();
      const mayAdd = isAllowed(roles, 'calendar.manage');
      const rights = {
        meetings: isAllowed(roles, 'group.manage'),
        rounds: isAllowed(roles, 'round.manage'),
        marks: mayAdd,
      };
      const entries = toEntries(stored, year, rights, requestContext().locale);
      const groups = new Map(entries.flatMap(({ group }) => (group ? [[group.id, group] as const] : [])));
      const wheel: YearWheel = {
        plan: stored.plan,
        year,
        today: dayOf(this.clock.now()),
        groups: [...groups.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv')),
        entries,
        mayAdd,
      };
      return { wheel, county: stored.county };
    });
  }
}

function toYearFacts(
  { plan, year, today, entries }: YearWheel,
  county: StoredYear['county'],
  now: Date,
): YearWheelFacts {
  return {
    form: YEAR_WHEEL_FORM,
    county,
    standing: { kind: 'draft', madeAt: now.toISOString() },
    plan: plan.title,
    year,
    today,
    entries: entries.map(({ key, kind, from, to, title, isCancelled, startsAt, state, detail }, index) => ({
      key,
      kind,
      from,
      to,
      title,
      isCancelled,
      startsAt,
      state,
      detail,
      number: index + 1,
    })),
  };
}
