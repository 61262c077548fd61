import { Injectable } from '@nestjs/common';
import type { IndicatorRule, PutIndicatorRuleRequest, RuleList } from '@samhandling/contracts';
import { isAllowed, proposeRule, ruleWords, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ComputingService } from '../computing/computing.service.ts';
import { RulesRepository, type KindInCounty, type StoredRule } from './rules.repository.ts';

const ONLY_COUNTS: Label = {
  sv: 'Bara en indikator som räknar ett antal kan räknas ur händelser. Ändra indikatorns slag först.',
  en: 'Only an indicator that counts something can be computed from events. Change the indicator’s kind first.',
};
const UNKNOWN_KIND: Label = { sv: 'Händelsetypen finns inte.', en: 'The kind of event does not exist.' };

/** How indicators are computed from events. A rule is set by a person, never by the proposal read out of the sentence. */
@Injectable()
export class RulesService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly computing: ComputingService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Every indicator of the plan that counts something, with its rule or a proposal. 404 when there is no such plan. */
  listForPlan(slug: string): Promise<RuleList> {
    return this.uow.read(async () => {
      const found = await this.rules.findForPlan(slug);
      if (!found) throw notFound();
      const items = found.rules.map((rule) => ({
        ...toRule(rule, found.kinds),
        text: rule.text,
        references: rule.references,
        kind: rule.kind,
      }));
      return { items };
    });
  }

  get(indicatorId: string): Promise<IndicatorRule> {
    return this.uow.read(() => this.load(indicatorId));
  }

  /** Sets the rule and recomputes what it gives at once. 422 for an indicator that does not count, or unknown kinds. */
  put(indicatorId: string, version: number, request: PutIndicatorRuleRequest): Promise<IndicatorRule> {
    return this.uow.run(async () => {
      const { rule, kinds } = await this.find(indicatorId);
      if (rule.kind !== 'count') throw invalid([{ pointer: '', code: 'not_a_count', reason: ONLY_COUNTS }]);
      const kindIds = [...new Set(request.kindIds.map((id) => id.toLowerCase()))];
      const unknown = request.kindIds.flatMap((id, index) =>
        kinds.some((kind) => kind.id === id.toLowerCase())
          ? []
          : [{ pointer: `/kindIds/${index}`, code: 'unknown', reason: UNKNOWN_KIND }],
      );
      if (unknown.length > 0) throw invalid(unknown);
      if (rule.version !== version || !(await this.rules.put(rule, version, request.method, kindIds)))
        throw stale(await this.load(indicatorId));
      await this.audit.record({
        action: version === 0 ? 'create' : 'update',
        entity: 'indicator_rule',
        entityId: indicatorId,
        before: recorded(rule),
        after: { method: request.method, kindIds: kindIds.toSorted() },
      });
      await this.computing.recomputeIndicator(rule.planId, indicatorId);
      return this.load(indicatorId);
    });
  }

  /** Takes the rule away, and with it what it gave: a figure that came from events goes, a typed one stands. */
  delete(indicatorId: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const { rule } = await this.find(indicatorId);
      if (rule.version === 0) throw notFound();
      if (rule.version !== version || !(await this.rules.delete(indicatorId, version)))
        throw stale(await this.load(indicatorId));
      await this.audit.record({
        action: 'delete',
        entity: 'indicator_rule',
        entityId: indicatorId,
        before: recorded(rule),
      });
      await this.computing.recomputeIndicator(rule.planId, indicatorId);
    });
  }

  private async load(indicatorId: string): Promise<IndicatorRule> {
    const { rule, kinds } = await this.find(indicatorId);
    return toRule(rule, kinds);
  }

  private async find(indicatorId: string): Promise<{ rule: StoredRule; kinds: readonly KindInCounty[] }> {
    const found = await this.rules.find(indicatorId);
    if (!found) throw notFound();
    return found;
  }
}

function recorded({ method, kinds }: StoredRule): Record<string, unknown> {
  return method === null ? {} : { method, kindIds: kinds.map(({ id }) => id).toSorted() };
}

/** The proposal is read anew each time: kinds come and go. It names only kinds in use. */
function toRule(rule: StoredRule, kinds: readonly KindInCounty[]): IndicatorRule {
  const { locale } = requestContext();
  const { indicatorId, version, method, references, updatedAt, updatedBy } = rule;
  const named = (ids: readonly string[]): string[] => kinds.flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
  const inUse = kinds.filter(({ isActive }) => isActive);
  const proposed = rule.kind === 'count' ? proposeRule(rule.text, inUse) : null;
  return {
    indicatorId,
    version,
    method,
    kinds: rule.kinds,
    words:
      method === null
        ? ''
        : ruleWords(
            method,
            rule.kinds.map(({ name }) => name),
            references,
            locale,
          ),
    proposal: proposed && {
      ...proposed,
      words: ruleWords(proposed.method, named(proposed.kindIds), references, locale),
    },
    mayEdit: isAllowed(currentSession().roles, 'plan.edit'),
    updatedAt,
    updatedBy,
  };
}
