import { RULE_METHODS } from '@samhandling/domain';
import { RULE_VIEWS, type RuleItem, inView, openProposal, previewWords, viewOf, viewWord } from './rule-words.ts';

const base: RuleItem = {
  indicatorId: 'i',
  version: 0,
  method: null,
  kinds: [],
  words: '',
  proposal: null,
  mayEdit: true,
  updatedAt: null,
  updatedBy: null,
  text: 'Antal träffar.',
  references: ['2.2/5'],
  kind: 'count',
};
const proposal = { method: 'count_events', kindIds: ['k'], words: 'Antal träffar', because: 'träffar' } as const;

describe('views of the rules', () => {
  it('put every indicator in exactly one, beside all', () => {
    const items: RuleItem[] = [
      base,
      { ...base, proposal },
      { ...base, version: 1, method: 'count_events' },
      { ...base, version: 1, method: 'count_events', proposal },
    ];
    const views = items.map((item) => RULE_VIEWS.filter((view) => inView(item, view)));
    expect(views).toEqual([
      ['all', 'none'],
      ['all', 'proposed'],
      ['all', 'ruled'],
      ['all', 'ruled'],
    ]);
  });

  it('keep their words in the address', () => {
    for (const view of RULE_VIEWS) expect(viewOf(viewWord(view) ?? undefined)).toBe(view);
    expect(viewOf('okänt')).toBe('all');
  });

  it('propose nothing where a rule is set', () => {
    expect(openProposal({ ...base, proposal })).toBe(proposal);
    expect(openProposal({ ...base, method: 'sum_participants', proposal })).toBeNull();
  });
});

describe('previewWords', () => {
  it('names the kinds and the activity', () => {
    expect(previewWords('count_events', ['Nätverksträff', 'Utbildning', 'Kampanj'], ['2.2/5'], 'sv')).toBe(
      'Räknar händelser av typen nätverksträff, utbildning eller kampanj under 2.2/5. Varje händelse räknas en gång.',
    );
  });

  it('says another thing for each method', () => {
    const all = RULE_METHODS.map((method) => previewWords(method, [], ['1.1/1'], 'sv'));
    expect(new Set(all).size).toBe(RULE_METHODS.length);
    expect(all.every((words) => words.includes('alla typer'))).toBe(true);
  });
});
