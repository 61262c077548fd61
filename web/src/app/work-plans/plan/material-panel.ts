import { NgTemplateOutlet } from '@angular/common';
import { Component, input, output } from '@angular/core';
import type { CreateWorkPlanItemRequest, Need, WorkPlanMaterial } from '@samhandling/contracts';
import { ITEM_OUTCOME_LABELS } from '@samhandling/domain';
import { Button, Disclosure, Icon, injectSay } from '@samhandling/ui';

/** What the year can be built from: needs, what was left over, and what the plan says is done each year. */
@Component({
  selector: 'sam-material-panel',
  imports: [Button, Disclosure, Icon, NgTemplateOutlet],
  templateUrl: './material-panel.html',
  styles: `
    h3 {
      margin-top: var(--sam-space-6);
    }
    li p {
      margin: 0 0 var(--sam-space-2);
    }
  `,
})
export class MaterialPanel {
  readonly material = input.required<WorkPlanMaterial>();
  readonly busy = input(false);
  readonly chosen = output<CreateWorkPlanItemRequest>();
  readonly declined = output<Need>();

  protected readonly say = injectSay();
  protected readonly outcomes = ITEM_OUTCOME_LABELS;
  protected readonly labels = {
    yearly: $localize`:@@workPlans.material.yearly:Görs varje år enligt planen`,
    others: $localize`:@@workPlans.material.others:Planens övriga aktiviteter`,
    declined: $localize`:@@workPlans.material.declined:Avböjda behov`,
  };
}
