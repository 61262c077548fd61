/** An activity of a round that opens, with its responsible organisations in the order of the plan. */
export interface ActivityToReport {
  readonly activityId: string;
  readonly responsible: readonly string[];
}

/** Who answered for an activity in the round before. The organisation may be unknown where only the person was kept. */
export interface LastReporter {
  readonly activityId: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
}

/** A person who may report for an organisation today. */
export interface PossibleReporter {
  readonly organisationId: string;
  readonly personId: string;
}

export interface ReporterProposal {
  readonly activityId: string;
  /** Null only where no organisation is responsible. */
  readonly organisationId: string | null;
  /** Null where the organisation has nobody who may report: a planner names one, or answers on behalf of it. */
  readonly personId: string | null;
  readonly because: 'last_round' | 'rotated' | 'first_responsible' | 'nobody_responsible';
}

/**
 * Proposes one reporter per activity when a round opens (product, section 5): the organisation of last round if it is
 * still responsible, with `rotate` the one after it in the plan's order, else the first responsible. The person is the
 * one of last round if still there, else the organisation's first in the order of `people`. A proposal, for a planner
 * to change; the same facts always give the same one.
 */
export function proposeReporters(
  activities: readonly ActivityToReport[],
  lastRound: readonly LastReporter[],
  people: readonly PossibleReporter[],
  options: { readonly rotate?: boolean } = {},
): ReporterProposal[] {
  const lastByActivity = new Map(lastRound.map((last) => [last.activityId, last]));
  return activities.map(({ activityId, responsible }) => {
    const [first] = responsible;
    if (first === undefined) return { activityId, organisationId: null, personId: null, because: 'nobody_responsible' };
    const last = lastByActivity.get(activityId);
    const lastOrganisation = last ? organisationOf(last, responsible, people) : null;
    if (!last || lastOrganisation === null) {
      return {
        activityId,
        organisationId: first,
        personId: personIn(first, null, people),
        because: 'first_responsible',
      };
    }
    if (options.rotate === true && responsible.length > 1) {
      const next = responsible[(responsible.indexOf(lastOrganisation) + 1) % responsible.length] ?? first;
      return { activityId, organisationId: next, personId: personIn(next, null, people), because: 'rotated' };
    }
    const personId = personIn(lastOrganisation, last.personId, people);
    return { activityId, organisationId: lastOrganisation, personId, because: 'last_round' };
  });
}

/** The organisation that answered last, if it is responsible still. */
function organisationOf(
  last: LastReporter,
  responsible: readonly string[],
  people: readonly PossibleReporter[],
): string | null {
  if (last.organisationId !== null) return responsible.includes(last.organisationId) ? last.organisationId : null;
  const own = people.filter((person) => person.personId === last.personId).map((person) => person.organisationId);
  return responsible.find((organisation) => own.includes(organisation)) ?? null;
}

function personIn(organisationId: string, wanted: string | null, people: readonly PossibleReporter[]): string | null {
  const there = people.filter((person) => person.organisationId === organisationId).map((person) => person.personId);
  return wanted !== null && there.includes(wanted) ? wanted : (there[0] ?? null);
}
