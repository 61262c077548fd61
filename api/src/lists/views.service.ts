import { Injectable } from '@nestjs/common';
import type {
  PutDefaultViewRequest,
  SavedView,
  SavedViewInput,
  UpdateSavedViewRequest,
  ViewPage,
} from '@samhandling/contracts';
import { isAllowed } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notAllowed, notFound, stale } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { ViewsRepository, type StoredView, type ViewFields } from './views.repository.ts';

/**
 * Saved views: one's own, and the county's, which whoever may share keeps in order. A view holds a query string, never a
 * path, so following one cannot lead anywhere else than to its own list.
 */
@Injectable()
export class ViewsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: ViewsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(page: ViewPage, plan: string | undefined): Promise<SavedView[]> {
    return this.uow.read(async () => (await this.views.findList(page, plan ?? null)).map(toView));
  }

  create(input: SavedViewInput): Promise<SavedView> {
    return this.uow.run(async () => {
      const fields = tidy({ isShared: false, isCountyDefault: false, ...input });
      if (fields.isShared && !mayShare()) throw notAllowed('view.share');
      const planId = await this.planIdOf(input.planSlug);
      if (fields.isCountyDefault) await this.clearCountyDefault(input.page, planId, null);
      const id = await this.views.create(input.page, planId, fields);
      await this.audit.record({ action: 'create', entity: 'saved_view', entityId: id, after: { ...fields } });
      return toView(await this.load(id));
    });
  }

  update(id: string, version: number, request: UpdateSavedViewRequest): Promise<SavedView> {
    return this.uow.run(async () => {
      const before = await this.loadForChange(id, version);
      const after = tidy({ ...fieldsOf(before), ...request });
      if (after.isShared && !mayShare()) throw notAllowed('view.share');
      if (after.isCountyDefault) await this.clearCountyDefault(before.page, await this.planIdOf(before.planSlug), id);
      if (!(await this.views.update(id, version, after, this.clock.now()))) throw stale(toView(await this.load(id)));
      await this.audit.record({
        action: 'update',
        entity: 'saved_view',
        entityId: id,
        before: { ...fieldsOf(before) },
        after: { ...after },
      });
      return toView(await this.load(id));
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.loadForChange(id, version);
      if (!(await this.views.delete(id, version))) throw stale(toView(await this.load(id)));
      await this.audit.record({
        action: 'delete',
        entity: 'saved_view',
        entityId: id,
        before: { ...fieldsOf(before), page: before.page, planSlug: before.planSlug, ownerId: before.owner.id },
      });
    });
  }

  /** What the list opens with for the person asking; null goes back to the county's. Answers the views as they stand then. */
  putDefault(request: PutDefaultViewRequest): Promise<SavedView[]> {
    return this.uow.run(async () => {
      const { page, planSlug, viewId, instead } = request;
      if (viewId !== null) {
        const view = await this.load(viewId);
        if (view.page !== page || view.planSlug !== planSlug) throw invalid([NOT_FOR_THIS_LIST]);
      }
      const isFirst = await this.views.putMyDefault(page, await this.planIdOf(planSlug), { viewId, instead });
      const views = (await this.views.findList(page, planSlug)).map(toView);
      if (!isFirst) throw stale(views);
      await this.audit.record({
        action: 'choose',
        entity: 'saved_view_default',
        entityId: currentSession().personId,
        before: { viewId: instead },
        after: { page, viewId },
      });
      return views;
    });
  }

  private async clearCountyDefault(page: ViewPage, planId: string | null, exceptId: string | null): Promise<void> {
    const cleared = await this.views.clearCountyDefault(page, planId, exceptId);
    await this.audit.record(
      ...cleared.map((entityId) => ({
        action: 'update',
        entity: 'saved_view',
        entityId,
        before: { isCountyDefault: true },
        after: { isCountyDefault: false },
      })),
    );
  }

  private async loadForChange(id: string, version: number): Promise<StoredView> {
    const stored = await this.load(id);
    if (!mayEdit(stored)) throw notAllowed('view.share');
    if (stored.version !== version) throw stale(toView(stored));
    return stored;
  }

  private async load(id: string): Promise<StoredView> {
    const stored = await this.views.find(id);
    if (!stored) throw notFound({ sv: 'Vyn finns inte längre.', en: 'The view no longer exists.' });
    return stored;
  }

  private async planIdOf(slug: string | null): Promise<string | null> {
    if (slug === null) return null;
    const id = await this.views.findPlanId(slug);
    if (id === null) throw invalid([NO_PLAN]);
    return id;
  }
}

const NO_PLAN = {
  pointer: '/planSlug',
  code: 'not_found',
  reason: { sv: 'Planen finns inte.', en: 'The plan does not exist.' },
};
const NOT_FOR_THIS_LIST = {
  pointer: '/viewId',
  code: 'other_list',
  reason: { sv: 'Vyn hör till en annan lista.', en: 'The view belongs to another list.' },
};

function mayShare(): boolean {
  return isAllowed(currentSession().roles, 'view.share');
}

function mayEdit(view: StoredView): boolean {
  return view.isShared ? mayShare() : view.owner.id === currentSession().personId;
}

function fieldsOf({ name, query, isShared, isCountyDefault }: StoredView): ViewFields {
  return { name, query, isShared, isCountyDefault };
}

/** Only a shared view can be what the county's lists open with. */
function tidy({ name, query, isShared, isCountyDefault }: ViewFields): ViewFields {
  return { name: name.trim(), query, isShared, isCountyDefault: isShared && isCountyDefault };
}

function toView(stored: StoredView): SavedView {
  return { ...stored, mayEdit: mayEdit(stored) };
}
