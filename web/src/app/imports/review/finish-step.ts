import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Button, Icon, ProblemView } from '@samhandling/ui';
import { Callout } from '@samhandling/ui/work';
import { Confirm } from '../../core/confirm.ts';
import { CurrentPlan } from '../../core/current-plan.ts';
import { Messages } from '../../core/messages.ts';
import { leftOf } from '../data/places.ts';
import { ReviewStore } from './review-store.ts';

/** The last step: what stands in the way in words, and then the plan in one piece, or nothing at all. */
@Component({
  selector: 'sam-finish-step',
  imports: [Button, Callout, Icon, ProblemView],
  template: `
    @if (store.review(); as review) {
      <div class="sam-stack">
        @if (review.blockedBy.length > 0) {
          <sam-callout kind="warning" [heading]="labels.blocked">
            <ul>
              @for (reason of review.blockedBy; track reason) {
                <li>{{ reason }}</li>
              }
            </ul>
          </sam-callout>
        } @else {
          <p i18n="@@imports.finish.ready">
            Allt som behövs är på plats. Planen skapas som ett utkast som du kan ändra i tills den antas.
          </p>
        }
        @if (notes().length > 0) {
          <ul class="notes">
            @for (note of notes(); track note) {
              <li>{{ note }}</li>
            }
          </ul>
        }
        @if (problem()) {
          @if (store.problem(); as problem) {
            <sam-problem [problem]="problem" />
          }
        }
        <div class="sam-buttons">
          <button
            samButton="primary"
            type="button"
            [busy]="busy()"
            [disabled]="review.blockedBy.length > 0"
            (click)="create()"
          >
            <sam-icon name="check" /><ng-container i18n="@@imports.finish.create">Skapa planen</ng-container>
          </button>
          <button samButton="quiet" type="button" (click)="discard()" i18n="@@imports.finish.discard">
            Kassera inläsningen
          </button>
        </div>
      </div>
    }
  `,
  styles: `
    .notes {
      max-width: var(--sam-measure);
      padding-left: 1.2rem;
      color: var(--sam-ink-quiet);
    }
  `,
})
export class FinishStep {
  protected readonly store = inject(ReviewStore);
  private readonly router = inject(Router);
  private readonly messages = inject(Messages);
  private readonly confirm = inject(Confirm);
  private readonly plans = inject(CurrentPlan);
  protected readonly busy = signal(false);
  protected readonly problem = signal(false);
  protected readonly labels = {
    blocked: $localize`:@@imports.finish.blocked:Det här återstår innan planen kan skapas`,
  };
  protected readonly notes = computed(() => {
    const review = this.store.review();
    if (!review) return [];
    const left = leftOf(review);
    const notes: string[] = [];
    if (left.indicators > 0)
      notes.push(
        $localize`:@@imports.finish.indicatorsLeft:${left.indicators}:count: indikatorer har inget svar än. De följer med som förslag som någon kan avgöra senare.`,
      );
    if (left.flags > 0)
      notes.push($localize`:@@imports.finish.flagsLeft:${left.flags}:count: flaggor är inte sedda. De hindrar inget.`);
    const added = new Set(
      review.actors.flatMap(({ decision }) => (decision?.use === 'new' ? [decision.name.toLocaleLowerCase('sv')] : [])),
    ).size;
    if (added > 0)
      notes.push($localize`:@@imports.finish.newOrganisations:${added}:count: nya organisationer läggs till.`);
    return notes;
  });

  protected async create(): Promise<void> {
    this.busy.set(true);
    this.problem.set(false);
    const slug = await this.store.complete();
    this.busy.set(false);
    if (slug === null) {
      this.problem.set(true);
      return;
    }
    this.plans.reload();
    this.messages.say($localize`:@@imports.finish.created:Planen är skapad`);
    await this.router.navigateByUrl(pages.plan(slug));
  }

  protected async discard(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`:@@imports.discard.heading:Kassera inläsningen?`,
      text: $localize`:@@imports.discard.text:Texten och det du har svarat försvinner från listan. Inga planer eller organisationer påverkas.`,
      yes: $localize`:@@imports.discard.yes:Kassera`,
      danger: true,
    });
    if (!sure) return;
    if (await this.store.discard()) {
      this.messages.say($localize`:@@imports.discard.done:Inläsningen är kasserad`);
      await this.router.navigateByUrl(pages.imports());
    } else this.problem.set(true);
  }
}
