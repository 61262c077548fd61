import type { GlossaryTerm } from './glossary.ts';

/** Words for the year: following up, meeting, deciding and reporting. */
export const GLOSSARY_FOLLOW_UP: readonly GlossaryTerm[] = [
  {
    code: 'FollowUpRound',
    term: { sv: 'uppföljningsomgång', en: 'follow-up round' },
    definition: {
      sv: 'En tid då alla aktiviteter i en plan följs upp, oftast ett år. När omgången är fastställd är den låst.',
      en: 'A time when all activities of a plan are followed up, mostly a year. Once adopted, the round is locked.',
    },
  },
  {
    code: 'FollowUp',
    term: { sv: 'uppföljning', en: 'follow-up' },
    definition: {
      sv: 'Svaret om en aktivitet i en omgång: vad som har gjorts, hur det går och vad som är nästa steg.',
      en: 'The answer about one activity in one round: what was done, how it goes and what the next step is.',
    },
  },
  {
    code: 'judgement',
    term: { sv: 'lägesbedömning', en: 'judgement' },
    definition: {
      sv: 'Hur en aktivitet eller ett delmål går, bedömt av en person. Räknas aldrig fram.',
      en: 'How an activity or a goal stands, judged by a person. Never computed.',
    },
  },
  {
    code: 'Outcome',
    term: { sv: 'utfall', en: 'outcome' },
    definition: {
      sv: 'Värdet på en indikator i en omgång, för länet eller en kommun. Noll är ett värde; inte rapporterat, ej tillämpligt och skyddat är något annat.',
      en: 'The value of an indicator in a round, for the county or a municipality. Zero is a value; not reported, not applicable and protected are something else.',
    },
  },
  {
    code: 'baseline',
    term: { sv: 'baslinje', en: 'baseline' },
    definition: {
      sv: 'Värdet före planen, med år och källa. Det som senare värden jämförs med.',
      en: 'The value before the plan, with year and source. What later values are compared with.',
    },
  },
  {
    code: 'target',
    term: { sv: 'målvärde', en: 'target' },
    definition: {
      sv: 'Det värde som indikatorn ska nå i en omgång.',
      en: 'The value the indicator is to reach in a round.',
    },
  },
  {
    code: 'LoggedEvent',
    term: { sv: 'händelse', en: 'event' },
    definition: {
      sv: 'En träff, utbildning, ett besök eller liknande som har ägt rum. Skrivs in en gång och räknas i alla indikatorer som den hör till.',
      en: 'A meeting, training, visit or the like that took place. Registered once and counted in every indicator it belongs to.',
    },
  },
  {
    code: 'EventKind',
    term: { sv: 'händelsetyp', en: 'kind of event' },
    definition: {
      sv: 'Vad för händelse det är, till exempel en utbildning. Länets planerare bestämmer vilka händelsetyper som finns.',
      en: 'What sort of event it is, for example a training. The county’s planners decide which kinds there are.',
    },
  },
  {
    code: 'IndicatorRule',
    term: { sv: 'räkneregel', en: 'counting rule' },
    definition: {
      sv: 'Säger hur en indikator räknas ur händelser: hur många de är, deltagarna i dem, kommunerna eller organisationerna.',
      en: 'Says how an indicator is computed from events: how many they are, their participants, municipalities or organisations.',
    },
  },
  {
    code: 'ComputedOutcome',
    term: { sv: 'framräknat utfall', en: 'computed outcome' },
    definition: {
      sv: 'Det som händelserna ger. Står bredvid ett inskrivet värde, och en människa väljer när de skiljer sig åt.',
      en: 'What the events give. Stands beside a typed value, and a person chooses when they differ.',
    },
  },
  {
    code: 'reporter',
    term: { sv: 'rapportör', en: 'reporter' },
    definition: {
      sv: 'Den som svarar för en aktivitet i uppföljningen, för en av de ansvariga organisationerna.',
      en: 'The person who answers for an activity in the follow-up, for one of the responsible organisations.',
    },
  },
  {
    code: 'AttentionReason',
    term: { sv: 'skäl till uppmärksamhet', en: 'attention reason' },
    definition: {
      sv: 'Något som någon behöver se, till exempel ett försenat svar. Räknas fram och ändrar aldrig en lägesbedömning.',
      en: 'Something somebody needs to see, for example a late answer. Computed, and never changes a judgement.',
    },
  },
  {
    code: 'Rehearsal',
    term: { sv: 'provlås', en: 'dress rehearsal' },
    definition: {
      sv: 'En lista över vad som skulle saknas om omgången låstes i dag.',
      en: 'A list of what would be missing if the round were locked today.',
    },
  },
  {
    code: 'Group',
    term: { sv: 'grupp', en: 'group' },
    definition: {
      sv: 'Människor från flera organisationer som möts om planen, till exempel en beredningsgrupp.',
      en: 'People from several organisations who meet about the plan, for example a preparatory group.',
    },
  },
  {
    code: 'Meeting',
    term: { sv: 'möte', en: 'meeting' },
    definition: { sv: 'Ett tillfälle då en grupp träffas.', en: 'An occasion when a group meets.' },
  },
  {
    code: 'Agenda',
    term: { sv: 'dagordning', en: 'agenda' },
    definition: { sv: 'Det som ska tas upp på ett möte.', en: 'What is to be taken up in a meeting.' },
  },
  {
    code: 'Calling',
    term: { sv: 'kallelse', en: 'calling' },
    definition: {
      sv: 'Brevet till dem som är med i en grupp om när och var den möts, med dagordningen.',
      en: 'The letter to those in a group about when and where it meets, with the agenda.',
    },
  },
  {
    code: 'Turnover',
    term: { sv: 'omsättning', en: 'turnover' },
    definition: {
      sv: 'Hur många som har kommit till och lämnat en grupp på tolv månader.',
      en: 'How many have come to and left a group in twelve months.',
    },
  },
  {
    code: 'Minutes',
    term: { sv: 'protokoll', en: 'minutes' },
    definition: {
      sv: 'Det som har sagts och beslutats på ett möte.',
      en: 'What was said and decided in a meeting.',
    },
  },
  {
    code: 'Decision',
    term: { sv: 'beslut', en: 'decision' },
    definition: {
      sv: 'Det en grupp har bestämt, med nummer, dag och vem som ska utföra det.',
      en: 'What a group has decided, with number, day and who is to carry it out.',
    },
  },
  {
    code: 'ActionPoint',
    term: { sv: 'att göra', en: 'action point' },
    definition: {
      sv: 'Något som en person eller en organisation har tagit på sig vid ett möte, oftast till en viss dag.',
      en: 'Something a person or an organisation has undertaken at a meeting, mostly by a certain day.',
    },
  },
  {
    code: 'Lift',
    term: { sv: 'lyft fråga', en: 'lifted question' },
    definition: {
      sv: 'En fråga som en grupp inte kan avgöra själv och lämnar till gruppen den rapporterar till, oftast med ett förslag till beslut. Svaret kommer tillbaka på dagordningen.',
      en: 'A question that a group cannot settle itself and hands to the group it reports to, mostly with a proposed decision. The answer comes back on the agenda.',
    },
  },
  {
    code: 'Register',
    term: { sv: 'beslutsregister', en: 'register of decisions' },
    definition: {
      sv: 'Allt som grupperna har beslutat och tagit på sig, sökbart och med läget för vart och ett.',
      en: 'Everything the groups have decided and undertaken, searchable and with how each stands.',
    },
  },
  {
    code: 'WorkPlan',
    term: { sv: 'verksamhetsplan', en: 'work plan' },
    definition: {
      sv: 'Det som ska göras under ett år, hämtat ur planen och behovsinventeringen.',
      en: 'What is to be done in one year, taken from the plan and the needs inventory.',
    },
  },
  {
    code: 'CountyReport',
    term: { sv: 'länsrapport', en: 'county report' },
    definition: {
      sv: 'Årets redovisning av planen, gjord av den fastställda omgången.',
      en: 'The account of the plan for a year, made from the adopted round.',
    },
  },
  {
    code: 'YearWheel',
    term: { sv: 'årshjul', en: 'year wheel' },
    definition: {
      sv: 'Planens år som en cirkel och som en lista: möten, omgångar, datum då nya uppgifter kommer och vad som ska vara klart.',
      en: 'The year of a plan as a circle and as a list: meetings, rounds, dates when new data come and what is to be done.',
    },
  },
  {
    code: 'CalendarFeed',
    term: { sv: 'kalenderadress', en: 'calendar address' },
    definition: {
      sv: 'En hemlig adress som ett kalenderprogram prenumererar på, för en person eller en grupp. Den kan bytas.',
      en: 'A secret address that a calendar program subscribes to, of a person or a group. It can be renewed.',
    },
  },
  {
    code: 'WalkThrough',
    term: { sv: 'genomgång', en: 'walk-through' },
    definition: {
      sv: 'Mötet på skärmen, en punkt i taget: det som skrivs hamnar på aktiviteten, i protokollet och hos den som ska göra det.',
      en: 'The meeting on screen, one item at a time: what is written lands on the activity, in the minutes and with the one who is to do it.',
    },
  },
  {
    code: 'Writer',
    term: { sv: 'pennan', en: 'the pen' },
    definition: {
      sv: 'Den som för anteckningar i ett möte har pennan. En i taget har den, och den kan tas över.',
      en: 'Whoever takes the notes of a meeting has the pen. One has it at a time, and it can be taken over.',
    },
  },
  {
    code: 'NeedsInventory',
    term: { sv: 'behovsinventering', en: 'needs inventory' },
    definition: {
      sv: 'En kort enkät till en grupp om vad som fungerar, var det skaver och vad man behöver stöd med.',
      en: 'A short questionnaire to a group about what works, where it hurts and what one needs support with.',
    },
  },
  {
    code: 'Need',
    term: { sv: 'behov', en: 'need' },
    definition: {
      sv: 'Det som flera svar i en behovsinventering kommer fram till, med planerarens ord. Väljs till verksamhetsplanen eller avböjs.',
      en: 'What several answers in a needs inventory come to, in the planner’s words. Chosen for the work plan or declined.',
    },
  },
];
