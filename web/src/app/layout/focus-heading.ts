import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/**
 * After a navigation to another page the focus goes to its h1, so that keyboard and screen reader start there. Pages that
 * wait for data have no h1 yet: the first one that appears gets the focus, unless the person has already gone elsewhere.
 * A change of filters (query only) leaves the focus where it is.
 */
@Service()
export class FocusHeading {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private observer: MutationObserver | null = null;
  private path: string | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  start(main: HTMLElement): void {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.stop();
      if (event instanceof NavigationEnd) this.arrived(main, event.urlAfterRedirects.split(/[?#]/)[0] ?? '');
    });
  }

  private arrived(main: HTMLElement, path: string): void {
    const first = this.path === null;
    const same = this.path === path;
    this.path = path;
    if (first || same) return;
    const old = main.querySelector('h1');
    if (this.focus(main, old)) return;
    const startedAt = this.document.activeElement;
    this.observer = new MutationObserver(() => {
      if (this.document.activeElement !== startedAt && this.document.activeElement !== this.document.body) this.stop();
      else if (this.focus(main, old)) this.stop();
    });
    this.observer.observe(main, { childList: true, subtree: true });
  }

  private focus(main: HTMLElement, old: Element | null): boolean {
    const heading = main.querySelector<HTMLElement>('h1');
    if (!heading || (heading === old && !heading.isConnected)) return false;
    if (!heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
    return true;
  }

  private stop(): void {
    this.observer?.disconnect();
    this.observer = null;
  }
}
