import { isPressing, rotationReasons, type RotationFacts } from './rotation-reasons.ts';

const TODAY = '2026-03-12';
const calm: RotationFacts = {
  attention: [],
  belowTwice: [],
  judgement: 'on_track',
  nextStepDate: null,
  lastUpOn: '2026-02-12',
  silentAfterDays: 70,
};
const words = (change: Partial<RotationFacts>): string[] =>
  rotationReasons({ ...calm, ...change }, TODAY).map((reason) => reason.words.sv);

describe('rotationReasons', () => {
  it('is silent when nothing is due', () => {
    expect(words({})).toEqual([]);
    expect(words({ nextStepDate: TODAY, lastUpOn: '2026-01-02' })).toEqual([]);
  });

  it.each<[Partial<RotationFacts>, string]>([
    [{ nextStepDate: '2026-03-11' }, 'Nästa steg skulle ha varit klart 11 mars 2026.'],
    [{ lastUpOn: '2026-01-01' }, 'Har inte varit uppe på 70 dagar.'],
    [{ lastUpOn: null }, 'Har inte varit uppe i gruppen.'],
  ])('case %# says why', (facts, said) => {
    expect(words(facts)).toEqual([said]);
  });

  it('keeps what needs eyes, but says only once how long since it was up', () => {
    const attention = (['overdue', 'not_discussed_since'] as const).map((code) => ({
      code,
      words: { sv: code, en: code },
      indicatorId: null,
    }));
    expect(words({ attention, lastUpOn: null })).toEqual(['overdue', 'Har inte varit uppe i gruppen.']);
  });

  it('says once that a target is missed two rounds running', () => {
    const attention = ['i1', 'i2'].map((indicatorId) => ({
      code: 'value_below_target' as const,
      words: { sv: `${indicatorId} når inte målvärdet.`, en: '' },
      indicatorId,
    }));
    expect(words({ attention, belowTwice: [{ id: 'i1', text: 'Antal träffar.' }] })).toEqual([
      'Når inte målvärdet för andra omgången i rad: Antal träffar.',
      'i2 når inte målvärdet.',
    ]);
  });

  it('asks nothing new of what is over', () => {
    const belowTwice = [{ id: 'i1', text: 'Antal träffar.' }];
    expect(words({ judgement: 'completed', lastUpOn: null, nextStepDate: '2026-01-01', belowTwice })).toEqual([]);
  });
});

describe('isPressing', () => {
  it('is what is late or stuck, not what is only new, unknown or long since', () => {
    expect(isPressing('needs_support', [])).toBe(true);
    expect(isPressing('on_track', [{ code: 'due_step' }])).toBe(true);
    expect(isPressing('on_track', [{ code: 'below_target_twice' }])).toBe(true);
    expect(isPressing('on_track', [{ code: 'silent' }, { code: 'value_below_target' }])).toBe(false);
    expect(isPressing('on_track', [{ code: 'never_up' }, { code: 'value_missing' }])).toBe(false);
  });
});
