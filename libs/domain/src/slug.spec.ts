import fc from 'fast-check';
import { freeSlug, slugOf } from './slug.ts';

describe('the slug of a plan', () => {
  it('reads as the title does, without marks', () => {
    expect(slugOf('Åtgärdsprogram för Öppna möten 2026–2029')).toBe('atgardsprogram-for-oppna-moten-2026-2029');
    expect(slugOf('  …  ')).toBe('plan');
  });

  it('always has the form the database asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title)),
      ),
    );
  });

  it('takes the first free number', () => {
    expect(freeSlug('plan', ['annan'])).toBe('plan');
    expect(freeSlug('plan', ['plan', 'plan-2', 'plan-4'])).toBe('plan-3');
  });

  it('is never taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8)), (numbers) => {
        const taken = ['plan', ...numbers.map((number) => `plan-${number}`)];
        return !taken.includes(freeSlug('plan', taken));
      }),
    );
  });
});
