import type { ActivityListItem } from '@samhandling/contracts';
import { FOLLOW_UP_STATES } from '@samhandling/domain';
import fc from 'fast-check';
import { COLUMNS, DEFAULT_COLUMNS, readListQuery } from '../data/list-query.ts';
import { csvParams, withInlineColumns } from './editing-list.ts';
import { changesIn, fieldsFor, inlineValueOf, reportersFor, requestOf } from './inline-value.ts';

const row = (more: Partial<ActivityListItem> = {}): ActivityListItem =>
  ({
    followUpId: 'f1',
    followUpState: 'draft',
    judgement: null,
    reporter: null,
    nextStepDate: '2026-03-01',
    responsible: [{ id: 'r1', name: 'Region Prov' }],
    ...more,
  }) as ActivityListItem;

describe('what is written of a row', () => {
  it('offers nothing the server has not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOLLOW_UP_STATES), fc.boolean(), (followUpState, maySteer) => {
        expect(fieldsFor(row({ followUpState }), ['f2'], maySteer)).toEqual([]);
        expect(fieldsFor(row({ followUpId: null }), ['f1'], maySteer)).toEqual([]);
      }),
    );
  });

  it('leaves who answers to those who lead, and a judgement that is handed in to the answer itself', () => {
    expect(fieldsFor(row(), ['f1'], true)).toEqual(['judgement', 'reporterId', 'nextStepDate']);
    expect(fieldsFor(row(), ['f1'], false)).toEqual(['judgement', 'nextStepDate']);
    expect(fieldsFor(row({ followUpState: 'submitted' }), ['f1'], true)).toEqual(['reporterId', 'nextStepDate']);
  });

  it('sends only what differs, and no day as null', () => {
    const value = { ...inlineValueOf(row()), nextStepDate: '' };
    expect(changesIn(row(), value)).toEqual({ nextStepDate: '' });
    expect(requestOf(changesIn(row(), value))).toEqual({ nextStepDate: null });
    expect(requestOf({ judgement: 'on_track' })).toEqual({ judgement: 'on_track' });
  });

  it('offers those who may answer, planners, and whoever stands there', () => {
    const person = (id: string, ...organisations: string[]) => ({
      id,
      name: id,
      email: '',
      hasAccount: true,
      organisations: organisations.map((each) => ({ id: each, name: each })),
    });
    const people = [person('anna', 'r1'), person('bo', 'r2'), person('planner')];
    expect(reportersFor(row(), people).map(({ id }) => id)).toEqual(['anna', 'planner']);
    const bo = { id: 'bo', name: 'bo' };
    expect(reportersFor(row({ reporter: bo }), people).map(({ id }) => id)).toEqual(['bo', 'anna', 'planner']);
  });
});

describe('the list that is written in', () => {
  it('shows what is written, in the order of the list, and chooses nothing while it is read', () => {
    expect(withInlineColumns(['goal'], false)).toEqual(['goal']);
    expect(withInlineColumns(['state', 'goal'], true)).toEqual(['goal', 'judgement', 'state', 'reporter', 'next_step']);
    expect(withInlineColumns(COLUMNS, true)).toEqual(COLUMNS);
    expect(withInlineColumns(DEFAULT_COLUMNS, true)).not.toContain('outcomes');
  });

  it('asks for a file by the filter alone', () => {
    const params: Record<string, string[]> = { lage: ['pagar', 'utgar'], omgang: ['2025'], sida: ['3'], sok: ['a&b'] };
    const query = readListQuery({ get: (name) => params[name]?.[0] ?? null, getAll: (name) => params[name] ?? [] });
    expect(csvParams(query)).toBe('round=2025&judgement=on_track&judgement=cancelled&q=a%26b&sort=reference');
  });
});
