import { Injectable } from '@nestjs/common';
import type {
  OpenDataFormat,
  OpenDataSet,
  PublicCountyItem,
  PublicPlanList,
  ReportFormat,
} from '@samhandling/contracts';
import { REPORT_CONTENT_TYPES } from '@samhandling/contracts';
import { activityReference, type Label } from '@samhandling/domain';
import { createHash } from 'node:crypto';
import { PublishedDatabase, type Ask } from '../platform/database/published-database.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { KeptPages, type KeptPage } from './kept-pages.ts';
import { activityRows, figureRows, toOpenCsv } from './open-data.ts';
import { toActivityPage, toCounty, toPlanPage, toPlanRef, toRound } from './public.mapper.ts';
import {
  publicQueries as published,
  type StoredCounty,
  type StoredPlan,
  type StoredRound,
} from './public.repository.ts';
import type { PublicAnswer } from './send-public.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** A file is not kept here: it is fetched when the reader does not have it. */
export interface PublicFile {
  readonly etag: string;
  readonly fetch: () => Promise<PublicAnswer>;
}

/** Everything anybody may read, out of the schema `published` and nowhere else (ADR 13). */
@Injectable()
export class PublicService {
  private readonly kept = new KeptPages();

  constructor(private readonly database: PublishedDatabase) {}

  /** The counties that show something. */
  async counties(): Promise<KeptPage> {
    const stored = await this.database.read(null, published.counties);
    const counties: PublicCountyItem[] = stored.map((county) => ({ ...toCounty(county), plans: county.plans }));
    const editions = createHash('sha256')
      .update(stored.map(({ edition }) => edition).join())
      .digest('hex');
    return this.kept.find('', editions, '') ?? this.kept.put('', editions, '', json(counties), JSON_TYPE);
  }

  plans(county: string): Promise<KeptPage> {
    return this.page(county, 'plans', async (ask, stored): Promise<PublicPlanList> => {
      const plans = await published.plans(ask);
      return {
        county: toCounty(stored),
        plans: plans.map((plan) => ({ ...toPlanRef(plan), latestRound: plan.latestRound })),
      };
    });
  }

  plan(county: string, slug: string, round: string | undefined): Promise<KeptPage> {
    return this.page(county, `plan ${slug} ${round ?? ''}`, (ask, stored) => this.planPage(ask, stored, slug, round));
  }

  activity(county: string, slug: string, area: string, number: number): Promise<KeptPage> {
    const reference = activityReference(area, number);
    return this.page(county, `activity ${slug} ${reference}`, async (ask, stored) => {
      const plan = required(await published.plan(ask, slug));
      const stood = await published.activitiesOf(ask, plan.id, { reference });
      const figures = await published.figuresOf(ask, plan.id, { reference });
      const page = toActivityPage(toCounty(stored), plan, reference, stood, figures);
      if (!page) throw notFound(NO_SUCH_ACTIVITY);
      return page;
    });
  }

  round(county: string, slug: string, label: string): Promise<KeptPage> {
    return this.page(county, `round ${slug} ${label}`, async (ask, stored) => {
      const plan = required(await published.plan(ask, slug));
      return this.roundPage(ask, stored, plan, roundOf(plan, label));
    });
  }

  data(county: string, slug: string, set: OpenDataSet, format: OpenDataFormat): Promise<KeptPage> {
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : JSON_TYPE;
    const rows = async (ask: Ask, stored: StoredCounty): Promise<ReturnType<typeof figureRows>> => {
      if (set === 'activities') return activityRows(await this.planPage(ask, stored, slug, undefined));
      const plan = required(await published.plan(ask, slug));
      const rounds = [];
      for (const round of plan.rounds) rounds.push(await this.roundPage(ask, stored, plan, round));
      return figureRows(rounds);
    };
    return this.page(
      county,
      `data ${slug} ${set}.${format}`,
      async (ask, stored) => rows(ask, stored),
      (found) => (format === 'csv' ? toOpenCsv(set, found) : json(found)),
      type,
    );
  }

  /** The adopted file to the byte. */
  async file(county: string, slug: string, label: string, format: ReportFormat): Promise<PublicFile> {
    const stored = await this.countyOf(county);
    return this.database.read(stored.id, async (ask) => {
      const plan = required(await published.plan(ask, slug));
      const round = roundOf(plan, label);
      const sum = await published.fileSum(ask, round.id, format);
      if (sum === null) throw notFound(NO_SUCH_ROUND);
      const name = `Länsrapport ${round.label} ${stored.name} ${plan.plan.theme} (version ${round.versionNumber})`;
      return {
        etag: `"${sum.slice(0, 32)}"`,
        fetch: async () => {
          const file = await this.database.read(stored.id, (again) => published.file(again, round.id, format));
          // Taken back between the two questions.
          if (!file) throw notFound(NO_SUCH_ROUND);
          return {
            bytes: file.bytes,
            etag: `"${sum.slice(0, 32)}"`,
            contentType: REPORT_CONTENT_TYPES[format],
            name: `${fileStem(name)}.${format}`,
          };
        },
      };
    });
  }

  private async planPage(ask: Ask, stored: StoredCounty, slug: string, label: string | undefined) {
    const plan = required(await published.plan(ask, slug));
    const round = label === undefined ? (plan.rounds[0] ?? null) : roundOf(plan, label);
    const judged = round ? await published.goalsOf(ask, round.id) : [];
    const stood = round ? await published.activitiesOf(ask, plan.id, { roundId: round.id }) : [];
    return toPlanPage(toCounty(stored), plan, round, judged, stood);
  }

  private async roundPage(ask: Ask, stored: StoredCounty, plan: StoredPlan, round: StoredRound) {
    const judged = await published.goalsOf(ask, round.id);
    const stood = await published.activitiesOf(ask, plan.id, { roundId: round.id });
    const figures = await published.figuresOf(ask, plan.id, { roundId: round.id });
    return toRound(toCounty(stored), plan.plan, round, judged, stood, figures);
  }

  /**
   * The edition is read before the content: a change in between gives a newer content under an older edition, which the
   * next reader, who sees the newer edition, does not find.
   */
  private async page<Body>(
    county: string,
    address: string,
    build: (ask: Ask, stored: StoredCounty) => Promise<Body>,
    write: (body: Body) => Buffer = json,
    contentType: string = JSON_TYPE,
  ): Promise<KeptPage> {
    const stored = await this.countyOf(county);
    const known = this.kept.find(stored.id, stored.edition, address);
    if (known) return known;
    const body = await this.database.read(stored.id, (ask) => build(ask, stored));
    return this.kept.put(stored.id, stored.edition, address, write(body), contentType);
  }

  private async countyOf(slug: string): Promise<StoredCounty> {
    const counties = await this.database.read(null, published.counties);
    const county = counties.find((each) => toCounty(each).slug === slug);
    if (!county) throw notFound(NO_SUCH_COUNTY);
    return county;
  }
}

const json = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));

function required(plan: StoredPlan | null): StoredPlan {
  if (!plan) throw notFound(NO_SUCH_PLAN);
  return plan;
}

function roundOf({ rounds }: StoredPlan, label: string): StoredRound {
  const round = rounds.find((each) => each.label === label);
  if (!round) throw notFound(NO_SUCH_ROUND);
  return round;
}

/** Of characters every file system takes. */
function fileStem(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} ()_.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const NO_SUCH_COUNTY: Label = {
  sv: 'Länet har inte publicerat någon plan.',
  en: 'The county has not published any plan.',
};
const NO_SUCH_PLAN: Label = {
  sv: 'Länet har ingen publicerad plan med den adressen. Den kan ha avpublicerats.',
  en: 'The county has no published plan at that address. It may have been unpublished.',
};
const NO_SUCH_ROUND: Label = {
  sv: 'Planen har ingen publicerad uppföljning med det namnet. Den kan ha avpublicerats.',
  en: 'The plan has no published follow-up with that name. It may have been unpublished.',
};
const NO_SUCH_ACTIVITY: Label = {
  sv: 'Planen har ingen aktivitet med det numret.',
  en: 'The plan has no activity with that number.',
};
