import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Button, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { problemOf } from '../../core/problem.ts';

/** What a page shows before it has its data: the wait, or what went wrong and the ways on. */
@Component({
  selector: 'sam-page-states',
  imports: [Button, PageHeader, ProblemView, RouterLink, Skeleton],
  template: `
    @if (problem(); as problem) {
      <sam-page-header [heading]="heading()" />
      <sam-problem
        [problem]="problem"
        [retryable]="problem.status !== 404 && problem.status !== 403"
        (retry)="retry.emit()"
      >
        <a samButton [routerLink]="plans" i18n="@@plans.toPlans">Till planerna</a>
      </sam-problem>
    } @else {
      <sam-skeleton shape="page" [lines]="8" />
    }
  `,
})
export class PageStates {
  readonly error = input.required<unknown>();
  readonly retry = output<void>();
  protected readonly plans = pages.plans();
  protected readonly problem = computed(() => {
    const error = this.error();
    return error === undefined || error === null ? null : problemOf(error);
  });
  protected readonly heading = computed(() =>
    this.problem()?.status === 404
      ? $localize`:@@plans.missing:Det du söker finns inte här`
      : $localize`:@@plans.failed:Sidan kunde inte visas`,
  );

  constructor() {
    titleFromData(() => (this.problem() ? this.heading() : undefined));
  }
}
