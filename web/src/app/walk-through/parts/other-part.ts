import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type WalkThroughItem, pages } from '@samhandling/contracts';
import { LIFT_STATE_LABELS, dayOf, formatDay } from '@samhandling/domain';
import { Facts, injectLocale } from '@samhandling/ui';

/** An item that is not about an activity: an own one, a decision or an action point that comes back, a lift, an answer. */
@Component({
  selector: 'sam-other-part',
  imports: [Facts, RouterLink],
  template: `
    @if (item().question; as question) {
      <dl samFacts>
        <dt i18n="@@walk.lift.from">Fråga från</dt>
        <dd>{{ question.fromGroup.name }} {{ day(dayOf(question.meeting.startsAt)) }}</dd>
        @if (question.activity; as activity) {
          <dt i18n="@@walk.lift.about">Gäller</dt>
          <dd lang="sv">{{ activity.reference }} {{ activity.text }}</dd>
        }
        <dt i18n="@@walk.lift.proposal">Förslag till beslut</dt>
        <dd>
          @if (question.proposal) {
            <span class="large sam-verbatim" lang="sv">{{ question.proposal }}</span>
          } @else {
            <span class="sam-quiet" i18n="@@walk.lift.noProposal">Inget förslag följde med frågan</span>
          }
        </dd>
        <dt i18n="@@walk.lift.state">Läge</dt>
        <dd>
          {{ liftState() }}
          <a class="sam-small" [routerLink]="pages.lift(question.id)" i18n="@@walk.lift.page">Frågans sida</a>
        </dd>
        @if (question.answer || question.decision) {
          <dt i18n="@@walk.lift.answer">Svar</dt>
          <dd>
            @if (question.decision; as decision) {
              <span class="sam-quiet">{{ decision.reference }}</span>
              <span class="large sam-verbatim" lang="sv">{{ decision.text }}</span>
            }
            @if (question.answer) {
              <span class="large sam-verbatim" lang="sv">{{ question.answer }}</span>
            }
          </dd>
        }
      </dl>
    }
    @if (item().decision; as decision) {
      <dl samFacts>
        <dt i18n="@@walk.decision.reference">Beslut</dt>
        <dd>
          <span class="sam-quiet">{{ decision.reference }}</span>
          <span class="large sam-verbatim" lang="sv">{{ decision.text }}</span>
        </dd>
      </dl>
    }
    @if (item().actionPoint; as point) {
      <dl samFacts>
        <dt i18n="@@walk.action.what">Att göra</dt>
        <dd class="large sam-verbatim" lang="sv">{{ point.text }}</dd>
        <dt i18n="@@walk.action.who">Vem</dt>
        <dd>{{ point.assignee }}</dd>
      </dl>
    }
    @if (item().reasons.length > 0) {
      <h2 i18n="@@walk.why">Varför punkten är uppe</h2>
      <ul>
        @for (reason of item().reasons; track reason.code) {
          <li>{{ reason.words }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin: var(--sam-space-5) 0 var(--sam-space-2);
      font-size: var(--sam-text-h3);
    }
    dl {
      max-width: none;
    }
    .large {
      display: block;
      font-size: var(--sam-text-h3);
      line-height: 1.45;
    }
  `,
})
export class OtherPart {
  readonly item = input.required<WalkThroughItem>();
  protected readonly pages = pages;
  private readonly locale = injectLocale();
  /** Its day here, and not in Greenwich. */
  protected readonly dayOf = dayOf;
  protected readonly liftState = computed(() => {
    const state = this.item().question?.state;
    return state ? LIFT_STATE_LABELS[state][this.locale] : '';
  });

  protected day(day: string): string {
    return formatDay(day, this.locale);
  }
}
