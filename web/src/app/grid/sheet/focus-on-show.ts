import { Directive, ElementRef, afterNextRender, booleanAttribute, inject, input } from '@angular/core';

/** Takes the focus when it appears: all of the text chosen, or the cursor at its end. */
@Directive({ selector: '[samFocusOnShow]' })
export class FocusOnShow {
  readonly selectAll = input(false, { transform: booleanAttribute });

  constructor() {
    const control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      control.focus();
      if (this.selectAll()) control.select();
      else control.setSelectionRange(control.value.length, control.value.length);
    });
  }
}
