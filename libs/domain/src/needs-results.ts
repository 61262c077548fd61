import { answerPlace, isBlankAnswer, type NeedsAnswerValue } from './needs-answer.ts';
import { LEAST_ANONYMOUS_GROUP, NEEDS_SCALE, type NeedsQuestion } from './needs.ts';
import { protectTable } from './suppression.ts';

/** A sheet as it was handed in. `kind`: what sort of organisation, as far as it may be told; null for the others together. */
export interface NeedsSheet {
  readonly kind: string | null;
  /** Who it is from; null in an anonymous inventory. */
  readonly from: string | null;
  readonly values: readonly (NeedsAnswerValue & { readonly textId: string | null })[];
}

export interface NeedsText {
  readonly id: string;
  readonly text: string;
  readonly from: string | null;
}

export interface NeedsSum {
  readonly questionId: string;
  readonly goalId: string | null;
  /** How many of those who answered the inventory answered this. Null when so few that it is not shown. */
  readonly answered: number | null;
  /** How many chose each option, or each step of the scale; null when hidden, and for texts. */
  readonly counts: readonly number[] | null;
  /** In an order that tells nothing. */
  readonly texts: readonly NeedsText[] | null;
  /** The counts by kind of organisation; empty for texts, and where there is but one kind. */
  readonly byKind: readonly NeedsKindCounts[];
}

/** A kind that is hidden has null for both. */
export interface NeedsKindCounts {
  readonly kind: string | null;
  readonly answered: number | null;
  readonly counts: readonly number[] | null;
}

export interface NeedsKindCount {
  readonly kind: string | null;
  /** Null: so few that it is not shown, or one that a hidden one could be worked out from. */
  readonly answered: number | null;
  readonly asked: number;
}

/**
 * What a needs inventory gave. In an anonymous one a question that fewer than five have answered is hidden whole: counts
 * and texts. In a named one everything is shown. Texts stand in the order of their random ids, never in that of arrival.
 */
export function sumNeeds(
  questions: readonly NeedsQuestion[],
  goalIds: readonly string[],
  sheets: readonly NeedsSheet[],
  isAnonymous: boolean,
): readonly NeedsSum[] {
  const places = questions.flatMap((question) =>
    (question.isPerGoal ? goalIds : [null]).map((goalId) => ({ question, goalId })),
  );
  return places.map(({ question, goalId }) => {
    const place = answerPlace({ questionId: question.id, goalId });
    const given = sheets.flatMap((sheet) =>
      sheet.values
        .filter((value) => answerPlace(value) === place && !isBlankAnswer(value))
        .map((value) => ({ value, from: sheet.from, kind: sheet.kind })),
    );
    const head = { questionId: question.id, goalId };
    if (isAnonymous && given.length < LEAST_ANONYMOUS_GROUP)
      return { ...head, answered: given.length === 0 ? 0 : null, counts: null, texts: null, byKind: [] };
    const values = given.map(({ value }) => value);
    return {
      ...head,
      answered: given.length,
      counts: question.kind === 'text' ? null : countsOf(question, values),
      texts:
        question.kind === 'text'
          ? given
              .map(({ value, from }) => ({
                id: value.textId ?? '',
                text: (value.text ?? '').trim(),
                from: isAnonymous ? null : from,
              }))
              .sort((a, b) => (a.id < b.id ? -1 : 1))
          : null,
      byKind: question.kind === 'text' ? [] : byKind(question, given, isAnonymous),
    };
  });
}

function byKind(
  question: NeedsQuestion,
  given: readonly { readonly value: NeedsAnswerValue; readonly kind: string | null }[],
  isAnonymous: boolean,
): readonly NeedsKindCounts[] {
  const kinds = kindsInOrder(given.map(({ kind }) => kind));
  if (kinds.length < 2) return [];
  const groups = kinds.map((kind) => given.filter((each) => each.kind === kind).map(({ value }) => value));
  const shown = shownGroups(
    groups.map((group) => group.length),
    isAnonymous,
  );
  return kinds.map((kind, at) => {
    const group = groups[at] ?? [];
    return shown[at]
      ? { kind, answered: group.length, counts: countsOf(question, group) }
      : { kind, answered: null, counts: null };
  });
}

function kindsInOrder(kinds: readonly (string | null)[]): readonly (string | null)[] {
  return [...new Set(kinds)].sort(
    (a, b) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
}

/**
 * Which of the groups that make up a total may be shown beside it. Those under five are hidden, as many more as it takes
 * that none can be worked out, and then as many that what is hidden is at least five together: the total less what is
 * shown is otherwise the answers of a group under five.
 */
export function shownGroups(sizes: readonly number[], isAnonymous: boolean): readonly boolean[] {
  if (!isAnonymous) return sizes.map(() => true);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const { rows } = protectTable(
    { rows: [...sizes, total].map((value) => [{ state: 'value', value }]), totalRow: true, totalColumn: false },
    LEAST_ANONYMOUS_GROUP,
  );
  const shown = sizes.map((_, at) => rows[at]?.[0]?.state === 'value');
  for (;;) {
    const hidden = sizes.reduce((sum, size, at) => (shown[at] ? sum : sum + size), 0);
    const next = sizes
      .map((size, at) => ({ size, at }))
      .filter(({ size, at }) => shown[at] && size > 0)
      .sort((a, b) => a.size - b.size || a.at - b.at)[0];
    if (hidden === 0 || hidden >= LEAST_ANONYMOUS_GROUP || !next) return shown;
    shown[next.at] = false;
  }
}

function countsOf(question: NeedsQuestion, values: readonly NeedsAnswerValue[]): readonly number[] {
  return question.kind === 'scale'
    ? NEEDS_SCALE.map((step) => values.filter(({ scale }) => scale === step).length)
    : question.options.map((_, place) => values.filter(({ chosen }) => chosen?.includes(place)).length);
}

/**
 * How many answered, by kind of organisation, beside the total. In an anonymous inventory a kind with fewer than five
 * answers is hidden, and one more where the total would give it away.
 */
export function answeredByKind(
  asked: readonly (string | null)[],
  sheets: readonly Pick<NeedsSheet, 'kind'>[],
  isAnonymous: boolean,
): readonly NeedsKindCount[] {
  const kinds = kindsInOrder([...asked, ...sheets.map(({ kind }) => kind)]);
  const rows = kinds.map((kind) => ({
    kind,
    asked: asked.filter((each) => each === kind).length,
    answered: sheets.filter((sheet) => sheet.kind === kind).length,
  }));
  const shown = shownGroups(
    rows.map(({ answered }) => answered),
    isAnonymous,
  );
  return rows.map((row, at) => ({ ...row, answered: shown[at] ? row.answered : null }));
}
