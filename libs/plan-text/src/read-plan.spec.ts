import { readFileSync } from 'node:fs';
import {
  diffPlans,
  MAX_LINES,
  parsePlan,
  PlanTextError,
  readPlan,
  type ParsedActivity,
  type ParsedPlan,
} from './index.ts';

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const activitiesOf = (plan: ParsedPlan): ParsedActivity[] =>
  plan.goals.flatMap((goal) => goal.areas.flatMap((area) => area.activities));
const codesAt = (plan: ParsedPlan, line: number): string[] =>
  plan.flags.filter((flag) => flag.line === line).map((flag) => flag.code);
const codes = (plan: ParsedPlan): string[] => plan.flags.map((flag) => flag.code);

/** A small plan around the lines under test. */
function around(activity: string): string {
  return `1. Fler ska cykla\n\n1.1 Område för samhandling: Vägar\n\n${activity}`;
}
function only(activity: string): ParsedActivity {
  const [first] = activitiesOf(parsePlan(around(activity)));
  if (!first) throw new Error('No activity was read.');
  return first;
}

describe('the fictional plan of Granskog', () => {
  const plan = parsePlan(fixture('granskog.txt'));

  it('is read whole', () => {
    expect(plan.goals.map((goal) => [goal.number, goal.code, goal.areas.length, goal.tips.length])).toEqual([
      [1, null, 2, 5],
      [2, null, 1, 2],
      [3, 'G', 1, 0],
    ]);
    expect(activitiesOf(plan)).toHaveLength(10);
    expect(plan.lines).toMatchObject({ total: 106, lost: 0 });
  });

  it('keeps texts verbatim and tells where each activity begins', () => {
    expect(activitiesOf(plan)[0]).toEqual({
      number: 1,
      text: 'Gå igenom farliga korsningar nära skolor, t.ex. vid busshållplatser, tillsammans med elever och vårdnadshavare.',
      responsible: ['Länsstyrelsen'],
      responsibleGroup: null,
      partners: ['Kommunerna', 'Polismyndigheten'],
      openEnded: false,
      indicators: ['Antal genomgångna korsningar.', 'Antal elever som deltagit per kommun.'],
      line: 9,
    });
  });

  it('copes with each habit and says so at its line', () => {
    const [, second, third, fourth, fifth, sixth, seventh] = activitiesOf(plan);
    expect(second).toMatchObject({
      number: 2,
      responsible: ['Länsstyrelsen', 'Region Granskog', 'Polismyndigheten'],
      responsibleGroup: 'Cykelberedningen',
      partners: ['Kommunerna'],
    });
    expect(codesAt(plan, 13)).toEqual(['number_without_dot']);
    expect(third).toMatchObject({
      partners: [],
      indicators: ['Läromedlet framtaget.', 'Antal skolor som använder det.'],
    });
    expect(codesAt(plan, 20)).toEqual(['space_missing']);
    expect(fourth?.partners).toEqual([]);
    expect(codesAt(plan, 23)).toEqual(['partners_empty']);
    expect(fifth).toMatchObject({
      responsible: ['Arbetsgrupp för hållbart resande och folkhälsa'],
      partners: ['Näringslivet', 'Föreningslivet'],
      indicators: ['Verkstadsdagar i länets 6 kommuner genomförda.', 'antal lagade cyklar.'],
    });
    expect(codesAt(plan, 31)).toEqual(['lower_case_start']);
    expect(sixth).toMatchObject({
      partners: ['NTF/Cykelfrämjandet', 'Studieförbund', 'Pensionärsföreningar'],
      openEnded: true,
    });
    expect(codesAt(plan, 34)).toEqual(['open_ended', 'name_with_slash']);
    expect(seventh?.partners).toEqual(['Kommunala och regionala arbetsgivare', 'Näringslivet']);
  });

  it('keeps duplicate tips as printed, and one without a full stop', () => {
    expect(plan.goals[0]?.tips.filter((tip) => tip === 'Bygg cykelställ med tak.')).toHaveLength(2);
    expect(plan.goals[0]?.tips[2]).toBe('Låt elever rita egna kartor över vägen till skolan');
    expect(codes(plan)).toContain('duplicate_tip');
  });

  it('takes purposes and goals around the plan, lists and paragraphs alike', () => {
    expect(plan.purposes).toEqual(['Att fler ska våga cykla.', 'Att färre ska skadas.']);
    expect(plan.overarchingGoals).toEqual([
      'Granskogs län är det tryggaste länet att cykla i.',
      'Luften i tätorterna är renare.',
      'Ingen ska dö eller skadas allvarligt på cykel.',
    ]);
    expect(plan.specificGoals).toEqual([
      'Att lysekontroller görs varje höst.',
      'Att stulna cyklar oftare kommer tillbaka.',
    ]);
  });

  it('uses the overview to check the goals', () => {
    const order = plan.flags.find((flag) => flag.code === 'goal_order_differs');
    expect(order?.message).toContain('G, 1, 2');
    expect(plan.flags.filter((flag) => flag.code === 'goal_wording_differs').map((flag) => flag.line)).toEqual([101]);
  });

  it('tells for every line how it was used and where it went', () => {
    const { sourceLines } = readPlan(fixture('granskog.txt'));
    expect(sourceLines[0]).toMatchObject({ line: 1, use: 'ignored', role: 'navigation' });
    expect(sourceLines[9]).toMatchObject({
      use: 'used',
      role: 'responsible',
      pointer: { goal: 0, area: 0, activity: 0 },
    });
    expect(sourceLines[22]).toMatchObject({
      use: 'flagged',
      role: 'partners',
      pointer: { goal: 0, area: 0, activity: 3 },
    });
    expect(sourceLines[76]).toMatchObject({ use: 'flagged', role: 'outside' });
  });
});

describe('the same habits in another order', () => {
  const plan = parsePlan(fixture('granskog-other-order.txt'));

  it('reads other labels, other orders and several labels on one line', () => {
    expect(plan.goals.map((goal) => [goal.number, goal.code, goal.areas.map((area) => area.number)])).toEqual([
      [2, 'G', ['G.1']],
      [1, null, ['1.1', '1.4']],
    ]);
    expect(plan.lines.lost).toBe(0);
    const [first, second, third, , fifth, sixth] = activitiesOf(plan);
    expect(first).toMatchObject({
      text: 'Under första året bestämma vem som gör vad, och skriva ned det så att nya medarbetare förstår.',
      responsible: [],
      responsibleGroup: 'Cykelberedningen',
      partners: ['Kommunerna', 'Skolor'],
      openEnded: true,
      indicators: ['Framtagen arbetsordning', 'Antal möten'],
    });
    expect(second).toMatchObject({
      responsible: ['Region Granskog', 'Länsstyrelsen'],
      partners: [],
      indicators: ['Antal räknade cyklister', 'Antal mätplatser'],
    });
    expect(third).toMatchObject({
      partners: ['Kommunerna', 'Vård och omsorg'],
      indicators: ['antal korsningar.', 'antal elever'],
    });
    expect(fifth).toMatchObject({ responsible: ['Länsstyrelsen (LST)', 'Kommunerna'], openEnded: true });
    expect(sixth).toMatchObject({ number: 4, text: '10 träffar hålls för nybörjare.', partners: ['Kommunerna'] });
  });

  it('flags what a person should look at', () => {
    for (const code of [
      'label_misspelt',
      'label_without_colon',
      'several_labels',
      'number_jump',
      'number_duplicate',
      'area_number_jump',
      'field_unknown',
      'hyphen_joined',
      'duplicate_name',
      'follow_up_missing',
      'name_parenthesis',
    ])
      expect(codes(plan)).toContain(code);
    expect(plan.goals[0]?.tips).toEqual(['Räkna cyklar vid torget.', 'Räkna cyklar vid torget.']);
    expect(plan.purposes).toEqual(['Att fler ska våga cykla i Granskogs län.']);
  });
});

describe('lines as they come', () => {
  const whole =
    'Aktivitet: 1. Räkna cyklar.\nAnsvarig: Länsstyrelsen\nSamverkanspartner: -\nUppföljning: Antal cyklar.';

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old Mac line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['hard spaces and tabs', (text: string) => text.replaceAll(': ', ':\u00A0\t')],
    ['soft hyphens and zero-width spaces', (text: string) => text.replaceAll('cyklar', 'cyk\u00ADla\u200Br')],
    ['indented lines', (text: string) => text.replaceAll('\n', '\n   ')],
    [
      'list marks before the labels',
      (text: string) => text.replaceAll('\nAnsvarig', '\n• Ansvarig').replaceAll('\nUppf', '\n- Uppf'),
    ],
    ['bold labels', (text: string) => text.replace('Aktivitet: 1.', '**Aktivitet: 1.**')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['blank lines between the fields', (text: string) => text.replaceAll('\n', '\n\n')],
    ['labels in capitals', (text: string) => text.replace('Ansvarig', 'ANSVARIG').replace('Aktivitet', 'AKTIVITET')],
  ])('reads the same with %s', (_, change) => {
    const read = only(change(whole));
    expect({ ...read, line: 5 }).toEqual({ ...only(whole), line: 5 });
    expect(read.indicators).toEqual(['Antal cyklar.']);
  });

  it.each([
    ['Aktivitet: 1. Räkna', 'Aktivitet 1: Räkna'],
    ['Aktivitet: 1. Räkna', 'Aktivitet 1. Räkna'],
    ['Aktivitet: 1. Räkna', 'Åtgärd nr 1 – Räkna'],
    ['Aktivitet: 1. Räkna', 'Insats: 1) Räkna'],
    ['Ansvarig:', 'Ansvariga aktörer:'],
    ['Ansvarig:', 'Huvudansvarig :'],
    ['Samverkanspartner:', 'Samverkanspartners:'],
    ['Samverkanspartner:', 'I samverkan med:'],
    ['Uppföljning:', 'Uppföljningsindikatorer:'],
    ['Uppföljning:', 'Uppföljning/indikator:'],
  ])('takes ”%s” written ”%s”', (label, variant) => {
    const read = only(whole.replace(label, variant));
    expect({ ...read, line: 5 }).toEqual({ ...only(whole), line: 5 });
  });

  it('puts wrapped lines together', () => {
    const read = only(
      'Aktivitet: 1. Räkna cyklar på\nbroar och vid\nStora torget.\nAnsvarig: Länsstyrelsen,\nRegion\nGranskog\nUppföljning: Antal cyklar\noch antal\nmopeder. Antal\nbroar.',
    );
    expect(read.text).toBe('Räkna cyklar på broar och vid Stora torget.');
    expect(read.responsible).toEqual(['Länsstyrelsen', 'Region Granskog']);
    expect(read.indicators).toEqual(['Antal cyklar och antal mopeder.', 'Antal broar.']);
  });

  it.each(['•', '-', '*', '–'])('takes follow-up and tips as a list with %s', (mark) => {
    const plan = parsePlan(
      around(
        `Aktivitet: 1. Räkna.\nAnsvarig: Länsstyrelsen\nUppföljning:\n${mark} Antal cyklar\n${mark} Antal broar.\n\nTips lokala aktiviteter\n\n${mark} Cykla.\n${mark} Gå, om det\nregnar.`,
      ),
    );
    expect(activitiesOf(plan)[0]?.indicators).toEqual(['Antal cyklar', 'Antal broar.']);
    expect(plan.goals[0]?.tips).toEqual(['Cykla.', 'Gå, om det regnar.']);
  });

  it('counts no line for the final line break', () => {
    expect(parsePlan(`${around(whole)}\n`).lines.total).toBe(parsePlan(around(whole)).lines.total);
  });
});

describe('what is missing or out of place', () => {
  it('adds a goal for an area without one, and takes the paragraph above as its title', () => {
    const bare = parsePlan('2.1 Område för samhandling: Vägar\nAktivitet: 1. Räkna.\nAnsvarig: Polisen');
    expect(bare.goals[0]).toMatchObject({ number: 2, title: '' });
    expect(codes(bare)).toEqual(
      expect.arrayContaining(['area_without_goal', 'title_missing', 'partners_missing', 'follow_up_missing']),
    );
    const titled = parsePlan(
      'Fler ska cykla\n\n1.1 Område för samhandling: Vägar\nAktivitet: 1. Räkna.\nAnsvarig: Polisen',
    );
    expect(titled.goals[0]).toMatchObject({ number: 1, title: 'Fler ska cykla' });
    expect(codesAt(titled, 1)).toEqual(['goal_number_missing']);
  });

  it('adds an area for an activity without one', () => {
    const plan = parsePlan('1. Fler ska cykla\n\nAktivitet: 1. Räkna.\nAnsvarig: Polisen');
    expect(plan.goals[0]?.areas[0]).toMatchObject({ number: '1.1', title: '' });
    expect(codesAt(plan, 3)).toContain('activity_without_area');
  });

  it('flags a label before any activity and does not add it', () => {
    const plan = parsePlan(around('Ansvarig: Polisen\nAktivitet: 1. Räkna.\nAnsvarig: Länsstyrelsen'));
    expect(codesAt(plan, 5)).toEqual(['field_without_activity']);
    expect(activitiesOf(plan)[0]?.responsible).toEqual(['Länsstyrelsen']);
  });

  it('flags numbers that start over, jump or are missing, and keeps them', () => {
    const plan = parsePlan(
      around(
        'Aktivitet: 1. A.\nAktivitet: 2. B.\nAktivitet: 5. C.\nAktivitet: D.\n1.2 Område för samhandling: X\nAktivitet: 1. E.\nAnsvarig: Polisen',
      ),
    );
    expect(activitiesOf(plan).map((activity) => activity.number)).toEqual([1, 2, 5, 6, 1]);
    expect(codes(plan).filter((code) => code.startsWith('number_'))).toEqual([
      'number_jump',
      'number_missing',
      'number_restart',
    ]);
  });

  it('says in both languages what was seen, done and can be done', () => {
    const { flags } = readPlan(around('Aktivitet: 7 Räkna.\nAnsvarig: Polisen'));
    const flag = flags.find(({ code }) => code === 'number_jump');
    expect(flag?.message.sv).toBe(
      'Numret är 7 men väntades vara 1. Det behölls som det står. Kontrollera att ingen aktivitet saknas.',
    );
    expect(flag?.message.en).toContain('but 1 was expected');
    for (const { message } of flags) expect(`${message.sv}${message.en}`).not.toMatch(/[{}]/);
  });

  it.each([
    ['1.1 Område för samhandling Vägar', '1.1', 'Vägar'],
    ['Område för samhandling 1.1 – Vägar', '1.1', 'Vägar'],
    ['1.1. Samhandlingsområde: Vägar', '1.1', 'Vägar'],
    ['Insatsområde: Vägar', '1.1', 'Vägar'],
    ['1.1 Område för samhandling:\nVägar', '1.1', 'Vägar'],
    ['1.1 Vägar', '1.1', 'Vägar'],
  ])('takes the area written ”%s”', (line, number, title) => {
    const plan = parsePlan(`1. Fler ska cykla\n\n${line}\n\nAktivitet: 1. Räkna.\nAnsvarig: Polisen`);
    expect(plan.goals.map((goal) => goal.areas.map((area) => [area.number, area.title]))).toEqual([[[number, title]]]);
    expect(plan.lines.lost).toBe(0);
  });

  it.each([
    'Delmål 1: Fler ska cykla',
    'Delmål 1\nFler ska cykla',
    'Mål 1. Fler ska cykla',
    '1 Fler ska cykla',
    '# 1. Fler ska\ncykla',
  ])('takes the goal written ”%s”', (line) => {
    const plan = parsePlan(`${line}\n\n1.1 Område för samhandling: Vägar\nAktivitet: 1. Räkna.\nAnsvarig: Polisen`);
    expect(plan.goals.map((goal) => [goal.number, goal.title])).toEqual([[1, 'Fler ska cykla']]);
  });

  it('does not take a list of contents for the plan', () => {
    const plan = parsePlan(
      `Innehåll\n1. Fler ska cykla\n1.1 Område för samhandling: Vägar\n\n${around('Aktivitet: 1. Räkna.\nAnsvarig: Polisen')}`,
    );
    expect(plan.goals).toHaveLength(1);
    expect(plan.goals[0]?.areas).toHaveLength(1);
  });
});

describe('a text that is no plan', () => {
  const refusal = (text: string): PlanTextError => {
    try {
      parsePlan(text);
    } catch (error) {
      if (error instanceof PlanTextError) return error;
      throw error;
    }
    throw new Error('The text was not refused.');
  };

  it.each([
    ['empty', ''],
    ['empty', ' \r\n\u200B\n• –'],
    ['too_long', 'a\n'.repeat(MAX_LINES + 1)],
    ['not_text', `PNG\u0000${around('Aktivitet: 1. A.')}`],
    [
      'no_plan',
      'Protokoll från styrelsemötet\n\n1. Mötet öppnas\n2. Val av justerare\n- Anna valdes.\nAktivitet och gemenskap är viktigt.',
    ],
    ['no_activities', '1. Fler ska cykla\n1.1 Område för samhandling: Vägar\nText om vägar.'],
  ])('is refused as %s', (code, text) => {
    expect(refusal(text).code).toBe(code);
  });

  it('is told what was looked for and what was found', () => {
    const { label } = refusal('Protokoll från styrelsemötet\nAnsvarig: Kim');
    expect(label.sv).toContain('”Aktivitet:”');
    expect(label.sv).toContain('0 aktiviteter');
    expect(label.sv).toContain('Protokoll från styrelsemötet');
    expect(label.en).toContain('0 activities');
  });
});

describe('the same plan in other shapes', () => {
  const text = fixture('granskog.txt');
  const plan = parsePlan(text);
  const words = (line: string, width: number): string[] => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && `${current} ${word}`.length > width) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current];
  };

  it('reads the same without any blank line', () => {
    const dense = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n');
    const read = parsePlan(dense);
    expect(diffPlans(plan, { ...read, purposes: plan.purposes })).toEqual([]);
    expect(read.purposes).toEqual(expect.arrayContaining(plan.purposes));
  });

  it.each([60, 45])('reads the same when its lines are wrapped at %i characters', (width) => {
    const wrapped = text
      .split('\n')
      .flatMap((line) => words(line, width))
      .join('\n');
    expect(diffPlans(plan, parsePlan(wrapped))).toEqual([]);
  });

  it('takes numbered items, on one line or several', () => {
    const numbered = parsePlan(
      around(
        'Aktivitet: 1. Räkna.\nAnsvarig: Polisen\nUppföljning: 1. Antal cyklar. 2. Antal broar.\n\nTips lokala aktiviteter\n1. Cykla.\n2. Gå.',
      ),
    );
    expect(activitiesOf(numbered)[0]?.indicators).toEqual(['Antal cyklar.', 'Antal broar.']);
    expect(numbered.goals.map((goal) => goal.tips)).toEqual([['Cykla.', 'Gå.']]);
  });
});
