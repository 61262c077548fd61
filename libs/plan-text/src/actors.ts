import type { OrganisationKind } from '@samhandling/domain';
import { normaliseActorName } from './names.ts';

/** An organisation the county already has. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly aliases: readonly string[];
}

export interface ActorMatch {
  organisationId: string | null;
  /** `similar` is a guess to be confirmed; `name` and `alias` are exact but for case and spacing. */
  by: 'name' | 'alias' | 'similar' | null;
  proposedKind: OrganisationKind;
  /** Several organisations under one name ("Kommunerna", "Ideella organisationer"). */
  collective: boolean;
}

const KINDS: readonly { kind: OrganisationKind; pattern: RegExp }[] = [
  { kind: 'collective', pattern: /^kommuner(?:na)?$/iu },
  {
    kind: 'group',
    pattern:
      /(?:grupp(?:en|er|erna)?|råd(?:et)?|nätverk(?:et|en)?|kommitté(?:n|er)?|utskott(?:et)?|forum(?:et)?|team(?:et)?)$|^(?:arbets|styr|lednings|samråds|berednings|referens)grupp/iu,
  },
  { kind: 'county_board', pattern: /länsstyrelse/iu },
  { kind: 'police', pattern: /^(?:lokal)?polis/iu },
  { kind: 'region', pattern: /^region(?:en|ens)?(?:\s|$)|landsting/iu },
  { kind: 'municipality', pattern: /(?:^|\s)\p{L}*kommun(?:en)?$|\p{L}s\s+stad$/iu },
  { kind: 'university', pattern: /universitet|högskola/iu },
  {
    kind: 'civil_society',
    pattern:
      /organisation|förening|civilsamhäll|idrott|studieförbund|frivillig|ideell|idéburn|församling|kyrka|brottsoffer|student(?:kår|erna)/iu,
  },
  {
    kind: 'business',
    pattern:
      /näringsliv|företag(?!shälso)|systembolag|handel|krog|pub|butik|restaurang|träning|gym|fastighetsägare|branschen|\sAB$/iu,
  },
];
const SEVERAL =
  /(?:organisationer(?:na)?|föreningar(?:na)?|kommuner(?:na)?|skolor(?:na)?|myndigheter(?:na)?|företag(?:en)?|näringslivet|föreningslivet|civilsamhället|anläggningar(?:na)?|pubar(?:na)?|krogar(?:na)?|butiker(?:na)?|förbund(?:en)?|aktörer(?:na)?)$/iu;

/** The kind a name suggests; `other` where it suggests none. */
export function proposeOrganisationKind(name: string): OrganisationKind {
  return KINDS.find(({ pattern }) => pattern.test(name))?.kind ?? 'other';
}

/**
 * Finds the organisation a printed name means. Name first, then alias, then a likeness that is only ever proposed:
 * the definite or plural form of a known name, or one letter's difference in a long one.
 */
export function matchActor(name: string, known: readonly KnownOrganisation[]): ActorMatch {
  const wanted = normaliseActorName(name);
  const key = nameKey(wanted);
  const found =
    pick(
      'name',
      known.find((organisation) => nameKey(organisation.name) === key),
    ) ??
    pick(
      'alias',
      known.find((organisation) => organisation.aliases.some((alias) => nameKey(normaliseActorName(alias)) === key)),
    ) ??
    pick(
      'similar',
      known.find((organisation) =>
        [organisation.name, ...organisation.aliases].some((other) => isSimilar(key, nameKey(other))),
      ),
    );
  if (found) {
    const { kind } = found.organisation;
    return {
      organisationId: found.organisation.id,
      by: found.by,
      proposedKind: kind,
      collective: kind === 'collective' || SEVERAL.test(wanted),
    };
  }
  const proposedKind = proposeOrganisationKind(wanted);
  return {
    organisationId: null,
    by: null,
    proposedKind,
    collective: proposedKind === 'collective' || SEVERAL.test(wanted),
  };
}

function pick<B extends 'name' | 'alias' | 'similar'>(
  by: B,
  organisation: KnownOrganisation | undefined,
): { by: B; organisation: KnownOrganisation } | undefined {
  return organisation && { by, organisation };
}

function nameKey(name: string): string {
  return name
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function stem(key: string): string {
  return key
    .split(' ')
    .map((word) => (word.length > 5 ? word.replace(/(?:arna|erna|orna|en|et|ar|er|or|na|n|t|s)$/u, '') : word))
    .join(' ');
}

function isSimilar(left: string, right: string): boolean {
  if (left === '' || right === '') return false;
  if (stem(left) === stem(right)) return true;
  return Math.min(left.length, right.length) >= 8 && withinOneEdit(left, right);
}

function withinOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
