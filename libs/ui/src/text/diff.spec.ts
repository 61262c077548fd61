import { Component } from '@angular/core';
import fc from 'fast-check';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { diffWords } from './diff-words.ts';
import { Diff } from './diff.ts';

@Component({ imports: [Diff], template: `<sam-diff before="Två träffar per år." after="Fyra träffar per år." />` })
class Host {}

const spelled = (parts: ReturnType<typeof diffWords>, without: 'removed' | 'added'): string =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('');

describe('diffWords', () => {
  it('marks only the words that changed', () => {
    expect(diffWords('Två träffar per år.', 'Fyra träffar per år.')).toEqual([
      { kind: 'removed', text: 'Två ' },
      { kind: 'added', text: 'Fyra ' },
      { kind: 'same', text: 'träffar per år.' },
    ]);
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('lika', 'lika')).toEqual([{ kind: 'same', text: 'lika' }]);
  });

  it('never loses or invents a character, and never has two neighbours of one kind', () => {
    const text = fc
      .array(fc.constantFrom('en', 'två', ' ', '\n', '.', 'Åre', '  ', '5'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const parts = diffWords(before, after);
        expect(spelled(parts, 'added')).toBe(before);
        expect(spelled(parts, 'removed')).toBe(after);
        parts.forEach((part, at) => expect(part.kind).not.toBe(parts[at + 1]?.kind));
      }),
    );
  });
});

describe('Diff', () => {
  it('strikes the old, marks the new, and says which is which', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'del'))).toBe('struket: Två');
    expect(textOf(find(fixture, 'ins'))).toBe('nytt: Fyra');
    expect(findAll(fixture, 'del, ins')).toHaveLength(2);
  });
});
