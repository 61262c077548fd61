import type { GlossaryTerm } from './glossary.ts';

/** Words for the planning of a year's meetings. */
export const GLOSSARY_ROTATION: readonly GlossaryTerm[] = [
  {
    code: 'Rotation',
    term: { sv: 'planering av året', en: 'rotation' },
    definition: {
      sv: 'Vilken aktivitet som är uppe på vilket möte under ett år. Blir punkter på dagordningen när den görs.',
      en: 'Which activity is up in which meeting over a year. Becomes items when the agenda is made.',
    },
  },
  {
    code: 'Parking',
    term: { sv: 'parkering', en: 'parking' },
    definition: {
      sv: 'En aktivitet som en grupp inte behöver ta upp för en tid, med skäl och oftast en sista dag.',
      en: 'An activity that a group need not take up for a while, with a reason and mostly a last day.',
    },
  },
  {
    code: 'isPinned',
    term: { sv: 'fäst', en: 'pinned' },
    definition: {
      sv: 'En aktivitet som någon har bestämt ett möte för. Ett förslag flyttar den inte.',
      en: 'An activity that somebody has decided a meeting for. No proposal moves it.',
    },
  },
  {
    code: 'lastUpOn',
    term: { sv: 'senast uppe', en: 'last up' },
    definition: {
      sv: 'Dagen för gruppens senaste genomförda möte där aktiviteten behandlades eller inte hade något nytt.',
      en: 'The day of the group’s last held meeting where the activity was treated, or had nothing new.',
    },
  },
];
