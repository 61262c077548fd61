import type { ToDoGroup, ToDoItem } from '@samhandling/contracts';
import { filtered, reportersIn, scopeOf } from './to-do-query.ts';

const item = (id: string, reporter: ToDoItem['reporter'], state: ToDoItem['state'] = 'draft'): ToDoItem => ({
  id,
  title: 'Ordna en träff.',
  reference: '1.1/1',
  plan: { id: 'p', slug: 'plan', title: 'Planen' },
  round: { id: 'r', label: '2026', state: 'open', versionNumber: 1 },
  due: null,
  state,
  judgement: null,
  reasons: [],
  link: '/uppfoljning/1',
  updatedAt: null,
  reporter,
});
const [anna, orvar] = [
  { id: 'a', name: 'Anna' },
  { id: 'o', name: 'Örvar' },
];
const groups: ToDoGroup[] = [
  { kind: 'returned', items: [item('1', orvar), item('2', null)] },
  { kind: 'answer', items: [item('3', anna), item('4', orvar)] },
  { kind: 'round', items: [item('5', null, null)] },
];

describe('the to-do list’s address', () => {
  it('knows its scopes, and takes anything else for mine', () => {
    expect([scopeOf('plan'), scopeOf('organisation'), scopeOf('annat'), scopeOf(undefined)]).toEqual([
      'plan',
      'organisation',
      'me',
      'me',
    ]);
  });

  it('narrows by what it is and by who is to answer', () => {
    const ids = (kind: string, reporter: string): string[] =>
      filtered(groups, { kind, reporter }).flatMap((group) => group.items.map(({ id }) => id));
    expect(ids('', '')).toEqual(['1', '2', '3', '4', '5']);
    expect(ids('svara', '')).toEqual(['3', '4']);
    expect(ids('', 'o')).toEqual(['1', '4']);
    // A step of the round is nobody's answer.
    expect(ids('', 'ingen')).toEqual(['2']);
    expect(ids('svara', 'ingen')).toEqual([]);
  });

  it('counts what each reporter has, in Swedish order, nobody last', () => {
    expect(reportersIn(groups).map(({ name, count }) => [name, count])).toEqual([
      ['Anna', 1],
      ['Örvar', 2],
      ['', 1],
    ]);
  });
});
