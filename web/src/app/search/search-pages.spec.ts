import { morePlaces, placesFor } from './search-pages.ts';

describe('pages in the search', () => {
  const places = [
    { label: 'Uppföljning', link: '/plan/p/omgang/2025' },
    { label: 'Registrera en händelse', link: '/plan/p/handelser/ny' },
    { label: 'Händelser', link: '/plan/p/handelser' },
    { label: 'Händelser', link: '/plan/p/handelser' },
  ];

  it('are those whose name holds every word, the ones that begin with it first, each once', () => {
    expect(placesFor(' händ ', places, 'sv').map(({ title }) => title)).toEqual([
      'Händelser',
      'Registrera en händelse',
    ]);
    expect(placesFor('HÄNDELSE reg', places, 'sv').map(({ title }) => title)).toEqual(['Registrera en händelse']);
    expect(placesFor('', places, 'sv')).toEqual([]);
    expect(placesFor('finns inte', places, 'sv')).toEqual([]);
  });

  it('show a reader nothing only a planner may open', () => {
    const links = (may: boolean) => morePlaces('p', '2025', () => may).map(({ link }) => link);
    expect(links(true)).toEqual(expect.arrayContaining(['/utskick', '/importera', '/plan/p/omgang/2025/rapportorer']));
    expect(links(false)).not.toEqual(expect.arrayContaining(['/utskick']));
    expect(links(false)).toContain('/plan/p/forandringar');
    expect(morePlaces(null, null, () => false).map(({ link }) => link)).toEqual(['/planer', '/mina-utskick']);
  });
});
