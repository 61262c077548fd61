import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EventListItem, pages } from '@samhandling/contracts';
import { formatNumber, formatWeek } from '@samhandling/domain';
import { formatDay, injectLocale } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { eventName } from '../data/event-words.ts';

/** Municipalities or organisations named in full; more than so many are counted, with all the names in the title's place on the event's page. */
const MOST_NAMED = 3;

/** The events of a page of the list: a table, on a phone a list. */
@Component({
  selector: 'sam-event-table',
  imports: [RouterLink, Table],
  template: `
    <table samTable stacked>
      <caption class="sam-visually-hidden">
        {{
          labels.caption
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="day">{{ labels.day }}</th>
          <th scope="col">{{ labels.event }}</th>
          <th scope="col">{{ activityWord() }}</th>
          <th scope="col">{{ labels.places }}</th>
          <th scope="col">{{ labels.organisations }}</th>
          <th scope="col" class="sam-num">{{ labels.participants }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <td class="day">
              {{ row.day }} <span class="sam-quiet week">{{ row.week }}</span>
            </td>
            <th scope="row">
              <a lang="sv" [routerLink]="row.link">{{ row.name }}</a>
              @if (row.kind) {
                <span class="kind sam-quiet" lang="sv">{{ row.kind }}</span>
              }
            </th>
            <td [attr.data-label]="activityWord()">
              @for (activity of row.activities; track activity.id; let last = $last) {
                <a [routerLink]="activity.link" [title]="activity.text">{{ activity.reference }}</a>{{
                  last ? '' : ', '
                }}
              }
            </td>
            <td [attr.data-label]="labels.places">{{ row.places }}</td>
            <td [attr.data-label]="labels.organisations">{{ row.organisations }}</td>
            <td class="sam-num" [attr.data-label]="labels.participants">{{ row.participants }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    .kind,
    .week {
      display: block;
      font-size: var(--sam-text-small);
      font-weight: 400;
    }
    @media (min-width: 40rem) {
      .day {
        width: 8.5rem;
      }
    }
    @media (max-width: 40rem) {
      .week {
        display: inline;
      }
    }
  `,
})
export class EventTable {
  readonly items = input.required<readonly EventListItem[]>();
  readonly slug = input.required<string>();
  /** "Aktivitet", as the plan says. */
  readonly activityWord = input.required<string>();

  private readonly locale = injectLocale();
  protected readonly labels = {
    caption: $localize`:@@events.table.caption:Registrerade händelser`,
    day: $localize`:@@events.table.day:Dag`,
    event: $localize`:@@events.table.event:Händelse`,
    places: $localize`:@@events.table.places:Kommuner`,
    organisations: $localize`:@@events.table.organisations:Organisationer`,
    participants: $localize`:@@events.table.participants:Deltagare`,
  };
  protected readonly rows = computed(() =>
    this.items().map((item) => ({
      id: item.id,
      link: pages.event(this.slug(), item.id),
      day: formatDay(item.day, this.locale),
      week: formatWeek(item.day, this.locale),
      name: eventName(item),
      kind: item.title.trim() === '' ? '' : item.kind.name,
      activities: item.activities.map((activity) => ({
        id: activity.id,
        reference: activity.reference,
        text: activity.text,
        link: activityLink(activity.plan.slug, activity.reference),
      })),
      places: this.names(item.municipalities),
      organisations: this.names(item.organisations),
      participants: item.participants === null ? '–' : formatNumber(item.participants, 0, this.locale),
    })),
  );

  private names(named: readonly { readonly name: string }[]): string {
    if (named.length === 0) return '–';
    const names = named
      .slice(0, MOST_NAMED)
      .map(({ name }) => name)
      .join(', ');
    const more = named.length - MOST_NAMED;
    return more > 0 ? $localize`:@@events.table.more:${names}:names: och ${more}:count: till` : names;
  }
}

/** The page of an activity, by its reference as people say it. */
export function activityLink(slug: string, reference: string): string {
  const [area = '', number = ''] = reference.split('/');
  return pages.activity(slug, area, number);
}
