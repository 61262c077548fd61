import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TextLink } from '@samhandling/contracts';
import { cutLinks } from './cut-links.ts';

/** A text whose names lead to their pages. */
@Component({
  selector: 'sam-linked-text',
  imports: [RouterLink],
  template: `@for (part of parts(); track $index) {
    @if (part.link) {
      <a [routerLink]="part.link">{{ part.text }}</a>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
})
export class LinkedText {
  readonly text = input.required<string>();
  readonly links = input<readonly TextLink[] | undefined>();
  protected readonly parts = computed(() => cutLinks(this.text(), this.links() ?? []));
}
