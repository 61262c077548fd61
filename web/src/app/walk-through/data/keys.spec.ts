import fc from 'fast-check';
import { type KeyPlace, type KeyPress, actionOf, placeOf } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const OPEN: KeyPlace = { inText: false, usesArrows: false, inDialog: false, singleKeys: true };

describe('actionOf', () => {
  it('knows the letters, whether large or small, and the keys of a remote control', () => {
    expect(['n', 'N', 'ArrowRight', 'PageDown'].map((key) => actionOf(press(key), OPEN))).toEqual(
      Array(4).fill('next'),
    );
    expect(['f', 'ArrowLeft', 'PageUp'].map((key) => actionOf(press(key), OPEN))).toEqual(Array(3).fill('previous'));
    expect(actionOf(press('3'), OPEN)).toBe('judge3');
    expect(actionOf(press('?'), OPEN)).toBe('help');
    expect(actionOf(press('q'), OPEN)).toBeNull();
  });

  it('never fires while somebody types, except Escape, which leaves the field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), (key) => {
        expect(actionOf(press(key), { ...OPEN, inText: true })).toBeNull();
      }),
    );
    expect(actionOf(press('PageDown'), { ...OPEN, inText: true })).toBeNull();
    expect(actionOf(press('Escape'), { ...OPEN, inText: true })).toBe('close');
  });

  it('leaves every combination to the browser, and everything to a dialog', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)
      expect(actionOf(press('b', { [held]: true }), OPEN)).toBeNull();
    expect(actionOf(press('Escape'), { ...OPEN, inDialog: true })).toBeNull();
  });

  it('has no single keys when they are turned off, and the others still', () => {
    const off = { ...OPEN, singleKeys: false };
    expect(actionOf(press('n'), off)).toBeNull();
    expect(actionOf(press('?'), off)).toBeNull();
    expect(actionOf(press('ArrowRight'), off)).toBe('next');
  });

  it('does a letter once however long it is held, and leaves the arrows to radio buttons', () => {
    expect(actionOf(press('i', { repeat: true }), OPEN)).toBeNull();
    expect(actionOf(press('ArrowRight'), { ...OPEN, usesArrows: true })).toBeNull();
  });
});

describe('placeOf', () => {
  it('tells a text from a button', () => {
    const element = (html: string) => {
      const host = document.createElement('div');
      host.innerHTML = html;
      return host.firstElementChild;
    };
    expect(placeOf(element('<textarea></textarea>'), true, false).inText).toBe(true);
    expect(placeOf(element('<input type="date">'), true, false).inText).toBe(true);
    expect(placeOf(element('<select></select>'), true, false).inText).toBe(true);
    expect(placeOf(element('<input type="radio">'), true, false)).toMatchObject({ inText: false, usesArrows: true });
    expect(placeOf(element('<button></button>'), true, false).inText).toBe(false);
    expect(placeOf(null, true, false).inText).toBe(false);
  });
});
