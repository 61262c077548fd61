import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { Button, Icon, Input } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { listOf, listText } from '../data/form-values.ts';

/** A list of texts, one field each: add, take away, change place. */
@Component({
  selector: 'sam-text-list',
  imports: [Autosize, Button, Icon, Input],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <ol>
        @for (item of items(); track $index) {
          <li>
            <textarea
              samInput
              samAutosize
              rows="1"
              maxlength="20000"
              [attr.aria-label]="name($index)"
              [value]="item"
              [readOnly]="locked()"
              (input)="write($index, $any($event.target).value)"
            ></textarea>
            @if (!locked()) {
              <span class="tools">
                <button samButton="quiet" small iconOnly type="button" [disabled]="$first" (click)="swap($index, -1)">
                  <sam-icon name="up" [label]="upLabel($index)" />
                </button>
                <button samButton="quiet" small iconOnly type="button" [disabled]="$last" (click)="swap($index, 1)">
                  <sam-icon name="down" [label]="downLabel($index)" />
                </button>
                <button samButton="quiet" small iconOnly type="button" (click)="remove($index)">
                  <sam-icon name="delete" [label]="removeLabel($index)" />
                </button>
              </span>
            }
          </li>
        } @empty {
          <li class="sam-quiet" i18n="@@editing.list.empty">Inget än.</li>
        }
      </ol>
      @if (!locked()) {
        <button samButton small type="button" (click)="add()">
          <sam-icon name="add" /><ng-container i18n="@@editing.list.add">Lägg till</ng-container>
        </button>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 560;
    }
    ol {
      margin: var(--sam-space-2) 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: var(--sam-space-2);
      align-items: flex-start;
      margin-bottom: var(--sam-space-2);
    }
    textarea {
      flex: 1;
      min-width: 0;
    }
    .tools {
      display: flex;
    }
    @media (max-width: 30rem) {
      li {
        flex-direction: column;
        align-items: stretch;
      }
    }
  `,
})
export class TextList {
  readonly label = input.required<string>();
  /** JSON of the texts. */
  readonly value = input.required<string>();
  readonly locked = input(false);
  readonly valueChange = output<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly items = computed(() => listOf(this.value()));

  protected name(index: number): string {
    return `${this.label()} ${String(index + 1)}`;
  }

  protected upLabel(index: number): string {
    return $localize`:@@editing.list.up:Flytta upp ${this.name(index)}:name:`;
  }

  protected downLabel(index: number): string {
    return $localize`:@@editing.list.down:Flytta ned ${this.name(index)}:name:`;
  }

  protected removeLabel(index: number): string {
    return $localize`:@@editing.list.remove:Ta bort ${this.name(index)}:name:`;
  }

  protected write(index: number, text: string): void {
    this.emit(this.items().map((item, at) => (at === index ? text : item)));
  }

  protected add(): void {
    this.emit([...this.items(), '']);
    setTimeout(() => [...this.host.querySelectorAll('textarea')].at(-1)?.focus());
  }

  protected remove(index: number): void {
    this.emit(this.items().filter((_, at) => at !== index));
  }

  protected swap(index: number, by: -1 | 1): void {
    const items = [...this.items()];
    const [item] = items.splice(index, 1);
    if (item !== undefined) items.splice(index + by, 0, item);
    this.emit(items);
  }

  private emit(items: readonly string[]): void {
    this.valueChange.emit(listText(items));
  }
}
