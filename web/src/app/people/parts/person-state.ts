import { Component, computed, input } from '@angular/core';
import { PERSON_STATE_LABELS, type PersonState } from '@samhandling/domain';
import { Icon, type IconName, injectSay } from '@samhandling/ui';

const ICONS: Readonly<Record<PersonState, IconName>> = {
  active: 'check',
  invited: 'send',
  no_account: 'answer',
  inactive: 'lock',
  left: 'sign_out',
};

/** How it is with somebody in the county, by icon and word. */
@Component({
  selector: 'sam-person-state',
  imports: [Icon],
  template: `
    <span class="sam-chip sam-chip--state" [class.sam-chip--settled]="state() === 'left'">
      <sam-icon [name]="icon()" />
      {{ say(labels[state()]) }}
    </span>
  `,
  styles: ':host { display: inline-flex; }',
})
export class PersonStateChip {
  readonly state = input.required<PersonState>();
  protected readonly say = injectSay();
  protected readonly labels = PERSON_STATE_LABELS;
  protected readonly icon = computed(() => ICONS[this.state()]);
}
