import { Injectable } from '@nestjs/common';
import type {
  CompleteImportAnswer,
  CreateImportRequest,
  ImportListItem,
  ImportReview,
  UpdateImportRequest,
} from '@samhandling/contracts';
import { PlanTextError, readPlan, type PlanReading } from '@samhandling/plan-text';
import { createHash } from 'node:crypto';
import { Audit } from '../platform/audit/audit.ts';
import { newId } from '../platform/database/ids.ts';
import { Statistics } from '../platform/database/statistics.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemException, invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { PlanWriter } from '../plans/plan-writer.ts';
import { NO_DECISIONS, proposePeriod, proposeTheme, proposeTitle, withChanges } from './import-decisions.ts';
import { buildReview } from './import-review.ts';
import { ImportsRepository, type ComparedPlan, type NewOrganisation, type StoredImport } from './imports.repository.ts';
import { toProposal } from './to-proposal.ts';

@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly plans: PlanWriter,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly statistics: Statistics,
  ) {}

  list(): Promise<ImportListItem[]> {
    return this.uow.read(() => this.imports.list());
  }

  get(id: string): Promise<ImportReview> {
    return this.uow.read(() => this.review(id));
  }

  create({ text, planId }: CreateImportRequest, sourceName = ''): Promise<ImportReview> {
    const reading = this.readOrRefuse(text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return this.uow.run(async () => {
      if (planId && !(await this.imports.findComparedPlan(planId))) throw notFound();
      const period = proposePeriod(text);
      const id = await this.imports.insert({
        sourceName,
        sourceText: text,
        sourceSha256: sha256,
        planId:
          planId ??
          (await this.imports.findLikelyPlan(
            sha256,
            reading.plan.goals.map((goal) => goal.title),
          )),
        settings: {
          title: proposeTitle(text),
          theme: proposeTheme(text),
          firstYear: period?.firstYear ?? null,
          lastYear: period?.lastYear ?? null,
        },
        decisions: NO_DECISIONS,
        createdBy: currentSession().personId,
      });
      await this.audit.record({
        action: 'create',
        entity: 'plan_import',
        entityId: id,
        after: { sourceName, sha256, lines: reading.plan.lines },
      });
      return this.review(id);
    });
  }

  update(id: string, version: number, change: UpdateImportRequest): Promise<ImportReview> {
    return this.uow.run(async () => {
      const stored = await this.findOpen(id);
      await this.refuseUnknownOrganisations(change);
      const settings = { ...stored.settings, ...change.settings };
      const decisions = withChanges(stored.decisions, change);
      if (!(await this.imports.update(id, version, { settings, decisions }))) throw stale(await this.review(id));
      await this.audit.record({
        action: 'update',
        entity: 'plan_import',
        entityId: id,
        before: { ...stored.settings, ...stored.decisions },
        after: { ...settings, ...decisions },
      });
      return this.review(id);
    });
  }

  /** An organisation that is chosen must be the county's own, whatever the request says. */
  private async refuseUnknownOrganisations({ actors = [] }: UpdateImportRequest): Promise<void> {
    if (!actors.some(({ decision }) => decision?.use === 'existing')) return;
    const known = new Set((await this.imports.organisations()).map(({ id }) => id));
    const unknown = actors.flatMap(({ decision }, at) =>
      decision?.use === 'existing' && !known.has(decision.organisationId)
        ? [
            {
              pointer: `/actors/${at}/decision/organisationId`,
              code: 'unknown',
              reason: { sv: 'Organisationen finns inte i länet.', en: 'The county has no such organisation.' },
            },
          ]
        : [],
    );
    if (unknown.length > 0) throw invalid(unknown);
  }

  discard(id: string, version: number): Promise<ImportReview> {
    return this.uow.run(async () => {
      await this.findOpen(id);
      if (!(await this.imports.update(id, version, { state: 'discarded' }))) throw stale(await this.review(id));
      await this.audit.record({
        action: 'delete',
        entity: 'plan_import',
        entityId: id,
        before: { state: 'review' },
        after: { state: 'discarded' },
      });
      return this.review(id);
    });
  }

  /** One transaction: the organisations that are new, the plan with everything in it, and the record of it. */
  complete(id: string, version: number): Promise<CompleteImportAnswer> {
    return this.uow.run(async () => {
      const stored = await this.findOpen(id, true);
      const review = await this.review(id);
      if (stored.version !== version) throw stale(review);
      if (review.blockedBy.length > 0) {
        const why = review.blockedBy.join(' ');
        throw refused({ sv: why, en: why });
      }
      const organisationIds = await this.makeOrganisations(review);
      const created = await this.plans.createFromProposal(toProposal(review, organisationIds));
      await this.imports.update(id, version, { state: 'imported', planId: created.planId });
      await this.audit.record({
        action: 'complete',
        entity: 'plan_import',
        entityId: id,
        before: { state: 'review' },
        after: { state: 'imported', planId: created.planId },
      });
      this.statistics.refreshAfterCommit();
      return created;
    });
  }

  /** Answers the organisation each printed name stands for. Two names may stand for the same new one. */
  private async makeOrganisations(review: ImportReview): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const made = new Map<string, NewOrganisation>();
    for (const { name, decision } of review.actors) {
      if (decision?.use === 'existing') {
        ids.set(name, decision.organisationId);
        if (decision.rememberAlias) await this.imports.addAlias(decision.organisationId, name);
      } else if (decision?.use === 'new') {
        const key = decision.name.toLocaleLowerCase('sv');
        const organisation = made.get(key) ?? { id: newId(), name: decision.name, kind: decision.kind };
        made.set(key, organisation);
        ids.set(name, organisation.id);
      }
    }
    const organisations = [...made.values()];
    await this.imports.insertOrganisations(organisations);
    await this.audit.record(
      ...organisations.map(({ id, name, kind }) => ({
        action: 'create',
        entity: 'organisation',
        entityId: id,
        after: { name, kind },
      })),
    );
    const municipalities = organisations.find(
      ({ name, kind }) => kind === 'collective' && /^kommuner(na)?$/i.test(name),
    );
    if (municipalities) await this.imports.fillWithMunicipalities(municipalities.id);
    return ids;
  }

  private async review(id: string): Promise<ImportReview> {
    const stored = await this.imports.find(id);
    if (!stored) throw notFound();
    const { locale } = requestContext();
    const compared = stored.state === 'review' ? await this.comparedWith(stored) : null;
    const content = buildReview({
      reading: this.readOrRefuse(stored.sourceText),
      organisations: await this.imports.organisations(),
      decisions: stored.decisions,
      settings: stored.settings,
      comparedWith: compared?.content ?? null,
      locale,
    });
    return {
      id: stored.id,
      version: stored.version,
      state: stored.state,
      sourceName: stored.sourceName,
      createdAt: stored.createdAt.toISOString(),
      createdBy: { id: stored.createdBy, name: stored.createdByName },
      settings: stored.settings,
      comparedWith: compared && { id: compared.id, slug: compared.slug, title: compared.title },
      planSlug: stored.state === 'imported' ? stored.planSlug : null,
      ...content,
    };
  }

  private async comparedWith(stored: StoredImport): Promise<ComparedPlan | null> {
    return stored.planId ? this.imports.findComparedPlan(stored.planId) : null;
  }

  private async findOpen(id: string, lock = false): Promise<StoredImport> {
    const stored = await this.imports.find(id, lock);
    if (!stored) throw notFound();
    if (stored.state === 'imported')
      throw refused({ sv: 'Texten är redan inläst som en plan.', en: 'The text has already become a plan.' });
    if (stored.state === 'discarded')
      throw refused({
        sv: 'Inläsningen är kasserad. Klistra in texten på nytt.',
        en: 'The import was discarded. Paste the text anew.',
      });
    return stored;
  }

  /** A text that is no plan is refused with what was looked for and what was found. */
  private readOrRefuse(text: string): PlanReading {
    try {
      return readPlan(text, requestContext().locale);
    } catch (fault) {
      if (!(fault instanceof PlanTextError)) throw fault;
      if (fault.code === 'too_long') throw new ProblemException('too_large', fault.label);
      throw invalid([{ pointer: '/text', code: fault.code, reason: fault.label }]);
    }
  }
}
