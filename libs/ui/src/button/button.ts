import { DestroyRef, Directive, ElementRef, booleanAttribute, computed, inject, input } from '@angular/core';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

/**
 * The look of a button, on a real `<button>` or `<a>`. One primary per page or dialog. While busy it keeps its words and
 * its focus, says so to screen readers and swallows clicks.
 */
@Directive({
  selector: 'button[samButton], a[samButton]',
  host: {
    '[class]': 'classes()',
    '[attr.aria-busy]': 'busy() ? true : null',
    '[attr.aria-disabled]': 'busy() ? true : null',
  },
})
export class Button {
  readonly samButton = input<ButtonLook | ''>('');
  readonly busy = input(false, { transform: booleanAttribute });
  readonly small = input(false, { transform: booleanAttribute });
  /** Square, for an icon with a label of its own. */
  readonly iconOnly = input(false, { transform: booleanAttribute });

  protected readonly classes = computed(() => {
    const names = ['sam-button', `sam-button--${this.samButton() || 'secondary'}`];
    if (this.busy()) names.push('sam-button--busy');
    if (this.small()) names.push('sam-button--small');
    if (this.iconOnly()) names.push('sam-button--icon');
    return names.join(' ');
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const swallow = (event: Event): void => {
      if (!this.busy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // In the capture phase, so that it comes before the page's own listener on the same button.
    element.addEventListener('click', swallow, { capture: true });
    inject(DestroyRef).onDestroy(() => element.removeEventListener('click', swallow, { capture: true }));
  }
}

/** `quiet` in lists and navigation, `standalone` for a link that is a step of its own (with an icon). */
@Directive({
  selector: 'a[samLink]',
  host: {
    '[class.sam-link--quiet]': "samLink() === 'quiet'",
    '[class.sam-link--standalone]': "samLink() === 'standalone'",
  },
})
export class Link {
  readonly samLink = input<'quiet' | 'standalone' | ''>('');
}
