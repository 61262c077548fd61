import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { MAIL_KIND_LABELS, MAIL_STATES, MAIL_STATE_LABELS, type MailState } from '@samhandling/domain';
import { Button, Empty, ProblemView, Skeleton, injectSay } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { MailApi } from '../data/mail-api.ts';

/** What has been sent, to whom, how it went and whether it was opened. Filters stand in the address. */
@Component({
  selector: 'sam-mail-log',
  imports: [Button, Empty, FilterChip, ProblemView, Skeleton],
  templateUrl: './mail-log.html',
  styles: `
    :host {
      display: block;
    }
    .who + .sam-quiet {
      margin-left: var(--sam-space-2);
    }
    .who {
      font-weight: 560;
    }
    .result {
      margin: var(--sam-space-4) 0 var(--sam-space-2);
    }
    .about {
      margin: 0;
      padding-left: var(--sam-space-5);
    }
  `,
})
export class MailLogPart {
  readonly state = input<string>();
  readonly person = input<string>();
  readonly page = input<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly say = injectSay();
  protected readonly kinds = MAIL_KIND_LABELS;
  protected readonly states = MAIL_STATES.map((state) => ({ state, label: this.say(MAIL_STATE_LABELS[state]) }));
  protected readonly chosen = computed(() => MAIL_STATES.find((state) => state === this.state()) ?? null);
  protected readonly resource = inject(MailApi).log(() => {
    const state = this.chosen();
    const [person, page] = [this.person(), this.page()];
    return { ...(state && { state }), ...(person && { person }), ...(page && { page }) };
  });
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly narrowed = computed(() => this.chosen() !== null || (this.person() ?? '') !== '');
  protected readonly only = computed(() => {
    const name = this.person() && this.resource.hasValue() ? this.resource.value().items[0]?.person.name : undefined;
    return name === undefined ? null : $localize`:@@mail.log.only:Bara ${name}:name:`;
  });
  protected readonly result = computed(() => {
    if (!this.resource.hasValue()) return '';
    const { total, page, pageSize } = this.resource.value();
    const pages = Math.max(1, Math.ceil(total / pageSize));
    if (total === 1) return $localize`:@@mail.log.one:1 brev`;
    return pages === 1
      ? $localize`:@@mail.log.many:${total}:count: brev`
      : $localize`:@@mail.log.paged:${total}:count: brev, sida ${page}:page: av ${pages}:pages:`;
  });
  protected readonly labels = {
    states: $localize`:@@mail.log.states:Hur det gick`,
    empty: $localize`:@@mail.log.empty:Inget brev har skickats än`,
    none: $localize`:@@mail.log.none:Inget brev passar in`,
  };

  protected toggle(state: MailState, on: boolean): void {
    this.go({ lage: on ? state : null, sida: null });
  }

  protected onlyPerson(id: string | null): void {
    this.go({ person: id, sida: null });
  }

  protected turn(to: number): void {
    this.go({ sida: to === 1 ? null : String(to) });
  }

  protected clear(): void {
    this.go({ lage: null, person: null, sida: null });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
