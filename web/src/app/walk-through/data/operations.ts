import type {
  ActionPointInput,
  ActionPointTransitionRequest,
  AgendaItemTransitionRequest,
  DecisionInput,
  DecisionTransitionRequest,
  LiftInput,
  LiftTransitionRequest,
} from '@samhandling/contracts';
import { AGENDA_ITEM_STATES, type AgendaItemState } from '@samhandling/domain';

/** A field as it is stored: what can be compared with `===`. */
export type Scalar = string | number | boolean | null;
export type Fields = Readonly<Record<string, Scalar>>;

/** What is changed by `PATCH`, each with its own version. */
export const RESOURCES = ['item', 'followUp', 'decision', 'actionPoint', 'lift'] as const;
export type Resource = (typeof RESOURCES)[number];
export const CREATES = ['decision', 'actionPoint', 'lift'] as const;
export type Create = (typeof CREATES)[number];

/** Why an operation is kept and not sent: somebody must look at it. */
export type Hold =
  | { readonly why: 'clash'; readonly theirs: Fields; readonly version: number; readonly fields: readonly string[] }
  | { readonly why: 'refused'; readonly title: string; readonly detail: string };

interface Base {
  /** Unique in the meeting. Of a change of fields it is the thing changed, so that there is one for each. */
  readonly id: string;
  /** Orders what is sent: one up for each. */
  readonly order: number;
  readonly itemId: string;
  readonly hold: Hold | null;
}

/** Fields written, what they were when the writing began, and everything that has been sent without an answer. */
export interface PatchOperation extends Base {
  readonly kind: 'patch';
  readonly resource: Resource;
  readonly targetId: string;
  readonly version: number;
  readonly base: Fields;
  readonly change: Fields;
  readonly sent: readonly Fields[];
  /** Fields that say how rather than what, as the channel; sent along, never compared. */
  readonly along: Fields;
}

export interface TransitionOperation extends Base {
  readonly kind: 'transition';
  readonly version: number;
  readonly from: AgendaItemState;
  readonly to: AgendaItemState;
  readonly request: AgendaItemTransitionRequest;
}

/**
 * A decision or an action point is done, or a lift answered. The agenda tells no version of what comes back: 0 then, and
 * the first answer, which is a refusal with the thing as stored, tells it.
 */
export interface ThingOperation extends Base {
  readonly kind: 'thing';
  readonly resource: Create;
  readonly targetId: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly request: DecisionTransitionRequest | ActionPointTransitionRequest | LiftTransitionRequest;
}

/** Made once, however many times it is sent: the key is the same until there is an answer. */
export interface CreateOperation extends Base {
  readonly kind: 'create';
  readonly what: Create;
  readonly key: string;
  readonly body: DecisionInput | ActionPointInput | LiftInput;
}

export type Operation = PatchOperation | TransitionOperation | ThingOperation | CreateOperation;

export const TRANSITION_TO: Readonly<Record<AgendaItemTransitionRequest['transition'], AgendaItemState>> = {
  treat: 'treated',
  nothing_new: 'nothing_new',
  postpone: 'postponed',
  park: 'parked',
  remove: 'removed',
  restore: 'waiting',
};

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isOneOf = (codes: readonly string[], value: unknown): boolean => isText(value) && codes.includes(value);
const isFields = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((each) => each === null || !isObject(each));

/** What was kept in the browser, perhaps by an older page: anything else is left alone rather than sent. */
export function isOperation(value: unknown): value is Operation {
  if (!isObject(value) || !isText(value['id']) || !isNumber(value['order']) || !isText(value['itemId'])) return false;
  if (!isHold(value['hold'])) return false;
  switch (value['kind']) {
    case 'patch':
      return (
        isOneOf(RESOURCES, value['resource']) &&
        isText(value['targetId']) &&
        isNumber(value['version']) &&
        [value['base'], value['change'], value['along']].every(isFields) &&
        Array.isArray(value['sent']) &&
        value['sent'].every(isFields)
      );
    case 'transition':
      return (
        isNumber(value['version']) &&
        isOneOf(AGENDA_ITEM_STATES, value['from']) &&
        isOneOf(AGENDA_ITEM_STATES, value['to']) &&
        isObject(value['request']) &&
        isOneOf(Object.keys(TRANSITION_TO), value['request']['transition'])
      );
    case 'thing':
      return (
        isOneOf(CREATES, value['resource']) &&
        [value['targetId'], value['from'], value['to']].every(isText) &&
        isNumber(value['version']) &&
        isObject(value['request'])
      );
    case 'create':
      return isOneOf(CREATES, value['what']) && isText(value['key']) && isObject(value['body']);
    default:
      return false;
  }
}

function isHold(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value)) return false;
  if (value['why'] === 'refused') return isText(value['title']) && isText(value['detail']);
  return (
    value['why'] === 'clash' &&
    isFields(value['theirs']) &&
    isNumber(value['version']) &&
    Array.isArray(value['fields'])
  );
}
