import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { About } from '../core/about.ts';

@Component({
  selector: 'sam-footer',
  imports: [RouterLink],
  template: `
    <footer>
      <div class="inner">
        <span>Samhandling {{ about.version() }}</span>
        <a routerLink="/tillganglighet" i18n="@@layout.accessibility">Tillgänglighet</a>
      </div>
    </footer>
  `,
  styles: `
    footer {
      border-top: var(--sam-hairline);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .inner {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-6);
      max-width: var(--sam-page);
      margin: 0 auto;
      padding: var(--sam-space-5) var(--sam-space-6);
    }
    a {
      display: inline-block;
      min-height: 1.5rem;
      color: inherit;
    }
    @media (max-width: 62rem) {
      .inner {
        padding-inline: var(--sam-space-4);
      }
    }
  `,
})
export class Footer {
  protected readonly about = inject(About);
}
