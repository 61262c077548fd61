import { DOCUMENT, Service, inject, signal } from '@angular/core';

const KEY = 'sam.walk.single-keys';

/** Whether letters do things by themselves, kept in this browser: who speaks to the computer turns them off (WCAG 2.1.4). */
@Service()
export class SingleKeys {
  private readonly window = inject(DOCUMENT).defaultView;
  readonly on = signal(this.read());

  set(on: boolean): void {
    this.on.set(on);
    try {
      this.window?.localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing: it holds until the page is left.
    }
  }

  private read(): boolean {
    try {
      return this.window?.localStorage.getItem(KEY) !== 'off';
    } catch {
      return true;
    }
  }
}
