import { Component, computed, input } from '@angular/core';
import { formatNumber } from '@samhandling/domain';
import { injectLocale } from '../locale.ts';

/**
 * Width of a bar in per cent of its track. Never rounds to nothing or to full: one of a thousand is seen, and 999 of
 * 1 000 leaves a gap. Nothing of nothing is empty.
 */
export function barWidth(done: number, total: number): number {
  if (total <= 0 || done <= 0) return 0;
  if (done >= total) return 100;
  return Math.min(97, Math.max(3, (done / total) * 100));
}

/** "9 av 12 aktiviteter" with a bar. Always with the denominator, never as a percentage. */
@Component({
  selector: 'sam-progress-of',
  template: `
    <span class="words"
      ><strong>{{ doneWords() }}</strong> {{ ofWords() }}</span
    >
    <span class="track" aria-hidden="true"><span class="bar" [style.width.%]="width()"></span></span>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--sam-space-1);
      min-width: 9rem;
      max-width: 20rem;
    }
    .track {
      display: block;
      height: 6px;
      border-radius: 3px;
      background: var(--sam-sunken);
      overflow: hidden;
    }
    .bar {
      display: block;
      height: 100%;
      background: var(--sam-accent);
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    @media (forced-colors: active) {
      .track {
        border: 1px solid;
      }
      .bar {
        background: CanvasText;
      }
    }
    @media print {
      .track {
        border: 1px solid;
      }
    }
  `,
})
export class ProgressOf {
  readonly done = input.required<number>();
  readonly total = input.required<number>();
  /** What is counted, in the plural: "aktiviteter besvarade". */
  readonly word = input('');
  private readonly locale = injectLocale();
  protected readonly doneWords = computed(() => formatNumber(this.done(), 0, this.locale));
  protected readonly width = computed(() => barWidth(this.done(), this.total()));
  protected readonly ofWords = computed(() =>
    $localize`:@@ui.progress.of:av ${formatNumber(this.total(), 0, this.locale)}:total: ${this.word()}:word:`.trimEnd(),
  );
}
