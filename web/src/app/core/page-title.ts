import { Service, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

const PRODUCT = 'Samhandling';

/** "Sida – Samhandling". Pages whose title comes with their data call `set` when they have it. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.set(this.buildTitle(snapshot) ?? '');
  }

  set(page: string): void {
    this.title.setTitle(page === '' ? PRODUCT : `${page} – ${PRODUCT}`);
  }
}
