/** Ids are uuid v7 strings. */
export type Id = string;
/** "2026-03-12": a day without time. */
export type Day = string;
/** ISO 8601 instant in UTC. */
export type Instant = string;

/** Every editable resource: send `version` back as `If-Match: "7"`. */
export interface Versioned {
  readonly id: Id;
  readonly version: number;
}

export interface PersonRef {
  readonly id: Id;
  readonly name: string;
}

export interface OrganisationRef {
  readonly id: Id;
  readonly name: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** 1-based. */
  readonly page: number;
  readonly pageSize: number;
}

/** A transition somebody may take now, or the reason it is refused, in words. Sent with the resource. */
export interface TransitionOffer<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly allowed: boolean;
  /** Empty when allowed. */
  readonly reasons: readonly string[];
}

/** A part of a text that leads somewhere: the words as they stand in it, and a path in the web application without language prefix. */
export interface TextLink {
  readonly text: string;
  readonly link: string;
}
