import { HttpClient, HttpHeaders, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Publication, type TransitionOffer, paths } from '@samhandling/contracts';
import type { PublicationTransitionName } from '@samhandling/domain';
import { Button, ProblemView, type ShownProblem, formatInstant, injectLocale } from '@samhandling/ui';
import { LockedNote } from '@samhandling/ui/work';
import { firstValueFrom } from 'rxjs';
import { Confirm } from '../core/confirm.ts';
import { keepLast } from '../core/keep-last.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';

/** Whether everybody may read the plan or the round, since when and by whom; a planner changes it here. */
@Component({
  selector: 'sam-publication-panel',
  imports: [Button, LockedNote, ProblemView, RouterLink],
  template: `
    @if (publication(); as now) {
      <section class="sam-section sam-no-print" aria-labelledby="publicering">
        <h2 id="publicering" i18n="@@publishing.heading">Publicering</h2>
        <div class="sam-stack">
          <p class="sam-prose">{{ standing() }}</p>
          @if (now.page; as page) {
            <p><a [routerLink]="page" i18n="@@publishing.toPage">Se sidan som alla ser</a></p>
          }
          @if (problem(); as problem) {
            <sam-problem [problem]="problem" />
          }
          @if (allowed().length > 0) {
            <div class="sam-buttons">
              @for (offer of allowed(); track offer.name) {
                <button samButton type="button" [busy]="busy() === offer.name" (click)="take(offer)">
                  {{ offer.label }}
                </button>
              }
            </div>
          } @else if (why()) {
            <sam-locked-note [why]="why()" />
          }
        </div>
      </section>
    } @else if (fault(); as problem) {
      <sam-problem [problem]="problem" />
    }
  `,
})
export class PublicationPanel {
  /** Of the plan; with `round`, of that round of it. */
  readonly slug = input.required<string>();
  readonly round = input<string | null>(null);

  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly messages = inject(Messages);
  private readonly locale = injectLocale();
  private readonly resource = httpResource<Publication>(() => {
    const round = this.round();
    return round === null ? paths.planPublication(this.slug()) : paths.roundPublication(round);
  });
  protected readonly publication = keepLast(this.resource);
  protected readonly fault = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly busy = signal<PublicationTransitionName | null>(null);
  protected readonly problem = signal<ShownProblem | null>(null);

  protected readonly allowed = computed(() => this.publication()?.transitions.filter((offer) => offer.allowed) ?? []);
  protected readonly why = computed(
    () =>
      this.publication()
        ?.transitions.flatMap((offer) => offer.reasons)
        .join(' ') ?? '',
  );
  protected readonly standing = computed(() => {
    const now = this.publication();
    if (!now) return '';
    if (now.publishedAt !== null) {
      const when = formatInstant(now.publishedAt, this.locale);
      const who = now.publishedBy?.name ?? '–';
      const version = now.publishedVersion;
      return version === null
        ? $localize`:@@publishing.plan.shown:Alla kan läsa planen utan att logga in. Publicerad ${when}:when: av ${who}:who:.`
        : $localize`:@@publishing.round.shown:Alla kan läsa version ${version}:version: av omgången utan att logga in. Publicerad ${when}:when: av ${who}:who:.`;
    }
    if (now.withdrawnAt !== null) {
      const when = formatInstant(now.withdrawnAt, this.locale);
      const who = now.withdrawnBy?.name ?? '–';
      return $localize`:@@publishing.withdrawn:Avpublicerad ${when}:when: av ${who}:who:. Bara de som arbetar i länet kan läsa.`;
    }
    return $localize`:@@publishing.hidden:Inte publicerad. Bara de som arbetar i länet kan läsa.`;
  });

  protected async take(offer: TransitionOffer<PublicationTransitionName>): Promise<void> {
    const now = this.publication();
    if (!now || this.busy() !== null || !(await this.confirm.ask(this.question(offer)))) return;
    this.busy.set(offer.name);
    this.problem.set(null);
    try {
      const path =
        this.round() === null
          ? paths.planPublicationTransitions(this.slug())
          : paths.roundPublicationTransitions(this.round() ?? '');
      const headers = new HttpHeaders({ 'If-Match': `"${String(now.version)}"` });
      this.resource.set(
        await firstValueFrom(this.http.post<Publication>(path, { transition: offer.name }, { headers })),
      );
      this.messages.say(
        offer.name === 'unpublish'
          ? $localize`:@@publishing.done.hidden:Avpublicerad`
          : $localize`:@@publishing.done.shown:Publicerad`,
      );
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      // Somebody else was first: show how it stands now, beside the words that say so.
      if (problem.status === 412) this.resource.reload();
    } finally {
      this.busy.set(null);
    }
  }

  private question({ name, label }: TransitionOffer<PublicationTransitionName>): Parameters<Confirm['ask']>[0] {
    const isRound = this.round() !== null;
    if (name === 'unpublish')
      return {
        heading: isRound
          ? $localize`:@@publishing.ask.hideRound:Avpublicera omgången?`
          : $localize`:@@publishing.ask.hidePlan:Avpublicera planen?`,
        text: isRound
          ? $localize`:@@publishing.ask.hideRoundText:Bedömningar, utfall och rapport försvinner från den offentliga sidan. Inget annat ändras.`
          : $localize`:@@publishing.ask.hidePlanText:Planen och alla dess publicerade omgångar försvinner från den offentliga sidan. Inget annat ändras.`,
        yes: label,
        danger: true,
      };
    return {
      heading: isRound
        ? $localize`:@@publishing.ask.showRound:Publicera omgången?`
        : $localize`:@@publishing.ask.showPlan:Publicera planen?`,
      text: isRound
        ? $localize`:@@publishing.ask.showRoundText:Alla kan läsa bedömningar och utfall som de är fastställda, med små tal skyddade. Rapportens filer publiceras hela, med alla texter i bilagan och namnen på dem som fastställde omgången.`
        : $localize`:@@publishing.ask.showPlanText:Alla kan läsa planens text, ansvariga och samverkanspartner. Uppföljningen publicerar du för sig, omgång för omgång.`,
      yes: label,
    };
  }
}
