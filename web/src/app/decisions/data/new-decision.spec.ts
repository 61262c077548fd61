import { isNewDecision, newDecision, newDecisionInput, newDecisionSlips } from './new-decision.ts';

const start = newDecision('group', '2026-11-29');

describe('the form of a decision between meetings', () => {
  it('wants a group, words, a day that has been and how it was made', () => {
    expect(Object.keys(newDecisionSlips(newDecision('', '2026-11-29'), '2026-11-29'))).toEqual([
      'groupId',
      'text',
      'way',
    ]);
    const whole = { ...start, text: 'Inbjudan skickas.', way: 'mail' };
    expect(newDecisionSlips(whole, '2026-11-29')).toEqual({});
    expect(Object.keys(newDecisionSlips({ ...whole, decidedOn: '2026-11-30' }, '2026-11-29'))).toEqual(['decidedOn']);
    expect(Object.keys(newDecisionSlips({ ...whole, decidedOn: '' }, '2026-11-29'))).toEqual(['decidedOn']);
  });

  it('says what it concerns, and asks nobody where nobody is to carry it out', () => {
    const goals = [{ id: 'goal', number: 1, code: null, title: 'Trygga badplatser' }];
    const filled = { ...start, text: ' Klart. ', way: 'phone', organisationId: 'o', personId: 'p', due: '2026-12-01' };
    expect(newDecisionInput({ ...filled, aboutId: 'goal' }, goals)).toEqual({
      text: 'Klart.',
      decidedOn: '2026-11-29',
      way: 'phone',
      activityId: null,
      goalId: 'goal',
      organisationId: 'o',
      personId: 'p',
      due: '2026-12-01',
      isOpen: true,
      recordsNumber: '',
    });
    expect(newDecisionInput({ ...filled, aboutId: 'activity', isOpen: false }, goals)).toMatchObject({
      activityId: 'activity',
      goalId: null,
      organisationId: null,
      personId: null,
      due: null,
      isOpen: false,
    });
  });

  it('is read back from a draft only in its own shape', () => {
    expect(isNewDecision(JSON.parse(JSON.stringify(start)))).toBe(true);
    expect(isNewDecision({ ...start, isOpen: 'ja' })).toBe(false);
    expect(isNewDecision(null)).toBe(false);
  });
});
