import { DestroyRef, ElementRef, type Signal, afterNextRender, inject, signal } from '@angular/core';

/** Used until the browser has said how wide the place is, and where nothing can be measured. */
export const USUAL_WIDTH = 640;
/** WCAG reflow: 320 px less the margins of the page. Narrower than this the drawing keeps its width. */
const LEAST_WIDTH = 240;

/** How many CSS pixels wide the component is, followed as it changes. Call in an injection context. */
export function injectWidth(): Signal<number> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyRef = inject(DestroyRef);
  const width = signal(USUAL_WIDTH);
  const take = (measured: number): void => {
    if (measured > 0) width.set(Math.max(LEAST_WIDTH, Math.floor(measured)));
  };
  afterNextRender({
    read: () => {
      take(host.getBoundingClientRect().width);
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver((entries) => take(entries.at(-1)?.contentRect.width ?? 0));
      observer.observe(host);
      destroyRef.onDestroy(() => observer.disconnect());
    },
  });
  return width.asReadonly();
}
