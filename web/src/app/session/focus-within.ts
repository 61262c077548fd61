import { ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/** The first field that has to be put right. */
export const FIRST_WRONG = '[aria-invalid="true"]';

/** Moves the focus within the component once what is asked for has been drawn. Call in an injection context. */
export function focusWithin(): (selector: string) => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  return (selector) => {
    afterNextRender(
      {
        read: () => {
          const element = host.querySelector<HTMLElement>(selector);
          if (element && /^H\d$/.test(element.tagName)) element.setAttribute('tabindex', '-1');
          element?.focus();
        },
      },
      { injector },
    );
  };
}
