import { NgComponentOutlet } from '@angular/common';
import { Component, type Type, computed, inject, input, resource } from '@angular/core';
import { Button, PageHeader, Skeleton } from '@samhandling/ui';
import { THEMES, Theme } from '../core/theme.ts';
import { gallerySections } from './registry.ts';

interface Loaded {
  readonly id: string;
  readonly title: string;
  readonly component: Type<unknown>;
}

/** Every component in every state, on one page, light or dark. Photographed by the browser tests. */
@Component({
  selector: 'sam-gallery-page',
  imports: [Button, NgComponentOutlet, PageHeader, Skeleton],
  template: `
    <div class="sam-page">
      <sam-page-header heading="Galleri" meta="Komponenterna i alla sina lägen. Finns bara i utvecklingsbygget.">
        <ng-container actions>
          @for (choice of themes; track choice) {
            <button
              samButton
              small
              type="button"
              [attr.aria-pressed]="theme.choice() === choice"
              (click)="theme.choice.set(choice)"
            >
              {{ names[choice] }}
            </button>
          }
        </ng-container>
      </sam-page-header>
      @if (sections.hasValue()) {
        @for (section of sections.value(); track section.id) {
          <section class="sam-section" [id]="section.id">
            <h2>{{ section.title }}</h2>
            <ng-container *ngComponentOutlet="section.component" />
          </section>
        }
      } @else {
        <sam-skeleton [lines]="8" />
      }
    </div>
  `,
})
export class GalleryPage {
  /** Only this part, from the address. */
  readonly del = input<string>();
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES;
  protected readonly names = { system: 'Som datorn', light: 'Ljust', dark: 'Mörkt' } as const;
  private readonly wanted = computed(() => {
    const only = this.del();
    return only === undefined ? gallerySections : gallerySections.filter((section) => section.id === only);
  });
  protected readonly sections = resource({
    params: () => this.wanted(),
    loader: ({ params }): Promise<Loaded[]> =>
      Promise.all(
        params.map(async (section) => ({ id: section.id, title: section.title, component: await section.load() })),
      ),
  });
}
