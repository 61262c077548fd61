import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationRef, pages } from '@samhandling/contracts';

/** Names of organisations, each a link to what it has promised; the group they act through in parentheses. */
@Component({
  selector: 'sam-organisation-links',
  imports: [RouterLink],
  template: `@for (organisation of organisations(); track organisation.id; let last = $last) {
      <a class="sam-link--quiet" [routerLink]="pages.organisation(organisation.id)">{{ organisation.name }}</a>{{
        last ? '' : ', '
      }}
    }
    @if (group(); as group) {
      (<a class="sam-link--quiet" [routerLink]="pages.organisation(group.id)">{{ group.name }}</a
      >)
    }
    @if (openEnded()) {
      <span>{{ more }}</span>
    }
    @if (nobody()) {
      <span class="sam-quiet">{{ none() }}</span>
    }`,
})
export class OrganisationLinks {
  readonly organisations = input.required<readonly OrganisationRef[]>();
  readonly group = input<OrganisationRef | null>(null);
  /** The plan says "m.fl.": others may join. */
  readonly openEnded = input(false);
  /** What to say when there is nobody. */
  readonly none = input('–');
  protected readonly pages = pages;
  protected readonly more = $localize`:@@plans.openEnded:m.fl.`;
  protected readonly nobody = computed(() => this.organisations().length === 0 && this.group() === null);
}
