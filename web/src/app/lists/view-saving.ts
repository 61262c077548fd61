import type { Id, SavedView } from '@samhandling/contracts';
import type { PartRules } from '../core/save-part.ts';
import { yesOrNo } from '../core/stale.ts';
import type { ViewsApi } from './views-api.ts';

export type ViewValues = Pick<SavedView, 'name' | 'isShared' | 'isCountyDefault'>;

/** How a view is changed, and what is said of its fields when it was changed in another window or by a colleague. */
export function viewSaving(api: Pick<ViewsApi, 'update'>): PartRules<SavedView, ViewValues> {
  return {
    send: (view, part) => api.update(view, part),
    isStored: isView,
    valueOf: ({ name, isShared, isCountyDefault }) => ({ name, isShared, isCountyDefault }),
    labels: {
      name: $localize`:@@lists.dialog.rename:Namn på vyn`,
      isShared: $localize`:@@lists.dialog.sharedButton:Visas för hela länet`,
      isCountyDefault: $localize`:@@lists.dialog.openFirstForAll:Öppnas först för alla`,
    },
    shown: (name, values) => {
      if (name === 'name') return values.name;
      return yesOrNo(values[name]);
    },
  };
}

interface DefaultValues {
  readonly viewId: Id | null;
}

/** As `viewSaving`, for which view the list opens with for me: all views of the list are its version. */
export function defaultSaving(
  api: Pick<ViewsApi, 'putDefault'>,
  { page, planSlug, views }: Pick<SavedView, 'page' | 'planSlug'> & { readonly views: readonly SavedView[] },
): PartRules<readonly SavedView[], DefaultValues> {
  const names = new Map(views.map(({ id, name }) => [id, name]));
  return {
    send: (stored, { viewId = null }) => api.putDefault({ page, planSlug, viewId, instead: defaultOf(stored).viewId }),
    isStored: (value): value is readonly SavedView[] => Array.isArray(value) && value.every(isView),
    valueOf: defaultOf,
    labels: { viewId: $localize`:@@lists.dialog.openFirst:Öppnas först för mig` },
    shown: (_, { viewId }) => (viewId === null ? '' : (names.get(viewId) ?? '')),
  };
}

function defaultOf(views: readonly SavedView[]): DefaultValues {
  return { viewId: views.find(({ isMyDefault }) => isMyDefault)?.id ?? null };
}

function isView(value: unknown): value is SavedView {
  return typeof value === 'object' && value !== null && 'query' in value && 'isShared' in value && 'version' in value;
}
