import type { OrganisationListItem } from '@samhandling/contracts';
import { ORGANISATION_KINDS, type OrganisationKind, sortedSwedish } from '@samhandling/domain';

/** Swedish words of the kinds in the address (`?slag=`). The codes themselves are understood too. */
const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  county_board: 'lansstyrelse',
  region: 'region',
  police: 'polis',
  municipality: 'kommun',
  civil_society: 'civilsamhalle',
  business: 'naringsliv',
  university: 'universitet',
  group: 'grupp',
  collective: 'flera',
  other: 'annan',
};

/** Reads one or several `?slag=`; what is unknown is passed over. */
export function kindsOf(values: string | readonly string[] | undefined): OrganisationKind[] {
  const list = typeof values === 'string' ? [values] : (values ?? []);
  return ORGANISATION_KINDS.filter((kind) => list.some((value) => value === KIND_WORDS[kind] || value === kind));
}

export function kindWords(kinds: readonly OrganisationKind[]): string[] | null {
  return kinds.length > 0
    ? ORGANISATION_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => KIND_WORDS[kind])
    : null;
}

/** Whether a name or another name it goes by has the text in it, whatever the case. */
function isNamed(organisation: OrganisationListItem, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase('sv');
  return [organisation.name, ...organisation.aliases].some((name) => name.toLocaleLowerCase('sv').includes(wanted));
}

export interface FoundOrganisations {
  readonly items: readonly OrganisationListItem[];
  /** How many of each kind the search leaves, whichever kinds are chosen; kinds without any are left out. */
  readonly kinds: readonly { readonly kind: OrganisationKind; readonly count: number }[];
}

/** Those that fit the search and the kinds, in Swedish order. No kind chosen means all. */
export function findOrganisations(
  all: readonly OrganisationListItem[],
  text: string,
  kinds: readonly OrganisationKind[],
): FoundOrganisations {
  const named = all.filter((organisation) => isNamed(organisation, text));
  const counted = ORGANISATION_KINDS.map((kind) => ({ kind, count: named.filter((one) => one.kind === kind).length }));
  const fitting = named.filter((organisation) => kinds.length === 0 || kinds.includes(organisation.kind));
  return {
    items: sortedSwedish(fitting, (organisation) => organisation.name),
    kinds: counted.filter(({ kind, count }) => count > 0 || kinds.includes(kind)),
  };
}
