import { Component, afterNextRender, inject, output, signal, viewChild, ElementRef } from '@angular/core';
import { FormField, form, maxLength, required, submit, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { CurrentPlan } from '../../core/current-plan.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { PlansApi } from '../data/plans-api.ts';

const MOST_TITLE = 500;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A year as typed, or null when it is none. */
export function yearOf(text: string): number | null {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : null;
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** An empty plan: what it is called and which years it covers. The rest is written in the editor it leads to. */
@Component({
  selector: 'sam-create-plan-form',
  imports: [Button, Field, FormField, Input, ProblemView],
  templateUrl: './create-plan-form.html',
  styles: `
    .years {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-4);
    }
    .years > * {
      flex: 0 1 10rem;
    }
  `,
})
export class CreatePlanForm {
  readonly cancelled = output<void>();

  private readonly api = inject(PlansApi);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentPlan);
  private readonly first = viewChild.required<string, ElementRef<HTMLElement>>('first', { read: ElementRef });
  private readonly year = new Date().getFullYear();
  private readonly start = { title: '', theme: '', firstYear: String(this.year + 1), lastYear: String(this.year + 4) };
  private done = false;

  protected readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => {
    required(path.title, { message: $localize`:@@plans.create.titleMissing:Skriv vad planen heter.` });
    maxLength(path.title, MOST_TITLE, {
      message: $localize`:@@plans.create.titleLong:Namnet får ha högst 500 tecken.`,
    });
    for (const year of [path.firstYear, path.lastYear]) {
      validate(year, ({ value }) =>
        yearOf(value()) === null
          ? {
              kind: 'year',
              message: $localize`:@@plans.create.year:Skriv ett årtal med fyra siffror, till exempel 2027.`,
            }
          : undefined,
      );
    }
    validate(path.lastYear, ({ value, valueOf }) => {
      const first = yearOf(valueOf(path.firstYear));
      const last = yearOf(value());
      return first !== null && last !== null && last < first
        ? { kind: 'order', message: $localize`:@@plans.create.yearOrder:Sista året kan inte vara före första året.` }
        : undefined;
    });
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly labels = {
    title: $localize`:@@plans.create.title:Planens namn`,
    theme: $localize`:@@plans.create.theme:Tema`,
    themeHint: $localize`:@@plans.create.themeHint:Vad planen handlar om, till exempel ANDTS eller brottsförebyggande arbete`,
    firstYear: $localize`:@@plans.create.firstYear:Första år`,
    lastYear: $localize`:@@plans.create.lastYear:Sista år`,
  };
  protected readonly pointers = {
    '/title': this.labels.title,
    '/theme': this.labels.theme,
    '/firstYear': this.labels.firstYear,
    '/lastYear': this.labels.lastYear,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && (this.model().title !== '' || this.model().theme !== ''));
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected errors(name: 'title' | 'theme' | 'firstYear' | 'lastYear'): string[] {
    const field = this.form[name]();
    return field.touched() ? field.errors().map((error) => error.message ?? '') : [];
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.problem.set(null);
    await submit(this.form, async () => {
      this.busy.set(true);
      try {
        const { title, theme, firstYear, lastYear } = this.model();
        const plan = await this.api.create({
          title: title.trim(),
          theme: theme.trim(),
          firstYear: yearOf(firstYear) ?? this.year,
          lastYear: yearOf(lastYear) ?? this.year,
        });
        this.done = true;
        this.current.reload();
        await this.router.navigateByUrl(pages.editPlan(plan.slug));
      } catch (error) {
        this.problem.set(problemOf(error));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
