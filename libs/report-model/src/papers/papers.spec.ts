import fc from 'fast-check';
import type { Block, Paper } from '../model.ts';
import {
  agendaFacts,
  briefFacts,
  decision,
  minutesFacts,
  minutesItem,
  promise,
  sheetFacts,
} from '../testing/example-papers.ts';
import { AGENDA, type AgendaItemFacts } from './agenda.ts';
import { BRIEF } from './brief.ts';
import { buildPaper } from './frame.ts';
import { shortened } from './meeting-facts.ts';
import { MINUTES } from './minutes.ts';
import { ORGANISATION_SHEET } from './organisation-sheet.ts';

const blocksOf = ({ sections }: Paper): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const textOf = (paper: Paper): string => JSON.stringify(paper.sections);
const headings = (paper: Paper): string[] =>
  blocksOf(paper).flatMap((block) => (block.kind === 'heading' ? [`${block.number} ${block.text}`.trim()] : []));

describe('the calling', () => {
  const item = (more: Partial<AgendaItemFacts> = {}): AgendaItemFacts => ({
    kind: 'activity',
    state: 'waiting',
    title: '',
    reference: '2.2/5',
    text: 'Besöka skolorna.',
    minutes: 8,
    responsible: ['Region Älvmark'],
    reasons: [{ sv: 'Har inte varit uppe på 84 dagar.', en: 'Has not been up for 84 days.' }],
    lastUpOn: null,
    lastDecision: null,
    ...more,
  });

  it('gives each item its clock time, over the night when clocks go forward too', () => {
    const table = (startsAt: string) => {
      const facts = agendaFacts({ items: [item({ minutes: 45 }), item({ minutes: 45 }), item()] });
      const paper = buildPaper(AGENDA, { ...facts, meeting: { ...facts.meeting, startsAt } }, 'sv');
      const found = blocksOf(paper).find((block) => block.kind === 'table');
      return found?.kind === 'table' ? found.rows.map(([, begins]) => begins?.text) : [];
    };
    expect(table('2026-03-12T08:00:00.000Z')).toEqual(['09:00', '09:45', '10:30']);
    // 29 March 2026: 01:59 is followed by 03:00.
    expect(table('2026-03-29T00:30:00.000Z')).toEqual(['01:30', '03:15', '04:00']);
  });

  it('says when there is not time for all of it', () => {
    const short = buildPaper(AGENDA, agendaFacts({ items: [item({ minutes: 30 })] }), 'sv');
    const long = buildPaper(AGENDA, agendaFacts({ items: [item({ minutes: 200 })] }), 'sv');
    expect(textOf(short)).toContain('Punkterna tar 30 av mötets 180 minuter.');
    expect(textOf(long)).toContain('Allt hinns inte med.');
  });

  it('stands as sent, changed, cancelled or only proposed', () => {
    const standing = (more: Parameters<typeof agendaFacts>[0]) =>
      buildPaper(AGENDA, agendaFacts(more), 'sv').titlePage.standing;
    const calling = { calledAt: '2026-03-05T08:00:00.000Z', calledBy: 'Maria Sandell', sequence: 1 };
    expect(standing({})).toBe('Skickad 5 mars 2026 av Maria Sandell');
    expect(standing({ calling })).toBe('Ändrad kallelse 5 mars 2026');
    expect(standing({ calling: null })).toBe('Förslag, inte skickat');
    expect(standing({ meeting: { ...agendaFacts().meeting, state: 'cancelled' } })).toBe('Mötet är inställt');
  });
});

describe('the minutes', () => {
  it('tell what was decided between meetings under its own number, with day and way', () => {
    const facts = minutesFacts({
      between: [
        { ...decision(4), way: 'mail' },
        { ...decision(5, { who: '', due: null }), way: null },
      ],
    });
    const clauses = blocksOf(buildPaper(MINUTES, facts, 'sv')).filter(({ kind }) => kind === 'clause');
    expect(clauses).toMatchObject([
      { mark: '§ 4/2026', details: '12 mars 2026, med e-post. Ansvarig: Region Älvmark, klart senast 30 maj 2026' },
      { mark: '§ 5/2026', details: '12 mars 2026' },
    ]);
    // Papers frozen before this was told say nothing of it.
    const old = blocksOf(buildPaper(MINUTES, minutesFacts(), 'sv'))
      .map((block) => JSON.stringify(block))
      .join();
    expect(old).not.toContain('mellan möten');
  });

  it('tell every item in order, its note, its decisions with number, who and when, and what was lifted', () => {
    const paper = buildPaper(
      MINUTES,
      minutesFacts({
        items: [
          minutesItem({ kind: 'free', title: 'Öppning', reference: '', text: '', note: '' }),
          minutesItem({
            decisions: [decision(12)],
            lifts: [{ id: 'l1', toGroup: 'Samrådsgruppen', question: 'Vem betalar?', proposal: 'Kommunerna delar.' }],
          }),
          minutesItem({
            state: 'postponed',
            note: '',
            postponedTo: '2026-04-16T07:00:00.000Z',
            stateReason: 'Tiden tog slut.',
          }),
          minutesItem({ state: 'nothing_new', note: '' }),
        ],
      }),
      'sv',
    );
    expect(headings(paper)).toEqual([
      'Deltagare',
      'Behandlade punkter',
      '1 Öppning',
      '2 Aktivitet 2.2/5',
      '3 Aktivitet 2.2/5',
      '4 Aktivitet 2.2/5',
      'Justering',
    ]);
    expect(blocksOf(paper)).toContainEqual({
      kind: 'clause',
      mark: '§ 12/2026',
      text: 'Beslut nummer 12 fattas.',
      details: 'Ansvarig: Region Älvmark, klart senast 30 maj 2026',
    });
    const said = textOf(paper);
    expect(said).toContain('Bordlagd till 16 april 2026. Tiden tog slut.');
    expect(said).toContain('Inget nytt.');
    expect(said).toContain('Lyfts till Samrådsgruppen');
    expect(blocksOf(paper).find(({ kind }) => kind === 'callout')).toMatchObject({
      links: [{ text: 'Vem betalar?', link: '/fraga/l1' }],
    });
  });

  it('say what the meeting judged, with sign and word, and nothing where it judged nothing', () => {
    const facts = minutesFacts({ items: [minutesItem({ judgement: 'needs_support' }), minutesItem()] });
    const told = blocksOf(buildPaper(MINUTES, facts, 'sv')).flatMap((block) =>
      block.kind === 'facts' ? block.items.filter(({ label }) => label === 'Lägesbedömning') : [],
    );
    expect(told).toEqual([{ label: 'Lägesbedömning', value: '▲\u00A0Behöver stöd', tone: 'needs_support' }]);
  });

  it('leave no decision, action point, note or name out, however many there are', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, fc.constantFrom('sv' as const, 'en' as const), (some, locale) => {
        const facts = minutesFacts({
          items: some.map((number) => minutesItem({ note: `Sagt ${number}.`, decisions: [decision(number)] })),
          actionPoints: some.map((number) => ({
            item: null,
            text: `Göra ${number}.`,
            who: `Person ${number}`,
            due: null,
          })),
        });
        const paper = buildPaper(MINUTES, facts, locale);
        const said = textOf(paper);
        for (const number of some)
          for (const text of [`§ ${number}/2026`, `Sagt ${number}.`, `Göra ${number}.`, `Person ${number}`])
            expect(said).toContain(text);
        expect(buildPaper(MINUTES, structuredClone(facts), locale)).toEqual(paper);
      }),
    );
  });

  it('have a line to sign on for each who has not adjusted, and say how the others did', () => {
    const paper = buildPaper(
      MINUTES,
      minutesFacts({
        adjusters: [
          { name: 'Anna', organisation: 'Regionen', adjustedAt: null, channel: null, recordedBy: '' },
          { name: 'Bo', organisation: '', adjustedAt: '2026-03-20T09:12:00.000Z', channel: 'self', recordedBy: '' },
          {
            name: 'Ada',
            organisation: '',
            adjustedAt: '2026-03-19T11:00:00.000Z',
            channel: 'paper',
            recordedBy: 'Maria',
          },
        ],
      }),
      'sv',
    );
    const block = blocksOf(paper).find((one) => one.kind === 'signatures');
    expect(block?.kind === 'signatures' && block.items.map(({ signed }) => signed)).toEqual([
      '',
      'Justerade 20 mars 2026 kl. 10:12, inloggad',
      'Justerade 19 mars 2026, på papper\nAntecknat av Maria',
    ]);
  });

  it('say that they are a draft, that nobody was called, and the checksum when they are frozen', () => {
    const draft = buildPaper(MINUTES, minutesFacts({ calledAt: null }), 'sv');
    expect(draft).toMatchObject({ isDraft: true, fileStem: 'Protokoll Beredningsgruppen 2026-03-12 (utkast)' });
    expect(draft.titlePage.notice).toBe('Det här är ett utkast som inte är justerat.');
    expect(JSON.stringify(draft.titlePage.facts)).toContain('Ingen kallelse skickades');
    const frozen = buildPaper(
      MINUTES,
      minutesFacts({
        standing: { kind: 'frozen', versionNumber: 1, frozenAt: '2026-03-20T09:12:00.000Z', frozenBy: 'Bo' },
      }),
      'sv',
      'ab'.repeat(32),
    );
    expect(frozen).toMatchObject({ isDraft: false, fileStem: 'Protokoll Beredningsgruppen 2026-03-12' });
    expect(frozen.titlePage).toMatchObject({ standing: 'Justerat 20 mars 2026', notice: null });
    expect(frozen.titlePage.facts.at(-1)?.value).toBe('ab'.repeat(32));
  });
});

describe('the brief', () => {
  it('counts in words that agree, and shows protected figures as protected', () => {
    const one = buildPaper(
      BRIEF,
      briefFacts({
        events: { count: 1, kinds: [{ name: 'Dialogmöte', count: 1 }] },
        decisions: [decision(1, { due: '2026-03-01' })],
        moved: [
          {
            text: 'Antal besök.',
            kind: 'count',
            unit: 'besök',
            decimals: 0,
            references: ['2.2/5'],
            now: { state: 'protected', of: 1, reported: 1 },
            last: null,
          },
        ],
      }),
      'sv',
    );
    const said = textOf(one);
    expect(said).toContain('1 händelse har registrerats: Dialogmöte 1.');
    expect(said).toContain('1 siffra har fyllts i');
    expect(said).toContain('1 av 1 är försenat');
    expect(said).toContain('Skyddat');
  });

  it('has words for a county where nothing has happened', () => {
    const paper = buildPaper(BRIEF, briefFacts(), 'en');
    expect(textOf(paper)).toContain('Nothing needs attention right now.');
    expect(textOf(paper)).not.toContain('0 of 0');
  });
});

describe('the sheet of an organisation', () => {
  it('says what is late and what is owed, by reference', () => {
    const paper = buildPaper(
      ORGANISATION_SHEET,
      sheetFacts({ decisions: [decision(4, { due: '2026-03-01' })] }, [
        promise({ reference: '1.1/1', nextStepDate: '2026-02-01', outcomesReported: 1, outcomesExpected: 2 }),
        promise({ reference: '1.1/2', nextStepDate: '2026-02-01', judgement: 'completed' }),
      ]),
      'sv',
    );
    const said = textOf(paper);
    expect(said).toContain('1.1/1: nästa steg skulle ha varit klart 1 februari 2026.');
    expect(said).not.toContain('1.1/2: nästa steg');
    expect(said).toContain('§ 4/2026: skulle ha varit genomfört 1 mars 2026.');
    expect(said).toContain('Så här många av siffrorna är lämnade: 1.1/1 (1 av 2).');
  });
});

describe('the sheet of an organisation that has promised much', () => {
  const many = (count: number, more: Parameters<typeof promise>[0] = {}) =>
    Array.from({ length: count }, (_, at) =>
      promise({
        reference: `1.1/${at + 1}`,
        text: 'Stödja kommunerna med mallar, introduktion och återkoppling när de gör kontrollköp av folköl.',
        ...more,
      }),
    );
  const sheet = (own: number, partner: readonly ReturnType<typeof promise>[], locale: 'sv' | 'en' = 'sv') => {
    const facts = sheetFacts({}, many(own));
    return buildPaper(
      ORGANISATION_SHEET,
      { ...facts, plans: facts.plans.map((plan) => ({ ...plan, partner })) },
      locale,
    );
  };
  const rows = (paper: Paper): number[] =>
    blocksOf(paper).flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));

  it('lists what is its own, each on a line, and sums up what is calm among the rest', () => {
    const partners = [...many(20), promise({ reference: '9.9/1', judgement: 'needs_support' })];
    const paper = sheet(8, partners);
    expect(rows(paper)).toEqual([8, 1]);
    expect(textOf(paper)).toContain('Vi samverkar i, 2026: behöver oss nu');
    expect(textOf(paper)).toContain('1.1/19, 1.1/20');
    for (const block of blocksOf(paper))
      if (block.kind === 'table') for (const [, text] of block.rows) expect(text?.text.length).toBeLessThanOrEqual(57);
  });

  it('sums up its own as well beyond a page, and says so when nothing asks for anything', () => {
    const paper = sheet(25, []);
    expect(rows(paper)).toEqual([]);
    expect(textOf(paper)).toContain('Vi svarar för, 2026: inget behöver oss just nu.');
    expect(textOf(sheet(25, [], 'en'))).toContain('We answer for, 2026: nothing needs us right now.');
  });

  it('lists all of little, with its wording', () => {
    expect(rows(sheet(6, many(4)))).toEqual([6, 4]);
  });

  it('lists what came back, what has passed and what is near, and nothing that is over', () => {
    const near = [
      promise({ reference: '2.1/1', followUpState: 'returned' }),
      promise({ reference: '2.1/2', nextStepDate: '2020-01-01' }),
      promise({ reference: '2.1/3', nextStepDate: '2020-01-01', judgement: 'completed' }),
      promise({ reference: '2.1/4', nextStepDate: '2999-01-01' }),
    ];
    const listed = blocksOf(sheet(0, [...many(10), ...near])).flatMap((block) =>
      block.kind === 'table' ? block.rows.map(([reference, , , next]) => [reference?.text, next?.text]) : [],
    );
    expect(listed).toEqual([
      ['2.1/1', 'Tillbaka med fråga'],
      ['2.1/2', '1 januari 2020'],
    ]);
  });
});

describe('any paper', () => {
  const papers = (locale: 'sv' | 'en'): Paper[] => [
    buildPaper(AGENDA, agendaFacts(), locale),
    buildPaper(MINUTES, minutesFacts(), locale),
    buildPaper(BRIEF, briefFacts(), locale),
    buildPaper(ORGANISATION_SHEET, sheetFacts({}, [promise()]), locale),
  ];

  it('lists its sections once each, with a purpose in both languages', () => {
    for (const { sections } of [AGENDA, MINUTES, BRIEF, ORGANISATION_SHEET]) {
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      for (const { purpose } of sections) expect(purpose.sv !== '' && purpose.en !== '').toBe(true);
    }
  });

  it('speaks one language at a time', () => {
    const swedish = papers('sv').flatMap(headings);
    const english = papers('en').flatMap(headings);
    expect(swedish.filter((text) => english.includes(text))).toEqual([]);
  });

  it('cuts a text only at a word, and only on the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 14, unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 60 }),
        (words) => {
          const text = words.join(' ').replace(/\s+/g, ' ').trim();
          const short = shortened(text);
          if (text.length <= 110) expect(short).toBe(text);
          else expect(short.endsWith(' …') && short.length <= 112).toBe(true);
        },
      ),
    );
  });
});
