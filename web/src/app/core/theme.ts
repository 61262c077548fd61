import { DOCUMENT, Service, effect, inject, signal } from '@angular/core';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const KEY = 'sam.theme';

function isChoice(value: unknown): value is ThemeChoice {
  return THEMES.some((theme) => theme === value);
}

/** Light, dark, or as the system says. Kept in this browser; `theme.js` applies it before the first paint. */
@Service()
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly storage = this.document.defaultView?.localStorage;
  readonly choice = signal<ThemeChoice>(this.stored());

  constructor() {
    effect(() => {
      const choice = this.choice();
      const root = this.document.documentElement;
      if (choice === 'system') {
        delete root.dataset['theme'];
        this.storage?.removeItem(KEY);
      } else {
        root.dataset['theme'] = choice;
        this.storage?.setItem(KEY, choice);
      }
    });
  }

  private stored(): ThemeChoice {
    const value = this.storage?.getItem(KEY);
    return isChoice(value) ? value : 'system';
  }
}
