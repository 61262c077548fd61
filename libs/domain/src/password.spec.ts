import fc from 'fast-check';
import { passwordFault } from './password.ts';

const RUTH = { name: 'Ruth Rapportör-Ask', email: 'ruth.rapportor@kommunen.example' };

describe('a password', () => {
  it.each([
    ['', 'too_short'],
    ['elva tecken', 'too_short'],
    // Twelve bytes and more, but only six that anybody sees.
    ['åäöåäö', 'too_short'],
    ['a'.repeat(201), 'too_long'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    ['abababababababab', 'monotonous'],
    ['ruth.rapportor@kommunen.example', 'personal'],
    ['RuthRapportör-Ask1', 'personal'],
    ['Samhandling2026', 'personal'],
    ['samhandling-ruth-1', 'personal'],
    ['Lösenord12345', 'common'],
    ['losenord-losenord', 'common'],
    ['Sommaren2026!!', 'common'],
    ['Välkommen2026', 'common'],
    ['qwertyuiopåasdf', 'common'],
    ['123456789012345', 'common'],
    ['abcdefghijklmnop', 'common'],
    ['Password1!Password1!', 'common'],
    ['iloveyou1987!', 'common'],
  ])('%j is refused: %s', (password, fault) => {
    expect(passwordFault(password, RUTH)).toBe(fault);
  });

  it.each([
    'fyra små ord tillsammans',
    'correct horse battery staple',
    'ruth cyklar till torget',
    'Kx9!vQ2#mT7p',
    '739104628157',
    'vargen sjunger i sommaren',
    'пароль для собаки',
  ])('%j is fit', (password) => {
    expect(passwordFault(password, RUTH)).toBeNull();
  });

  it('is judged alike however its letters are encoded and whatever their size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (password) => {
        expect(passwordFault(password.normalize('NFD'), RUTH)).toBe(passwordFault(password.normalize('NFC'), RUTH));
      }),
    );
  });

  it('that is fit stays fit when words are added', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-xz]{12,20}$/), (password) => {
        fc.pre(passwordFault(password, RUTH) === null);
        expect(passwordFault(`${password} lösenord`, RUTH)).toBeNull();
      }),
    );
  });
});
