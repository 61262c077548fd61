import { reasonParts } from './reason-parts.ts';

describe('reasonParts', () => {
  it('leaves a reason that names no decision whole', () => {
    expect(reasonParts({ reasons: ['Ingen är utsedd att svara.'] })).toEqual([
      { before: 'Ingen är utsedd att svara.', decision: null, after: '' },
    ]);
  });

  it('cuts a reason where it names its decision', () => {
    const decisions = [{ reference: '§ 1/2026', link: '/beslut/a' }];
    const reasons = ['Beslut § 1/2026 är inte genomfört.', 'Beslut § 11/2026 är inte genomfört.'];
    expect(reasonParts({ reasons, decisions })).toEqual([
      { before: 'Beslut ', decision: decisions[0], after: ' är inte genomfört.' },
      { before: 'Beslut § 11/2026 är inte genomfört.', decision: null, after: '' },
    ]);
  });

  it('leads to each of two decisions with the same number', () => {
    const decisions = ['a', 'b'].map((id) => ({ reference: '§ 1/2026', link: `/beslut/${id}` }));
    const same = 'Beslut § 1/2026 är inte genomfört.';
    expect(reasonParts({ reasons: [same, same], decisions }).map(({ decision }) => decision?.link)).toEqual([
      '/beslut/a',
      '/beslut/b',
    ]);
  });
});
