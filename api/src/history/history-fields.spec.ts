import { actionWords } from './history-fields.ts';

describe('what was done, in words', () => {
  it('names what is done together, which no field tells', () => {
    const acts = ['hand_over', 'undo_hand_over', 'respond_create', 'respond_update', 'respond_delete', 'assign'];
    expect(acts.map((act) => actionWords('follow_up', act).sv)).toEqual([
      'Lämnade över',
      'Ångrade överlämningen',
      'Svarade för en annan ansvarig',
      'Ändrade sitt svar för en annan ansvarig',
      'Tog bort svaret för en annan ansvarig',
      'Valde rapportör',
    ]);
    for (const act of acts) expect(actionWords('follow_up', act).en).not.toBe('Changed');
  });

  it('calls the same act what it is where it happens, and a verb nobody has named a change', () => {
    expect(actionWords('outcome', 'create').sv).toBe('Fyllde i');
    expect(actionWords('round', 'withdraw').sv).toBe('Tog tillbaka förslaget');
    expect(actionWords('follow_up', 'withdraw').sv).toBe('Tog tillbaka');
    expect(actionWords('event', 'no_such_verb')).toEqual({ sv: 'Ändrade', en: 'Changed' });
  });
});
