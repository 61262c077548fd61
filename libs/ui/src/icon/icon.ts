import { Component, ElementRef, Renderer2, effect, inject, input, viewChild } from '@angular/core';
import { ICONS, type IconName } from './icons.ts';

/** A line icon, as large as the text around it. Decorative unless it has a label: then it is an image with that name. */
@Component({
  selector: 'sam-icon',
  template: `<svg
    #svg
    viewBox="0 0 24 24"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    [attr.role]="label() ? 'img' : null"
    [attr.aria-label]="label() || null"
    [attr.aria-hidden]="label() ? null : 'true'"
    focusable="false"
  ></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      font-size: 1.15em;
      line-height: 1;
      vertical-align: -0.18em;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly label = input('');

  private readonly svg = viewChild.required<ElementRef<SVGElement>>('svg');
  private readonly renderer = inject(Renderer2);

  constructor() {
    effect(() => {
      const svg = this.svg().nativeElement;
      svg.replaceChildren();
      for (const [tag, attributes] of ICONS[this.name()]) {
        const part: unknown = this.renderer.createElement(tag, 'svg');
        for (const [key, value] of Object.entries(attributes)) {
          if (value !== undefined) this.renderer.setAttribute(part, key, String(value));
        }
        this.renderer.appendChild(svg, part);
      }
    });
  }
}
