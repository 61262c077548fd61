import fc from 'fast-check';
import { diffPlans, parsePlan, readLines, type ParsedPlan } from './index.ts';

const PIECES = [
  'Aktivitet: 1. Räkna cyklar.',
  'Aktivitet: 9 Räkna',
  'Aktivitet',
  'Ansvarig: Länsstyrelsen och Polisen (Gruppen)',
  'Ansvarig',
  'Samverkanspartner:',
  'Samverkanspartner: -',
  'Uppföljning: Antal.Antal. antal m.fl.',
  'Uppföljning:',
  '• punkt. • punkt',
  '- led',
  '1. Ett mål',
  '2. Ännu ett',
  '1.1 Område för samhandling: A',
  '2.1 Vägar',
  'Område: B',
  'F. Mål',
  'Delmål F: grund',
  'Delmål',
  'Syfte & mål',
  'Syftet med planen',
  'Övergripande mål',
  'Specifika mål:',
  'Tips lokala aktiviteter',
  'Tips lokala aktiviteter: • a • b',
  'löpande text och',
  'Text.',
  'av-',
  'stavat',
  '',
  '   ',
  '»',
  '12',
  'Tidplan: våren',
  '(',
  ')',
  '((((',
  '\u00AD',
  '**',
  '#',
  'Sida 1 av 2',
];
const messy = fc.array(
  fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  { maxLength: 60 },
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\u2028');

const name = fc.constantFrom(
  'Länsstyrelsen',
  'Region Granskog',
  'Polismyndigheten',
  'Kommunerna',
  'Näringslivet',
  'Hagby kommun',
);
const word = fc.constantFrom(
  'räkna',
  'cyklar',
  'skolor',
  'broar',
  'stödja',
  'mäta',
  'bygga',
  'ställ',
  'vägar',
  'kartor',
  'möten',
  'lyktor',
  'torg',
);
const phrase = fc.array(word, { minLength: 2, maxLength: 7 }).map((words) => `Att ${words.join(' ')}`);
const activity = fc.record({
  text: phrase.map((text) => `${text}.`),
  responsible: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  partners: fc.uniqueArray(name, { maxLength: 3 }),
  indicators: fc.array(
    phrase.map((text) => `Antal gånger ${text}.`),
    { minLength: 1, maxLength: 3 },
  ),
});
const area = fc.record({ title: phrase, activities: fc.array(activity, { minLength: 1, maxLength: 4 }) });
const goal = fc.record({
  title: phrase,
  areas: fc.array(area, { minLength: 1, maxLength: 3 }),
  tips: fc.array(
    phrase.map((text) => `${text}.`),
    { maxLength: 3 },
  ),
});
const planModel = fc.array(goal, { minLength: 1, maxLength: 4 });
type Model = typeof planModel extends fc.Arbitrary<infer T> ? T : never;

/** Prints a plan as counties do. */
function print(model: Model): string {
  return model
    .map((one, g) => {
      let number = 0;
      const areas = one.areas.map((part, a) => {
        const activities = part.activities.map((item) => {
          number += 1;
          return `Aktivitet: ${number}. ${item.text}\nAnsvarig: ${item.responsible.join(', ')}\nSamverkanspartner: ${item.partners.join(', ') || '-'}\nUppföljning: ${item.indicators.join(' ')}`;
        });
        return `${g + 1}.${a + 1} Område för samhandling: ${part.title}\n\n${activities.join('\n')}`;
      });
      const tips =
        one.tips.length > 0 ? `\n\nTips lokala aktiviteter\n\n${one.tips.map((tip) => `• ${tip}`).join(' ')}` : '';
      return `${g + 1}. ${one.title}\n\n${areas.join('\n\n')}${tips}`;
    })
    .join('\n\n');
}

function shape(plan: ParsedPlan): Model {
  return plan.goals.map(({ title, areas, tips }) => ({
    title,
    tips,
    areas: areas.map((part) => ({
      title: part.title,
      activities: part.activities.map(({ text, responsible, partners, indicators }) => ({
        text,
        responsible,
        partners,
        indicators,
      })),
    })),
  }));
}

describe('any text', () => {
  it('has every line accounted for, once', () => {
    fc.assert(
      fc.property(messy, lineEnd, (lines, end) => {
        const text = lines.join(end);
        const { plan, sourceLines, flags } = readLines(text);
        const { total, used, ignored, flagged, lost } = plan.lines;
        expect(lost).toBe(0);
        expect(used + ignored + flagged).toBe(total);
        expect(sourceLines).toHaveLength(total);
        expect(sourceLines.map((line) => line.line)).toEqual(sourceLines.map((_, at) => at + 1));
        for (const use of ['used', 'ignored', 'flagged'] as const)
          expect(sourceLines.filter((line) => line.use === use)).toHaveLength({ used, ignored, flagged }[use]);
        for (const flag of flags) expect(sourceLines[flag.line - 1]?.use).toBe('flagged');
        for (const { pointer } of sourceLines) if (pointer) expect(plan.goals[pointer.goal]).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });

  it('gives actors that are never empty nor unnormalised, and sentences that have words', () => {
    fc.assert(
      fc.property(messy, (lines) => {
        for (const goal of readLines(lines.join('\n')).plan.goals)
          for (const { activities } of goal.areas)
            for (const { responsible, partners, indicators } of activities) {
              for (const actor of [...responsible, ...partners]) expect(actor).toMatch(/^\S(?:.*[^\s.,;:])?$/u);
              for (const sentence of indicators) expect(sentence).toMatch(/[\p{L}\p{N}]/u);
            }
      }),
      { numRuns: 300 },
    );
  });
});

describe('any well-printed plan', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(planModel, (model) => {
        const plan = parsePlan(print(model));
        expect(shape(plan)).toEqual(model);
        expect(plan.flags.filter((flag) => flag.code !== 'duplicate_tip')).toEqual([]);
      }),
    );
  });

  it('reads the same however its lines end and however much air is between them', () => {
    fc.assert(
      fc.property(planModel, lineEnd, (model, end) => {
        const text = print(model);
        expect(shape(parsePlan(text.replaceAll('\n', end)))).toEqual(model);
        expect(shape(parsePlan(text.replaceAll('\n', '\n\n')))).toEqual(model);
      }),
      { numRuns: 50 },
    );
  });

  it('differs in nothing from itself', () => {
    fc.assert(
      fc.property(planModel, (model) =>
        expect(diffPlans(parsePlan(print(model)), parsePlan(`\n\n${print(model)}`))).toEqual([]),
      ),
    );
  });

  it('has differences that account for every activity, indicator and tip of both plans', () => {
    fc.assert(
      fc.property(planModel, planModel, (one, other) => {
        const before = parsePlan(print(one));
        const after = parsePlan(print(other));
        const changes = diffPlans(before, after);
        const activities = (plan: ParsedPlan): string[] =>
          plan.goals.flatMap((goal) => goal.areas.flatMap((part) => part.activities.map((item) => item.text)));
        const rebuilt = [...activities(before)];
        for (const change of changes.filter(({ level, kind }) => level === 'activity' && kind !== 'moved')) {
          if (change.before !== null) rebuilt.splice(rebuilt.indexOf(change.before), 1);
          if (change.after !== null) rebuilt.push(change.after);
        }
        expect(rebuilt.sort()).toEqual(activities(after).sort());
        const count = (kind: string): number =>
          changes.filter((change) => change.level === 'tip' && change.kind === kind).length;
        const tips = (plan: ParsedPlan): number => plan.goals.reduce((sum, goal) => sum + goal.tips.length, 0);
        expect(tips(before) - count('removed') + count('added')).toBe(tips(after));
      }),
    );
  });
});
