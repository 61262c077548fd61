import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Organisation, pages } from '@samhandling/contracts';
import { ORGANISATION_KIND_LABELS, type OrganisationKind } from '@samhandling/domain';
import { Button, Empty, Field, Icon, Input, PageHeader, ProblemView, Skeleton, injectSay } from '@samhandling/ui';
import { FilterChip, Table } from '@samhandling/ui/work';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { findOrganisations, kindWords, kindsOf } from '../data/organisation-list.ts';
import { OrganisationsApi } from '../data/organisations-api.ts';
import { OrganisationForm } from '../organisation/organisation-form.ts';

/** `/organisationer`: everybody the county's plans name. */
@Component({
  selector: 'sam-organisation-list-page',
  imports: [
    Button,
    Empty,
    Field,
    FilterChip,
    Icon,
    Input,
    OrganisationForm,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
    Table,
  ],
  templateUrl: './organisation-list-page.html',
  styleUrl: './organisation-list-page.scss',
})
export class OrganisationListPage {
  /** Search text, from the address. */
  readonly sok = input<string>();
  /** Kinds, from the address. */
  readonly slag = input<string | string[]>();

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly messages = inject(Messages);
  protected readonly say = injectSay();
  protected readonly kindLabels = ORGANISATION_KIND_LABELS;
  protected readonly resource = inject(OrganisationsApi).list();
  protected readonly adding = signal(false);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly kinds = computed(() => kindsOf(this.slag()));
  protected readonly found = computed(() =>
    findOrganisations(this.resource.hasValue() ? this.resource.value() : [], this.sok() ?? '', this.kinds()),
  );
  protected readonly narrowed = computed(() => (this.sok() ?? '') !== '' || this.kinds().length > 0);
  protected readonly result = computed(() => {
    if (!this.resource.hasValue()) return '';
    const count = this.found().items.length;
    return count === 1
      ? $localize`:@@organisations.one:1 organisation`
      : $localize`:@@organisations.many:${count}:count: organisationer`;
  });
  protected readonly labels = {
    heading: $localize`:@@organisations.title:Organisationer`,
    search: $localize`:@@organisations.search:Sök på namn`,
    kinds: $localize`:@@organisations.kinds:Slag`,
    kind: $localize`:@@organisations.kind:Slag`,
    responsible: $localize`:@@organisations.responsibleFor:Ansvarar för`,
    partner: $localize`:@@organisations.partnerIn:Samverkar i`,
    emptyFound: $localize`:@@organisations.emptyFound:Ingen organisation passar in`,
    empty: $localize`:@@organisations.empty:Här finns inga organisationer än`,
  };

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.go({ sok: event.target.value || null }, true);
  }

  protected toggle(kind: OrganisationKind, on: boolean): void {
    const kinds = this.kinds();
    this.go({ slag: kindWords(on ? [...kinds, kind] : kinds.filter((one) => one !== kind)) }, false);
  }

  protected clear(): void {
    this.go({ sok: null, slag: null }, false);
  }

  protected added(organisation: Organisation): void {
    this.adding.set(false);
    this.resource.reload();
    this.messages.say($localize`:@@organisations.added:${organisation.name}:name: är tillagd`);
  }

  private go(queryParams: Record<string, string | string[] | null>, replaceUrl: boolean): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }
}
