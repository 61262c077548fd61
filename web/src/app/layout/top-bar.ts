import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@samhandling/ui';
import { Session } from '../core/session.ts';
import { SearchKeys } from '../search/search-keys.ts';
import { Navigation, isCurrent } from './navigation.ts';
import { PersonMenu } from './person-menu.ts';

/** Product, county, the seven places, and the person. On a phone the places fold under a menu button. */
@Component({
  selector: 'sam-top-bar',
  imports: [Icon, PersonMenu, RouterLink],
  template: `
    <header class="bar">
      <div class="inner">
        <a class="brand" routerLink="/">
          <span class="product">Samhandling</span>
          @if (session.county(); as county) {
            <span class="county">{{ county.name }}</span>
          }
        </a>
        @if (session.signedIn() && !bare()) {
          <button
            class="fold"
            type="button"
            aria-controls="sam-navigation"
            [attr.aria-expanded]="open()"
            (click)="open.set(!open())"
          >
            <sam-icon [name]="open() ? 'close' : 'menu'" /><ng-container i18n="@@layout.menu">Meny</ng-container>
          </button>
          <nav id="sam-navigation" [class.open]="open()" [attr.aria-label]="navLabel">
            <ul>
              @for (item of items(); track item.link) {
                <li>
                  <a [routerLink]="item.link" [attr.aria-current]="item.current ? 'page' : null">{{ item.label }}</a>
                </li>
              }
            </ul>
          </nav>
        }
        @if (session.signedIn()) {
          <button class="search" type="button" aria-keyshortcuts="Control+K Meta+K" (click)="search.open()">
            <sam-icon name="search" /><span i18n="@@layout.search">Sök</span><kbd aria-hidden="true">Ctrl K</kbd>
          </button>
        }
        <sam-person-menu class="person" [url]="url()" />
      </div>
    </header>
  `,
  styleUrl: './top-bar.scss',
})
export class TopBar {
  readonly url = input.required<string>();
  protected readonly session = inject(Session);
  private readonly navigation = inject(Navigation);
  protected readonly search = inject(SearchKeys);
  protected readonly open = signal(false);
  protected readonly navLabel = $localize`:@@layout.nav.label:Huvudmeny`;
  protected readonly items = computed(() =>
    this.navigation.items().map((item) => ({ ...item, current: isCurrent(item, this.url()) })),
  );

  /** The page people answer on by a link is for one thing: nothing leads away from it, signed in or not. */
  protected readonly bare = computed(() => /^\/svara(?![^?#])/.test(this.url()));

  constructor() {
    effect(() => {
      this.url();
      untracked(() => this.open.set(false));
    });
  }
}
