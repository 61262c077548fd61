import { Component, input, output, signal } from '@angular/core';
import { Button, Icon } from '@samhandling/ui';
import { FILE_ENDINGS } from '../data/file-limits.ts';

/** A place to drop a file on, with a button that does the same. The limits stand beside, before anything is chosen. */
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
      <input #file type="file" hidden [accept]="accept" (change)="pick(file)" />
      <button samButton type="button" [busy]="busy()" aria-describedby="filgranser" (click)="file.click()">
        <sam-icon name="upload" /><ng-container i18n="@@imports.file.choose">Välj fil</ng-container>
      </button>
      <p id="filgranser" class="sam-quiet">
        <ng-container i18n="@@imports.file.limits"
          >Word (.docx), webbsida (.html) eller text (.txt), högst 5 MB. Du kan också dra filen hit.</ng-container
        >
      </p>
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
  readonly busy = input(false);
  readonly chosen = output<File>();
  protected readonly accept = FILE_ENDINGS.join(',');
  protected readonly over = signal(false);

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
