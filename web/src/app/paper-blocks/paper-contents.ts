import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OutlineEntry } from './outline.ts';

/** The list of contents. Beside the paper on a laptop, before it on a phone; there only the first level. */
@Component({
  selector: 'sam-paper-contents',
  imports: [RouterLink],
  template: `
    <nav aria-labelledby="innehallsforteckning">
      <h2 id="innehallsforteckning">{{ title() }}</h2>
      <ol>
        @for (entry of outline(); track entry.id) {
          <li>
            <a [routerLink]="[]" [fragment]="entry.id" queryParamsHandling="preserve">
              <span class="number">{{ entry.number }}</span> <span>{{ entry.text }}</span>
            </a>
            @if (entry.parts.length > 0) {
              <ol class="parts">
                @for (part of entry.parts; track part.id) {
                  <li>
                    <a [routerLink]="[]" [fragment]="part.id" queryParamsHandling="preserve">
                      <span class="number">{{ part.number }}</span> <span>{{ part.text }}</span>
                    </a>
                  </li>
                }
              </ol>
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    h2 {
      margin-bottom: var(--sam-space-2);
      font-size: var(--sam-text-h4);
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--sam-text-small);
      line-height: 1.4;
    }
    a {
      display: grid;
      grid-template-columns: 2.2rem minmax(0, 1fr);
      padding: var(--sam-space-1) 0;
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
    .number {
      color: var(--sam-ink-quiet);
    }
    .parts {
      padding-left: var(--sam-space-3);
    }
    @media (max-width: 64rem) {
      .parts {
        display: none;
      }
    }
  `,
})
export class PaperContents {
  readonly title = input.required<string>();
  readonly outline = input.required<readonly OutlineEntry[]>();
}
