import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** Takes the focus when it appears, with the cursor at the end of its text. */
@Directive({ selector: '[samFocusOnShow]' })
export class FocusOnShow {
  constructor() {
    const control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      control.focus();
      control.setSelectionRange(control.value.length, control.value.length);
    });
  }
}
