import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Organisation, pages } from '@samhandling/contracts';
import { ORGANISATION_KIND_LABELS } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Disclosure,
  Empty,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { titleFromData } from '../../core/data-title.ts';
import { keepLast } from '../../core/keep-last.ts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { OrganisationUndertakings } from '../../decisions/parts/undertakings-section.ts';
import { OrganisationContactPart } from '../../mail/organisation-contact.ts';
import { OrganisationsApi } from '../data/organisations-api.ts';
import { CommitmentSection } from './commitment-section.ts';
import { OrganisationForm } from './organisation-form.ts';

/** `/organisation/:id`, "Vårt åtagande": what the organisation has promised, how it stands and what is late. */
@Component({
  selector: 'sam-organisation-page',
  imports: [
    Breadcrumb,
    Button,
    CommitmentSection,
    Disclosure,
    Empty,
    Icon,
    OrganisationContactPart,
    OrganisationForm,
    OrganisationUndertakings,
    PageHeader,
    ProblemView,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './organisation-page.html',
  styles: `
    .edit,
    .members {
      display: block;
      margin-bottom: var(--sam-space-6);
    }
  `,
})
export class OrganisationPage {
  readonly id = input.required<string>();
  readonly omgang = input<string>();

  protected readonly pages = pages;
  protected readonly session = inject(Session);
  private readonly messages = inject(Messages);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly resource = inject(OrganisationsApi).commitment(this.id, this.omgang);
  protected readonly page = keepLast(this.resource);
  protected readonly editing = signal(false);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly isOurs = computed(
    () => this.session.current()?.organisations.some((organisation) => organisation.id === this.id()) ?? false,
  );
  /** "Vårt" for those who belong to it. */
  protected readonly reference = computed(() => {
    return this.isOurs()
      ? $localize`:@@organisations.ourCommitment:Vårt åtagande`
      : $localize`:@@organisations.commitment:Åtagande`;
  });
  protected readonly meta = computed(() => {
    const organisation = this.page()?.organisation;
    if (!organisation) return '';
    const kind = this.say(ORGANISATION_KIND_LABELS[organisation.kind]);
    const names = organisation.aliases.join(', ');
    return names === '' ? kind : $localize`:@@organisations.meta:${kind}:kind: · Kallas även ${names}:names:`;
  });
  protected readonly members = computed(() => {
    const members = this.page()?.organisation.members ?? [];
    return members.map((member) => ({ ...member, when: this.period(member.from, member.to) }));
  });
  /** Plans in which the organisation has something to do. */
  protected readonly plans = computed(() =>
    (this.page()?.plans ?? []).filter(
      (plan) => plan.responsible.length + plan.partner.length + plan.throughCollective.length > 0,
    ),
  );
  protected readonly labels = {
    members: $localize`:@@organisations.members:Medlemmar`,
    failed: $localize`:@@organisations.failed:Organisationen kunde inte visas`,
    empty: $localize`:@@organisations.noCommitment:Inget åtagande i någon plan`,
  };

  constructor() {
    titleFromData(() => this.page()?.organisation.name);
  }

  protected print(): void {
    this.window?.print();
  }

  protected saved(organisation: Organisation): void {
    this.editing.set(false);
    this.resource.reload();
    this.messages.say($localize`:@@organisations.saved:${organisation.name}:name: är sparad`);
  }

  private period(from: string | null, to: string | null): string {
    const first = from === null ? '' : formatDay(from, this.locale);
    const last = to === null ? '' : formatDay(to, this.locale);
    if (first !== '' && last !== '') return `${first} – ${last}`;
    if (last !== '') return $localize`:@@organisations.until:till ${last}:day:`;
    return first === '' ? '' : $localize`:@@organisations.since:från ${first}:day:`;
  }
}
