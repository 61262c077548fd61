import fc from 'fast-check';
import { ruleWords } from './event-rule-words.ts';
import { proposeRule } from './event-rule.ts';

const KINDS = [
  'Nätverksträff',
  'Utbildning',
  'Dialogmöte',
  'Tillsynsbesök',
  'Kommunbesök',
  'Kampanj',
  'Konferens',
  'Informationsinsats',
].map((name) => ({ id: name, name }));

describe('a rule read out of an indicator’s sentence', () => {
  it.each([
    ['Antal genomförda nätverksträffar.', 'count_events', ['Nätverksträff']],
    ['Antal dialogmöten med skolledare', 'count_events', ['Dialogmöte']],
    ['Antal kampanjer och konferenser.', 'count_events', ['Kampanj', 'Konferens']],
    ['Antal hållna träffar/år.', 'count_events', ['Nätverksträff']],
    ['Antal utbildningstillfällen för personal inom vården.', 'count_events', ['Utbildning']],
    ['Antalet tillsynsbesök hos försäljare av tobak.', 'count_events', ['Tillsynsbesök']],
    ['Antal besök', 'count_events', ['Tillsynsbesök', 'Kommunbesök']],
    ['Antal deltagare på utbildningar.', 'sum_participants', ['Utbildning']],
    ['Antal besökare vid konferensen.', 'sum_participants', ['Konferens']],
    ['Antal deltagare.', 'sum_participants', []],
    ['Antal deltagare per kommun.', 'sum_participants', []],
    ['Antal utbildade.', 'sum_participants', ['Utbildning']],
    ['Antal utbildade handläggare i länet', 'sum_participants', ['Utbildning']],
    ['Antal föräldrar som deltagit i dialogmöten.', 'sum_participants', ['Dialogmöte']],
    ['Antal besökta kommuner.', 'distinct_municipalities', ['Tillsynsbesök', 'Kommunbesök']],
    ['Antal kommuner som deltagit i nätverksträffar.', 'distinct_municipalities', ['Nätverksträff']],
    ['Antal deltagande kommuner.', 'distinct_municipalities', []],
    ['Antal kommuner där utbildningar anordnats', 'distinct_municipalities', ['Utbildning']],
    ['Antal deltagande föreningar vid konferensen.', 'distinct_organisations', ['Konferens']],
    ['Antal organisationer som medverkat i kampanjen', 'distinct_organisations', ['Kampanj']],
  ])('reads "%s" as %s of %j', (text, method, kindIds) => {
    expect(proposeRule(text, KINDS)).toMatchObject({ method, kindIds });
  });

  it.each([
    'Antal kommuner som antagit en policy.',
    'Antal kommuner som har en samordnare.',
    'Antal kommuner med utbildning för ledare.',
    'Antal deltagare i behandling.',
    'Antal personer som vårdats på sjukhus.',
    'Antal planerade utbildningar.',
    'Antal erbjudna dialogmöten.',
    'Antal utbildningar och antal deltagare.',
    'Antal anmälda brott.',
    'Antal utbildningsmaterial.',
    'Antal nätverk.',
    'Andel kommuner som deltagit i nätverksträffar.',
    'Att genomföra nätverksträffar.',
    'Genomförda nätverksträffar.',
    'Antal',
    '',
  ])('does not guess at "%s"', (text) => {
    expect(proposeRule(text, KINDS)).toBeNull();
  });

  it('says which words it was read from', () => {
    expect(proposeRule('Antal genomförda dialogmöten med krögare. Minst fyra per år.', KINDS)?.because).toBe(
      'Antal genomförda dialogmöten',
    );
  });

  it('knows the county’s own kinds, however they are written', () => {
    const own = [
      { id: 'x', name: ' Samverkansforum (stort) ' },
      { id: 'y', name: 'Studiecirkel' },
    ];
    expect(proposeRule('Antal studiecirklar', own)).toBeNull();
    expect(proposeRule('Antal studiecirkel', own)).toMatchObject({ kindIds: ['y'] });
    expect(proposeRule('Antal nätverksträffar', [])).toBeNull();
  });

  it('never throws, and never names a kind that is not there', () => {
    const words = fc.constantFrom(
      ...'Antal antalet andel kommuner som deltagit i på nätverksträffar utbildade besökta deltagare och ( [ * \\ . /år möten personer'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((list) => `Antal ${list.join(' ')}`),
    );
    const kinds = fc.array(
      fc.record({ id: fc.uuid(), name: fc.oneof(fc.string(), fc.constantFrom('Möte', '(', 'a+b', 'a - b', '/-]')) }),
    );
    fc.assert(
      fc.property(text, kinds, (sentence, given) => {
        const proposed = proposeRule(sentence, [...KINDS, ...given]);
        const known = [...KINDS, ...given].map(({ id }) => id);
        expect(proposed?.kindIds.every((id) => known.includes(id)) ?? true).toBe(true);
      }),
    );
  });
});

describe('a rule in words', () => {
  it.each([
    ['count_events', ['Nätverksträff'], ['2.2/5'], 'Antal händelser av typen nätverksträff, under 2.2/5'],
    ['count_events', [], [], 'Antal händelser'],
    [
      'sum_participants',
      ['Utbildning', 'ANDT-träff'],
      ['1.1/1', '1.1/2'],
      'Antal deltagare i händelser av typen utbildning eller ANDT-träff, under 1.1/1 och 1.1/2',
    ],
    ['distinct_municipalities', [], ['1.1/1'], 'Antal kommuner som nåtts i alla händelser, under 1.1/1'],
  ] as const)('says %s of %j under %j', (method, kinds, references, words) => {
    expect(ruleWords(method, kinds, references, 'sv')).toBe(words);
  });
});
