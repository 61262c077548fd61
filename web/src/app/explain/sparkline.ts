import { Component, computed, input } from '@angular/core';
import type { IndicatorSeries, OutcomeDisplay } from '@samhandling/contracts';
import { EMPTY_LABELS, NO_BREAK_SPACE, formatExact, formatShare } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { SPARK_HEIGHT, SPARK_WIDTH, sparkLayout } from './spark-layout.ts';

/** An indicator over the rounds, at a glance: solid is confirmed, dotted preliminary, dashed the target. Said in words too. */
@Component({
  selector: 'sam-sparkline',
  template: `
    @if (shown()) {
      <svg [attr.viewBox]="box" [attr.width]="width" [attr.height]="height" role="img" [attr.aria-label]="words()">
        @if (layout().target; as y) {
          <line class="target" [attr.x1]="0" [attr.x2]="width" [attr.y1]="y" [attr.y2]="y" />
        }
        @for (line of layout().lines; track $index) {
          <line
            class="line"
            [class.preliminary]="line.preliminary"
            [attr.x1]="line.x1"
            [attr.y1]="line.y1"
            [attr.x2]="line.x2"
            [attr.y2]="line.y2"
          />
        }
        @for (dot of layout().dots; track $index) {
          <circle r="2.5" [class.preliminary]="dot.preliminary" [attr.cx]="dot.x" [attr.cy]="dot.y" />
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: inline-block;
      line-height: 0;
    }
    svg {
      overflow: visible;
    }
    .line {
      stroke: var(--sam-accent);
      stroke-width: 2px;
      stroke-linecap: round;
    }
    .line.preliminary {
      stroke-dasharray: 0.1 4;
    }
    circle {
      fill: var(--sam-accent);
      stroke: var(--sam-accent);
      stroke-width: 1.5px;
    }
    circle.preliminary {
      fill: var(--sam-ground);
    }
    .target {
      stroke: var(--sam-ink-quiet);
      stroke-width: 1px;
      stroke-dasharray: 5 4;
    }
    @media (forced-colors: active) {
      svg {
        forced-color-adjust: none;

        --sam-accent: CanvasText;
        --sam-ground: Canvas;
        --sam-ink-quiet: CanvasText;
      }
    }
  `,
})
export class Sparkline {
  readonly series = input.required<IndicatorSeries>();
  private readonly locale = injectLocale();
  protected readonly width = SPARK_WIDTH;
  protected readonly height = SPARK_HEIGHT;
  protected readonly box = `0 0 ${String(SPARK_WIDTH)} ${String(SPARK_HEIGHT)}`;

  private readonly points = computed(() => {
    const { points, indicator } = this.series();
    return points.map(({ display, round, breaksBefore }) => ({
      value: heightOf(display, indicator.kind),
      preliminary: round.state !== 'adopted',
      breaksBefore,
    }));
  });
  private readonly target = computed(() => this.series().points.at(-1)?.target ?? null);
  /** Two values make a line; a text, or one reached or not, makes none. */
  protected readonly shown = computed(() => {
    const { kind, breakdown } = this.series().indicator;
    if (kind === 'text' || (kind === 'milestone' && breakdown === 'none')) return false;
    return this.points().filter(({ value }) => value !== null).length > 1;
  });
  protected readonly layout = computed(() => sparkLayout(this.points(), this.target()));
  protected readonly words = computed(() => {
    const rounds = this.series().points.map(({ display, round }) => {
      const preliminary = round.state === 'adopted' ? '' : $localize`:@@explain.spark.preliminary: (preliminärt)`;
      return `${round.label}: ${this.say(display)}${preliminary}`;
    });
    const target = this.target();
    const aim = target === null ? [] : [$localize`:@@explain.spark.target:målvärde ${this.level(target)}:target:`];
    return [...rounds, ...aim].join(', ');
  });

  /** A share's target is in per cent, as its values are. */
  private level(target: number): string {
    const percent = this.locale === 'sv' ? `${NO_BREAK_SPACE}%` : '%';
    return formatExact(target, this.locale) + (this.series().indicator.kind === 'share' ? percent : '');
  }

  private say(display: OutcomeDisplay): string {
    if (display.state !== 'value') return EMPTY_LABELS[display.state][this.locale].toLocaleLowerCase(this.locale);
    const { value, denominator } = display;
    if (value === null) return '–';
    return denominator === null ? formatExact(value, this.locale) : formatShare(value, denominator, this.locale);
  }
}

/** Height in the drawing: per cent for a share. Protected, not reported and not applicable have none. */
function heightOf(display: OutcomeDisplay, kind: string): number | null {
  if (display.state !== 'value' || display.value === null) return null;
  if (kind !== 'share') return display.value;
  return display.denominator === null || display.denominator <= 0 ? null : (display.value / display.denominator) * 100;
}
