import { DOCUMENT, Component, inject, input, output, signal } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import { Button, Icon, Input } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';

/** A link as it was told when it was made: it cannot be read again. */
export interface ToldLink {
  readonly id: Id;
  readonly name: string;
  readonly url: string;
}

/** The links that were just made, to copy. Gone when the page is left. */
@Component({
  selector: 'sam-told-links',
  imports: [Button, Callout, Icon, Input],
  template: `
    <sam-callout kind="warning" [heading]="heading" role="status">
      <p i18n="@@answerLinks.told.text">
        Länkarna visas bara här och nu. Kopiera dem innan du lämnar sidan, och ge var och en sin egen.
      </p>
      <ul class="sam-rows">
        @for (link of links(); track link.id) {
          <li>
            <strong>{{ link.name }}</strong>
            <div class="row">
              <input samInput readonly [value]="link.url" [attr.aria-label]="labelOf(link)" (focus)="select($event)" />
              <button samButton small type="button" (click)="copy(link)">
                <sam-icon [name]="copied() === link.id ? 'check' : 'copy'" />{{
                  copied() === link.id ? copiedWords : copyWords
                }}<span class="sam-visually-hidden">: {{ link.name }}</span>
              </button>
            </div>
          </li>
        }
      </ul>
      <p>
        <button samButton small type="button" (click)="closed.emit()" i18n="@@answerLinks.told.close">
          Jag har kopierat dem
        </button>
      </p>
    </sam-callout>
  `,
  styles: `
    ul {
      margin: var(--sam-space-3) 0;
    }
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--sam-space-2);
      align-items: center;
    }
    @media (max-width: 30rem) {
      .row {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ToldLinks {
  readonly links = input.required<readonly ToldLink[]>();
  readonly closed = output();

  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  protected readonly copied = signal<Id | null>(null);
  protected readonly heading = $localize`:@@answerLinks.told.heading:Kopiera länkarna nu`;
  protected readonly copyWords = $localize`:@@answerLinks.told.copy:Kopiera länken`;
  protected readonly copiedWords = $localize`:@@answerLinks.told.copied:Kopierad`;

  protected labelOf(link: ToldLink): string {
    return $localize`:@@answerLinks.told.label:Svarslänk till ${link.name}:name:`;
  }

  protected select(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  protected async copy(link: ToldLink): Promise<void> {
    try {
      await this.clipboard?.writeText(link.url);
      this.copied.set(this.clipboard ? link.id : null);
    } catch {
      // The browser does not let us: the text stands in the field, ready to be taken by hand.
      this.copied.set(null);
    }
  }
}
