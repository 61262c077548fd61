import { Component, Injector, afterNextRender, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Disposal, Retention, RetentionClass } from '@samhandling/contracts';
import { formatExact } from '@samhandling/domain';
import { Button, PageHeader, ProblemView, Skeleton, formatDay, formatInstant, injectLocale } from '@samhandling/ui';
import { problemOf } from '../core/problem.ts';
import { RecordApi } from './data/record-api.ts';
import { RetentionClassForm } from './retention-class-form.ts';
import { RoundNumbers } from './round-numbers.ts';

/** `/bevarande`: how long each kind of thing is kept, what the next gallring takes, and record numbers of reports. */
@Component({
  selector: 'sam-retention-page',
  imports: [Button, PageHeader, ProblemView, RetentionClassForm, RoundNumbers, Skeleton],
  templateUrl: './retention-page.html',
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 15rem) auto;
      gap: var(--sam-space-2) var(--sam-space-5);
      align-items: start;
    }
    .lead {
      margin-top: var(--sam-space-3);
    }
    h3 {
      font-size: var(--sam-text-body);
    }
    .term {
      font-weight: 560;
    }
    .intro {
      max-width: var(--sam-measure);
      margin-bottom: var(--sam-space-4);
    }
    @media (max-width: 48rem) {
      .row {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
    }
  `,
})
export class RetentionPage {
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  protected readonly resource = inject(RecordApi).retention();
  protected readonly retention = linkedSignal<Retention | undefined>(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly editing = signal<string | null>(null);
  protected readonly labels = { heading: $localize`:@@record.retention.title:Bevarande och gallring` };

  protected term({ years }: RetentionClass): string {
    if (years === null) return $localize`:@@record.retention.kept:Bevaras`;
    return years === 1
      ? $localize`:@@record.retention.afterOne:Gallras efter 1 år`
      : $localize`:@@record.retention.after:Gallras efter ${years}:years: år`;
  }

  /** "Nästa gallring tar 12, den äldsta från 3 maj 2015." */
  protected due({ years, due, oldest }: RetentionClass): string {
    if (years === null) return '';
    if (due === 0) return $localize`:@@record.retention.nothingDue:Inget att gallra nu`;
    const [count, day] = [formatExact(due, this.locale), oldest === null ? '' : formatDay(oldest, this.locale)];
    return $localize`:@@record.retention.due:Nästa gallring tar ${count}:count:, den äldsta från ${day}:day:`;
  }

  protected told({ at, name, count, before }: Disposal): string {
    const [when, day] = [formatInstant(at, this.locale), formatDay(before, this.locale)];
    const many = formatExact(count, this.locale);
    return $localize`:@@record.disposals.one:${when}:when:: ${name}:name:, ${many}:count: gallrade, från före ${day}:day:`;
  }

  protected edit({ id }: RetentionClass): void {
    this.editing.set(id);
    afterNextRender(() => document.querySelector<HTMLElement>('sam-retention-class-form input')?.focus(), {
      injector: this.injector,
    });
  }

  protected put(stored: RetentionClass): void {
    this.retention.update(
      (retention) =>
        retention && {
          ...retention,
          classes: retention.classes.map((rule) => (rule.id === stored.id ? stored : rule)),
        },
    );
    this.close(stored);
  }

  protected close({ id }: RetentionClass): void {
    this.editing.set(null);
    afterNextRender(() => document.getElementById(`andra-${id}`)?.focus(), { injector: this.injector });
  }
}
