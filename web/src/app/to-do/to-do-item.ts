import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ToDoItem } from '@samhandling/contracts';
import { dayOf, freshnessNote } from '@samhandling/domain';
import { Icon, JudgementChip, StateChip, injectLocale } from '@samhandling/ui';
import { linkParts } from '../core/link-parts.ts';
import { dueWords } from './due-words.ts';

/** One thing that waits: what it is, why it waits, and when it is due. The whole wording, never cut. */
@Component({
  selector: 'sam-to-do-item',
  imports: [Icon, JudgementChip, RouterLink, StateChip],
  template: `
    <div class="main">
      <p class="title">
        @if (item().reference; as reference) {
          <span class="reference">{{ reference }}</span>
        }
        <a
          class="sam-link--standalone"
          [routerLink]="link().path"
          [queryParams]="link().query"
          [fragment]="link().fragment"
          lang="sv"
          >{{ item().title }}</a
        >
      </p>
      @if (item().reasons.length > 0) {
        <ul class="reasons">
          @for (reason of item().reasons; track reason) {
            <li>{{ reason }}</li>
          }
        </ul>
      }
      <p class="meta">{{ meta() }}</p>
    </div>
    <div class="side">
      @if (due(); as due) {
        <span class="due"><sam-icon name="calendar" />{{ due }}</span>
      }
      @if (item().state; as state) {
        <sam-state [followUp]="state" />
      }
      @if (item().judgement; as judgement) {
        <sam-judgement [judgement]="judgement" />
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 14rem;
      gap: var(--sam-space-2) var(--sam-space-8);
    }
    .title {
      display: flex;
      gap: var(--sam-space-3);
      max-width: var(--sam-measure);
      overflow-wrap: anywhere;
    }
    .reference {
      flex: none;
      min-width: 3rem;
      color: var(--sam-ink-quiet);
      font-weight: 560;
    }
    .reasons {
      max-width: var(--sam-measure);
      margin: var(--sam-space-2) 0 0;
      padding-left: 1.2em;
    }
    .meta {
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .side {
      display: flex;
      flex-direction: column;
      gap: var(--sam-space-2);
      align-items: flex-start;
    }
    .due {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
    }
    /* The reasons belong to the wording, not to its number. */
    @media (min-width: 48rem) {
      .title:has(.reference) ~ .reasons,
      .title:has(.reference) ~ .meta {
        margin-left: calc(3rem + var(--sam-space-3));
      }
    }
    @media (max-width: 48rem) {
      :host {
        grid-template-columns: 1fr;
      }
      .side {
        flex-flow: row wrap;
        align-items: center;
      }
    }
  `,
})
export class ToDoItemRow {
  readonly item = input.required<ToDoItem>();
  /** Who is to answer is said where it may be somebody else. */
  readonly withReporter = input(false);
  private readonly locale = injectLocale();

  protected readonly link = computed(() => linkParts(this.item().link));
  private readonly today = dayOf(new Date());
  protected readonly due = computed(() => {
    const due = this.item().due;
    return due === null ? null : dueWords(due, this.today, this.locale);
  });
  protected readonly meta = computed(() => {
    const { plan, round, reporter, state, updatedAt } = this.item();
    const parts = [$localize`:@@toDo.item.meta:${plan.title}:plan:, omgång ${round.label}:round:`];
    if (this.withReporter() && state !== null) {
      parts.push(
        reporter === null
          ? $localize`:@@toDo.item.noReporter:ingen rapportör`
          : $localize`:@@toDo.item.reporter:rapportör ${reporter.name}:name:`,
      );
    }
    if (updatedAt !== null) parts.push(lowerFirst(freshnessNote(dayOf(updatedAt), this.today, this.locale)));
    return parts.join(' · ');
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
}
