import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Day, YearEntry } from '@samhandling/contracts';
import {
  WHEEL,
  WHEEL_RING_LABELS,
  type WheelMark,
  angleAt,
  drawWheel,
  middleOf,
  monthName,
  pointAt,
} from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { dayWords, whenWords } from '../data/year-words.ts';
import { draggedTo, movedBy, stepOf } from './wheel-mover.ts';

export interface Move {
  readonly entry: YearEntry;
  readonly day: Day;
}

/** Half the side of the drawing, with a little air around the band of months. */
const HALF = WHEEL.band + 8;

/**
 * The year as a wheel. One stop for Tab; arrows go between entries. Enter takes hold of one that may be moved, and then the
 * arrows move it, Enter keeps and Escape takes back. What is in the middle tells of the one that is chosen.
 */
@Component({
  selector: 'sam-wheel',
  imports: [RouterLink],
  templateUrl: './wheel.html',
  styleUrl: './wheel.scss',
})
export class Wheel {
  readonly year = input.required<number>();
  readonly today = input.required<Day>();
  /** Numbered by their place here, from 1. */
  readonly entries = input.required<readonly YearEntry[]>();
  readonly busyKey = input<string | null>(null);
  /** Key of the entry that is chosen. */
  readonly chosen = input<string | null>(null);
  readonly choose = output<string>();
  readonly move = output<Move>();

  private readonly locale = injectLocale();
  private readonly injector = inject(Injector);
  private readonly svg = viewChild.required<ElementRef<SVGSVGElement>>('svg');
  protected readonly wheel = WHEEL;
  protected readonly viewBox = `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`;
  protected readonly drawing = computed(() => drawWheel(this.entries(), this.year()));
  private readonly byKey = computed(
    () => new Map(this.entries().map((entry, index) => [entry.key, { entry, number: index + 1 }])),
  );
  protected readonly marks = computed(() =>
    this.drawing().marks.flatMap((mark) => {
      const found = this.byKey().get(mark.key);
      return found ? [{ ...mark, ...found, isNumbered: mark.radius >= 8 }] : [];
    }),
  );
  /** The one stop for Tab: the chosen, else the next from today, else the first. */
  protected readonly stop = computed(() => {
    const marks = this.marks();
    const chosen = marks.find(({ key }) => key === this.chosen());
    return (chosen ?? marks.find(({ entry }) => entry.to >= this.today()) ?? marks[0])?.key ?? null;
  });
  /** What is held, and where it is now. A new answer lets go. */
  protected readonly held = linkedSignal<readonly YearEntry[], Move | null>({
    source: this.entries,
    computation: () => null,
  });
  protected readonly said = signal('');
  protected readonly shown = computed(() => {
    const held = this.held();
    const found = this.byKey().get(held?.entry.key ?? this.chosen() ?? '');
    return found ? { ...found, day: held?.day ?? null } : null;
  });
  protected readonly ghost = computed(() => {
    const held = this.held();
    const mark = this.marks().find(({ key }) => key === held?.entry.key);
    return held && mark ? { ...mark, ...pointAt(middleOf(held.day), mark.distance) } : null;
  });
  protected readonly hand = computed(() => {
    if (!this.today().startsWith(String(this.year()))) return null;
    const angle = middleOf(this.today());
    const [from, to] = [pointAt(angle, WHEEL.hub), pointAt(angle, WHEEL.band)];
    return `M ${from.x} ${from.y} L ${to.x} ${to.y}`;
  });
  private drag: { readonly key: string; readonly angle: number } | null = null;
  protected readonly label = computed(
    () =>
      $localize`:@@calendar.wheel.label:Årshjul ${this.year()}:year:. Piltangenterna går mellan det som står i hjulet.`,
  );

  protected shortMonth(month: number): string {
    return monthName(month, this.locale).slice(0, 3);
  }

  protected ringName(ring: WheelMark['ring']): string {
    return WHEEL_RING_LABELS[ring][this.locale];
  }

  protected when(entry: YearEntry): string {
    return whenWords(entry, this.locale);
  }

  protected dayName(day: Day): string {
    return dayWords(day, this.locale);
  }

  /** Begins with the number that is seen, so that it can be said to the computer. */
  protected name(entry: YearEntry, number: number): string {
    const parts = [`${number}. ${entry.title}`, this.when(entry), entry.state].filter((part) => part !== '').join(', ');
    return entry.mayMove ? $localize`:@@calendar.wheel.movable:${parts}:entry:. Enter för att flytta.` : `${parts}.`;
  }

  protected pressed(event: KeyboardEvent, entry: YearEntry): void {
    const held = this.held();
    const step = stepOf(event.key);
    if (held && step !== null) {
      const day = movedBy(held.day, step, this.year());
      this.held.set({ entry, day });
      this.said.set(this.dayName(day));
    } else if (held && (event.key === 'Enter' || event.key === ' ')) this.keep();
    else if (held && event.key === 'Escape') this.letGo();
    else if (event.key === 'Enter' || event.key === ' ') this.take(entry);
    else if (step !== null || event.key === 'Home' || event.key === 'End') this.go(entry.key, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Focus that leaves without a yes is a no: nothing moves by accident. */
  protected left(entry: YearEntry): void {
    if (this.held()?.entry.key === entry.key && !this.drag) this.letGo();
  }

  protected down(event: PointerEvent, { key, entry, angle }: WheelMark & { readonly entry: YearEntry }): void {
    this.choose.emit(key);
    if (!entry.mayMove || event.button !== 0 || this.busyKey() !== null) return;
    this.drag = { key, angle: this.angleOf(event) ?? angle };
    this.svg().nativeElement.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.focus(key);
  }

  protected dragged(event: PointerEvent): void {
    const found = this.drag && this.byKey().get(this.drag.key);
    const angle = this.angleOf(event);
    if (!this.drag || !found || angle === null) return;
    const day = draggedTo(this.beginning(found.entry), this.drag.angle, angle, this.year());
    this.held.set({ entry: found.entry, day });
  }

  protected dropped(): void {
    if (!this.drag) return;
    this.drag = null;
    const held = this.held();
    if (held && held.day !== this.beginning(held.entry)) this.keep();
    else this.held.set(null);
  }

  protected aborted(): void {
    this.drag = null;
    this.held.set(null);
  }

  private take(entry: YearEntry): void {
    this.choose.emit(entry.key);
    if (!entry.mayMove) {
      this.said.set(entry.lockedReason);
      return;
    }
    if (this.busyKey() !== null) return;
    this.held.set({ entry, day: this.beginning(entry) });
    this.said.set(
      $localize`:@@calendar.wheel.held:Pilarna flyttar en dag eller en vecka. Enter behåller, Escape ångrar.`,
    );
  }

  private keep(): void {
    const held = this.held();
    this.held.set(null);
    if (!held || held.day === this.beginning(held.entry)) return;
    this.move.emit(held);
  }

  private letGo(): void {
    const held = this.held();
    this.held.set(null);
    if (held) this.said.set($localize`:@@calendar.wheel.back:Kvar på ${this.dayName(held.entry.from)}:day:.`);
  }

  /** What began before the year is moved from where it is drawn: its first day. */
  private beginning(entry: YearEntry): Day {
    return movedBy(entry.from, 0, this.year());
  }

  private go(key: string, pressed: string): void {
    const marks = this.marks();
    const at = marks.findIndex((mark) => mark.key === key);
    const forward = pressed === 'ArrowRight' || pressed === 'ArrowDown' || pressed === 'PageDown';
    const to =
      pressed === 'Home'
        ? 0
        : pressed === 'End'
          ? marks.length - 1
          : (at + (forward ? 1 : -1) + marks.length) % marks.length;
    const next = marks[to];
    if (!next) return;
    this.choose.emit(next.key);
    this.focus(next.key);
  }

  private focus(key: string): void {
    const find = (): SVGGElement | undefined =>
      [...this.svg().nativeElement.querySelectorAll<SVGGElement>('[data-key]')].find(
        (one) => one.dataset['key'] === key,
      );
    afterNextRender(() => find()?.focus(), { injector: this.injector });
  }

  private angleOf(event: PointerEvent): number | null {
    const box = this.svg().nativeElement.getBoundingClientRect();
    const place = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    // In the very middle a hair is half a year.
    return Math.hypot(place.x, place.y) < 8 ? null : angleAt(place);
  }
}
