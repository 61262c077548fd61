import { JUDGEMENTS } from '@samhandling/domain';
import fc from 'fast-check';
import { FORM_FIELDS, type FormValue, changesOf, isFormDraft, sameForm, startFrom } from './follow-up-form.ts';

const EMPTY: FormValue = {
  judgement: null,
  supportNeeded: '',
  cancelReason: '',
  cancelDecision: '',
  done: '',
  results: '',
  obstacles: '',
  nextStep: '',
  nextStepDate: '',
  nothingNew: false,
  reporterId: null,
  onBehalfOfId: null,
  channel: null,
};
const text = fc.string({ maxLength: 5 });
const form: fc.Arbitrary<FormValue> = fc.record({
  judgement: fc.constantFrom(...JUDGEMENTS, null),
  supportNeeded: text,
  cancelReason: text,
  cancelDecision: text,
  done: text,
  results: text,
  obstacles: text,
  nextStep: text,
  nextStepDate: fc.constantFrom('', '2026-12-01'),
  nothingNew: fc.boolean(),
  reporterId: fc.constantFrom(null, 'a', 'b'),
  onBehalfOfId: fc.constantFrom(null, 'a'),
  channel: fc.constantFrom('meeting', 'phone', 'mail', null),
});

describe('changesOf', () => {
  it('sends only what was written, and an emptied day as none', () => {
    const base = { ...EMPTY, done: 'Klart.', nextStepDate: '2026-12-01' };
    expect(changesOf(base, base)).toEqual({});
    expect(changesOf(base, { ...base, judgement: 'completed', nextStepDate: '' })).toEqual({
      judgement: 'completed',
      nextStepDate: null,
    });
  });

  it('laid on the old form gives the new one, and says nothing when nothing differs', () => {
    fc.assert(
      fc.property(form, form, (base, written) => {
        const changes = changesOf(base, written);
        const after = {
          ...base,
          ...changes,
          nextStepDate: changes.nextStepDate === null ? '' : (changes.nextStepDate ?? base.nextStepDate),
        };
        expect(sameForm(after, written)).toBe(true);
        expect(Object.keys(changes).length === 0).toBe(sameForm(base, written));
      }),
    );
  });
});

describe('isFormDraft', () => {
  it('takes back what was kept, as the browser keeps it', () => {
    fc.assert(
      fc.property(form, form, (base, written) => {
        const kept: unknown = JSON.parse(JSON.stringify({ version: 3, base, form: written }));
        expect(isFormDraft(kept)).toBe(true);
      }),
    );
  });

  it('refuses what another version of the page may have kept', () => {
    expect(isFormDraft(null)).toBe(false);
    expect(isFormDraft({ version: 1, base: EMPTY })).toBe(false);
    expect(isFormDraft({ version: 1, base: EMPTY, form: { ...EMPTY, judgement: 'fine' } })).toBe(false);
    for (const name of FORM_FIELDS) {
      const rest = Object.fromEntries(Object.entries(EMPTY).filter(([each]) => each !== name));
      expect(isFormDraft({ version: 1, base: EMPTY, form: rest })).toBe(false);
    }
  });
});

describe('startFrom', () => {
  it('never loses what is written', () => {
    expect(startFrom('  ', 'Förra året.')).toBe('Förra året.');
    expect(startFrom('Nytt.', 'Förra året.')).toBe('Nytt.\n\nFörra året.');
    expect(startFrom('Förra året. Och mer.', 'Förra året.')).toBe('Förra året. Och mer.');
  });
});
