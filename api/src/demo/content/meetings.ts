import type { AgendaItemState, GroupKind, MemberRole } from '@samhandling/domain';

export interface DemoGroup {
  readonly key: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose: string;
  readonly meetingsPerYear: number;
  readonly reportsTo: string | null;
  /** Events its held meetings are, and the activities they count for. */
  readonly counting: { readonly kind: string; readonly activities: readonly string[] };
  readonly place: string;
  readonly members: readonly DemoMember[];
}
/** `person` where the member is one of the demo's people; else a name of its own. Days without year are in the plan's first year. */
export interface DemoMember {
  readonly person?: string;
  readonly name?: string;
  readonly organisation: string;
  readonly role: MemberRole;
  readonly from: string;
  readonly to?: string;
  readonly substituteFor?: string;
}

/** What was said about an activity the last time it was up, and what came of it. Activities without a line had nothing new. */
export interface DemoTalk {
  readonly activity: string;
  readonly note: string;
  readonly state?: AgendaItemState;
  readonly decision?: {
    readonly text: string;
    readonly organisation?: string;
    readonly person?: string;
    /** Days after the meeting. */
    readonly dueIn?: number;
    readonly done?: string;
    readonly standing?: boolean;
  };
  readonly action?: {
    readonly text: string;
    readonly person?: string;
    readonly organisation?: string;
    readonly dueIn?: number;
    readonly done?: string;
  };
  readonly lift?: {
    readonly question: string;
    readonly proposal: string;
    readonly answer?: string;
    /** What was said when it was taken up. */
    readonly said: string;
  };
}

export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    key: 'ledningsgruppen',
    name: 'Ledningsgruppen',
    kind: 'steering',
    purpose: 'Beslutar om planen, verksamhetsplanen och länsrapporten, och löser det som ingen annan grupp kan lösa.',
    meetingsPerYear: 2,
    reportsTo: null,
    counting: { kind: 'Gruppmöte', activities: [] },
    place: 'Länsstyrelsen, Stora salen',
    members: [
      { name: 'Birgitta Hallmark', organisation: 'lansstyrelsen', role: 'chair', from: '2024-01-15' },
      { name: 'Göran Widell', organisation: 'region', role: 'member', from: '2024-01-15' },
      { name: 'Karin Österlund', organisation: 'polisen', role: 'member', from: '2024-08-19' },
      { name: 'Mats Jernberg', organisation: 'polisen', role: 'member', from: '2024-01-15', to: '2024-08-16' },
      { name: 'Yvonne Stark', organisation: 'kommun-9902', role: 'member', from: '2024-01-15' },
      { name: 'Anders Malmsten', organisation: 'kommun-9908', role: 'member', from: '2024-01-15' },
      { person: 'maria', organisation: 'lansstyrelsen', role: 'secretary', from: '2024-01-15' },
    ],
  },
  {
    key: 'samradsgruppen',
    name: 'Samrådsgruppen',
    kind: 'consultation',
    purpose: 'Prövar hur planen går, säger vad länet behöver och svarar på frågor från beredningen.',
    meetingsPerYear: 2,
    reportsTo: 'ledningsgruppen',
    counting: { kind: 'Dialogmöte', activities: ['6.1/3'] },
    place: 'Folkets hus, Älvhamn',
    members: [
      { person: 'johan', organisation: 'lansstyrelsen', role: 'chair', from: '2024-02-01' },
      { person: 'maria', organisation: 'lansstyrelsen', role: 'secretary', from: '2024-02-01' },
      { person: 'peter', organisation: 'region', role: 'member', from: '2024-02-01' },
      { person: 'sara', organisation: 'polisen', role: 'member', from: '2024-02-01' },
      { person: 'emma', organisation: 'kommun-9908', role: 'member', from: '2024-02-01' },
      { person: 'ali', organisation: 'kommun-9907', role: 'member', from: '2024-09-01' },
      { name: 'Torbjörn Fors', organisation: 'kommun-9901', role: 'member', from: '2024-02-01' },
      { name: 'Helena Sjödin', organisation: 'kommun-9902', role: 'member', from: '2024-02-01' },
      { name: 'Ove Rask', organisation: 'kommun-9903', role: 'member', from: '2024-02-01', to: '2025-03-31' },
      { name: 'Linda Kvist', organisation: 'kommun-9903', role: 'member', from: '2025-04-01' },
      { name: 'Per-Olof Hägg', organisation: 'kommun-9904', role: 'member', from: '2024-02-01' },
      { name: 'Amina Yusuf', organisation: 'kommun-9905', role: 'member', from: '2024-02-01' },
      { name: 'Gunilla Frost', organisation: 'kommun-9906', role: 'member', from: '2024-02-01' },
      { name: 'David Lindh', organisation: 'hogskolan', role: 'member', from: '2024-02-01' },
      { name: 'Sonja Berglin', organisation: 'foreningsradet', role: 'member', from: '2024-02-01' },
      { person: 'nils', organisation: 'idrottsforbundet', role: 'member', from: '2024-02-01' },
    ],
  },
  {
    key: 'beredningsgruppen',
    name: 'Beredningsgruppen',
    kind: 'preparatory',
    purpose: 'Följer aktiviteterna månad för månad, tar bort hinder och förbereder samrådet.',
    meetingsPerYear: 10,
    reportsTo: 'samradsgruppen',
    counting: { kind: 'Gruppmöte', activities: ['6.1/2'] },
    place: 'Länsstyrelsen, rum Forsen',
    members: [
      { person: 'maria', organisation: 'lansstyrelsen', role: 'chair', from: '2024-01-15' },
      { person: 'johan', organisation: 'lansstyrelsen', role: 'secretary', from: '2024-01-15' },
      { person: 'anna', organisation: 'lansstyrelsen', role: 'member', from: '2024-01-15' },
      { person: 'peter', organisation: 'region', role: 'member', from: '2024-01-15' },
      { person: 'eva', organisation: 'region', role: 'substitute', from: '2024-09-01', substituteFor: 'peter' },
      { person: 'sara', organisation: 'polisen', role: 'member', from: '2024-01-15' },
      { name: 'Kjell Norberg', organisation: 'polisen', role: 'member', from: '2024-01-15', to: '2025-05-31' },
    ],
  },
];

export const DEMO_TALKS: readonly DemoTalk[] = [
  {
    activity: '1.1/1',
    note: 'Kalendern för våren är spridd till alla kommuner. Tre kommuner har lagt in gemensamma kvällar med polisen.',
  },
  {
    activity: '1.1/2',
    note: 'Sex av åtta nämnder har haft besök. Mossvalla och Norrälva återstår och har fått förslag på tider.',
    action: { text: 'Boka besök hos nämnderna i Mossvalla och Norrälva.', person: 'anna', dueIn: 45 },
  },
  {
    activity: '1.1/5',
    note: 'Den gemensamma gruppen av kontrollköpare fungerar. Frågan är vem som betalar för den efter årsskiftet.',
    lift: {
      question: 'Ska kommunerna dela på kostnaden för den gemensamma gruppen av kontrollköpare?',
      proposal: 'Kommunerna delar kostnaden efter invånarantal från och med nästa år.',
      answer: 'Samrådet ställer sig bakom delad kostnad under ett år, med utvärdering till hösten.',
      said: 'Sju kommuner var för delad kostnad. Den åttonde vill se en utvärdering först.',
    },
  },
  {
    activity: '1.2/7',
    note: 'Rutinen används varje månad. Tullverket vill ha en fast kontaktperson i varje kommun.',
    decision: {
      text: 'Varje kommun utser en kontaktperson för lägesbilden.',
      organisation: 'kommunerna',
      dueIn: 60,
    },
  },
  {
    activity: '1.2/8',
    note: 'Kartläggningen är försenad. Underlaget från två kommuner saknas, och Spelinspektionen kan delta först efter sommaren.',
    decision: {
      text: 'Kartläggningen avgränsas till restauranger och föreningslokaler, och redovisas för samrådet i höst.',
      organisation: 'lansstyrelsen',
      person: 'anna',
      dueIn: 120,
    },
  },
  {
    activity: '1.2/9',
    note: 'Sex av åtta kommuner har en överenskommelse. Hinder i de två andra är att ingen tjänst har tid avsatt.',
    action: { text: 'Ta upp frågan med kommunledningarna i Granåsen och Hällvik.', person: 'sara', dueIn: 30 },
  },
  {
    activity: '2.1/1',
    note: 'Fler skolor använder studiepaketet än i fjol. Lärarhandledningen behöver ett kapitel om vitt snus.',
    action: {
      text: 'Skriva ett utkast till kapitel om vitt snus.',
      person: 'peter',
      dueIn: 60,
      done: 'Utkastet är skrivet och läst av tre lärare.',
    },
  },
  {
    activity: '2.1/2',
    note: 'Tolv skolor har beslutat om nikotinfri skoltid. Regionen tar fram skyltar som alla kan använda.',
  },
  {
    activity: '2.1/3',
    note: 'Grupperna når föräldrar som redan är engagerade. Vi behöver gå via föreningar för att nå fler pappor.',
    decision: {
      text: 'Pröva föräldragrupper i två föreningar under våren.',
      organisation: 'region',
      person: 'peter',
      dueIn: 90,
      done: 'Två grupper har startat, i Kvarnhamn och Tjärnby, med nio respektive elva föräldrar.',
    },
  },
  {
    activity: '2.1/4',
    note: 'Svaren från länsenkäten har lämnats till alla nämnder. Svarsandelen är lägre på gymnasiet än i årskurs 9.',
  },
  {
    activity: '2.2/5',
    note: 'Insatsen inför skolavslutningen är planerad i sju kommuner. Systembolaget bidrar med affischer.',
    action: { text: 'Skicka ut en gemensam checklista till kommunerna.', person: 'sara', dueIn: 21, done: 'Skickad.' },
  },
  {
    activity: '2.2/6',
    note: 'Snabbspåret finns i fyra kommuner. Socialtjänsten i de andra säger att sekretessen är oklar.',
    lift: {
      question: 'Hur ska vi lösa frågan om sekretess, så att snabbspåret kan införas i alla kommuner?',
      proposal: 'Kommunernas jurister tar fram ett gemensamt stöd före sommaren.',
      said: 'Kommunerna vill fråga sina jurister först. Frågan tas upp igen.',
    },
  },
  {
    activity: '2.2/8',
    note: 'Idrottsförbundet har stöttat 14 föreningar. Policyn om matchfixning är den som är svårast att leva upp till.',
  },
  {
    activity: '3.1/1',
    note: 'Frågan om spel glöms fortfarande bort i hälsosamtalen. Rutinen ska ses över tillsammans med vårdcentralerna.',
    decision: {
      text: 'Spel läggs in som fast fråga i mallen för hälsosamtal.',
      organisation: 'region',
      dueIn: 75,
    },
  },
  {
    activity: '3.1/3',
    note: 'Faddrarna är utbildade inför terminsstarten. Studentkåren vill fortsätta till våren.',
  },
  {
    activity: '3.1/5',
    note: 'Fem kommuner har med frågorna vid hembesöken. Pensionärsorganisationerna vill delta i utbildningen.',
    action: {
      text: 'Bjuda in pensionärsorganisationerna till nästa utbildning.',
      organisation: 'kommunerna',
      dueIn: 40,
    },
  },
  {
    activity: '3.2/7',
    note: 'Två nya anläggningar är diplomerade. Årets träff lockade fler instruktörer än förra året.',
  },
  {
    activity: '4.1/1',
    note: 'Den nya överenskommelsen gäller. Regionen och kommunerna följer upp den i de lokala samverkansgrupperna.',
    decision: {
      text: 'Beredningen följer tillämpningen av överenskommelsen två gånger per år.',
      standing: true,
    },
  },
  {
    activity: '4.1/2',
    note: 'Planerna används för sällan. Cheferna efterfrågar en enklare mall och tid i schemat.',
    action: { text: 'Ta fram ett förslag till enklare mall.', person: 'eva', dueIn: 50 },
  },
  {
    activity: '4.2/5',
    note: 'Det uppsökande arbetet når två kommuner. Ingen har ännu tagit på sig samordningen.',
    decision: {
      text: 'Frågan om vem som samordnar det uppsökande arbetet lämnas till Ledningsgruppen.',
      organisation: 'lansstyrelsen',
      person: 'maria',
      dueIn: 30,
    },
  },
  {
    activity: '5.1/1',
    note: 'Kontakten kan inte tas dygnet runt. Polisen föreslår ett försök under helger.',
    action: { text: 'Beskriva hur ett försök under helger kan gå till.', person: 'sara', dueIn: 35 },
  },
  {
    activity: '5.1/3',
    note: 'Krogsamverkan fungerar i alla orter med uteliv. Två nya krögare har anslutit sig.',
  },
  {
    activity: '5.2/6',
    note: 'Utbildningen i naloxon har nått fler än väntat. Boendena vill ha en repetition varje år.',
    decision: {
      text: 'Utbildningen i naloxon erbjuds alla boenden en gång per år.',
      organisation: 'region',
      dueIn: 60,
      done: 'Erbjudandet har gått ut till alla boenden, och fyra tillfällen är bokade.',
    },
  },
  {
    activity: '6.1/1',
    note: 'Arbetsordningen är beslutad och känd i grupperna.',
    decision: { text: 'Arbetsordningen ses över varannan höst.', standing: true },
  },
  {
    activity: '6.1/5',
    note: 'Webbplatsen saknar fortfarande ägare. Beredningen kan inte komma längre utan ett beslut.',
    action: { text: 'Ta fram två alternativ för var webbplatsen kan ligga, med kostnad.', person: 'johan', dueIn: 45 },
  },
  {
    activity: '6.2/7',
    note: 'Sex kommuner har en egen plan. Stödet uppskattas, men kartläggningen tar längre tid än väntat.',
  },
  {
    activity: '6.2/9',
    note: 'Konferensen får temat tidig upptäckt. Samrådsgruppen föreslår talare.',
    action: { text: 'Boka lokal för konferensen.', person: 'maria', dueIn: 28, done: 'Lokalen är bokad.' },
  },
];
