/** What somebody wrote, and which of the needs below it was made part of. */
export type DemoNeedText = string | { readonly need: string; readonly text: string };

/** One sheet of the standard questions. Nothing here says whose it is, for nothing in the county does. */
export interface DemoNeedsSheet {
  readonly works?: DemoNeedText;
  readonly chafes?: DemoNeedText;
  /** For each goal in order: 1 yes, much; 2 yes, some; 3 no; - not answered. */
  readonly support: string;
  /** By number of goal. */
  readonly help?: Readonly<Record<number, DemoNeedText>>;
  readonly scale: number | null;
  readonly together?: DemoNeedText;
}

export interface DemoNeed {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly goal: number | null;
  /** Why it was declined; left out where it was chosen into the year's work plan. */
  readonly declined?: string;
}

/** The inventory of last autumn, before this year: the eight municipalities, and five of the seven others. */
export const DEMO_NEEDS_INTRO =
  'Svaren blir underlag för nästa års verksamhetsplan. Beredningen går igenom dem, och Ledningsgruppen beslutar.';

export const DEMO_NEEDS_MUNICIPALITIES: readonly DemoNeedsSheet[] = [
  {
    works: 'Nätverksträffarna för handläggare. Vi lär av varandra och kan ringa efteråt.',
    chafes: { need: 'vagar', text: 'Vi vet inte alltid vem vi ska ringa hos de andra.' },
    support: '12-13-',
    help: {
      1: { need: 'tillsyn', text: 'En utbildning för nya handläggare i tillsyn av vitt snus.' },
      2: { need: 'foraldrar', text: 'Stöd till föräldrar på kvällar, så att fler kan komma.' },
    },
    scale: 4,
    together: { need: 'tillsyn', text: 'En gemensam utbildning för handläggare i tillsyn.' },
  },
  {
    works: 'Kontrollköpen tillsammans med grannkommunen.',
    chafes: 'Samma fråga kommer från flera håll med olika sista dagar.',
    support: '11-2-3',
    help: {
      1: { need: 'tillsyn', text: 'Utbildning för handläggare i tillsyn, gärna digitalt.' },
      2: { need: 'falt', text: 'En fältarbetare som vi delar med grannkommunerna.' },
      4: { need: 'mall', text: 'En enklare mall för samordnad individuell plan.' },
    },
    scale: 4,
  },
  {
    works: 'Att vi träffas i samrådet två gånger per år.',
    support: '21-1--',
    help: {
      2: { need: 'foraldrar', text: 'Stöd till föräldrar som inte kommer till skolans möten.' },
      4: { need: 'mall', text: 'Mallen för samordnad individuell plan är för lång.' },
    },
    scale: 3,
    together: { need: 'foraldrar', text: 'Träffar för föräldrar, på föreningarnas tider.' },
  },
  {
    works: 'Studiepaketet till skolorna.',
    chafes: { need: 'vagar', text: 'Det är oklart vem vi ska vända oss till i regionen.' },
    support: '22-131',
    help: {
      1: { need: 'tillsyn', text: 'Någon att fråga när tillsynen gäller nya produkter.' },
      2: { need: 'snus', text: 'Material om vitt snus på fler språk.' },
      6: 'Hjälp att skriva vår egen plan.',
    },
    scale: 3,
    together: { need: 'snus', text: 'Ta fram ett material om vitt snus på flera språk.' },
  },
  {
    works: 'Länsenkäten. Våra politiker läser den.',
    chafes: 'Tiden räcker inte. Jag har tjugo procent för hela området.',
    support: '31-2--',
    help: {
      2: { need: 'falt', text: 'Fler fältarbetare på helgerna.' },
      4: { need: 'helg', text: 'En mottagning som är öppen på helgen.' },
    },
    scale: 2,
    together: { need: 'foraldrar', text: 'Nå fler pappor och fler föräldrar med annat språk.' },
  },
  {
    chafes: { need: 'vagar', text: 'Nya kollegor har svårt att hitta rätt person att ringa.' },
    support: '12-1-3',
    help: {
      1: { need: 'tillsyn', text: 'Utbildning i tillsyn för dem som är nya.' },
      2: { need: 'snus', text: 'Affischer om vitt snus som går att använda direkt.' },
      4: { need: 'mall', text: 'Tid i schemat för samordnad individuell plan.' },
    },
    scale: 4,
    together: { need: 'tillsyn', text: 'Öva tillsyn ihop en dag om året.' },
  },
  {
    works: 'Krogsamverkan inför sommaren.',
    chafes: 'Uppföljningen frågar om sådant som vi inte räknar.',
    support: '2133--',
    help: { 2: { need: 'foraldrar', text: 'Föräldrastöd som vi kan erbjuda i alla skolor.' } },
    scale: 3,
    together: 'En temadag om spel om pengar.',
  },
  {
    works: 'Snabbspåret. Det har gjort skillnad för oss.',
    chafes: 'Sekretessen mellan skola och socialtjänst.',
    support: '122--2',
    help: {
      1: 'Stöd i frågan om vem som betalar kontrollköparna.',
      2: { need: 'foraldrar', text: 'En kurs för dem som leder föräldragrupper.' },
      3: 'En enkel rutin för frågan om spel.',
    },
    scale: 5,
    together: { need: 'foraldrar', text: 'Utbilda fler som kan leda grupper för föräldrar.' },
  },
];

export const DEMO_NEEDS_OTHERS: readonly DemoNeedsSheet[] = [
  {
    works: 'Beredningens möten är korta och leder till något.',
    chafes: { need: 'vagar', text: 'Kommunerna byter kontaktperson utan att vi får veta det.' },
    support: '-2-1-3',
    help: {
      2: { need: 'snus', text: 'Skyltar och material om vitt snus till skolorna.' },
      4: { need: 'mall', text: 'Samma mall i region och kommun för samordnad individuell plan.' },
    },
    scale: 4,
    together: { need: 'mall', text: 'Göra om mallen för samordnad individuell plan tillsammans.' },
  },
  {
    works: 'Lägesbilden varje månad.',
    chafes: 'Överenskommelserna om langning tar för lång tid.',
    support: '13--2-',
    scale: 4,
    together: 'Fler gemensamma kvällar före skolavslutningen.',
  },
  {
    chafes: 'Vi får frågan om underlag sent.',
    support: '32-2--',
    help: { 3: 'Ett underlag om spel bland studenter.' },
    scale: 3,
  },
  {
    works: 'Att föreningarna är med från början.',
    support: '31-13-',
    help: {
      2: { need: 'foraldrar', text: 'Att nå föräldrar genom föreningarna.' },
      4: { need: 'helg', text: 'Någonstans att gå på helgen när mottagningen är stängd.' },
    },
    scale: 3,
    together: { need: 'foraldrar', text: 'Föräldrakvällar i föreningarnas lokaler.' },
  },
  {
    works: 'Diplomeringen av anläggningar.',
    chafes: 'Små föreningar orkar inte med fler policyer.',
    support: '33---2',
    help: { 3: 'En mall för föreningar om spel.', 5: 'Naloxon i föreningslokalerna.' },
    scale: 2,
  },
];

/** What the planners made of the answers, and what became of each. */
export const DEMO_NEEDS: readonly DemoNeed[] = [
  {
    key: 'tillsyn',
    title: 'Utbildning i tillsyn för nya handläggare',
    description: 'Fem kommuner har bytt handläggare under året. De ber om en dag med övningar, också digitalt.',
    goal: 1,
  },
  {
    key: 'foraldrar',
    title: 'Föräldrastöd som når fler',
    description: 'På kvällar, på fler språk och i föreningarnas lokaler. Det behövs fler som kan leda grupper.',
    goal: 2,
  },
  {
    key: 'snus',
    title: 'Material om vitt snus på fler språk',
    description: 'Affischer och ett blad som skolor och föreningar kan använda direkt.',
    goal: 2,
  },
  {
    key: 'mall',
    title: 'En enklare mall för samordnad individuell plan',
    description: 'Dagens mall är för lång, och region och kommuner har var sin.',
    goal: 4,
  },
  {
    key: 'vagar',
    title: 'En lista över vem man ringer',
    description: 'En kontaktperson för varje kommun och myndighet, som hålls aktuell.',
    goal: 6,
  },
  {
    key: 'falt',
    title: 'Fältarbetare som flera kommuner delar',
    description: 'Två kommuner vill dela på en tjänst för kvällar och helger.',
    goal: 2,
    declined:
      'Kommunerna bestämmer själva om sin personal. Beredningen hjälper gärna de två kommunerna att mötas om saken.',
  },
  {
    key: 'helg',
    title: 'En mottagning som är öppen på helgen',
    description: 'Den som söker hjälp en fredag kväll får vänta till måndagen.',
    goal: 4,
    declined:
      'Frågan ryms inte i verksamhetsplanen, eftersom den kräver ett beslut i regionen. Den är lämnad dit med svaren som underlag.',
  },
];

/** This autumn's inventory, before next year: so many have answered so far. */
export const DEMO_NEEDS_SO_FAR: readonly DemoNeedsSheet[] = [
  {
    works: 'Utbildningen i tillsyn. Vi vill ha den igen.',
    support: '23----',
    help: { 1: 'Samma utbildning i tillsyn nästa år, för dem som har börjat sedan dess.' },
    scale: 4,
  },
  {
    works: 'Listan över vem man ringer.',
    chafes: 'Den nya mallen är bra, men systemen talar inte med varandra.',
    support: '32-1--',
    scale: 4,
    together: 'En träff om hur den nya mallen används.',
  },
  {
    chafes: 'Det är svårt att hinna med träffarna i december.',
    support: '2112-3',
    help: { 2: 'Fler som kan leda grupper för föräldrar.', 3: 'Hjälp att komma i gång med frågor om spel.' },
    scale: 3,
    together: 'Föräldragrupper i fler föreningar.',
  },
  { works: 'Materialet om vitt snus.', support: '31-3--', scale: 5 },
  {
    works: 'Samrådets underlag. Det är kort och går att läsa i förväg.',
    chafes: 'Spel om pengar får för lite tid.',
    support: '-11-2-',
    help: { 3: 'En utbildning om spel för dem som möter unga.' },
    scale: 3,
    together: 'En temadag om spel om pengar.',
  },
  { support: '13-2-2', scale: 4, together: 'En gemensam vecka om vitt snus.' },
];
