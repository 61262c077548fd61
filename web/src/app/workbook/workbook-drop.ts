import { Component, input, output, signal } from '@angular/core';
import { Button, Icon } from '@samhandling/ui';

/** A place to drop the filled-in workbook on, with a button that does the same. */
@Component({
  selector: 'sam-workbook-drop',
  imports: [Button, Icon],
  template: `
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="drag($event, true)"
      (dragleave)="drag($event, false)"
      (drop)="drop($event)"
    >
      <input #file type="file" hidden accept=".xlsx" (change)="pick(file)" />
      <button samButton type="button" [busy]="busy()" aria-describedby="arbetsbok-granser" (click)="file.click()">
        <sam-icon name="upload" /><ng-container i18n="@@workbook.choose">Välj ifylld fil</ng-container>
      </button>
      <p id="arbetsbok-granser" class="sam-quiet" i18n="@@workbook.limits">
        Excel (.xlsx), högst 5 MB. Du kan också dra filen hit. Inget sparas förrän du har sett vad som ändras.
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
export class WorkbookDrop {
  readonly busy = input(false);
  readonly chosen = output<File>();
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
