import { Service, computed, inject } from '@angular/core';
import { pages } from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import { CurrentPlan } from '../core/current-plan.ts';
import { Words } from '../core/words.ts';

export interface NavigationItem {
  readonly label: string;
  readonly link: string;
  /** Addresses that belong to the item although they do not begin with its link. */
  readonly also?: RegExp;
  /** The link alone, not what lies under it. */
  readonly exact?: boolean;
}

/** The eight places of the work, for the plan that is current. Without any plan: those that make sense without one. */
@Service()
export class Navigation {
  private readonly plan = inject(CurrentPlan);
  private readonly words = inject(Words);

  readonly items = computed<readonly NavigationItem[]>(() => {
    const slug = this.plan.slug();
    const round = this.plan.round();
    const items: NavigationItem[] = [
      { label: $localize`:@@layout.nav.toDo:Att göra`, link: pages.toDo(), also: /^\/uppfoljning\// },
    ];
    if (slug === null) {
      items.push({ label: $localize`:@@layout.nav.plans:Planer`, link: pages.plans(), also: /^\/importera/ });
    } else {
      const word = this.words.current();
      items.push(
        {
          label: $localize`:@@layout.nav.plan:Planen`,
          link: pages.plan(slug),
          exact: true,
          also: /^\/planer|^\/importera|^\/plan\/[^/]+\/(mal|redigera)/,
        },
        { label: capitalised(word.activity.many), link: pages.activities(slug), also: /^\/plan\/[^/]+\/aktivitet\// },
        {
          label: $localize`:@@layout.nav.followUp:Uppföljning`,
          link: round ? pages.round(slug, round.label) : pages.rounds(slug),
          exact: true,
          also: /^\/plan\/[^/]+\/omgang(?!\/[^/]+\/rapport$)/,
        },
        {
          label: $localize`:@@layout.nav.meetings:Möten`,
          link: pages.groups(slug),
          also: /^\/plan\/[^/]+\/(beslut|arshjul|behov|verks)|^\/(grupp|mote|underlag|beslut|fraga|samrad|behov|verks)/,
        },
        {
          label: $localize`:@@layout.nav.events:Händelser`,
          link: pages.events(slug),
          also: /^\/plan\/[^/]+\/(handelse|berakningar)|^\/handelsetyper/,
        },
      );
    }
    items.push({
      label: $localize`:@@layout.nav.organisations:Organisationer`,
      link: pages.organisations(),
      also: /^\/organisation\//,
    });
    if (slug !== null && round) {
      items.push({
        label: $localize`:@@layout.nav.report:Rapport`,
        link: pages.report(slug, round.label),
        also: /^\/plan\/[^/]+\/omgang\/[^/]+\/rapport$/,
      });
    }
    return items;
  });
}

/** Whether the item is where the reader is. */
export function isCurrent(item: NavigationItem, url: string): boolean {
  const path = url.split(/[?#]/)[0] ?? '';
  if (item.also?.test(path)) return true;
  if (item.exact) return path === item.link;
  return path === item.link || path.startsWith(`${item.link}/`);
}
