import { describedRoutes } from '../../support/routes.ts';
import {
  SIGN_IN,
  CHANGES_MANY,
  CREATES,
  HARMLESS_TWICE,
  QUESTIONS,
  TRANSITIONS,
  VERSIONED_OTHERWISE,
} from './kinds.ts';

const ROUTES = describedRoutes();
const LISTS = [CREATES, TRANSITIONS, Object.keys(HARMLESS_TWICE), QUESTIONS, Object.keys(SIGN_IN)];
const demands = (header: string): string[] =>
  ROUTES.filter(({ headers }) => headers.includes(header)).map(({ route }) => route);

describe('every write of the API', () => {
  it('that is a POST is of one kind', () => {
    const posts = ROUTES.filter(({ method }) => method === 'POST').map(({ route }) => route);
    expect(posts.filter((route) => LISTS.filter((list) => list.includes(route)).length !== 1)).toEqual([]);
    expect(LISTS.flat().filter((route) => !posts.includes(route))).toEqual([]);
  });

  it('demands a key exactly where it creates', () => {
    expect(demands('Idempotency-Key').sort()).toEqual([...CREATES].sort());
  });

  it('that changes what is there demands a version, or carries one', () => {
    const changing = ROUTES.filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method)).map(
      ({ route }) => route,
    );
    const demanded = demands('If-Match');
    expect(changing.filter((route) => !demanded.includes(route) && !(route in VERSIONED_OTHERWISE))).toEqual([]);
    expect(TRANSITIONS.filter((route) => !demanded.includes(route))).toEqual([]);
    const excepted = [...Object.keys(VERSIONED_OTHERWISE), ...Object.keys(CHANGES_MANY)];
    expect(excepted.filter((route) => demanded.includes(route) || !ROUTES.some((one) => one.route === route))).toEqual(
      [],
    );
  });
});
