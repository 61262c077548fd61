import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LoggedEvent, pages } from '@samhandling/contracts';
import { capitalised, formatNumber } from '@samhandling/domain';
import { Facts, injectLocale } from '@samhandling/ui';
import { Words } from '../../core/words.ts';
import { activityLink } from '../list/event-table.ts';

/** What is known about an event, for reading. */
@Component({
  selector: 'sam-event-facts',
  imports: [Facts, RouterLink],
  template: `
    <dl samFacts>
      <dt>{{ activityWord() }}</dt>
      <dd>
        <ul class="plain">
          @for (activity of activities(); track activity.id) {
            <li>
              <a [routerLink]="activity.link">{{ activity.reference }}</a>&ngsp;<span lang="sv">{{
                activity.text
              }}</span>
            </li>
          }
        </ul>
      </dd>
      <dt i18n="@@events.form.participants">Antal deltagare</dt>
      <dd>{{ participants() }}</dd>
      @if (event().municipalities.length > 0) {
        <dt i18n="@@events.form.municipalities">Kommuner</dt>
        <dd>{{ municipalities() }}</dd>
      }
      @if (event().organisations.length > 0) {
        <dt i18n="@@events.form.organisations">Organisationer som deltog</dt>
        <dd>
          @for (organisation of organisations(); track organisation.id; let last = $last) {
            <a [routerLink]="pages.organisation(organisation.id)">{{ organisation.name }}</a>{{ organisation.figure
            }}{{ last ? '' : ', ' }}
          }
        </dd>
      }
      @if (event().audiences.length > 0) {
        <dt i18n="@@events.one.audiences">Målgrupper</dt>
        <dd>{{ audiences() }}</dd>
      }
      @if (event().note) {
        <dt i18n="@@events.form.note">Anteckning</dt>
        <dd class="sam-verbatim" lang="sv">{{ event().note }}</dd>
      }
    </dl>
  `,
  styles: `
    .plain {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .plain li + li {
      margin-top: var(--sam-space-2);
    }
  `,
})
export class EventFacts {
  readonly event = input.required<LoggedEvent>();

  protected readonly pages = pages;
  private readonly locale = injectLocale();
  private readonly words = inject(Words);
  protected readonly activityWord = computed(() => {
    const { activity } = this.words.current();
    return capitalised(this.event().activities.length === 1 ? activity.one : activity.many);
  });
  protected readonly activities = computed(() =>
    this.event().activities.map((activity) => ({
      ...activity,
      link: activityLink(activity.plan.slug, activity.reference),
    })),
  );
  protected readonly participants = computed(() => {
    const { participants } = this.event();
    return participants === null
      ? $localize`:@@events.one.notCounted:Ingen har räknat`
      : formatNumber(participants, 0, this.locale);
  });
  protected readonly municipalities = computed(() => this.named(this.event().municipalities));
  protected readonly audiences = computed(() => this.named(this.event().audiences));
  protected readonly organisations = computed(() =>
    this.event().organisations.map(({ id, name, participants }) => ({ id, name, figure: this.figure(participants) })),
  );

  private named(parts: readonly { readonly name: string; readonly participants: number | null }[]): string {
    return parts.map(({ name, participants }) => name + this.figure(participants)).join(', ');
  }

  private figure(participants: number | null): string {
    return participants === null ? '' : ` (${formatNumber(participants, 0, this.locale)})`;
  }
}
