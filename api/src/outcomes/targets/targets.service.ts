import { Injectable } from '@nestjs/common';
import type { PutRoundTargetsRequest, RoundTargets } from '@samhandling/contracts';
import { DEFAULT_TARGET_MARGIN, isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import {
  invalid,
  notAllowed,
  notFound,
  ProblemException,
  stale,
  type FieldProblem,
} from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { targetsVersion } from './targets-version.ts';
import { TargetsRepository, type StoredTargets } from './targets.repository.ts';
import { readTarget } from './typed-target.ts';

const ADOPTED: Label = {
  sv: 'Omgången är fastställd och dess målvärden ligger fast. En planerare kan öppna den igen med en motivering.',
  en: 'The round is adopted and its targets stand. A planner can reopen it with a reason.',
};
const NOT_IN_COUNTY: Label = { sv: 'Kommunen hör inte till länet.', en: 'The municipality is not in the county.' };
const NOT_PER_MUNICIPALITY: Label = {
  sv: 'Indikatorn följs för länet som helhet och har inga målvärden per kommun.',
  en: 'The indicator is followed for the county as a whole and has no targets per municipality.',
};
const TWICE: Label = { sv: 'Kommunen står med två gånger.', en: 'The municipality is there twice.' };

/** A round's own targets. Planners set them until the round is adopted; then they stand. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly targets: TargetsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async get(roundId: string, indicatorId: string): Promise<RoundTargets> {
    return this.uow.read(async () => toTargets(await this.find(roundId, indicatorId), indicatorId));
  }

  /**
   * Replaces all: a field left empty means that the round says nothing and the indicator's own target holds. 412 with the
   * stored targets when they are not those of `version`: since all are replaced, a late save would undo somebody's.
   */
  async replace(
    roundId: string,
    indicatorId: string,
    version: number,
    request: PutRoundTargetsRequest,
  ): Promise<RoundTargets> {
    return this.uow.run(async () => {
      await this.targets.hold(roundId, indicatorId);
      const stored = await this.find(roundId, indicatorId);
      if (!isAllowed(currentSession().roles, 'round.manage')) throw notAllowed('round.manage');
      if (stored.round.state === 'adopted') throw new ProblemException('locked', ADOPTED);
      if (targetsVersion(stored) !== version) throw stale(toTargets(stored, indicatorId));
      const wanted = read(stored, request);
      const before = contentOf(stored);
      await this.targets.replace(stored.round, indicatorId, wanted);
      const after = await this.find(roundId, indicatorId);
      if (JSON.stringify(before) !== JSON.stringify(contentOf(after))) {
        await this.audit.record({
          action: 'update',
          entity: 'indicator',
          entityId: indicatorId,
          before: { roundTargets: before },
          after: { roundTargets: contentOf(after) },
        });
      }
      return toTargets(after, indicatorId);
    });
  }

  private async find(roundId: string, indicatorId: string): Promise<StoredTargets> {
    const stored = await this.targets.find(roundId, indicatorId);
    if (!stored) throw notFound();
    return stored;
  }
}

function read(stored: StoredTargets, request: PutRoundTargetsRequest): { code: string | null; value: number }[] {
  const errors: FieldProblem[] = [];
  const wanted: { code: string | null; value: number }[] = [];
  const take = (code: string | null, input: string, pointer: string): void => {
    const target = readTarget(input, pointer, stored.definition);
    if (target.state === 'refused') errors.push(target.error);
    if (target.state === 'value') wanted.push({ code, value: target.value });
  };
  take(null, request.county, '/county');
  for (const [index, { code, input }] of request.municipalities.entries()) {
    const pointer = `/municipalities/${index}`;
    if (!stored.municipalities.some((each) => each.code === code)) {
      errors.push({ pointer: `${pointer}/code`, code: 'not_in_county', reason: NOT_IN_COUNTY });
    } else if (request.municipalities.findIndex((each) => each.code === code) !== index) {
      errors.push({ pointer: `${pointer}/code`, code: 'duplicate', reason: TWICE });
    } else if (stored.definition.breakdown === 'none' && input.trim() !== '') {
      errors.push({ pointer: `${pointer}/input`, code: 'not_per_municipality', reason: NOT_PER_MUNICIPALITY });
    } else {
      take(code, input, `${pointer}/input`);
    }
  }
  if (errors.length > 0) throw invalid(errors);
  return wanted;
}

function contentOf({ round, county, municipalities }: StoredTargets): Record<string, unknown> {
  const own = municipalities.flatMap(({ name, target }) => (target === null ? [] : [[name, target] as const]));
  return { round: round.label, county, municipalities: Object.fromEntries(own) };
}

function toTargets(stored: StoredTargets, indicatorId: string): RoundTargets {
  const { round, definition, county, municipalities } = stored;
  const isPlanner = isAllowed(currentSession().roles, 'round.manage');
  const lockedReason =
    round.state === 'adopted'
      ? ADOPTED
      : {
          sv: 'Målvärden för en omgång sätts av en planerare.',
          en: 'The targets of a round are set by a planner.',
        };
  const mayEdit = isPlanner && round.state !== 'adopted';
  return {
    indicatorId,
    version: targetsVersion(stored),
    standing: definition.target,
    county,
    municipalities: definition.breakdown === 'municipality' ? municipalities : [],
    margin: definition.targetMargin ?? DEFAULT_TARGET_MARGIN,
    mayEdit,
    lockedReason: mayEdit ? '' : lockedReason[requestContext().locale],
  };
}
