import { Component, computed, input } from '@angular/core';
import { diffWords } from './diff-words.ts';

/** Old and new wording in one text: old struck, new marked, and both said to screen readers. */
@Component({
  selector: 'sam-diff',
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('removed') {
          <del><span class="sam-visually-hidden" i18n="@@ui.diff.removed"> struket: </span>{{ part.text }}</del>
        }
        @case ('added') {
          <ins><span class="sam-visually-hidden" i18n="@@ui.diff.added"> nytt: </span>{{ part.text }}</ins>
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--sam-measure);
      white-space: pre-wrap;
    }
    del {
      background: var(--sam-removed-soft);
      color: var(--sam-removed);
      text-decoration-thickness: 1px;
    }
    ins {
      background: var(--sam-added-soft);
      color: var(--sam-added);
      text-decoration: none;
      border-bottom: 2px solid currentcolor;
    }
  `,
})
export class Diff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  protected readonly parts = computed(() => diffWords(this.before(), this.after()));
}
