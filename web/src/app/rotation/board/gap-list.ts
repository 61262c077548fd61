import { Component, computed, input } from '@angular/core';
import type { Rotation } from '@samhandling/contracts';
import { gapsByWords } from '../data/board.ts';

/** What cannot be met, or is not yet, in words, with the activities it is about. */
@Component({
  selector: 'sam-gap-list',
  template: `
    @if (groups().length > 0) {
      <ul>
        @for (group of groups(); track group.words) {
          <li>
            {{ group.words }}
            <span class="references">{{ references(group) }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding-left: 1.1em;
    }
    .references {
      font-weight: 560;
      overflow-wrap: anywhere;
    }
  `,
})
export class GapList {
  readonly rotation = input.required<Rotation>();
  readonly gaps = input.required<Rotation['gaps']>();
  protected readonly groups = computed(() => gapsByWords(this.rotation(), this.gaps()));

  protected references({ activities }: ReturnType<typeof gapsByWords>[number]): string {
    const list = activities.map(({ reference }) => reference).join(', ');
    const count = activities.length;
    return count === 1
      ? $localize`:@@rotation.gap.one:1 aktivitet: ${list}:list:`
      : $localize`:@@rotation.gap.many:${String(count)}:count: aktiviteter: ${list}:list:`;
  }
}
