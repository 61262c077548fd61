import { Component, ElementRef, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Icon } from '@samhandling/ui';
import { Session } from '../core/session.ts';
import { PersonPanel } from './person-panel.ts';

/** Who I am and in which role, language, light or dark, and the way out. A disclosure, not a menu widget: all are links and buttons. */
@Component({
  selector: 'sam-person-menu',
  imports: [Icon, PersonPanel],
  template: `
    <button
      #button
      class="button"
      type="button"
      aria-controls="sam-person"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      <sam-icon [name]="session.signedIn() ? 'person' : 'language'" />
      <span class="name">{{ session.current()?.person?.name ?? settings }}</span>
      <sam-icon name="expand" />
    </button>
    @defer (when open(); prefetch on hover(button)) {
      @if (open()) {
        <sam-person-panel id="sam-person" [url]="url()" (closed)="open.set(false)" />
      }
    }
  `,
  styles: `
    :host {
      position: relative;
    }
    .button {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
      min-height: 2.75rem;
      padding: 0 var(--sam-space-2);
      border: 0;
      border-radius: var(--sam-radius);
      background: none;
      color: var(--sam-ink);
      font: inherit;
      font-size: 1rem;
      cursor: pointer;
    }
    .button:hover {
      background: var(--sam-surface);
    }
    sam-person-panel {
      position: absolute;
      top: calc(100% - 0.25rem);
      right: 0;
      z-index: 20;
      width: 17rem;
    }
    .name {
      white-space: nowrap;
    }
    /* On a phone, and where seven places share the line; the name then stands first in the menu. */
    @media (max-width: 40rem) or ((min-width: 62.01rem) and (max-width: 72rem)) {
      .name {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
        height: 1px;
        overflow: hidden;
      }
    }
  `,
  host: { '(document:click)': 'onOutside($event)', '(keydown.escape)': 'close()', '(focusout)': 'onFocusOut($event)' },
})
export class PersonMenu {
  readonly url = input.required<string>();
  protected readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly open = signal(false);
  protected readonly settings = $localize`:@@layout.settings:Språk och utseende`;

  constructor() {
    effect(() => {
      this.url();
      untracked(() => this.open.set(false));
    });
  }

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  protected onOutside(event: Event): void {
    if (event.target instanceof Node && !this.host.contains(event.target)) this.open.set(false);
  }

  protected onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.host.contains(event.relatedTarget)) this.open.set(false);
  }
}
