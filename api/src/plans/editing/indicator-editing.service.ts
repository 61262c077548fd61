import { Injectable } from '@nestjs/common';
import type { Indicator, IndicatorInput, UpdateIndicatorRequest } from '@samhandling/contracts';
import { proposeIndicator } from '@samhandling/plan-text';
import { ComputingService } from '../../events/computing/computing.service.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { COMBINATION_OF_KIND } from '../indicator-defaults.ts';
import { given } from '../../platform/http/given.ts';
import { assertEditable } from '../shared/locks.ts';
import { EditingService } from './editing.service.ts';
import { ElementsRepository } from './elements.repository.ts';
import { StructureRepository } from './structure.repository.ts';

/** Fields that say how the value is measured: a change makes earlier values incomparable, and so a new version. */
const MEASURES = ['kind', 'unit', 'breakdown', 'bySex', 'decimals'] as const;

@Injectable()
export class IndicatorEditingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly editing: EditingService,
    private readonly structures: StructureRepository,
    private readonly elements: ElementsRepository,
    private readonly audit: Audit,
    private readonly computing: ComputingService,
  ) {}

  get(id: string): Promise<Indicator> {
    return this.uow.read(async () => (await this.editing.load('indicator', id)).body);
  }

  /** The new one carries the kind, unit and target its sentence suggests, as a proposal nobody has said yes to. */
  create({ activityId, text }: IndicatorInput): Promise<Indicator> {
    return this.uow.run(async () => {
      await this.editing.openParent('activity', activityId, '/activityId');
      const { body } = await this.editing.load('activity', activityId);
      const { kind, unit, breakdown, target } = proposeIndicator(text, body.text);
      const id = await this.elements.createIndicator(activityId, {
        text,
        kind,
        unit: unit ?? '',
        breakdown,
        target,
        ...COMBINATION_OF_KIND[kind],
      });
      await this.audit.record({ action: 'create', entity: 'indicator', entityId: id, after: { activityId, text } });
      return (await this.editing.load('indicator', id)).body;
    });
  }

  /**
   * A planner may settle how an indicator is measured after the plan is adopted as well; the published sentence stands.
   * Saying anything about the definition settles it, unless the request says that it does not.
   */
  update(id: string, version: number, request: UpdateIndicatorRequest): Promise<Indicator> {
    const patch = given(request);
    return this.uow.run(async () => {
      const plan = await this.structures.lockPlanOf('indicator', id);
      if (!plan) throw notFound();
      const { body: before } = await this.editing.load('indicator', id);
      if (plan.state !== 'adopted') assertEditable(plan.state);
      else if (patch.text !== undefined && patch.text !== before.text) {
        throw refused(
          {
            sv: 'Planen är antagen, så indikatorns text kan inte ändras. Typ, enhet och målvärde kan fortfarande bestämmas.',
            en: 'The plan is adopted, so the text of the indicator cannot change. Kind, unit and target can still be settled.',
          },
          [{ pointer: '/text', code: 'adopted', reason: { sv: 'Texten är antagen.', en: 'The text is adopted.' } }],
        );
      }
      if (before.version !== version) throw stale(before);
      check(before, patch);
      const remeasured = MEASURES.some((field) => patch[field] !== undefined && patch[field] !== before[field]);
      const defines = Object.keys(patch).some((field) => field !== 'text');
      const stored = {
        ...patch,
        settled: patch.settled ?? (defines || before.settled),
        definitionVersion: before.definitionVersion + (remeasured ? 1 : 0),
      };
      if (!(await this.elements.updateIndicator(id, version, stored)))
        throw stale((await this.editing.load('indicator', id)).body);
      const { body: after } = await this.editing.load('indicator', id);
      await this.audit.record({
        action: 'update',
        entity: 'indicator',
        entityId: id,
        before: auditOf(before),
        after: auditOf(after),
      });
      if (remeasured) await this.computing.recomputeIndicator(plan.id, id);
      return after;
    });
  }
}

/** Rules between fields. What is protected counts people, so it is never negative and a threshold makes sense for numbers only. */
function check(before: Indicator, patch: UpdateIndicatorRequest): void {
  const next = { ...before, ...patch };
  const isNumber = next.kind === 'count' || next.kind === 'measure' || next.kind === 'share';
  if (next.smallNumberThreshold !== null && !isNumber) {
    throw invalid([
      {
        pointer: '/smallNumberThreshold',
        code: 'not_a_number',
        reason: { sv: 'Bara tal kan skyddas som små tal.', en: 'Only numbers can be protected as small.' },
      },
    ]);
  }
  if (next.bySex && !isNumber)
    throw invalid([
      {
        pointer: '/bySex',
        code: 'not_a_number',
        reason: {
          sv: 'Bara tal kan delas upp på kvinnor och män.',
          en: 'Only numbers can be divided into women and men.',
        },
      },
    ]);
}

function auditOf({ id: _id, version: _version, ...fields }: Indicator): Record<string, unknown> {
  return fields;
}
