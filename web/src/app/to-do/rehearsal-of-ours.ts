import { Component, computed, inject, input } from '@angular/core';
import type { RoundPage } from '@samhandling/contracts';
import { ProblemView, Skeleton } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { RehearsalList } from '../rounds/round/rehearsal-list.ts';
import { ToDoApi } from './data/to-do-api.ts';

/** What my organisations would lack if the round were locked today. */
@Component({
  selector: 'sam-rehearsal-of-ours',
  imports: [ProblemView, RehearsalList, Skeleton],
  template: `
    @if (page(); as page) {
      <sam-rehearsal-list
        [rehearsal]="page.rehearsal"
        [state]="page.round.state"
        [organisations]="page.organisations"
      />
    } @else if (problem(); as problem) {
      <sam-problem [problem]="problem" retryable (retry)="resource.reload()" />
    } @else {
      <sam-skeleton [lines]="4" />
    }
  `,
})
export class RehearsalOfOurs {
  readonly slug = input.required<string>();
  readonly label = input.required<string>();
  private readonly session = inject(Session);
  protected readonly resource = inject(ToDoApi).round(() => ({ slug: this.slug(), label: this.label() }));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly page = computed(() => {
    if (!this.resource.hasValue()) return null;
    const { round, rehearsal, organisations } = this.resource.value();
    const ours = new Set((this.session.current()?.organisations ?? []).map(({ id }) => id));
    const groups = rehearsal.groups.filter(({ organisation }) => organisation !== null && ours.has(organisation.id));
    const items = groups.flatMap((group) => group.items);
    const blocking = items.filter((item) => item.blocking).length;
    return {
      round,
      organisations,
      rehearsal: { groups, blocking, warnings: items.length - blocking } satisfies RoundPage['rehearsal'],
    };
  });
}
