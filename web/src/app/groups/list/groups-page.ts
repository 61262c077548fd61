import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type GroupListItem, type MeetingRef, pages } from '@samhandling/contracts';
import { GROUP_KIND_LABELS, formatMeetingTime } from '@samhandling/domain';
import {
  Breadcrumb,
  Button,
  Empty,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { keepLast } from '../../core/keep-last.ts';
import { problemOf } from '../../core/problem.ts';
import { GroupsApi } from '../data/groups-api.ts';
import { tallyWords } from '../data/group-words.ts';
import { MeetingPlaces } from '../parts/meeting-places.ts';

/** `/plan/:slug/grupper`: who meets about the plan, when they meet next, and what is left to do. */
@Component({
  selector: 'sam-groups-page',
  imports: [Breadcrumb, Button, Empty, Icon, MeetingPlaces, PageHeader, ProblemView, RouterLink, Skeleton],
  templateUrl: './groups-page.html',
  styleUrl: './groups-page.scss',
})
export class GroupsPage {
  readonly slug = input.required<string>();

  protected readonly pages = pages;
  protected readonly say = injectSay();
  protected readonly kinds = GROUP_KIND_LABELS;
  private readonly locale = injectLocale();
  protected readonly resource = inject(GroupsApi).list(this.slug);
  protected readonly list = keepLast(this.resource);
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly open = computed(() => (this.list()?.items ?? []).filter(({ closedOn }) => closedOn === null));
  protected readonly closed = computed(() => (this.list()?.items ?? []).filter(({ closedOn }) => closedOn !== null));
  protected readonly labels = {
    heading: $localize`:@@groups.title:Grupper`,
    empty: $localize`:@@groups.empty:Ingen grupp än`,
    allClosed: $localize`:@@groups.allClosed:Alla grupper är avslutade`,
  };

  protected tally(group: GroupListItem): string {
    return tallyWords(group.heldThisYear, group.target, this.locale);
  }

  protected when({ startsAt, endsAt }: MeetingRef): string {
    return formatMeetingTime(startsAt, endsAt, this.locale);
  }

  protected day(value: string): string {
    return formatDay(value, this.locale);
  }

  protected decisions({ openDecisions: count }: GroupListItem): string {
    if (count === 0) return $localize`:@@groups.list.noDecision:Inget öppet beslut`;
    return count === 1
      ? $localize`:@@groups.list.decision:1 öppet beslut`
      : $localize`:@@groups.list.decisions:${count}:count: öppna beslut`;
  }

  protected actionPoints({ openActionPoints: count }: GroupListItem): string {
    if (count === 0) return $localize`:@@groups.list.noAction:Inget kvar att göra`;
    return $localize`:@@groups.list.actions:${count}:count: kvar att göra`;
  }
}
