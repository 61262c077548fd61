/** Words that say nothing of what a text is about. */
const STOP_WORDS = new Set(
  (
    'alla allt alltid andra annat att av bara behov behöver behövs bland blev bli blir bra bör både de dem den denna ' +
    'deras dess det detta dig din dina ditt du där då efter eller en er era ert ett finns flera fler flest från få får ' +
    'för gör göra ha hade han har hela hon hur här i in ingen inget inom inte ja jag kan kunna länet man med mellan men ' +
    'mer mera mest mig min mina mitt mot mycket många måste ni nog nu någon något några när nästa och också om oss på ' +
    'sak sin sina sitt själv ska skulle som så sådan sådant sätt till tillsammans upp ut utan vad var vara varit vem vi ' +
    'vid vilja vilka vilken vill vår våra vårt väl än är år åt över skulle tack stöd gemensam gemensamt gemensamma'
  ).split(' '),
);

/** Endings of Swedish words, the longest first. What is left is no word, only the same for words that belong together. */
const ENDINGS =
  'ningarnas ningarna ningens ningar ningen heterna andets heten orna arna erna ande aste arne aren ades ades ning ets ens ans ers or ar er en et na as es at ad e a s t n'.split(
    ' ',
  );
const LEAST_STEM = 4;

/** The stem of a Swedish word, roughly: for comparing texts and nothing else. */
export function stemSwedish(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= LEAST_STEM);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** What a text is about: the stems of its words, without those that say nothing. */
export function subjectsOf(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !STOP_WORDS.has(word)).map(stemSwedish));
}

export interface NeedProposal {
  readonly textIds: readonly string[];
  /** What they have in common, as it stands in the first of them. */
  readonly words: readonly string[];
}

interface Subject {
  readonly id: string;
  readonly goalId: string | null;
  readonly text: string;
  readonly subjects: ReadonlySet<string>;
}

/** Texts are said to be alike when two stems are shared, or a third of those of the shorter one. */
function areAlike(a: Subject, b: Subject): boolean {
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).length;
  const shorter = Math.min(a.subjects.size, b.subjects.size);
  return shared >= 2 || (shared >= 1 && shorter <= 3 && shared * 3 >= shorter);
}

/**
 * Texts that seem to say the same, for a person to look at: proposals only, nothing is put together by it. Texts about
 * different goals are never proposed together. A text stands in one proposal at most; the order of the texts does not
 * matter, so the same answers always give the same proposals. Each holds at least two.
 */
export function proposeNeeds(
  texts: readonly { readonly id: string; readonly goalId: string | null; readonly text: string }[],
): readonly NeedProposal[] {
  const left: Subject[] = texts
    .map((each) => ({ ...each, subjects: subjectsOf(each.text) }))
    .filter(({ subjects }) => subjects.size > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const proposals: NeedProposal[] = [];
  for (;;) {
    const best = left
      .map((seed) => left.filter((other) => other.goalId === seed.goalId && (other === seed || areAlike(seed, other))))
      .reduce<readonly Subject[]>((most, group) => (group.length > most.length ? group : most), []);
    if (best.length < 2) return proposals;
    proposals.push({ textIds: best.map(({ id }) => id), words: commonWords(best) });
    for (const member of best) left.splice(left.indexOf(member), 1);
  }
}

/** The words that at least half of the texts share, as the first that has one writes it; at most four. */
function commonWords(group: readonly Subject[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { subjects } of group) for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const shared = [...counts]
    .filter(([, count]) => count >= 2 && count * 2 >= group.length)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, 4)
    .map(([stem]) => stem);
  return shared.map((stem) => {
    const words = group.flatMap(({ text }) => text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? []);
    return words.find((word) => stemSwedish(word) === stem) ?? stem;
  });
}
