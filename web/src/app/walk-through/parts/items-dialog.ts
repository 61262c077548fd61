import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, type Injector, inject } from '@angular/core';
import { AGENDA_ITEM_STATE_LABELS } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { DIALOG_OPTIONS, DialogShell } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import type { SeenItem } from '../data/view.ts';
import { itemName, kindWords } from '../data/walk-words.ts';

interface ItemList {
  readonly items: readonly SeenItem[];
  readonly index: number;
}

/** All the items, to jump to one. The first that is not treated has the focus where the current one is treated. */
@Component({
  selector: 'sam-items-dialog',
  imports: [DialogShell],
  template: `
    <sam-dialog [heading]="heading" (closed)="ref.close()">
      <ol>
        @for (row of rows; track row.id; let index = $index) {
          <li>
            <button
              type="button"
              [attr.aria-current]="index === list.index ? 'true' : null"
              [attr.cdkFocusInitial]="index === list.index ? '' : null"
              (click)="ref.close(index)"
            >
              <span class="number">{{ index + 1 }}</span>
              <span class="name"
                ><span lang="sv">{{ row.name }}</span
                ><span class="sam-quiet sam-small state">{{ row.state }}</span></span
              >
            </button>
          </li>
        }
      </ol>
    </sam-dialog>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: flex;
      gap: var(--sam-space-3);
      width: 100%;
      padding: var(--sam-space-2);
      border: 0;
      border-bottom: var(--sam-hairline);
      background: none;
      color: inherit;
      font: inherit;
      text-align: left;
      cursor: pointer;
    }
    button:hover,
    button[aria-current] {
      background: var(--sam-accent-soft);
    }
    button:focus-visible {
      outline: var(--sam-focus-ring);
      outline-offset: calc(-1 * var(--sam-focus-offset));
    }
    .number {
      min-width: 2ch;
      font-weight: 560;
      text-align: right;
    }
    .name {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .state {
      display: block;
    }
  `,
})
export class ItemsDialog {
  protected readonly list = inject<ItemList>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly locale = injectLocale();
  protected readonly heading = itemsHeading();
  protected readonly rows = this.list.items.map(({ item, state }) => ({
    id: item.id,
    name: itemName(item),
    state: [kindWords(item, this.locale), AGENDA_ITEM_STATE_LABELS[state][this.locale]].join(' · '),
  }));
}

function itemsHeading(): string {
  return $localize`:@@walk.items:Gå till en punkt`;
}

/** The index of the chosen item, or null. */
export async function chooseItem(injector: Injector, list: ItemList): Promise<number | null> {
  const ref = injector.get(Dialog).open<number, ItemList>(ItemsDialog, {
    ...DIALOG_OPTIONS,
    data: list,
    ariaLabel: itemsHeading(),
  });
  return (await firstValueFrom(ref.closed)) ?? null;
}
