import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ImportDifference, type ImportReview, pages } from '@samhandling/contracts';
import { DEFAULT_WORDS, capitalised } from '@samhandling/domain';
import { Icon, type IconName, injectLocale } from '@samhandling/ui';
import { Callout, Diff, FilterChip } from '@samhandling/ui/work';

type Kind = ImportDifference['kind'];
const KINDS: readonly Kind[] = ['added', 'removed', 'reworded', 'moved', 'changed'];
const ICON: Readonly<Record<Kind, IconName>> = {
  added: 'add',
  removed: 'none',
  reworded: 'edit',
  moved: 'forward',
  changed: 'person',
};

/** What the text says otherwise than a plan that exists. Reading it changes nothing, and says so. */
@Component({
  selector: 'sam-differences-step',
  imports: [Callout, Diff, FilterChip, Icon, RouterLink],
  template: `
    @if (review().comparedWith; as plan) {
      @if (all().length === 0) {
        <sam-callout kind="good" [heading]="labels.same">
          <p>
            <ng-container i18n="@@imports.differences.sameText">Ord för ord samma som</ng-container>&ngsp;
            <a [routerLink]="pages.plan(plan.slug)" lang="sv">{{ plan.title }}</a>.
            <ng-container i18n="@@imports.differences.nothing">Ingenting har ändrats.</ng-container>
          </p>
        </sam-callout>
      } @else {
        <sam-callout [heading]="labels.unchanged">
          <p>
            <ng-container i18n="@@imports.differences.text">Texten jämförs med</ng-container>&ngsp;
            <a [routerLink]="pages.plan(plan.slug)" lang="sv">{{ plan.title }}</a>.
            <ng-container i18n="@@imports.differences.new"
              >Den planen ändras inte av inläsningen. Skapar du en plan av texten blir det en ny plan
              bredvid.</ng-container
            >
          </p>
        </sam-callout>
        <div class="sam-row filters">
          @for (one of filters(); track one.kind) {
            <sam-filter-chip
              [label]="one.label"
              [count]="one.count"
              [on]="shownKind() === one.kind"
              (toggled)="filter($event ? one.kind : null)"
            />
          }
        </div>
        <ul class="sam-rows">
          @for (difference of shown(); track $index) {
            <li>
              <p class="head">
                <sam-icon [name]="icon(difference)" /> <strong>{{ kindWord(difference.kind) }}</strong>
                <span>{{ whatWord(difference) }}</span>
              </p>
              @if (difference.kind === 'reworded' || difference.kind === 'changed') {
                <sam-diff [before]="difference.before" [after]="difference.after" />
              } @else if (difference.kind === 'moved') {
                <p>{{ difference.before }} → {{ difference.after }}</p>
              } @else if (difference.kind === 'removed') {
                <sam-diff [before]="difference.before" after="" />
              } @else {
                <sam-diff before="" [after]="difference.after" />
              }
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    .filters {
      margin: var(--sam-space-4) 0;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-2);
      align-items: center;
      margin-bottom: var(--sam-space-1);
    }
  `,
})
export class DifferencesStep {
  readonly review = input.required<ImportReview>();
  /** From `?skillnad=`. */
  readonly kind = input<string>();

  protected readonly pages = pages;
  private readonly router = inject(Router);
  private readonly words = DEFAULT_WORDS[injectLocale()];
  protected readonly labels = {
    same: $localize`:@@imports.differences.same:Texten är densamma`,
    unchanged: $localize`:@@imports.differences.unchanged:Ingenting har ändrats`,
  };
  protected readonly all = computed(() => this.review().differences ?? []);
  protected readonly shownKind = computed(() => KINDS.find((kind) => kind === this.kind()) ?? null);
  protected readonly filters = computed(() =>
    KINDS.map((kind) => ({
      kind,
      label: this.kindWord(kind),
      count: this.all().filter((difference) => difference.kind === kind).length,
    })).filter((one) => one.count > 0),
  );
  protected readonly shown = computed(() => {
    const kind = this.shownKind();
    return this.all().filter((difference) => kind === null || difference.kind === kind);
  });

  protected filter(kind: Kind | null): void {
    void this.router.navigate([], { queryParams: { skillnad: kind }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected icon(difference: ImportDifference): IconName {
    return ICON[difference.kind];
  }

  protected kindWord(kind: Kind): string {
    switch (kind) {
      case 'added':
        return $localize`:@@imports.difference.added:Tillagt`;
      case 'removed':
        return $localize`:@@imports.difference.removed:Borttaget`;
      case 'reworded':
        return $localize`:@@imports.difference.reworded:Omformulerat`;
      case 'moved':
        return $localize`:@@imports.difference.moved:Flyttat`;
      case 'changed':
        return $localize`:@@imports.difference.changed:Ändrat`;
    }
  }

  protected whatWord({ what, reference }: ImportDifference): string {
    return `${this.nameOf(what)} ${reference}`.trim();
  }

  private nameOf(what: ImportDifference['what']): string {
    switch (what) {
      case 'goal':
        return capitalised(this.words.goal.one);
      case 'area':
        return capitalised(this.words.area.one);
      case 'activity':
        return capitalised(this.words.activity.one);
      case 'indicator':
        return $localize`:@@imports.difference.indicator:Uppföljning`;
      case 'actor':
        return $localize`:@@imports.difference.actor:Aktörer`;
      case 'tip':
        return $localize`:@@imports.difference.tip:Tips`;
      case 'text':
        return $localize`:@@imports.difference.text:Inledande text`;
    }
  }
}
