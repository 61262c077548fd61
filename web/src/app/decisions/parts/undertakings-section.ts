import { Component, computed, inject, input } from '@angular/core';
import { keepLast } from '../../core/keep-last.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { together } from '../data/undertaking.ts';
import { UndertakingRows } from './undertaking-rows.ts';

/** What an organisation is to do after meetings. Nothing is shown where nothing was ever asked of it. */
@Component({
  selector: 'sam-organisation-undertakings',
  imports: [UndertakingRows],
  template: `
    @if (rows().length > 0) {
      <section class="sam-section" aria-labelledby="beslut">
        <h2 id="beslut" i18n="@@decisions.organisation">Beslut och uppgifter från möten</h2>
        <sam-undertaking-rows [rows]="rows()" (changed)="resource.reload()" />
      </section>
    }
  `,
})
export class OrganisationUndertakings {
  readonly organisationId = input.required<string>();
  protected readonly resource = inject(DecisionsApi).ofOrganisation(this.organisationId);
  private readonly found = keepLast(this.resource);
  protected readonly rows = computed(() => {
    const found = this.found();
    return found ? together(found.decisions, found.actionPoints) : [];
  });
}

/** One's own open action points and decisions, among what else there is to do. */
@Component({
  selector: 'sam-own-undertakings',
  imports: [UndertakingRows],
  template: `
    @if (rows().length > 0) {
      <section class="sam-section" aria-labelledby="fran-moten">
        <h2 id="fran-moten">
          <ng-container i18n="@@decisions.own">Från möten</ng-container>&ngsp;
          <span class="sam-quiet">({{ rows().length }})</span>
        </h2>
        <sam-undertaking-rows [rows]="rows()" (changed)="resource.reload()" />
      </section>
    }
  `,
})
export class OwnUndertakings {
  protected readonly resource = inject(DecisionsApi).mine();
  private readonly found = keepLast(this.resource);
  protected readonly rows = computed(() => {
    const found = this.found();
    return found ? together(found.decisions, found.actionPoints).filter(({ isOpen }) => isOpen) : [];
  });
}
