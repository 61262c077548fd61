import type { OutcomeCell } from '@samhandling/contracts';
import { computedLine, computedSide } from './computed-words.ts';

const cell: OutcomeCell = {
  id: 'o',
  version: 1,
  municipalityCode: null,
  sex: 'total',
  state: 'value',
  value: 7,
  denominator: null,
  day: null,
  text: '',
  note: '',
  source: 'typed',
  reportedBy: null,
  reportedAt: null,
  mayEnter: true,
  lockedReason: '',
  computed: null,
  target: null,
  isLeftOut: false,
  previous: null,
};
const computed = { value: 5, events: 4, differs: false, keptReason: '' };

describe('what the events say about a cell', () => {
  it.each([
    ['nothing', cell, null, ''],
    [
      'what is shown, entered by nobody',
      { ...cell, id: null, version: 0, source: null, value: 5, computed },
      'shown',
      'räknat ur 4 händelser',
    ],
    [
      'what is shown, chosen',
      { ...cell, source: 'events', value: 5, computed: { ...computed, events: 1 } },
      'shown',
      'räknat ur 1 händelse',
    ],
    ['the same as somebody entered', { ...cell, value: 5, computed }, 'agrees', 'räknat ur 4 händelser'],
    ['another thing', { ...cell, computed: { ...computed, differs: true } }, 'differs', 'händelserna ger 5: välj'],
    ['another thing, weighed', { ...cell, computed: { ...computed, keptReason: 'x' } }, 'kept', 'händelserna ger 5'],
  ] as const)('%s', (_what, given, side, line) => {
    expect(computedSide(given)).toBe(side);
    expect(computedLine(given, 'sv')).toBe(line);
  });
});
