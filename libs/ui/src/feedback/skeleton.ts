import { Component, computed, input } from '@angular/core';

/** Shown while something loads, shaped roughly like what comes. Says so once to screen readers; never flashes. */
@Component({
  selector: 'sam-skeleton',
  template: `
    <span class="sam-visually-hidden" role="status">{{ words() }}</span>
    <div aria-hidden="true">
      @for (width of widths(); track $index) {
        <div
          class="bar"
          [class.bar--heading]="shape() === 'page' && $first"
          [class.bar--row]="shape() === 'rows'"
          [style.width.%]="width"
        ></div>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--sam-measure);
      /* Quick answers never show it at all. */
      animation: sam-appear 1ms 250ms both;
    }
    :host(.rows) {
      max-width: none;
    }
    .bar {
      height: 1rem;
      margin: 0.6rem 0;
      border-radius: var(--sam-radius);
      background: color-mix(in srgb, var(--sam-line) 55%, var(--sam-ground));
    }
    .bar--heading {
      height: 2.2rem;
      margin-bottom: var(--sam-space-6);
    }
    .bar--row {
      margin: 1.1rem 0;
    }
    @keyframes sam-appear {
      from {
        visibility: hidden;
      }
      to {
        visibility: visible;
      }
    }
  `,
  host: { '[class.rows]': "shape() === 'rows'" },
})
export class Skeleton {
  readonly shape = input<'text' | 'rows' | 'page'>('text');
  readonly lines = input(4);
  readonly label = input('');
  protected readonly words = computed(() => this.label() || $localize`:@@ui.skeleton.loading:Hämtar…`);
  protected readonly widths = computed(() => {
    const rhythm = this.shape() === 'rows' ? [100, 94, 97] : [96, 88, 93, 61];
    return Array.from({ length: this.lines() }, (_, at) =>
      this.shape() === 'page' && at === 0 ? 48 : (rhythm[at % rhythm.length] ?? 90),
    );
  });
}
