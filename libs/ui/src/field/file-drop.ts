import { Component, input, output, signal } from '@angular/core';
import { Button } from '../button/button.ts';
import { Icon } from '../icon/icon.ts';
import { nextId } from './field.ts';

/** A place to drop a file on, with a button that does the same. What it takes stands beside, before anything is chosen. */
@Component({
  selector: 'sam-file-drop',
  imports: [Button, Icon],
  template: `
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="drag($event, true)"
      (dragleave)="drag($event, false)"
      (drop)="drop($event)"
    >
      <input #file type="file" hidden [accept]="accept()" (change)="pick(file)" />
      <button samButton type="button" [busy]="busy()" [attr.aria-describedby]="limitsId" (click)="file.click()">
        <sam-icon name="upload" />{{ label() }}
      </button>
      <p class="sam-quiet" [id]="limitsId">{{ limits() }}</p>
    </div>
  `,
  styles: `
    .drop {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-3) var(--sam-space-5);
      align-items: center;
      padding: var(--sam-space-5);
      border: 1px dashed var(--sam-line-strong);
      border-radius: var(--sam-radius-large);
    }
    .drop p {
      flex: 1 1 16rem;
    }
    .over {
      border-style: solid;
      border-color: var(--sam-accent);
      background: var(--sam-accent-soft);
    }
  `,
})
export class FileDrop {
  /** On the button: "Välj fil". */
  readonly label = input.required<string>();
  /** Which types, how large, and that it can be dropped here. */
  readonly limits = input.required<string>();
  /** As the `accept` of a file field: ".docx,.txt". */
  readonly accept = input.required<string>();
  readonly busy = input(false);
  readonly chosen = output<File>();
  protected readonly over = signal(false);
  protected readonly limitsId = nextId('sam-file-limits');

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over && !this.busy());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file && !this.busy()) this.chosen.emit(file);
  }

  /** The same file may be chosen again after it was mended. */
  protected pick(element: HTMLInputElement): void {
    const file = element.files?.[0];
    element.value = '';
    if (file) this.chosen.emit(file);
  }
}
