import { Component, ElementRef, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { type Locale, ROLE_LABELS } from '@samhandling/domain';
import { Icon, type IconName, injectLocale, injectSay } from '@samhandling/ui';
import { CurrentPlan } from '../core/current-plan.ts';
import { addressIn } from '../core/language.ts';
import { Messages } from '../core/messages.ts';
import { Session } from '../core/session.ts';
import { THEMES, Theme, type ThemeChoice } from '../core/theme.ts';

const THEME_ICONS: Readonly<Record<ThemeChoice, IconName>> = {
  system: 'system',
  light: 'theme_light',
  dark: 'theme_dark',
};

/** Who I am and in which role, language, light or dark, and the way out. A disclosure, not a menu widget: all are links and buttons. */
@Component({
  selector: 'sam-person-menu',
  imports: [Icon, RouterLink],
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
    @if (open()) {
      <div id="sam-person" class="sam-menu panel">
        @if (session.current(); as current) {
          <p class="who">
            {{ current.person.name }}<br /><span>{{ roles() }}</span>
          </p>
        }
        <div role="group" [attr.aria-label]="languageLabel">
          @for (language of languages; track language.locale) {
            <a
              class="sam-menu-item"
              [href]="address(language.locale)"
              [attr.lang]="language.locale"
              [attr.hreflang]="language.locale"
              [attr.aria-current]="language.locale === locale"
            >
              <sam-icon [name]="language.locale === locale ? 'check' : 'language'" />{{ language.name }}
            </a>
          }
        </div>
        <div class="part" role="group" [attr.aria-label]="themeLabel">
          @for (choice of themes; track choice) {
            <button
              class="sam-menu-item"
              type="button"
              [attr.aria-pressed]="theme.choice() === choice"
              (click)="theme.choice.set(choice)"
            >
              <sam-icon [name]="icons[choice]" />{{ themeNames[choice] }}
              @if (theme.choice() === choice) {
                <sam-icon class="chosen" name="check" />
              }
            </button>
          }
        </div>
        @if (counties().length > 1) {
          <div class="part" role="group" [attr.aria-label]="countyLabel">
            @for (county of counties(); track county.id) {
              <button
                class="sam-menu-item"
                type="button"
                [attr.aria-pressed]="county.id === session.county()?.id"
                (click)="switchTo(county.id)"
              >
                {{ county.name }}
                @if (county.id === session.county()?.id) {
                  <sam-icon class="chosen" name="check" />
                }
              </button>
            }
          </div>
        }
        @if (session.signedIn()) {
          <div class="part">
            @if (session.may('mail.manage')) {
              <a class="sam-menu-item" [routerLink]="pages.mail()">
                <sam-icon name="send" /><ng-container i18n="@@mail.menu">Utskick</ng-container>
              </a>
            }
            <a class="sam-menu-item" [routerLink]="pages.mailPreference()">
              <sam-icon name="time" /><ng-container i18n="@@mail.menuOwn">Mina utskick</ng-container>
            </a>
            <button class="sam-menu-item" type="button" (click)="signOut()">
              <sam-icon name="sign_out" /><ng-container i18n="@@layout.signOut">Logga ut</ng-container>
            </button>
          </div>
        }
      </div>
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
    .panel {
      position: absolute;
      top: calc(100% - 0.25rem);
      right: 0;
      z-index: 20;
      width: 17rem;
    }
    .who {
      padding: var(--sam-space-2) var(--sam-space-3) var(--sam-space-3);
      font-weight: 620;
    }
    .who span {
      color: var(--sam-ink-quiet);
      font-weight: 400;
      font-size: var(--sam-text-small);
    }
    .part {
      margin-top: var(--sam-space-2);
      padding-top: var(--sam-space-2);
      border-top: var(--sam-hairline);
    }
    .who + div {
      padding-top: var(--sam-space-2);
      border-top: var(--sam-hairline);
    }
    .chosen {
      margin-left: auto;
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
  protected readonly pages = pages;
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly router = inject(Router);
  private readonly plan = inject(CurrentPlan);
  private readonly messages = inject(Messages);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly open = signal(false);

  protected readonly languages: readonly { locale: Locale; name: string }[] = [
    { locale: 'sv', name: 'Svenska' },
    { locale: 'en', name: 'English' },
  ];
  protected readonly themes = THEMES;
  protected readonly icons = THEME_ICONS;
  protected readonly themeNames: Readonly<Record<ThemeChoice, string>> = {
    system: $localize`:@@layout.theme.system:Som datorn`,
    light: $localize`:@@layout.theme.light:Ljust`,
    dark: $localize`:@@layout.theme.dark:Mörkt`,
  };
  protected readonly settings = $localize`:@@layout.settings:Språk och utseende`;
  protected readonly languageLabel = $localize`:@@layout.language:Språk`;
  protected readonly themeLabel = $localize`:@@layout.theme:Utseende`;

  protected readonly countyLabel = $localize`:@@layout.county:Län`;
  protected readonly counties = computed(() => this.session.current()?.counties ?? []);

  protected readonly roles = computed(() => {
    const roles = new Set(this.session.current()?.roles.map((held) => this.say(ROLE_LABELS[held.role])) ?? []);
    return [...roles].join(', ');
  });

  constructor() {
    effect(() => {
      this.url();
      untracked(() => this.open.set(false));
    });
  }

  protected address(locale: Locale): string {
    return addressIn(locale, this.url());
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

  /** Another county is another world: start from its first page. */
  protected async switchTo(countyId: string): Promise<void> {
    await this.session.switchCounty(countyId);
    this.open.set(false);
    this.plan.reload();
    await this.router.navigateByUrl('/');
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    this.open.set(false);
    await this.router.navigateByUrl('/logga-in');
    this.messages.say($localize`:@@layout.signedOut:Du är utloggad`);
  }
}
