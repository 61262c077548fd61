import { changeWords } from './change-words.ts';

const NAMES = new Map([['0190b5a0-0000-7000-8000-000000000001', 'Socialnämnden']]);

describe('what was changed, in the words of the log', () => {
  it('names fields, codes, people and organisations in both languages', () => {
    const change = {
      entity: 'role_assignment',
      changes: { role: { new: 'reporter' }, organisationId: { new: '0190b5a0-0000-7000-8000-000000000001' } },
    };
    expect(changeWords(change, NAMES, 'sv')).toBe('Roll: Rapportör; Organisation: Socialnämnden');
    expect(changeWords(change, NAMES, 'en')).toBe('Role: Reporter; Organisation: Socialnämnden');
  });

  it('tells before and after, and what was emptied', () => {
    const changes = { name: { old: 'Anna', new: 'Anna Berg' }, hasLeft: { old: false, new: true } };
    expect(changeWords({ entity: 'person', changes }, NAMES, 'sv')).toBe(
      'Namn: Anna → Anna Berg; Har slutat i länet: Nej → Ja',
    );
    expect(changeWords({ entity: 'person', changes: { email: { old: 'a@b.example', new: null } } }, NAMES, 'en')).toBe(
      'E-mail: a@b.example → nothing',
    );
  });

  it('only names fields that came without values, each word once, and leaves out what is for machines', () => {
    const changes = { done: {}, state: {}, planId: {}, version: {}, unknownOne: {}, unknownTwo: {} };
    expect(changeWords({ entity: 'follow_up', changes }, NAMES, 'sv')).toBe(
      'Läge för svaret; Vad som har gjorts; Övrigt',
    );
  });

  it('says nothing of what gallring has been through', () => {
    expect(changeWords({ entity: 'person', changes: {} }, NAMES, 'sv')).toBe('');
    expect(changeWords({ entity: 'person', changes: null }, NAMES, 'sv')).toBe('');
  });
});
