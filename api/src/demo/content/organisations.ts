import type { DemoOrganisation } from './types.ts';
import { DEMO_COUNTY } from './county.ts';

const MUNICIPALITY_NAMES: Readonly<Record<string, string>> = {
  '9901': 'Ekesunds kommun',
  '9902': 'Granåsens kommun',
  '9903': 'Hällviks kommun',
  '9904': 'Kvarnhamns kommun',
  '9905': 'Mossvalla kommun',
  '9906': 'Norrälva kommun',
  '9907': 'Tjärnby kommun',
  '9908': 'Älvhamns kommun',
};

const municipalities: readonly DemoOrganisation[] = DEMO_COUNTY.municipalities.map(({ code, name }) => ({
  key: `kommun-${code}`,
  name: MUNICIPALITY_NAMES[code] ?? name,
  kind: 'municipality',
  aliases: [name],
  municipalityCode: code,
  members: [],
}));

type Entry = readonly [
  key: string,
  name: string,
  kind: DemoOrganisation['kind'],
  aliases?: readonly string[],
  members?: readonly string[],
];

const entries: readonly Entry[] = [
  ['lansstyrelsen', 'Länsstyrelsen', 'county_board', ['Länsstyrelsen i Älvmarks län', 'Länsstyrelsen Älvmark']],
  ['region', 'Region Älvmark', 'region', ['Regionen', 'Älvmarks region']],
  ['polisen', 'Polismyndigheten', 'police', ['Polisen', 'Polisområde Älvmark']],
  [
    'kommunerna',
    'Kommunerna',
    'collective',
    ['Länets kommuner', 'Samtliga kommuner'],
    municipalities.map(({ key }) => key),
  ],
  ['hogskolan', 'Älvmarks högskola', 'university', ['Högskolan', 'Högskolan i Älvmark']],
  ['studentkaren', 'Studentkåren i Älvmark', 'civil_society', ['Studentkåren']],
  [
    'foreningsradet',
    'Föreningsrådet i Älvmark',
    'civil_society',
    ['Föreningslivet', 'Civilsamhället', 'Ideella organisationer', 'Föreningsrådet'],
  ],
  ['idrottsforbundet', 'Älvmarks idrottsförbund', 'civil_society', ['Idrottsförbundet']],
  ['spelfri', 'Spelfri i Älvmark', 'civil_society', ['Spelfri']],
  ['brukarorganisationer', 'Brukarorganisationer', 'civil_society', ['Brukarorganisationerna', 'Brukarrådet']],
  ['pensionarsorganisationer', 'Pensionärsorganisationer', 'civil_society', ['Pensionärsorganisationerna']],
  ['kvinnojourerna', 'Kvinnojourerna', 'civil_society'],
  ['skoterklubbarna', 'Skoterklubbarna', 'civil_society'],
  ['fackliga', 'Fackliga organisationer', 'civil_society', ['De fackliga organisationerna']],
  ['naringslivet', 'Näringslivet i Älvmark', 'business', ['Näringslivet', 'Företagen']],
  ['handeln', 'Systembolaget/Handelns nätverk', 'business', ['Systembolaget', 'Handelns nätverk']],
  ['traningsanlaggningar', 'Träningsanläggningar', 'business', ['Gymmen', 'Träningsanläggningarna']],
  ['foretagshalsovarden', 'Företagshälsovården', 'business'],
  ['tullverket', 'Tullverket', 'other', ['Tullen']],
  ['spelinspektionen', 'Spelinspektionen', 'other'],
  ['trafikverket', 'Trafikverket', 'other'],
  ['kustbevakningen', 'Kustbevakningen', 'other'],
  ['barnahus', 'Barnahus/elevhälsan', 'other', ['Barnahus', 'Elevhälsan']],
  ['barnhalsonatverket', 'Nätverket för barn- och ungdomshälsa', 'group'],
  ['vuxengruppen', 'Arbetsgruppen för vuxna med beroende- och hälsoproblem', 'group'],
  ['beredningsgruppen', 'Beredningsgruppen', 'group', ['Beredningen'], ['lansstyrelsen', 'region', 'polisen']],
  [
    'samradsgruppen',
    'Samrådsgruppen',
    'group',
    ['Samrådet'],
    [
      'lansstyrelsen',
      'region',
      'polisen',
      ...municipalities.map(({ key }) => key),
      'hogskolan',
      'foreningsradet',
      'idrottsforbundet',
      'naringslivet',
    ],
  ],
  [
    'ledningsgruppen',
    'Ledningsgruppen',
    'group',
    ['Styrgruppen'],
    ['lansstyrelsen', 'region', 'polisen', 'kommun-9902', 'kommun-9908'],
  ],
];

/** Every actor the plan names, with the aliases a person would expect to be understood. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  ...entries.map(([key, name, kind, aliases = [], members = []]): DemoOrganisation => ({
    key,
    name,
    kind,
    aliases,
    municipalityCode: null,
    members,
  })),
  ...municipalities,
];
