import { PlanBuilder } from './builder.ts';
import { continuesText, isBareSection, isHanging, LooseText, type OpenText } from './open-text.ts';
import { Ledger } from './ledger.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { toItems, toNameText, toParagraphs, type Piece } from './pieces.ts';
import { recognise, splitInlineLabels, type Field, type Recognised, type Section } from './recognise.ts';
import { Sections, type OverviewEntry } from './sections.ts';
import { bulletText, cleanLine, joinWrapped, startsLower } from './text.ts';
import type { LineRole } from './types.ts';

type Of<K extends Recognised['kind']> = Extract<Recognised, { kind: K }>;

/** Reads the lines of a text from top to bottom, once, and hands each to what it belongs to. Never throws. */
export class PlanReader {
  readonly ledger: Ledger;
  readonly builder: PlanBuilder;
  readonly sections: Sections;
  private readonly lines: readonly string[];
  private readonly near: Surroundings;
  private open: OpenText | null = null;
  private gap = true;
  private readonly loose: LooseText;
  private overview: OverviewEntry[] = [];

  constructor(source: readonly string[]) {
    this.ledger = new Ledger(source);
    this.builder = new PlanBuilder(this.ledger);
    this.sections = new Sections(this.ledger);
    this.loose = new LooseText(this.ledger);
    this.lines = source.map(cleanLine);
    this.near = surroundings(this.lines.map((line) => recognise(splitInlineLabels(line)[0] ?? line)));
  }

  read(): void {
    this.lines.forEach((line, at) => {
      const parts = splitInlineLabels(line);
      if (parts.length > 1) this.ledger.flag(at, 'several_labels');
      for (const part of parts) this.take(at, recognise(part), part);
    });
    this.closeOpen();
    this.loose.flush();
    this.builder.finish();
    this.sections.addOverview({ headingAt: this.overview[0]?.at ?? 0, entries: this.overview });
    this.sections.crossCheck(this.builder);
  }

  private take(at: number, seen: Recognised, line: string): void {
    switch (seen.kind) {
      case 'blank':
        this.ledger.ignore(at, 'blank');
        this.gap = true;
        return;
      case 'navigation':
        // A lone page number may fall in the middle of a paragraph: it opens no gap.
        if (!/^\d+(?:\s*\(\d+\))?$/u.test(line)) this.gap = true;
        this.ledger.ignore(at, 'navigation');
        return;
      case 'heading':
        this.begin();
        this.ledger.ignore(at, 'heading');
        break;
      case 'section':
        if (this.sectionBegins(at, /^(?:syfte|mål) (?:&|och) (?:mål|syfte)$/iu.test(line))) this.takeSection(at, seen);
        else this.takeProse(at, line);
        break;
      case 'area':
        this.takeArea(at, seen, line);
        break;
      case 'goal':
        this.takeGoal(at, seen, seen.title, true);
        break;
      case 'numbered':
        this.takeNumbered(at, seen, line);
        break;
      case 'activity':
        this.takeActivity(at, seen);
        break;
      case 'field':
        this.takeField(at, seen, line);
        break;
      case 'tips':
        this.takeTips(at, seen.text);
        break;
      case 'other_field':
        this.takeOtherField(at, seen, line);
        break;
      case 'bullet':
        this.takeBullet(at, seen.text);
        break;
      case 'prose':
        this.takeProse(at, line);
        break;
    }
    this.gap = false;
  }

  private begin(): void {
    this.closeOpen();
    this.loose.flush();
  }

  private closeOpen(): void {
    const open = this.open;
    this.open = null;
    if (open) open.close(open.pieces);
  }

  private start(
    at: number,
    role: LineRole,
    shape: OpenText['shape'],
    text: string,
    label: string,
    close: OpenText['close'],
  ): void {
    this.open = { role, shape, label, pieces: [], close };
    this.ledger.mark(at, role, this.builder.pointer());
    if (text !== '') this.open.pieces.push({ at, text, bullet: bulletText(text) !== null, gap: false });
  }

  private wrapped(pieces: readonly Piece[]): string {
    const { text, joinedWords } = joinWrapped(pieces.map((piece) => piece.text));
    for (const word of joinedWords) this.ledger.flag(pieces[0]?.at ?? 0, 'hyphen_joined', { text: word });
    return text;
  }

  /** A section's heading stands apart; in a text without blank lines it may follow a closed item of a list. */
  private sectionBegins(at: number, exact: boolean): boolean {
    const open = this.open;
    if (this.gap || open === null) return true;
    if (exact && !isHanging(open)) return true;
    const next = this.near.recognised[at + 1]?.kind;
    if (next === 'blank' || next === undefined) return !isHanging(open);
    if (open.shape !== 'list' || open.role === 'follow_up') return next === 'bullet';
    return open.pieces.length === 0 || /[.!?:]$/u.test(open.pieces.at(-1)?.text ?? '');
  }

  private takeSection(at: number, seen: Of<'section'>): void {
    this.begin();
    this.builder.leaveArea();
    const section: Section = seen.section;
    this.ledger.mark(at, 'heading');
    this.start(at, Sections.role(section), 'list', seen.text, '', (pieces) => this.sections.close(section, at, pieces));
  }

  private takeArea(at: number, seen: Of<'area'>, line: string): void {
    if (!seen.labelled && (!this.gap || !this.near.leadsToActivity(at))) {
      this.takeProse(at, line);
      return;
    }
    if (this.near.repeatedLater(at)) {
      this.begin();
      this.ledger.mark(at, 'overview');
      return;
    }
    this.closeOpen();
    if (
      seen.number === null
        ? this.builder.goal === null
        : !this.builder.areaFits(seen.number) && !this.builder.areaStays(seen.number)
    ) {
      this.adoptGoal(at, seen.number);
    }
    this.loose.flush();
    const area = this.builder.startArea(at, seen.number, seen.labelled);
    this.start(at, 'area', 'title', seen.title, '', (pieces) =>
      this.builder.setAreaTitle(area, at, this.wrapped(pieces)),
    );
  }

  /** An area without its goal: the paragraph just above it becomes the goal's title, or the goal is left without one. */
  private adoptGoal(at: number, number: string | null): void {
    const prefix = number?.split('.')[0] ?? '';
    const printed = /^\d+$/u.test(prefix) ? Number(prefix) : null;
    const code = printed === null && prefix !== '' ? prefix : null;
    const heading = this.loose.takeHeading();
    if (heading) {
      const goal = this.builder.startGoal(heading.at, null, null);
      if (printed !== null) goal.number = printed;
      goal.code = code;
      this.builder.setGoalTitle(goal, heading.at, heading.text);
      this.ledger.remark(heading.at, 'goal', this.builder.pointer());
      return;
    }
    const goal = this.builder.startGoal(at, printed ?? this.builder.expectedGoal, code);
    this.builder.setGoalTitle(goal, at, '');
    this.ledger.flag(at, 'area_without_goal', { number: number ?? `${goal.number}.1` });
  }

  private takeGoal(
    at: number,
    seen: { number: number | null; code: string | null },
    title: string,
    labelled: boolean,
  ): void {
    if (labelled && !this.near.leadsToPlan(at)) {
      this.begin();
      this.ledger.mark(at, 'overview');
      this.overview.push({ at, text: title });
      return;
    }
    this.begin();
    const goal = this.builder.startGoal(at, seen.number, seen.code);
    this.start(at, 'goal', 'title', title, '', (pieces) => this.builder.setGoalTitle(goal, at, this.wrapped(pieces)));
  }

  private takeNumbered(at: number, seen: Of<'numbered'>, line: string): void {
    const open = this.open;
    const inOpenList = open !== null && !this.gap && open.shape !== 'title' && open.role !== 'activity';
    if (this.near.isGoal(at, seen, this.builder.expectedGoal, inOpenList)) {
      this.takeGoal(at, seen, seen.text, false);
    } else if (
      seen.number !== null &&
      this.near.leadsToResponsible(at) &&
      (this.gap || !inOpenList) &&
      this.builder.goal?.areas.length
    ) {
      this.ledger.flag(at, 'activity_without_label');
      this.takeActivity(at, { kind: 'activity', number: seen.number, dotted: seen.dotted, text: seen.text });
    } else if (
      seen.dotted &&
      seen.number !== null &&
      open !== null &&
      open.role !== 'activity' &&
      open.shape !== 'title' &&
      open.shape !== 'sink'
    ) {
      this.add(at, line, true);
    } else if (open === null && this.builder.goal === null && seen.dotted) {
      this.loose.flush();
      this.overview.push({ at, text: seen.text });
      this.ledger.mark(at, 'overview');
    } else {
      this.takeProse(at, line);
    }
  }

  private takeActivity(at: number, seen: Of<'activity'>): void {
    this.begin();
    const { activity, text } = this.builder.startActivity(at, seen.number, seen.dotted, seen.text);
    this.start(at, 'activity', 'text', text, '', (pieces) =>
      this.builder.setActivityText(activity, at, this.wrapped(pieces)),
    );
  }

  private takeField(at: number, seen: Of<'field'>, line: string): void {
    // Without its colon the word may be the wrapped middle of a text.
    if (!seen.colon && (!this.builder.hasActivity || isHanging(this.open))) {
      this.takeProse(at, line);
      return;
    }
    this.begin();
    if (!this.builder.hasActivity) {
      this.ledger.flag(at, 'field_without_activity', { label: seen.label });
      this.start(at, 'outside', 'sink', seen.text, seen.label, () => undefined);
      return;
    }
    if (!seen.colon) this.ledger.flag(at, 'label_without_colon', { label: seen.label });
    if (seen.known !== null) this.ledger.flag(at, 'label_misspelt', { label: seen.label, known: seen.known });
    const field: Field = seen.field;
    this.builder.startField(at, field, seen.label);
    this.start(at, field, field === 'follow_up' ? 'list' : 'text', seen.text, seen.label, (pieces) => {
      if (field !== 'follow_up') this.builder.addNames(at, field, seen.label, toNameText(pieces));
      else for (const item of this.reported(toParagraphs(pieces))) this.builder.addIndicators(item.at, item.text);
    });
  }

  private reported<T extends { at: number; joinedWords: string[] }>(items: readonly T[]): readonly T[] {
    for (const item of items)
      for (const word of item.joinedWords) this.ledger.flag(item.at, 'hyphen_joined', { text: word });
    return items;
  }

  private takeTips(at: number, text: string): void {
    this.begin();
    this.builder.leaveArea();
    const goal = this.builder.goal;
    if (goal === null) {
      this.ledger.flag(at, 'tips_without_goal');
      this.start(at, 'outside', 'sink', text, '', () => undefined);
      return;
    }
    this.start(at, 'tips', 'list', text, '', (pieces) => this.builder.addTips(goal, this.reported(toItems(pieces))));
  }

  private takeOtherField(at: number, seen: Of<'other_field'>, line: string): void {
    if (!this.builder.hasActivity || isHanging(this.open)) {
      this.takeProse(at, line);
      return;
    }
    this.begin();
    this.ledger.flag(at, 'field_unknown', { label: seen.label });
    this.start(at, 'other_field', 'sink', seen.text, seen.label, () => undefined);
  }

  private takeBullet(at: number, line: string): void {
    if (this.open === null || this.open.shape === 'title') this.takeLoose(at, line);
    else this.add(at, line, true);
  }

  private takeProse(at: number, line: string): void {
    if (this.open !== null && !this.gap && isBareSection(this.open) && startsLower(line)) {
      // The heading itself was wrapped.
      this.ledger.mark(at, 'heading');
    } else if (this.open !== null && continuesText(this.open, line, this.gap)) this.add(at, line, false);
    else this.takeLoose(at, line);
  }

  private add(at: number, text: string, bullet: boolean): void {
    const open = this.open;
    if (open === null) return;
    this.ledger.mark(at, open.role, this.builder.pointer());
    if (open.shape === 'sink') {
      this.ledger.flag(
        at,
        open.label === ''
          ? 'tips_without_goal'
          : open.role === 'other_field'
            ? 'field_unknown'
            : 'field_without_activity',
        { label: open.label },
      );
    }
    open.pieces.push({ at, text, bullet, gap: this.gap });
  }

  private takeLoose(at: number, line: string): void {
    this.closeOpen();
    this.loose.add(at, line, this.gap);
  }
}
