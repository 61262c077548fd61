import { activityReference } from '@samhandling/domain';
import type { Ledger } from './ledger.ts';
import { readNames } from './names.ts';
import type { Field } from './recognise.ts';
import { splitSentences } from './sentences.ts';
import { wordingKey } from './text.ts';
import type { LinePointer, ParsedActivity, ParsedArea, ParsedGoal } from './types.ts';

/** Builds goals, areas and activities in source order, and flags what is odd about their numbers and parts. */
export class PlanBuilder {
  readonly goals: ParsedGoal[] = [];
  private readonly ledger: Ledger;
  private readonly seen = new Set<Field>();
  private activity: ParsedActivity | null = null;
  private area: ParsedArea | null = null;
  /** Goals known by a letter only: their number is settled by their areas, or at the end. */
  private readonly unnumbered = new Set<ParsedGoal>();
  private readonly areaLines = new Map<ParsedArea, number>();
  private readonly numbersInGoal = new Map<string, number>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  get goal(): ParsedGoal | null {
    return this.goals.at(-1) ?? null;
  }

  get hasActivity(): boolean {
    return this.activity !== null;
  }

  get expectedGoal(): number {
    return (this.goals.findLast((goal) => !this.unnumbered.has(goal))?.number ?? 0) + 1;
  }

  pointer(): LinePointer | null {
    if (this.goal === null) return null;
    const goal = this.goals.length - 1;
    const area = this.area === null ? null : this.goal.areas.length - 1;
    const activity = this.activity === null || this.area === null ? null : this.area.activities.length - 1;
    return { goal, area, activity };
  }

  startGoal(at: number, number: number | null, code: string | null): ParsedGoal {
    this.leaveArea();
    const expected = this.expectedGoal;
    const given = number ?? expected;
    if (number === null && code !== null) this.ledger.mark(at, 'goal');
    else if (number === null) this.ledger.flag(at, 'goal_number_missing', { number: `${given}` });
    else if (this.goals.some((goal) => goal.number === number && !this.unnumbered.has(goal)))
      this.ledger.flag(at, 'goal_number_duplicate', { number: `${number}` });
    else if (number !== expected)
      this.ledger.flag(at, 'goal_number_jump', { number: `${number}`, expected: `${expected}` });
    const goal: ParsedGoal = { number: given, code, title: '', areas: [], tips: [] };
    this.goals.push(goal);
    if (number === null && code !== null) this.unnumbered.add(goal);
    this.numbersInGoal.clear();
    return goal;
  }

  /** The title as printed; "(F)" in it is the goal's letter code. */
  setGoalTitle(goal: ParsedGoal, at: number, title: string): void {
    goal.title = title;
    goal.code ??= /\((\p{Lu}{1,2})\)/u.exec(title)?.[1] ?? null;
    if (title === '') this.ledger.flag(at, 'title_missing');
  }

  setAreaTitle(area: ParsedArea, at: number, title: string): void {
    area.title = title;
    if (title === '') this.ledger.flag(at, 'title_missing');
  }

  /** Whether the area's printed number belongs to the goal it stands under. */
  areaFits(number: string | null): boolean {
    if (this.goal === null) return false;
    if (number === null) return true;
    const prefix = number.split('.')[0] ?? '';
    if (
      this.unnumbered.has(this.goal) &&
      /^\d+$/u.test(prefix) &&
      this.goals.every((goal) => goal.number !== Number(prefix) || goal === this.goal)
    ) {
      this.goal.number = Number(prefix);
      this.unnumbered.delete(this.goal);
    }
    return prefix === `${this.goal.number}` || prefix === this.goal.code;
  }

  /** An area of another goal's number stays where it stands if that goal exists or this goal has nothing yet. */
  areaStays(number: string): boolean {
    const prefix = number.split('.')[0] ?? '';
    return (
      this.goal !== null &&
      (this.goal.areas.length === 0 || this.goals.some((goal) => `${goal.number}` === prefix || goal.code === prefix))
    );
  }

  startArea(at: number, number: string | null, labelled: boolean): ParsedArea {
    this.leaveArea();
    const goal = this.goal ?? this.startGoal(at, 1, null);
    const expected = `${number !== null && number.split('.')[0] === goal.code ? goal.code : goal.number}.${goal.areas.length + 1}`;
    const given = number ?? expected;
    if (number === null) this.ledger.flag(at, 'area_number_missing', { number: given });
    else if (goal.areas.some((area) => area.number === number))
      this.ledger.flag(at, 'area_number_duplicate', { number });
    else if (!this.areaFits(number)) this.ledger.flag(at, 'area_number_mismatch', { number, goal: `${goal.number}` });
    else if (number !== expected) this.ledger.flag(at, 'area_number_jump', { number, expected });
    if (!labelled) this.ledger.flag(at, 'area_without_label');
    const area: ParsedArea = { number: given, title: '', activities: [] };
    goal.areas.push(area);
    this.area = area;
    this.areaLines.set(area, at);
    return area;
  }

  startActivity(
    at: number,
    printed: number | null,
    dotted: boolean,
    text: string,
  ): { activity: ParsedActivity; text: string } {
    this.leaveActivity();
    if (this.area === null) this.startImplicitArea(at);
    const goal = this.goal;
    const area = this.area;
    if (goal === null || area === null) throw new Error('An activity always stands under a goal and an area.');
    const last = this.lastNumber(goal);
    const expected = last + 1;
    let number = printed;
    let rest = text;
    // "Aktivitet: 10 träffar hålls": without a full stop, in the wrong order and before a small letter it is text.
    if (number !== null && !dotted && number !== expected && !/^["”“(]?\p{Lu}/u.test(rest)) {
      rest = `${number} ${rest}`;
      number = null;
    }
    if (number === null) this.ledger.flag(at, 'number_missing', { number: `${expected}` });
    else {
      if (!dotted) this.ledger.flag(at, 'number_without_dot', { number: `${number}` });
      if (this.numbersInGoal.has(`${area.number}/${number}`))
        this.ledger.flag(at, 'number_duplicate', { number: `${number}` });
      else if (number === 1 && last > 0)
        this.ledger.flag(at, 'number_restart', { reference: activityReference(area.number, number) });
      else if (number !== expected)
        this.ledger.flag(at, 'number_jump', { number: `${number}`, expected: `${expected}` });
    }
    const activity: ParsedActivity = {
      number: number ?? expected,
      text: '',
      responsible: [],
      responsibleGroup: null,
      partners: [],
      openEnded: false,
      indicators: [],
      line: at + 1,
    };
    area.activities.push(activity);
    this.numbersInGoal.set(`${area.number}/${activity.number}`, at);
    this.numbersInGoal.set('last', activity.number);
    this.activity = activity;
    this.seen.clear();
    return { activity, text: rest };
  }

  private startImplicitArea(at: number): void {
    const goal = this.goal ?? this.startGoal(at, null, null);
    const number = `${goal.number}.${goal.areas.length + 1}`;
    const area: ParsedArea = { number, title: '', activities: [] };
    goal.areas.push(area);
    this.area = area;
    this.areaLines.set(area, at);
    this.ledger.flag(at, 'activity_without_area', { number });
  }

  private lastNumber(goal: ParsedGoal): number {
    return goal.areas.length === 0 ? 0 : (this.numbersInGoal.get('last') ?? 0);
  }

  setActivityText(activity: ParsedActivity, at: number, text: string): void {
    activity.text = text;
    if (text === '') this.ledger.flag(at, 'activity_without_text');
    const glued = /\p{L}{3,}\.\p{Lu}\p{Ll}+|m\.fl\.\p{L}+/u.exec(text);
    if (glued) this.ledger.flag(at, 'space_missing_in_text', { text: glued[0] });
  }

  /** Notes that the activity has the field; says whether it had it before. */
  startField(at: number, field: Field, label: string): void {
    if (this.seen.has(field)) this.ledger.flag(at, 'field_repeated', { label });
    this.seen.add(field);
  }

  addNames(at: number, field: 'responsible' | 'partners', label: string, text: string): void {
    const activity = this.activity;
    if (activity === null) return;
    const reading = readNames(text, field === 'responsible');
    for (const { code, values } of reading.habits) this.ledger.flag(at, code, values);
    activity[field] = [...new Set([...activity[field], ...reading.names])];
    if (reading.openEnded) activity.openEnded = true;
    if (field === 'responsible') {
      const groups =
        activity.responsibleGroup === null ? reading.groups : [activity.responsibleGroup, ...reading.groups];
      activity.responsibleGroup = groups.length === 0 ? null : [...new Set(groups)].join(', ');
    } else if (text.trim() === '') {
      this.ledger.flag(at, 'partners_empty', { label });
    }
  }

  addIndicators(at: number, text: string): void {
    if (this.activity === null || /^[-–—\s]*$/u.test(text)) return;
    const reading = splitSentences(text);
    this.activity.indicators.push(...reading.sentences);
    for (const habit of reading.habits) this.ledger.flag(at, habit.code, { text: habit.text });
  }

  addTips(goal: ParsedGoal, tips: readonly { at: number; text: string }[]): void {
    const known = new Set(goal.tips.map(wordingKey));
    for (const { at, text } of tips) {
      const key = wordingKey(text);
      if (known.has(key)) this.ledger.flag(at, 'duplicate_tip', { text });
      known.add(key);
      goal.tips.push(text);
    }
  }

  /** Ends the current activity: what it lacks is said at its own line. */
  leaveActivity(): void {
    const activity = this.activity;
    if (activity === null) return;
    const at = activity.line - 1;
    if (activity.responsible.length === 0 && activity.responsibleGroup === null)
      this.ledger.flag(at, 'responsible_missing');
    if (!this.seen.has('partners')) this.ledger.flag(at, 'partners_missing');
    if (activity.indicators.length === 0) this.ledger.flag(at, 'follow_up_missing');
    this.activity = null;
  }

  leaveArea(): void {
    this.leaveActivity();
    if (this.area !== null && this.area.activities.length === 0)
      this.ledger.flag(this.areaLines.get(this.area) ?? 0, 'area_empty', { number: this.area.number });
    this.area = null;
  }

  /** Ends the plan. A goal known by its letter only is numbered after the others, as Kronoberg numbers its F. */
  finish(): void {
    this.leaveArea();
    for (const goal of this.unnumbered) {
      goal.number = 0;
      goal.number = Math.max(...this.goals.map((other) => other.number)) + 1;
    }
  }
}
