import { Component, input, signal } from '@angular/core';
import { FilterChip } from '@samhandling/ui/work';
import { LetterBody } from './letter-body.ts';

/** One mail, as the reader sees it or as plain text. */
@Component({
  selector: 'sam-letter',
  imports: [FilterChip, LetterBody],
  template: `
    <div class="sam-stack sam-stack--small">
      <div class="sam-row" role="group" [attr.aria-label]="labels.form">
        <sam-filter-chip [label]="labels.html" [on]="!plain()" (toggled)="plain.set(false)" />
        <sam-filter-chip [label]="labels.text" [on]="plain()" (toggled)="plain.set(true)" />
      </div>
      @if (plain()) {
        <pre tabindex="0" lang="sv" [attr.aria-label]="subject()">{{ text() }}</pre>
      } @else {
        <sam-letter-body [html]="html()" />
      }
    </div>
  `,
  styles: `
    pre {
      margin: 0;
      padding: var(--sam-space-4);
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
      background: var(--sam-surface);
      font-size: var(--sam-text-small);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class Letter {
  readonly subject = input.required<string>();
  readonly text = input.required<string>();
  readonly html = input.required<string>();
  protected readonly plain = signal(false);
  protected readonly labels = {
    form: $localize`:@@mail.letter.form:Hur brevet visas`,
    html: $localize`:@@mail.letter.html:Som läsaren ser det`,
    text: $localize`:@@mail.letter.text:Som ren text`,
  };
}
