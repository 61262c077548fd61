import { DestroyRef, Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/**
 * A textarea that grows with its text, so that a long answer is read whole and never through a keyhole. Follows typing,
 * values set by code (`refresh()` after setting one) and changes of width.
 */
@Directive({
  selector: 'textarea[samAutosize]',
  exportAs: 'samAutosize',
  host: { class: 'sam-input--autosize', rows: '3', '(input)': 'refresh()', '(focus)': 'refresh()' },
})
export class Autosize {
  private readonly area = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
  private width = -1;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      this.refresh();
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(() => {
        // In the next frame: changing a size inside the observer's own round is reported as an error of the page.
        requestAnimationFrame(() => {
          if (this.area.clientWidth !== this.width) this.refresh();
        });
      });
      observer.observe(this.area);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  refresh(): void {
    this.width = this.area.clientWidth;
    this.area.style.height = 'auto';
    const borders = this.area.offsetHeight - this.area.clientHeight;
    this.area.style.height = `${this.area.scrollHeight + borders}px`;
  }
}
