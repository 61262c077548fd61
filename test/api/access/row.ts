import type { Visitor } from '@samhandling/domain';
import type { Named } from './world.ts';

/** What If-Match the request carries: the `version` of a row, or of what is read at an address. */
export type VersionOf =
  readonly [table: string, id: string, column?: string] | { readonly asRead: string; readonly field?: string };

/**
 * One route and a request to it that somebody with the right would make. The walk takes it through every role, and puts
 * another county's id in every place where this one names something.
 */
export interface AccessRow {
  /** As in the description of the API: "PATCH /api/v1/activities/{id}". */
  readonly route: string;
  readonly path?: (at: Named) => Readonly<Record<string, string>>;
  readonly query?: (at: Named) => Readonly<Record<string, string>>;
  readonly body?: (at: Named) => unknown;
  /** With it the walk of roles sends a version that nobody has, so that nothing is changed and 412 says "let through". */
  readonly version?: (at: Named) => VersionOf;
  /** Sent by the browser that has opened an answer link. */
  readonly byLink?: boolean;
  /** How a request that is let through may be answered besides 2xx and 412, and why. */
  readonly answers?: readonly number[];
  /** Roles the service refuses although the coarse right is there, since this request names nothing of theirs. */
  readonly notTheirs?: readonly Visitor[];
  /** Fields that name something and are not in the request, each with the reason. */
  readonly without?: Readonly<Record<string, string>>;
  /** Another county's name here is answered with an empty list or a remark, changes nothing and tells nothing. */
  readonly harmless?: string;
}
