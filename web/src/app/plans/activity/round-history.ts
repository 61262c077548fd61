import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityRound, pages } from '@samhandling/contracts';
import { dayOf, freshnessNote } from '@samhandling/domain';
import { JudgementChip, StateChip, formatDay, injectLocale } from '@samhandling/ui';
import { roundName } from '../data/plan-words.ts';

/** What was answered in one round, as text to read. Fields left empty are not shown. */
@Component({
  selector: 'sam-round-history',
  imports: [JudgementChip, RouterLink, StateChip],
  template: `
    <div class="head">
      <h3>{{ name() }}</h3>
      <sam-judgement [judgement]="round().judgement" />
      <sam-state [followUp]="round().state" />
    </div>
    @if (round().nothingNew) {
      <p class="nothing" i18n="@@plans.history.nothingNew">Inget nytt sedan förra omgången.</p>
    }
    @for (part of parts(); track part.label) {
      <div class="part">
        <h4>{{ part.label }}</h4>
        <p class="sam-verbatim" lang="sv">{{ part.text }}</p>
      </div>
    } @empty {
      @if (!round().nothingNew) {
        <p class="sam-quiet" i18n="@@plans.history.empty">Inget svar är skrivet än.</p>
      }
    }
    <p class="meta">
      {{ meta() }} ·
      <a [routerLink]="pages.history('follow_up', round().followUpId)" i18n="@@history.link">Historik</a>
    </p>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--sam-space-5) 0;
      border-bottom: var(--sam-hairline);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-2) var(--sam-space-3);
      align-items: center;
    }
    .part,
    .nothing {
      margin-top: var(--sam-space-3);
    }
    h4 {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
      font-weight: 560;
    }
    .sam-verbatim {
      font-size: var(--sam-text);
      line-height: var(--sam-leading);
    }
    .meta {
      margin-top: var(--sam-space-3);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
  `,
})
export class RoundHistory {
  readonly round = input.required<ActivityRound>();
  private readonly locale = injectLocale();
  protected readonly pages = pages;
  protected readonly name = computed(() => roundName(this.round().round));

  protected readonly parts = computed(() => {
    const round = this.round();
    const day = round.nextStepDate === null ? '' : formatDay(round.nextStepDate, this.locale);
    const nextStep = [round.nextStep, day === '' ? '' : $localize`:@@plans.history.by:Senast ${day}:day:.`]
      .filter((part) => part !== '')
      .join(' ');
    return [
      { label: $localize`:@@plans.history.support:Stöd som behövs`, text: round.supportNeeded },
      { label: $localize`:@@plans.history.cancelReason:Varför den utgår`, text: round.cancelReason },
      { label: $localize`:@@plans.history.cancelDecision:Beslut`, text: round.cancelDecision },
      { label: $localize`:@@plans.history.done:Det här har gjorts`, text: round.done },
      { label: $localize`:@@plans.history.results:Resultat`, text: round.results },
      { label: $localize`:@@plans.history.obstacles:Hinder`, text: round.obstacles },
      { label: $localize`:@@plans.nextStep:Nästa steg`, text: nextStep },
    ].filter((part) => part.text !== '');
  });
  protected readonly meta = computed(() => {
    const round = this.round();
    const day = formatDay(round.updatedAt, this.locale);
    const updated = round.updatedBy
      ? $localize`:@@plans.history.updatedBy:Uppdaterad ${day}:day: av ${round.updatedBy.name}:name:`
      : $localize`:@@plans.history.updated:Uppdaterad ${day}:day:`;
    const reporter = round.reporter
      ? $localize`:@@plans.history.reporter:Rapportör: ${round.reporter.name}:name:`
      : $localize`:@@plans.history.noReporter:Ingen rapportör`;
    const fresh = freshnessNote(dayOf(round.updatedAt), dayOf(new Date()), this.locale);
    return [fresh, updated, reporter].join(' · ');
  });
}
