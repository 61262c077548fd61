import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import type { RoundRef } from '@samhandling/contracts';
import { ROUND_STATE_LABELS } from '@samhandling/domain';
import { Field, Input, injectSay } from '@samhandling/ui';
import { roundName } from '../data/plan-words.ts';

/** Which round the page is about. The choice is in the address (`omgang`), so a link shows the same figures. */
@Component({
  selector: 'sam-round-select',
  imports: [Field, Input],
  template: `
    @if (options().length > 1) {
      <sam-field class="field" [label]="label">
        <select samInput [value]="current()?.label ?? ''" (change)="choose($event)">
          @for (option of options(); track option.label) {
            <option [value]="option.label" [selected]="option.label === current()?.label">{{ option.words }}</option>
          }
        </select>
      </sam-field>
    } @else if (options()[0]; as only) {
      <p class="sam-quiet">{{ label }} {{ only.words }}</p>
    }
  `,
  styles: `
    .field {
      max-width: 18rem;
    }
  `,
})
export class RoundSelect {
  readonly rounds = input.required<readonly RoundRef[]>();
  readonly current = input.required<RoundRef | null>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly say = injectSay();
  protected readonly label = $localize`:@@plans.round.label:Omgång`;

  protected readonly options = computed(() =>
    this.rounds().map((round) => ({
      label: round.label,
      words: `${roundName(round)} – ${this.say(ROUND_STATE_LABELS[round.state]).toLocaleLowerCase('sv')}`,
    })),
  );

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { omgang: event.target.value, sida: null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
