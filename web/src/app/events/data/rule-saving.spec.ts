import type { IndicatorRule, PutIndicatorRuleRequest } from '@samhandling/contracts';
import { ruleSaving, ruleValues } from './rule-saving.ts';

const KINDS = [
  { id: 'k1', name: 'Nätverksträff' },
  { id: 'k2', name: 'Utbildning' },
];
const rule = (more: Partial<IndicatorRule>): IndicatorRule => ({
  indicatorId: 'i1',
  version: 3,
  method: 'count_events',
  kinds: KINDS,
  words: '',
  proposal: null,
  mayEdit: true,
  updatedAt: '2026-03-12T13:05:00.000Z',
  updatedBy: { id: 'p1', name: 'Anna Ek' },
  ...more,
});

describe('a rule that is saved', () => {
  const sent: [string, number, PutIndicatorRuleRequest][] = [];
  const saving = ruleSaving(
    {
      putRule: (id, version, request) => {
        sent.push([id, version, request]);
        return Promise.resolve(rule({ version: version + 1 }));
      },
    },
    KINDS,
    'sv',
  );
  beforeEach(() => (sent.length = 0));

  it('does not take another order of its kinds for a change', () => {
    expect(ruleValues({ method: 'count_events', kindIds: ['k2', 'k1'] })).toEqual(ruleValues(rule({})));
  });

  it('is sent whole, with the fields of mine that were chosen over theirs', async () => {
    await saving.send(rule({}), { kindIds: 'k2' });
    expect(sent).toEqual([['i1', 3, { method: 'count_events', kindIds: ['k2'] }]]);
  });

  it('stays away when somebody else took it away and that was chosen', async () => {
    const gone = rule({ version: 4, method: null, kinds: [] });
    expect(await saving.send(gone, { kindIds: 'k2' })).toBe(gone);
    expect(sent).toEqual([]);
  });

  it('is shown in words: what counts, kinds by name, all of them, and nothing where there is no rule', () => {
    const words = (kindIds: string): string => saving.shown('kindIds', { method: 'count_events', kindIds });
    expect([words('k1,k2'), words('')]).toEqual(['Nätverksträff, Utbildning', 'Alla typer']);
    expect(saving.shown('kindIds', { method: null, kindIds: '' })).toBe('');
    expect(saving.whoSaved?.(rule({}))).toMatch(/^Anna Ek sparade .*2026/);
  });
});
