import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';
import { Tabs } from '@samhandling/ui';
import { Session } from '../../core/session.ts';

/** The places under Möten, on top of each of them. A place nobody may see is not there. */
@Component({
  selector: 'sam-meeting-places',
  imports: [RouterLink, RouterLinkActive, Tabs],
  template: `
    <nav samTabs [attr.aria-label]="label">
      @for (place of places(); track place.link) {
        <a [routerLink]="place.link" routerLinkActive ariaCurrentWhenActive="page">{{ place.label }}</a>
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-6);
    }
  `,
})
export class MeetingPlaces {
  readonly slug = input.required<string>();
  private readonly session = inject(Session);
  private readonly year = Number(dayOf(new Date()).slice(0, 4));
  protected readonly label = $localize`:@@meetings.places:Möten`;
  protected readonly places = computed(() => [
    { label: $localize`:@@meetings.places.groups:Grupper`, link: pages.groups(this.slug()) },
    { label: $localize`:@@meetings.places.decisions:Beslut`, link: pages.decisions(this.slug()) },
    { label: $localize`:@@meetings.places.wheel:Årshjul`, link: pages.yearWheel(this.slug(), this.year) },
    ...(this.session.may('needs.read')
      ? [{ label: $localize`:@@meetings.places.needs:Behov`, link: pages.needs(this.slug()) }]
      : []),
    { label: $localize`:@@meetings.places.workPlans:Verksamhetsplan`, link: pages.workPlans(this.slug()) },
  ]);
}
