import { Component, DOCUMENT, inject } from '@angular/core';
import { PageHeader, ProblemView } from '@samhandling/ui';
import { NavigationProblem } from '../core/navigation-problem.ts';
import { problemOf } from '../core/problem.ts';

@Component({
  selector: 'sam-problem-page',
  imports: [PageHeader, ProblemView],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="heading" />
      <sam-problem [problem]="problem" retryable (retry)="reload()" />
    </div>
  `,
})
export class ProblemPage {
  protected readonly heading = $localize`:@@layout.problem.heading:Sidan gick inte att öppna`;
  protected readonly problem = inject(NavigationProblem).current() ?? problemOf(null);
  private readonly document = inject(DOCUMENT);

  protected reload(): void {
    this.document.location.reload();
  }
}
