import type { DemoCounty, DemoPlan } from './types.ts';

/** An invented county. Neither it nor its municipalities exist; 99 is no county code. */
export const DEMO_COUNTY = {
  code: '99',
  name: 'Älvmarks län',
  municipalities: [
    { code: '9901', name: 'Ekesund' },
    { code: '9902', name: 'Granåsen' },
    { code: '9903', name: 'Hällvik' },
    { code: '9904', name: 'Kvarnhamn' },
    { code: '9905', name: 'Mossvalla' },
    { code: '9906', name: 'Norrälva' },
    { code: '9907', name: 'Tjärnby' },
    { code: '9908', name: 'Älvhamn' },
  ],
} as const satisfies DemoCounty;

export const DEMO_PLAN = {
  title: 'Regional handlingsplan ANDTS i Älvmarks län 2024–2028',
  theme: 'ANDTS',
  slug: 'andts-2024-2028',
  firstYear: 2024,
  lastYear: 2028,
  recordsNumber: '704-1187-2023',
  decisionReference: 'Ledningsgruppens beslut 2023-12-07, § 41',
  adoptedOn: '2023-12-07',
  textFile: 'plan.txt',
} as const satisfies DemoPlan;
