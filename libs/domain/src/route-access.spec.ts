import fc from 'fast-check';
import { PERMISSIONS, ROLES } from './permissions.ts';
import { routeAccess, type Visitor } from './route-access.ts';

const VISITORS: readonly Visitor[] = [...ROLES, 'anonymous'];

describe('what a route gives a visitor', () => {
  it('is nothing where nothing is declared, or a word nobody knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VISITORS), fc.array(fc.string(), { maxLength: 3 }), (visitor, words) => {
        fc.pre(words.every((word) => !['open', 'signed-in', 'answer-link', ...PERMISSIONS].includes(word)));
        expect(routeAccess(visitor, words)).toBe('no');
      }),
    );
  });

  it('never grows for somebody who is not signed in, whatever right is declared', () => {
    for (const permission of PERMISSIONS) expect(routeAccess('anonymous', [permission])).toBe('no');
    expect(routeAccess('anonymous', ['signed-in'])).toBe('no');
    expect(routeAccess('anonymous', ['open'])).toBe('yes');
  });

  it('tells what is one’s own apart from what is anybody’s', () => {
    const answering = ['follow_up.answer_own', 'follow_up.answer_any'];
    expect(VISITORS.map((visitor) => routeAccess(visitor, answering))).toEqual([
      'yes',
      'no',
      'own',
      'no',
      'no',
      'no',
      'no',
    ]);
    expect(routeAccess('municipal_coordinator', ['outcome.enter_any', 'outcome.enter_municipality'])).toBe('own');
    expect(VISITORS.every((visitor) => routeAccess(visitor, ['answer-link']) === 'link')).toBe(true);
  });
});
