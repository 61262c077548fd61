/** What a key does. `judge` is followed by which. */
export type WalkAction =
  | 'next'
  | 'previous'
  | 'list'
  | 'note'
  | 'decision'
  | 'action'
  | 'complete'
  | 'lift'
  | 'park'
  | 'postpone'
  | 'nothingNew'
  | 'treat'
  | 'summary'
  | 'follow'
  | 'screen'
  | 'help'
  | 'close'
  | 'judge1'
  | 'judge2'
  | 'judge3'
  | 'judge4'
  | 'judge5';

/** Letters are the first of the Swedish word; they are the same in English, since the keys of a meeting are learnt by hand. */
const SINGLE: Readonly<Record<string, WalkAction>> = {
  n: 'next',
  f: 'previous',
  g: 'list',
  a: 'note',
  b: 'decision',
  u: 'action',
  d: 'complete',
  l: 'lift',
  p: 'park',
  s: 'postpone',
  i: 'nothingNew',
  k: 'treat',
  m: 'summary',
  t: 'follow',
  h: 'screen',
  '?': 'help',
  '1': 'judge1',
  '2': 'judge2',
  '3': 'judge3',
  '4': 'judge4',
  '5': 'judge5',
};
/** Keys without a character, which a presenter's remote control sends too. They are never turned off (WCAG 2.1.4). */
const NAMED: Readonly<Record<string, WalkAction>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Escape: 'close',
};

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}
/** Where the focus is: a field takes every key but Escape, a control that uses arrows takes those. */
export interface KeyPlace {
  readonly inText: boolean;
  readonly usesArrows: boolean;
  readonly inDialog: boolean;
  readonly singleKeys: boolean;
}

/** Null: the key is the browser's, or somebody is typing. */
export function actionOf(press: KeyPress, place: KeyPlace): WalkAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || place.inDialog) return null;
  if (press.key === 'Escape') return 'close';
  if (place.inText) return null;
  const named = NAMED[press.key];
  if (named) return place.usesArrows ? null : named;
  // Held down, a letter would be done many times over.
  if (!place.singleKeys || press.repeat) return null;
  return SINGLE[press.key.toLowerCase()] ?? null;
}

export function placeOf(focused: Element | null, singleKeys: boolean, inDialog: boolean): KeyPlace {
  const tag = focused?.tagName ?? '';
  const type = focused?.getAttribute('type') ?? 'text';
  const isChoice = tag === 'INPUT' && (type === 'radio' || type === 'checkbox');
  const isField = tag === 'TEXTAREA' || tag === 'SELECT' || tag === 'INPUT';
  return {
    inText: (isField && !isChoice) || focused?.getAttribute('contenteditable') === 'true',
    usesArrows: tag === 'INPUT' && type === 'radio',
    inDialog,
    singleKeys,
  };
}
