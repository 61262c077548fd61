import { Component, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Problem, pages } from '@samhandling/contracts';
import { Breadcrumb, Button, PageHeader, ProblemView, Skeleton } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { CurrentPlan } from '../../core/current-plan.ts';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { GroupsApi } from '../data/groups-api.ts';
import { type GroupValues, NEW_GROUP, inputOf } from '../data/group-values.ts';
import { GroupForm } from './group-form.ts';

/** `/plan/:slug/grupper/ny`. What is typed is kept in the browser until it is saved. */
@Component({
  selector: 'sam-new-group-page',
  imports: [Breadcrumb, Button, Callout, GroupForm, PageHeader, ProblemView, RouterLink, Skeleton],
  template: `
    <div class="sam-page sam-page--narrow">
      <sam-page-header [heading]="labels.heading">
        <sam-breadcrumb>
          @if (plan(); as plan) {
            <a [routerLink]="pages.plan(slug())" lang="sv">{{ plan.title }}</a>
          }
          <a [routerLink]="pages.groups(slug())" i18n="@@groups.title">Grupper</a>
        </sam-breadcrumb>
      </sam-page-header>
      @if (choices.hasValue()) {
        @if (restored()) {
          <sam-callout class="restored">
            <p i18n="@@groups.new.restored">Det du skrev förra gången men inte sparade finns kvar här.</p>
            <button samButton small type="button" (click)="clear()" i18n="@@groups.new.clear">Börja om</button>
          </sam-callout>
        }
        <sam-group-form
          [choices]="choices.value()"
          [(values)]="values"
          [problem]="problem()"
          [tried]="tried()"
          [busy]="busy()"
          [saveWords]="labels.save"
          (sent)="save()"
        >
          <a samButton [routerLink]="pages.groups(slug())" i18n="@@groups.form.cancel">Avbryt</a>
        </sam-group-form>
      } @else if (loadProblem(); as problem) {
        <sam-problem [problem]="problem" [retryable]="problem.status !== 404" (retry)="choices.reload()" />
      } @else {
        <sam-skeleton shape="text" [lines]="8" />
      }
    </div>
  `,
  styles: `
    .restored {
      margin-bottom: var(--sam-space-5);
    }
  `,
})
export class NewGroupPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  private readonly api = inject(GroupsApi);
  private readonly drafts = inject(DraftStore);
  private readonly router = inject(Router);
  protected readonly plan = inject(CurrentPlan).plan;
  protected readonly choices = this.api.choices(this.slug);
  protected readonly loadProblem = computed(() => {
    const error = this.choices.error();
    return error ? problemOf(error) : null;
  });
  private readonly draft = linkedSignal(() => this.drafts.read(this.resource(), isValues)?.value ?? null);
  protected readonly values = linkedSignal<GroupValues>(() => this.draft() ?? NEW_GROUP);
  protected readonly restored = computed(() => this.draft() !== null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  private readonly form = viewChild(GroupForm);
  private readonly done = signal(false);
  private readonly dirty = computed(() => !this.done() && JSON.stringify(this.values()) !== JSON.stringify(NEW_GROUP));
  protected readonly labels = {
    heading: $localize`:@@groups.new.title:Ny grupp`,
    save: $localize`:@@groups.new.save:Skapa gruppen`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const values = this.values();
      if (this.dirty()) this.drafts.keep(this.resource(), values);
      else this.drafts.discard(this.resource());
    });
  }

  protected clear(): void {
    this.draft.set(null);
    this.values.set(NEW_GROUP);
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.tried.set(true);
    this.problem.set(null);
    if (!this.form()?.isSound()) {
      this.form()?.focusError();
      return;
    }
    this.busy.set(true);
    try {
      const group = await this.api.create(this.slug(), inputOf(this.values()));
      this.done.set(true);
      this.drafts.discard(this.resource());
      await this.router.navigateByUrl(pages.group(group.id));
    } catch (error) {
      this.problem.set(problemOf(error));
      this.form()?.focusError();
    } finally {
      this.busy.set(false);
    }
  }

  private resource(): string {
    return `group/new/${this.slug()}`;
  }
}

function isValues(value: unknown): value is GroupValues {
  if (typeof value !== 'object' || value === null) return false;
  const texts = new Map<string, unknown>(Object.entries(value));
  return Object.keys(NEW_GROUP).every((name) => typeof texts.get(name) === 'string');
}
