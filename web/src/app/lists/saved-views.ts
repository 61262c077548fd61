import { Component, ElementRef, Injector, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import type { SavedView, ViewPage } from '@samhandling/contracts';
import { Icon } from '@samhandling/ui';
import { filter, map } from 'rxjs';
import { openingView, viewParams, viewQuery } from './view-query.ts';
import { ViewsApi } from './views-api.ts';

/**
 * The views of a list: mine, the county's, and what it opens with. Choosing one goes to its address, so going back works
 * and a link shows the same list. A list opened without choices opens with its view; cleared there, it stays cleared.
 */
@Component({
  selector: 'sam-saved-views',
  imports: [Icon, RouterLink],
  templateUrl: './saved-views.html',
  styleUrl: './saved-views.scss',
  host: { '(keydown.escape)': 'close()', '(focusout)': 'leave($event)' },
})
export class SavedViews {
  readonly page = input.required<ViewPage>();
  readonly planSlug = input<string | null>(null);

  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly views = inject(ViewsApi).list(this.page, this.planSlug);
  protected readonly open = signal(false);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  private readonly search = computed(() => this.url().split('#')[0]?.split('?')[1] ?? '');
  protected readonly query = computed(() => viewQuery(this.search()));

  private readonly all = computed(() => (this.views.hasValue() ? this.views.value() : []));
  protected readonly current = computed(
    () => this.all().find((view) => viewQuery(view.query) === this.query()) ?? null,
  );
  protected readonly label = computed(() => {
    const current = this.current();
    if (current) return current.name;
    return this.query() === '' ? $localize`:@@lists.view.all:Alla` : $localize`:@@lists.view.own:Eget urval`;
  });
  protected readonly groups = computed(() =>
    [
      { heading: $localize`:@@lists.view.mine:Mina vyer`, views: this.all().filter(({ isShared }) => !isShared) },
      { heading: $localize`:@@lists.view.shared:Länets vyer`, views: this.all().filter(({ isShared }) => isShared) },
    ]
      .filter(({ views }) => views.length > 0)
      .map(({ heading, views }) => ({
        heading,
        views: views.map((view) => ({ view, params: viewParams(view.query, this.search()), note: noteOf(view) })),
      })),
  );
  protected readonly none = computed(() => viewParams('', this.search()));

  constructor() {
    const openedPlain = this.query() === '';
    const opening = effect(() => {
      if (!this.views.hasValue()) return;
      opening.destroy();
      const view = openingView(this.views.value());
      if (!openedPlain || this.query() !== '' || view === null || view.query === '') return;
      void this.router.navigate([], {
        queryParams: viewParams(view.query, ''),
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    });
  }

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  protected leave(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.host.nativeElement.contains(to)) this.open.set(false);
  }

  protected async arrange(isNew: boolean): Promise<void> {
    this.open.set(false);
    const { openViewsDialog } = await import('./views-dialog.ts');
    const changed = await openViewsDialog(this.injector, {
      page: this.page(),
      planSlug: this.planSlug(),
      query: this.query(),
      isNew,
      views: this.all(),
      reload: () => this.views.reload(),
    });
    if (changed) this.views.reload();
    this.button().nativeElement.focus();
  }
}

function noteOf(view: SavedView): string {
  if (view.isMyDefault) return $localize`:@@lists.view.opensForMe:öppnas först för mig`;
  return view.isCountyDefault ? $localize`:@@lists.view.opensForAll:öppnas först` : '';
}
