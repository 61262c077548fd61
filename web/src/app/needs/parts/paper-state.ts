import { Component, input } from '@angular/core';
import type { Label } from '@samhandling/domain';
import { Icon, type IconName, injectSay } from '@samhandling/ui';

/** The state of a paper of the year's planning: square and without colour, filled when it is settled. */
@Component({
  selector: 'sam-paper-state',
  imports: [Icon],
  template: `<span class="sam-chip sam-chip--state" [class.sam-chip--settled]="settled()"
    ><sam-icon [name]="icon()" />{{ say(label()) }}</span
  >`,
  styles: ':host { display: inline-flex; }',
})
export class PaperState {
  readonly label = input.required<Label>();
  readonly icon = input.required<IconName>();
  readonly settled = input(false);
  protected readonly say = injectSay();
}
