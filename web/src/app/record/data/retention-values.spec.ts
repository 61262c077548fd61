import type { RetentionClass } from '@samhandling/contracts';
import { classRequest, classValues, isYears } from './retention-values.ts';

const rule: RetentionClass = {
  id: 'klass-1',
  key: 'mail',
  name: 'Utskick',
  appliesTo: 'Mejl',
  years: 2,
  isAlwaysKept: false,
  decisionReference: 'Dnr 1',
  updatedAt: '2026-03-12T08:00:00.000Z',
  updatedBy: null,
  version: 1,
  due: 0,
  oldest: null,
  before: '2024-03-12',
};

describe('a retention class in its form', () => {
  it('comes back as it was, kept or disposed', () => {
    const { name, appliesTo, decisionReference } = rule;
    expect(classRequest(classValues(rule))).toEqual({ name, appliesTo, decisionReference, years: 2 });
    expect(classRequest(classValues({ ...rule, years: null })).years).toBeNull();
  });

  it('takes whole years from 1 to 100', () => {
    expect(['1', ' 10 ', '100'].map(isYears)).toEqual([true, true, true]);
    expect(['', '0', '101', '1,5', '-2', 'tio'].map(isYears)).toEqual([false, false, false, false, false, false]);
  });
});
