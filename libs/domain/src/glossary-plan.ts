import type { GlossaryTerm } from './glossary.ts';

/** Words for the county, the plan and those who carry it out. */
export const GLOSSARY_PLAN: readonly GlossaryTerm[] = [
  {
    code: 'County',
    term: { sv: 'län', en: 'county' },
    definition: {
      sv: 'Det område som planen gäller. Allt i systemet hör till ett län, och inget län ser ett annat läns arbete.',
      en: 'The area a plan is for. Everything belongs to one county, and no county sees the work of another.',
    },
  },
  {
    code: 'Municipality',
    term: { sv: 'kommun', en: 'municipality' },
    definition: {
      sv: 'En av länets kommuner. Värden kan delas upp per kommun.',
      en: 'One of the municipalities of the county. Values can be broken down by municipality.',
    },
  },
  {
    code: 'Plan',
    term: { sv: 'handlingsplan', en: 'action plan' },
    definition: {
      sv: 'Det som länets aktörer har kommit överens om att göra tillsammans under några år. När planen är antagen ändras dess text bara genom beslut.',
      en: 'What the actors of the county have agreed to do together for some years. Once adopted, its wording changes only by decision.',
    },
  },
  {
    code: 'period',
    term: { sv: 'planperiod', en: 'plan period' },
    definition: { sv: 'Planens första och sista år.', en: 'The first and last year of the plan.' },
  },
  {
    code: 'OverarchingGoal',
    term: { sv: 'övergripande mål', en: 'overarching goal' },
    definition: {
      sv: 'Det planen som helhet vill nå. Delmålen leder dit.',
      en: 'What the plan as a whole wants to achieve. The goals lead there.',
    },
  },
  {
    code: 'Goal',
    term: { sv: 'delmål', en: 'goal' },
    definition: {
      sv: 'Ett av målen som planen är indelad efter. Bedöms av en person i varje omgång.',
      en: 'One of the goals by which the plan is divided. Judged by a person in every round.',
    },
  },
  {
    code: 'Area',
    term: { sv: 'område för samhandling', en: 'area' },
    definition: {
      sv: 'En del av ett delmål där flera aktörer arbetar ihop. Har ett nummer, till exempel 2.2.',
      en: 'A part of a goal where several actors work together. Has a number, for example 2.2.',
    },
  },
  {
    code: 'Activity',
    term: { sv: 'aktivitet', en: 'activity' },
    definition: {
      sv: 'Något bestämt som ska göras och som någon ansvarar för. Kallas vid områdets och sitt eget nummer, till exempel 2.2/5.',
      en: 'Something definite to be done, for which somebody is responsible. Referred to by the number of its area and its own, for example 2.2/5.',
    },
  },
  {
    code: 'responsible',
    term: { sv: 'ansvarig', en: 'responsible' },
    definition: {
      sv: 'Den eller de organisationer som ska se till att aktiviteten blir gjord och som svarar i uppföljningen.',
      en: 'The organisation or organisations that see to it that the activity is done, and answer in the follow-up.',
    },
  },
  {
    code: 'partner',
    term: { sv: 'samverkanspartner', en: 'partner' },
    definition: {
      sv: 'En organisation som deltar i aktiviteten utan att ansvara för den.',
      en: 'An organisation that takes part in the activity without being responsible for it.',
    },
  },
  {
    code: 'Organisation',
    term: { sv: 'organisation', en: 'organisation' },
    definition: {
      sv: 'En aktör i länet: en myndighet, en kommun, en förening, ett företag eller flera tillsammans.',
      en: 'An actor in the county: an authority, a municipality, an association, a company or several together.',
    },
  },
  {
    code: 'Indicator',
    term: { sv: 'uppföljningsindikator', en: 'indicator' },
    definition: {
      sv: 'Det som visar om en aktivitet blir gjord och ger resultat. Kan vara ett antal, ett mått, en andel, en milstolpe eller en text.',
      en: 'What shows whether an activity is done and gives results. May be a count, a measure, a share, a milestone or a text.',
    },
  },
  {
    code: 'LocalTip',
    term: { sv: 'tips om lokala aktiviteter', en: 'tip for local activities' },
    definition: {
      sv: 'Ett förslag i planen på vad en kommun eller förening själv kan göra. Följs inte upp.',
      en: 'A suggestion in the plan of what a municipality or association can do by itself. Not followed up.',
    },
  },
  {
    code: 'Strategy',
    term: { sv: 'nationell strategi', en: 'national strategy' },
    definition: {
      sv: 'Regeringens inriktning för ett område. Delmål kan knytas till den.',
      en: 'The direction the government has set for a field. Goals can be linked to it.',
    },
  },
  {
    code: 'StrategyGoal',
    term: { sv: 'mål i nationell strategi', en: 'goal of a national strategy' },
    definition: {
      sv: 'Ett av målen i en nationell strategi.',
      en: 'One of the goals of a national strategy.',
    },
  },
  {
    code: 'SteeringDocument',
    term: { sv: 'styrdokument', en: 'steering document' },
    definition: {
      sv: 'Ett beslutat dokument som styr arbetet i en kommun eller annan organisation, till exempel ett program.',
      en: 'An adopted document that governs the work of a municipality or other organisation, for example a programme.',
    },
  },
  {
    code: 'Agreement',
    term: { sv: 'överenskommelse', en: 'agreement' },
    definition: {
      sv: 'Det två eller flera parter skriftligen har lovat varandra, till exempel en kommun och polisen.',
      en: 'What two or more parties have promised each other in writing, for example a municipality and the police.',
    },
  },
  {
    code: 'Situation',
    term: { sv: 'kartläggning', en: 'situation' },
    definition: {
      sv: 'En beskrivning av läget i länet eller en kommun som arbetet utgår från.',
      en: 'A description of how things are in the county or a municipality, from which the work starts.',
    },
  },
];
