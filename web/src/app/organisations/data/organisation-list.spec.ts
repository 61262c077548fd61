import fc from 'fast-check';
import { ORGANISATION_KINDS, type OrganisationKind } from '@samhandling/domain';
import { findOrganisations, kindWords, kindsOf } from './organisation-list.ts';

const organisation = (name: string, kind: OrganisationKind, aliases: readonly string[] = []) => ({
  id: name,
  name,
  kind,
  aliases,
  responsibleFor: 0,
  partnerIn: 0,
});
const all = [
  organisation('Örby kommun', 'municipality'),
  organisation('Ängsö kommun', 'municipality'),
  organisation('Arlunda kommun', 'municipality'),
  organisation('Länsstyrelsen', 'county_board', ['LST']),
];

describe('findOrganisations', () => {
  it('puts å, ä and ö last', () => {
    expect(findOrganisations(all, 'kommun', []).items.map(({ name }) => name)).toEqual([
      'Arlunda kommun',
      'Ängsö kommun',
      'Örby kommun',
    ]);
  });

  it('finds by another name, in any case', () => {
    expect(findOrganisations(all, ' lst', []).items.map(({ name }) => name)).toEqual(['Länsstyrelsen']);
  });

  it('counts kinds by the search, not by the kinds chosen', () => {
    expect(findOrganisations(all, '', ['county_board']).kinds).toEqual([
      { kind: 'county_board', count: 1 },
      { kind: 'municipality', count: 3 },
    ]);
  });

  it('keeps a chosen kind in sight although nothing fits', () => {
    expect(findOrganisations(all, 'lst', ['municipality'])).toEqual({
      items: [],
      kinds: [
        { kind: 'county_board', count: 1 },
        { kind: 'municipality', count: 0 },
      ],
    });
  });
});

describe('kinds in the address', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.subarray([...ORGANISATION_KINDS]), (kinds) => {
        expect(kindsOf(kindWords(kinds) ?? undefined)).toEqual(kinds);
      }),
    );
  });

  it('pass over what they do not know', () => {
    expect(kindsOf(['polis', 'okänd'])).toEqual(['police']);
    expect(kindsOf('municipality')).toEqual(['municipality']);
    expect(kindsOf(undefined)).toEqual([]);
  });
});
