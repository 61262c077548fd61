import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.ts';
import type { Environment } from '../platform/config/environment.ts';
import { withRequestContext } from '../platform/http/request-context.ts';
import { ChecksService } from '../record/checking/checks.service.ts';
import { DisposalService, type DisposedClass } from '../record/retention/disposal.service.ts';
import { findingWords } from '../record/verifying/finding-words.ts';
import type { Anchor } from '../record/verifying/chain-walk.ts';
import { VerifyingService, type Verification } from '../record/verifying/verifying.service.ts';
import { CommandFailure } from './command-failure.ts';

export interface CountyChecked extends Verification {
  readonly code: string;
  readonly name: string;
  /** What does not hold, in Swedish. */
  readonly words: readonly string[];
}

/** Verifies every county, or one. `anchors` by county code. */
export function verifyCounties(
  environment: Environment,
  appUrl: string,
  anchors: ReadonlyMap<string, Anchor>,
  each: (county: CountyChecked) => void,
): Promise<void> {
  return withApp(environment, appUrl, async (app) => {
    for (const { id, code, name } of await app.get(ChecksService).listCounties()) {
      const anchor = anchors.get(code);
      const found = await app.get(VerifyingService).verify(id, anchor ? [anchor] : []);
      each({ ...found, code, name, words: found.findings.map((finding) => findingWords(finding).sv) });
    }
  });
}

export interface CountyDisposed {
  readonly code: string;
  readonly name: string;
  readonly classes: readonly (DisposedClass & { readonly oldest: string | null; readonly before: string | null })[];
}

/** Gallring in every county, or in the one with the code; `isDryRun` only tells. */
export function disposeCounties(
  environment: Environment,
  appUrl: string,
  wish: { readonly county: string | undefined; readonly isDryRun: boolean },
): Promise<CountyDisposed[]> {
  return withApp(environment, appUrl, async (app) => {
    const counties = await app.get(ChecksService).listCounties();
    const asked = counties.filter(({ code }) => wish.county === undefined || code === wish.county);
    if (asked.length === 0) throw new CommandFailure(`Det finns inget län med koden ”${wish.county ?? ''}”.`);
    const disposal = app.get(DisposalService);
    const told: CountyDisposed[] = [];
    for (const { id, code, name } of asked) {
      const due = await disposal.preview(id);
      const done = wish.isDryRun ? due.map((one) => ({ name: one.name, count: one.due })) : await disposal.run(id);
      const classes = done.map((one) => {
        const { oldest = null, before = null } = due.find((rule) => rule.name === one.name) ?? {};
        return { ...one, oldest, before };
      });
      told.push({ code, name, classes });
    }
    return told;
  });
}

async function withApp<Result>(
  environment: Environment,
  appUrl: string,
  body: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const app = await NestFactory.createApplicationContext(
    AppModule.of({ environment, appUrl, about: { product: 'Samhandling', version: '', demo: [] } }),
    { logger: false, abortOnError: false },
  );
  try {
    return await withRequestContext({ requestId: '', locale: 'sv', source: 'cli', session: null }, () => body(app));
  } finally {
    await app.close();
  }
}
