/**
 * What the groups above the beredning took up the last time they met in a month. `{last}`, `{year}` and `{next}` are the
 * years around the meeting.
 */
export interface DemoSitting {
  readonly group: 'samradsgruppen' | 'ledningsgruppen';
  readonly month: number;
  readonly opening: string;
  readonly items: readonly DemoSittingItem[];
}
export interface DemoSittingItem {
  readonly title: string;
  readonly note: string;
  readonly decision?: { readonly text: string; readonly done?: string; readonly standing?: boolean };
  readonly action?: {
    readonly text: string;
    readonly person: string;
    readonly dueIn: number;
    readonly done?: string;
  };
  /** The decision is the one that adopts the work plan of the year after. */
  readonly decidesWorkPlan?: boolean;
}

export const DEMO_SITTINGS: readonly DemoSitting[] = [
  {
    group: 'ledningsgruppen',
    month: 3,
    opening: 'Birgitta Hallmark hälsade välkommen. Dagordningen godkändes.',
    items: [
      {
        title: 'Länsrapport för {last}',
        note: 'Maria Sandell gick igenom rapporten. Två mål behöver stöd: tidig upptäckt, och vård och stöd.',
        decision: { text: 'Länsrapporten för {last} fastställs.', done: 'Rapporten är publicerad.' },
      },
      {
        title: 'Uppsökande arbete',
        note: 'Arbetet når två kommuner. Gruppen vill se vad det skulle kosta att nå alla.',
        action: {
          text: 'Räkna på vad uppsökande arbete i hela länet skulle kosta.',
          person: 'peter',
          dueIn: 90,
          done: 'Underlaget är lämnat till gruppen.',
        },
      },
    ],
  },
  {
    group: 'samradsgruppen',
    month: 4,
    opening: 'Johan Ekdahl hälsade välkommen. Alla presenterade sig.',
    items: [
      {
        title: 'Hur planen går',
        note: 'Underlaget hade skickats ut i förväg. Samrådet gläds åt att fler elever avstår från alkohol, och oroas av att vitt snus ökar.',
      },
      {
        title: 'Vad kommunerna tar med sig hem',
        note: 'Varje kommun tar upp planen i en nämnd före sommaren.',
        decision: { text: 'Varje kommun redovisar sina lokala insatser vid samrådet i höst.', standing: true },
      },
    ],
  },
  {
    group: 'samradsgruppen',
    month: 10,
    opening: 'Johan Ekdahl hälsade välkommen till höstens samråd.',
    items: [
      {
        title: 'Hur planen går',
        note: 'Underlaget hade skickats ut i förväg. Flest frågor kom om snabbspåret och om överenskommelserna om langning.',
      },
      {
        title: 'Behovsinventering inför {next}',
        note: 'Maria Sandell berättade hur inventeringen går till. Var och en svarar genom en egen länk, och svaren är anonyma.',
        action: {
          text: 'Skicka behovsinventeringen till alla i samrådet.',
          person: 'maria',
          dueIn: 45,
          done: 'Den är skickad.',
        },
      },
    ],
  },
  {
    group: 'ledningsgruppen',
    month: 11,
    opening: 'Birgitta Hallmark hälsade välkommen. Dagordningen godkändes.',
    items: [
      {
        title: 'Verksamhetsplan {next}',
        note: 'Johan Ekdahl visade vad behovsinventeringen gav och vad beredningen föreslår. Två behov tas inte med, och de som svarade får veta varför.',
        decision: {
          text: 'Verksamhetsplan {next} beslutas enligt beredningens förslag.',
          done: 'Planen är fryst och har skickats till alla grupper.',
        },
        decidesWorkPlan: true,
      },
      {
        title: 'Mötestider {next}',
        note: 'Gruppen möts i mars och i november.',
      },
    ],
  },
];
