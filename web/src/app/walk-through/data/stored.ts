import type { ActionPoint, AgendaItem, Decision, Id, Lift, WalkThroughItem } from '@samhandling/contracts';
import type { Create, Fields, Resource } from './operations.ts';
import type { Stored } from './outbox.ts';

export const ITEM_FIELDS = ['note', 'secondsUsed'] as const;
export const FOLLOW_UP_FIELDS = [
  'judgement',
  'supportNeeded',
  'cancelReason',
  'cancelDecision',
  'nextStep',
  'nextStepDate',
] as const;

export function storedItem({ version, note, secondsUsed }: AgendaItem): Stored {
  return { version, fields: { note, secondsUsed } };
}

export function storedFollowUp(item: WalkThroughItem): Stored | null {
  const followUp = item.about?.followUp;
  if (!followUp) return null;
  return {
    version: followUp.version,
    fields: Object.fromEntries(FOLLOW_UP_FIELDS.map((name) => [name, followUp[name]])),
  };
}

function storedDecision({ version, text, organisation, person, due }: Decision): Stored {
  return {
    version,
    fields: { text, due, organisationId: organisation?.id ?? null, personId: person?.id ?? null },
  };
}

/** The assignee in words is stored only where there is neither a person nor an organisation to name. */
function storedActionPoint({ version, text, organisation, person, assignee, due }: ActionPoint): Stored {
  return {
    version,
    fields: {
      text,
      due,
      organisationId: organisation?.id ?? null,
      personId: person?.id ?? null,
      assignee: person || organisation ? '' : assignee,
    },
  };
}

function storedLift({ version, question, proposal }: Lift): Stored {
  return { version, fields: { question, proposal } };
}

/** Something made under the item, as it is stored; null when it is not there. */
export function storedMade(item: WalkThroughItem, resource: Create, id: Id): Stored | null {
  const found = {
    decision: () => item.decisions.filter((each) => each.id === id).map(storedDecision),
    actionPoint: () => item.actionPoints.filter((each) => each.id === id).map(storedActionPoint),
    lift: () => item.lifts.filter((each) => each.id === id).map(storedLift),
  }[resource]();
  return found[0] ?? null;
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

function scalar(value: unknown): Fields[string] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/**
 * What an answer, or the `current` of a refusal, says is stored. It comes as JSON from outside, so its shape is looked at;
 * null when it is not what was asked for. A follow-up is answered with its whole page.
 */
export function storedIn(resource: Resource, body: unknown): Stored | null {
  const found = resource === 'followUp' && isObject(body) && isObject(body['followUp']) ? body['followUp'] : body;
  if (!isObject(found) || typeof found['version'] !== 'number') return null;
  return { version: found['version'], fields: fieldsOf(resource, found) };
}

const NAMES: Readonly<Record<Resource, readonly string[]>> = {
  item: ITEM_FIELDS,
  followUp: FOLLOW_UP_FIELDS,
  decision: ['text', 'due'],
  actionPoint: ['text', 'due'],
  lift: ['question', 'proposal'],
};

function fieldsOf(resource: Resource, found: Unknown): Fields {
  const plain = Object.fromEntries(NAMES[resource].map((name) => [name, scalar(found[name])]));
  if (resource !== 'decision' && resource !== 'actionPoint') return plain;
  const id = (name: string): Fields[string] => {
    const whole = found[name];
    return isObject(whole) ? scalar(whole['id']) : null;
  };
  const [organisationId, personId] = [id('organisation'), id('person')];
  const who = { ...plain, organisationId, personId };
  if (resource === 'decision') return who;
  return { ...who, assignee: organisationId === null && personId === null ? scalar(found['assignee']) : '' };
}
