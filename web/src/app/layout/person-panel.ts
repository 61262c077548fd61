import { Component, computed, inject, input, output } from '@angular/core';
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

/** What the person menu holds. Loaded when somebody goes near the button, so that reading a plan does not wait for it. */
@Component({
  selector: 'sam-person-panel',
  imports: [Icon, RouterLink],
  template: `
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
        <a class="sam-menu-item" [routerLink]="pages.account()">
          <sam-icon name="person" /><ng-container i18n="@@layout.account">Mitt konto</ng-container>
        </a>
        @if (session.may('person.read')) {
          <a class="sam-menu-item" [routerLink]="pages.people()">
            <sam-icon name="people" /><ng-container i18n="@@people.menu">Personer</ng-container>
          </a>
        }
        @if (session.may('mail.manage')) {
          <a class="sam-menu-item" [routerLink]="pages.mail()">
            <sam-icon name="send" /><ng-container i18n="@@mail.menu">Utskick</ng-container>
          </a>
        }
        @if (session.may('audit.read')) {
          <a class="sam-menu-item" [routerLink]="pages.log()">
            <sam-icon name="view" /><ng-container i18n="@@record.menu">Logg</ng-container>
          </a>
        }
        @if (session.may('record.manage')) {
          <a class="sam-menu-item" [routerLink]="pages.retention()">
            <sam-icon name="secured" /><ng-container i18n="@@record.menuRetention">Bevarande och gallring</ng-container>
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
  `,
  styles: `
    :host {
      display: block;
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
  `,
  host: { class: 'sam-menu' },
})
export class PersonPanel {
  readonly url = input.required<string>();
  readonly closed = output<void>();
  protected readonly pages = pages;
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly locale = injectLocale();
  private readonly say = injectSay();
  private readonly router = inject(Router);
  private readonly plan = inject(CurrentPlan);
  private readonly messages = inject(Messages);

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
  protected readonly languageLabel = $localize`:@@layout.language:Språk`;
  protected readonly themeLabel = $localize`:@@layout.theme:Utseende`;
  protected readonly countyLabel = $localize`:@@layout.county:Län`;
  protected readonly counties = computed(() => this.session.current()?.counties ?? []);

  protected readonly roles = computed(() => {
    const roles = new Set(this.session.current()?.roles.map((held) => this.say(ROLE_LABELS[held.role])) ?? []);
    return [...roles].join(', ');
  });

  protected address(locale: Locale): string {
    return addressIn(locale, this.url());
  }

  /** Another county is another world: start from its first page. */
  protected async switchTo(countyId: string): Promise<void> {
    await this.session.switchCounty(countyId);
    this.closed.emit();
    this.plan.reload();
    await this.router.navigateByUrl('/');
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    this.closed.emit();
    await this.router.navigateByUrl('/logga-in');
    this.messages.say($localize`:@@layout.signedOut:Du är utloggad`);
  }
}
