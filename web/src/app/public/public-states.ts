import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Button, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { titleFromData } from '../core/data-title.ts';
import { problemOf } from '../core/problem.ts';

/** What a public page shows before it has its data: the wait, or why there is nothing and the way on. */
@Component({
  selector: 'sam-public-states',
  imports: [Button, PageHeader, ProblemView, RouterLink, Skeleton],
  template: `
    @if (problem(); as problem) {
      <sam-page-header [heading]="heading()" />
      @if (problem.status === 404) {
        <p class="sam-prose">{{ problem.detail }}</p>
      } @else {
        <sam-problem [problem]="problem" retryable (retry)="retry.emit()" />
      }
      <p class="on"><a samButton [routerLink]="counties" i18n="@@public.toCounties">Alla publicerade planer</a></p>
    } @else {
      <sam-skeleton shape="page" [lines]="8" />
    }
  `,
  styles: `
    .on {
      margin-top: var(--sam-space-6);
    }
  `,
})
export class PublicStates {
  readonly error = input.required<unknown>();
  readonly retry = output<void>();
  protected readonly counties = pages.publicCounties();
  protected readonly problem = computed(() => {
    const error = this.error();
    return error === undefined || error === null ? null : problemOf(error);
  });
  protected readonly heading = computed(() =>
    this.problem()?.status === 404
      ? $localize`:@@public.missing:Det här är inte publicerat`
      : $localize`:@@public.failed:Sidan kunde inte visas`,
  );

  constructor() {
    titleFromData(() => (this.problem() ? this.heading() : undefined));
  }
}
