import type { FollowUpTransitionName, ViewPage } from '@samhandling/domain';
import type { Day, Id, PersonRef, Versioned } from './common.ts';
import type { ActivityFilter } from './plans.ts';

export { VIEW_PAGES, type ViewPage } from '@samhandling/domain';

/** `GET /views?page=&plan=` : mine and the county's. A view is a name for the query string of a list. */
export interface SavedView extends Versioned {
  readonly page: ViewPage;
  readonly planSlug: string | null;
  readonly name: string;
  /** Without "?": "judgement=needs_support&sort=updated". */
  readonly query: string;
  readonly owner: PersonRef;
  readonly isShared: boolean;
  readonly isCountyDefault: boolean;
  readonly isMyDefault: boolean;
  readonly mayEdit: boolean;
}
/** `POST /views`, `PATCH /views/:id` with If-Match, `DELETE /views/:id` with If-Match. */
export interface SavedViewInput {
  readonly page: ViewPage;
  readonly planSlug: string | null;
  readonly name: string;
  readonly query: string;
  readonly isShared?: boolean;
  readonly isCountyDefault?: boolean;
}
export type UpdateSavedViewRequest = Partial<Omit<SavedViewInput, 'page' | 'planSlug'>>;
/**
 * `PUT /views/default` : what the list opens with for me; null goes back to the county's. `instead` is what it opens with as
 * the page knows it: so small a thing is its own version, and another answers 412 with the views as they are.
 */
export interface PutDefaultViewRequest {
  readonly page: ViewPage;
  readonly planSlug: string | null;
  readonly viewId: Id | null;
  readonly instead: Id | null;
}

/** What may be changed for many at once. */
export type BulkChange =
  | { readonly kind: 'reporter'; readonly reporterId: Id | null }
  | { readonly kind: 'transition'; readonly transition: FollowUpTransitionName; readonly reason?: string }
  | { readonly kind: 'next_step_date'; readonly day: Day | null }
  | { readonly kind: 'nothing_new' };

/**
 * `POST /rounds/:id/bulk` : all that match, not only those on the page. Without `expected` nothing is written: the answer is the
 * preview. With it, exactly those rows in exactly those versions are changed; what has moved since comes back as stale.
 */
export interface BulkRequest {
  readonly filter: ActivityFilter;
  readonly change: BulkChange;
  readonly expected?: readonly { readonly followUpId: Id; readonly version: number }[];
}
export interface BulkAnswer {
  readonly isPreview: boolean;
  readonly items: readonly {
    readonly followUpId: Id;
    readonly version: number;
    readonly reference: string;
    readonly text: string;
    readonly result: 'would_change' | 'changed' | 'unchanged' | 'stale' | 'refused';
    readonly before: string;
    readonly after: string;
    /** Why refused, in words. */
    readonly reason: string;
  }[];
  readonly counts: Readonly<Record<'would_change' | 'changed' | 'unchanged' | 'stale' | 'refused', number>>;
}
export const MOST_BULK_ITEMS = 500;

/** `GET /search?q=` : at most eight of each kind, best first. */
export interface SearchAnswer {
  readonly q: string;
  readonly groups: readonly {
    readonly kind:
      | 'page'
      | 'activity'
      | 'goal'
      | 'plan'
      | 'organisation'
      | 'event'
      | 'indicator'
      | 'follow_up'
      | 'decision'
      | 'action_point'
      | 'lift';
    readonly items: readonly {
      readonly title: string;
      /** "2.2/5", a day, or the kind of organisation. */
      readonly detail: string;
      readonly link: string;
    }[];
  }[];
}
