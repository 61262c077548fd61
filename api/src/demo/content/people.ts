import type { DemoHeldRole, DemoPerson } from './types.ts';

const planner: DemoHeldRole = { role: 'planner', organisation: null, municipalityCode: null };
const reporterFor = (organisation: string): DemoHeldRole => ({
  role: 'reporter',
  organisation,
  municipalityCode: null,
});

/**
 * Invented staff; the names are common ones and the mail domain is reserved (RFC 2606). Two planners, because adopting takes two. The
 * municipal reporter answers both for the own municipality and for the activities where Kommunerna stands as responsible.
 */
export const DEMO_PEOPLE = [
  {
    key: 'maria',
    name: 'Maria Sandell',
    title: 'Länssamordnare ANDTS',
    email: 'maria.sandell@alvmark.example',
    organisation: 'lansstyrelsen',
    roles: [planner],
  },
  {
    key: 'johan',
    name: 'Johan Ekdahl',
    title: 'Utvecklingsledare social hållbarhet',
    email: 'johan.ekdahl@alvmark.example',
    organisation: 'lansstyrelsen',
    roles: [planner],
  },
  {
    key: 'anna',
    name: 'Anna Forsell',
    title: 'Handläggare alkohol och tobak',
    email: 'anna.forsell@alvmark.example',
    organisation: 'lansstyrelsen',
    roles: [reporterFor('lansstyrelsen')],
  },
  {
    key: 'peter',
    name: 'Peter Nyholm',
    title: 'Folkhälsostrateg',
    email: 'peter.nyholm@alvmark.example',
    organisation: 'region',
    roles: [reporterFor('region')],
  },
  {
    key: 'sara',
    name: 'Sara Holmkvist',
    title: 'Samordnare brottsförebyggande arbete',
    email: 'sara.holmkvist@alvmark.example',
    organisation: 'polisen',
    roles: [reporterFor('polisen')],
  },
  {
    key: 'emma',
    name: 'Emma Bergvall',
    title: 'Enhetschef förebyggande arbete',
    email: 'emma.bergvall@alvmark.example',
    organisation: 'kommun-9908',
    roles: [reporterFor('kommun-9908'), reporterFor('kommunerna')],
  },
  {
    key: 'lena',
    name: 'Lena Boström',
    title: 'Verksamhetsutvecklare beroendevård',
    email: 'lena.bostrom@alvmark.example',
    organisation: 'region',
    roles: [reporterFor('region')],
    hasAccount: false,
  },
  {
    key: 'oskar',
    name: 'Oskar Lindvall',
    title: 'Föreningskonsulent',
    email: 'oskar.lindvall@alvmark.example',
    organisation: 'idrottsforbundet',
    roles: [reporterFor('idrottsforbundet')],
    hasAccount: false,
  },
  {
    key: 'ali',
    name: 'Ali Rahimi',
    title: 'ANDTS-samordnare',
    email: 'ali.rahimi@alvmark.example',
    organisation: 'kommun-9907',
    roles: [{ role: 'municipal_coordinator', organisation: null, municipalityCode: '9907' }],
  },
  {
    key: 'eva',
    name: 'Eva Lundgren',
    title: 'Verksamhetsutvecklare',
    email: 'eva.lundgren@alvmark.example',
    organisation: 'region',
    roles: [{ role: 'group_member', organisation: null, municipalityCode: null }],
  },
  {
    key: 'nils',
    name: 'Nils Åkerman',
    title: 'Förbundskonsulent',
    email: 'nils.akerman@alvmark.example',
    organisation: 'idrottsforbundet',
    roles: [{ role: 'reader', organisation: null, municipalityCode: null }],
  },
] as const satisfies readonly DemoPerson[];
