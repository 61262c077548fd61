import { httpResource } from '@angular/common/http';
import { DOCUMENT, Service, computed, effect, inject, signal } from '@angular/core';
import { type PlanListItem, openPaths } from '@samhandling/contracts';
import { Session } from './session.ts';

const KEY = 'sam.plan';

/**
 * The plan the navigation speaks of: the one in the address, else the one last looked at, else the first adopted. A county
 * with one plan never has to choose.
 */
@Service()
export class CurrentPlan {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly session = inject(Session);
  private readonly inAddress = signal<string | null>(null);
  private readonly remembered = signal(this.storage?.getItem(KEY) ?? null);

  readonly list = httpResource<readonly PlanListItem[]>(() =>
    this.session.signedIn() ? openPaths.plans() : undefined,
  );
  readonly plans = computed<readonly PlanListItem[]>(() => (this.list.hasValue() ? this.list.value() : []));
  readonly plan = computed<PlanListItem | null>(() => {
    const plans = this.plans();
    const slug = this.inAddress() ?? this.remembered();
    return (
      plans.find((plan) => plan.slug === slug) ?? plans.find((plan) => plan.state === 'adopted') ?? plans[0] ?? null
    );
  });
  readonly slug = computed(() => this.inAddress() ?? this.plan()?.slug ?? null);
  /** The round the navigation leads to: the open one. */
  readonly round = computed(() => this.plan()?.currentRound ?? null);

  constructor() {
    effect(() => {
      const slug = this.inAddress();
      if (slug === null) return;
      this.remembered.set(slug);
      this.storage?.setItem(KEY, slug);
    });
  }

  /** Called by the shell with every address. */
  follow(url: string): void {
    const slug = /^\/plan\/([^/?#]+)/.exec(url)?.[1];
    this.inAddress.set(slug === undefined ? null : decodeURIComponent(slug));
  }

  /** After a plan was made, imported, adopted, or a round moved. */
  reload(): void {
    this.list.reload();
  }
}
