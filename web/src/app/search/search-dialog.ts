import { Dialog, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, ElementRef, type Injector, computed, effect, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { type SearchAnswer, paths } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import { Button, Icon, injectLocale } from '@samhandling/ui';
import { DIALOG_OPTIONS } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { CurrentPlan } from '../core/current-plan.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { Words } from '../core/words.ts';
import { Navigation } from '../layout/navigation.ts';
import { morePlaces, placesFor } from './search-pages.ts';

type Kind = SearchAnswer['groups'][number]['kind'];

/** So long after the last key the server is asked: short enough to feel at once, long enough for a word. */
const PAUSE_MS = 120;

/** One search over the pages and everything one may read: type, arrow down, Enter. Escape goes back to where one was. */
@Component({
  selector: 'sam-search-dialog',
  imports: [Button, Icon],
  templateUrl: './search-dialog.html',
  styleUrl: './search-dialog.scss',
})
export class SearchDialog {
  protected readonly ref = inject(DialogRef);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly plan = inject(CurrentPlan);
  private readonly words = inject(Words);
  private readonly navigation = inject(Navigation);
  private readonly locale = injectLocale();
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly label = $localize`:@@search.label:Sök i planen och allt som hör till`;
  protected readonly listLabel = $localize`:@@search.results:Träffar`;
  protected readonly typed = signal('');
  private readonly asked = signal('');
  protected readonly active = signal(0);

  private readonly answer = httpResource<SearchAnswer>(() =>
    this.asked().length < 2 ? undefined : { url: paths.search(), params: { q: this.asked() } },
  );

  private readonly places = computed(() => [
    ...this.navigation.items(),
    ...morePlaces(this.plan.slug(), this.plan.round()?.label ?? null, (permission) => this.session.may(permission)),
  ]);

  protected readonly groups = computed(() => {
    const found = this.answer.hasValue() ? this.answer.value().groups : [];
    const pages = placesFor(this.typed(), this.places(), this.locale);
    const all = [...(pages.length > 0 ? [{ kind: 'page' as const, items: pages.slice(0, 6) }] : []), ...found];
    let place = 0;
    return all.map(({ kind, items }) => ({
      kind,
      heading: this.headings()[kind],
      items: items.map((item) => ({ ...item, index: place++ })),
    }));
  });
  protected readonly items = computed(() => this.groups().flatMap(({ items }) => items));

  private readonly headings = computed<Readonly<Record<Kind, string>>>(() => {
    const words = this.words.current();
    return {
      page: $localize`:@@search.kind.page:Sidor`,
      activity: capitalised(words.activity.many),
      goal: capitalised(words.goal.many),
      organisation: $localize`:@@search.kind.organisation:Organisationer`,
      decision: $localize`:@@search.kind.decision:Beslut`,
      action_point: $localize`:@@search.kind.actionPoint:Att göra efter möten`,
      lift: $localize`:@@search.kind.lift:Lyfta frågor`,
      event: $localize`:@@search.kind.event:Händelser`,
      indicator: $localize`:@@search.kind.indicator:Indikatorer`,
      follow_up: $localize`:@@search.kind.followUp:Uppföljningar`,
      plan: $localize`:@@search.kind.plan:Planer`,
    };
  });

  /** Said aloud when the hits have changed, so that nobody has to look for them. */
  protected readonly status = computed(() => {
    const typed = this.typed().trim();
    if (typed.length < 2) return $localize`:@@search.status.start:Skriv minst två tecken.`;
    const error = this.answer.error();
    if (error !== undefined) return problemOf(error).detail;
    if (this.answer.isLoading() || this.asked() !== typed) return $localize`:@@search.status.searching:Söker …`;
    const many = this.items().length;
    if (many === 0)
      return $localize`:@@search.status.none:Inget hittades för ”${typed}:words:”. Prova färre eller andra ord.`;
    return many === 1
      ? $localize`:@@search.status.one:En träff.`
      : $localize`:@@search.status.many:${many}:count: träffar.`;
  });

  constructor() {
    effect((onCleanup) => {
      const typed = this.typed().trim();
      const wait = setTimeout(() => this.asked.set(typed), PAUSE_MS);
      onCleanup(() => clearTimeout(wait));
    });
    effect(() => {
      this.items();
      this.active.set(0);
    });
    effect(() => {
      const active = this.active();
      this.list()
        ?.nativeElement.querySelector(`#sam-hit-${String(active)}`)
        ?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.items().length - 1;
    const moves: Readonly<Record<string, () => number>> = {
      ArrowDown: () => (this.active() >= last ? 0 : this.active() + 1),
      ArrowUp: () => (this.active() <= 0 ? Math.max(last, 0) : this.active() - 1),
      PageDown: () => Math.min(this.active() + 5, Math.max(last, 0)),
      PageUp: () => Math.max(this.active() - 5, 0),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.active.set(move());
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = this.items()[this.active()];
      if (item) this.go(item.link);
    }
  }

  protected go(link: string): void {
    this.ref.close();
    void this.router.navigateByUrl(link);
  }
}

export async function openSearchDialog(injector: Injector): Promise<void> {
  const ref = injector.get(Dialog).open(SearchDialog, {
    ...DIALOG_OPTIONS,
    autoFocus: 'input',
    ariaLabel: $localize`:@@search.heading:Sök`,
  });
  await firstValueFrom(ref.closed, { defaultValue: undefined });
}
