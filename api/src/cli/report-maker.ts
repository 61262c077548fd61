import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { ReportFormat } from '@samhandling/contracts';
import { AppModule } from '../app.module.ts';
import type { Environment } from '../platform/config/environment.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import { withRequestContext } from '../platform/http/request-context.ts';
import { ReportLookup } from '../reports/report-lookup.ts';
import { ReportsService } from '../reports/reports.service.ts';
import { CommandFailure } from './command-failure.ts';

export interface ReportWish {
  readonly round: string;
  readonly plan?: string;
  readonly county?: string;
  readonly version: number | null;
  readonly format: ReportFormat;
}

/** The bytes of the report, made by the services the web uses, in the county that is meant. */
export async function makeReport(environment: Environment, appUrl: string, wish: ReportWish): Promise<Buffer> {
  const app = await NestFactory.createApplicationContext(
    AppModule.of({ environment, appUrl, about: { product: 'Samhandling', version: '', demo: [] } }),
    { logger: false, abortOnError: false },
  );
  try {
    return await withRequestContext({ requestId: '', locale: 'sv', source: 'cli', session: null }, () =>
      make(app, wish),
    );
  } catch (fault) {
    if (fault instanceof ProblemException) throw new CommandFailure(fault.detail.sv, { cause: fault });
    throw fault;
  } finally {
    await app.close();
  }
}

async function make(app: INestApplicationContext, wish: ReportWish): Promise<Buffer> {
  const uow = app.get(UnitOfWork);
  const countyId = await countyOf(app, wish.county);
  return uow.read(
    async () => {
      const roundId = await roundOf(app, wish);
      return (await app.get(ReportsService).getFile(roundId, wish.format, wish.version)).bytes;
    },
    { countyId, personId: null },
  );
}

/** The county with the code, or the only one with plans. */
async function countyOf(app: INestApplicationContext, code: string | undefined): Promise<string> {
  const counties = await app.get(ReportLookup).findCountiesWithPlans();
  if (code !== undefined) {
    const asked = counties.find((county) => county.code === code);
    if (!asked) throw new CommandFailure(`Länet ${code} har inga planer.`);
    return asked.id;
  }
  const [only, ...others] = counties;
  if (!only) throw new CommandFailure('Det finns inga planer i databasen.');
  if (others.length > 0)
    throw new CommandFailure(
      `Flera län har planer. Välj ett med --county: ${counties.map((county) => `${county.code} ${county.name}`).join(', ')}.`,
    );
  return only.id;
}

async function roundOf(app: INestApplicationContext, { round, plan }: ReportWish): Promise<string> {
  const rounds = await app.get(ReportLookup).findRounds(plan ?? null);
  const found = rounds.filter((one) => one.id === round.toLowerCase() || one.label === round);
  const [only, ...others] = found;
  if (only && others.length === 0) return only.id;
  if (only)
    throw new CommandFailure(
      `Flera planer har en omgång ${round}. Välj en med --plan: ${found.map((one) => one.planSlug).join(', ')}.`,
    );
  const known = rounds.map((one) => `${one.label} (${one.planSlug})`).join(', ');
  throw new CommandFailure(
    known === ''
      ? `Det finns ingen omgång ${round}, och inga andra omgångar heller.`
      : `Det finns ingen omgång ${round}. Omgångar som finns: ${known}.`,
  );
}
