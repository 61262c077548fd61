import { Component, computed, inject, input, signal } from '@angular/core';
import type { Plan, Problem } from '@samhandling/contracts';
import { Button, Icon, ProblemView } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { Confirm } from '../../core/confirm.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { EditingApi } from '../data/editing-api.ts';
import { EditStore } from '../edit-store.ts';

/** Adoption: from then on the wording stands. The server says whether it can be done and, if not, why. */
@Component({
  selector: 'sam-adopt-plan',
  imports: [Button, Callout, Icon, ProblemView],
  template: `
    @if (offer(); as offer) {
      <h2 i18n="@@editing.adopt.heading">Anta planen</h2>
      <div class="sam-stack">
        <p class="sam-prose" i18n="@@editing.adopt.text">
          När planen är antagen står texten fast. Uppföljningen kan börja, och hur indikatorerna mäts går fortfarande
          att bestämma.
        </p>
        @if (!offer.allowed) {
          <sam-callout [heading]="labels.not">
            <ul>
              @for (reason of offer.reasons; track reason) {
                <li>{{ reason }}</li>
              }
            </ul>
          </sam-callout>
        }
        @if (problem(); as problem) {
          <sam-problem [problem]="problem" />
        }
        <button samButton type="button" [busy]="busy()" [disabled]="!offer.allowed" (click)="adopt()">
          <sam-icon name="lock" />{{ offer.label }}
        </button>
      </div>
    }
  `,
})
export class AdoptPlan {
  readonly plan = input.required<Plan>();
  private readonly api = inject(EditingApi);
  private readonly store = inject(EditStore);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly unsaved = inject(UnsavedChanges);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = { not: $localize`:@@editing.adopt.not:Planen kan inte antas än` };
  protected readonly offer = computed(() => this.plan().transitions.find(({ name }) => name === 'adopt') ?? null);

  protected async adopt(): Promise<void> {
    if (this.unsaved.any()) {
      this.messages.fail($localize`:@@editing.adopt.unsaved:Spara eller ångra dina ändringar först.`);
      return;
    }
    const sure = await this.confirm.ask({
      heading: $localize`:@@editing.adopt.sure:Anta planen?`,
      text: $localize`:@@editing.adopt.sureText:Efter det kan texten inte ändras här. Det går inte att ångra.`,
      yes: $localize`:@@editing.adopt.yes:Anta planen`,
    });
    if (!sure) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const plan = this.plan();
      this.store.setPlan(await this.api.transition(plan.slug, plan.version, 'adopt'));
      await this.store.refresh();
      this.messages.say($localize`:@@editing.adopt.done:Planen är antagen`);
    } catch (error) {
      this.problem.set(problemOf(error));
      await this.store.refresh().catch(() => undefined);
    } finally {
      this.busy.set(false);
    }
  }
}
