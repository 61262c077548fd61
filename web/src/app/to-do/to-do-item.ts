import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ToDoItem } from '@samhandling/contracts';
import { JUDGEMENT_LABELS, dayOf, freshnessNote } from '@samhandling/domain';
import { Button, Icon, JudgementChip, StateChip, injectLocale } from '@samhandling/ui';
import { linkParts } from '../core/link-parts.ts';
import { reasonParts } from './data/reason-parts.ts';
import { dueWords } from './due-words.ts';
import { LettersAside } from './letters-aside.ts';
import { NothingNew } from './nothing-new.ts';

/** One thing that waits: what it is, why it waits, and when it is due. The whole wording, never cut. */
@Component({
  selector: 'sam-to-do-item',
  imports: [Button, Icon, JudgementChip, RouterLink, StateChip],
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
          [attr.lang]="item().letters ? null : 'sv'"
          >{{ item().title }}</a
        >
      </p>
      @if (item().reasons.length > 0) {
        <ul class="reasons">
          @for (reason of reasons(); track $index) {
            <li>
              {{ reason.before }}
              @if (reason.decision; as decision) {
                <a [routerLink]="decision.link">{{ decision.reference }}</a>
              }
              {{ reason.after }}
            </li>
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
      @if (item().nothingNew) {
        <button
          samButton
          small
          class="sam-no-print"
          type="button"
          [busy]="busy()"
          [attr.aria-label]="nothingNewLabel()"
          (click)="nothingNew()"
          i18n="@@lists.toDo.nothingNew"
        >
          Inget nytt
        </button>
        <span class="standing">{{ standing() }}</span>
      }
      @if (item().letters) {
        <button
          samButton
          small
          class="sam-no-print"
          type="button"
          [busy]="busy()"
          [attr.aria-label]="setAsideLabel()"
          (click)="setAside()"
          i18n="@@lists.toDo.setAside"
        >
          Lägg åt sidan
        </button>
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
    .standing {
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
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
  /** Reads the list anew: something is handed in, or taken back when this row is gone. */
  readonly reload = input<() => void>(() => undefined);
  private readonly locale = injectLocale();
  private readonly quick = inject(NothingNew);
  private readonly aside = inject(LettersAside);
  protected readonly busy = signal(false);

  protected readonly nothingNewLabel = computed(
    () => $localize`:@@lists.toDo.nothingNewFor:Inget nytt för ${this.item().reference ?? ''}:reference:`,
  );
  /** What is handed in is said before it is. */
  protected readonly standing = computed(() => {
    const { nothingNew } = this.item();
    if (!nothingNew) return '';
    const words = JUDGEMENT_LABELS[nothingNew.judgement][this.locale];
    return $localize`:@@lists.toDo.standing:Lämnas in som ”${words}:judgement:”`;
  });
  protected readonly setAsideLabel = computed(
    () => $localize`:@@lists.toDo.setAsideFor:Lägg åt sidan: ${this.item().title}:title:`,
  );
  protected readonly reasons = computed(() => reasonParts(this.item()));
  protected readonly link = computed(() => linkParts(this.item().link));
  private readonly today = dayOf(new Date());
  protected readonly due = computed(() => {
    const due = this.item().due;
    return due === null ? null : dueWords(due, this.today, this.locale);
  });
  protected readonly meta = computed(() => {
    const { plan, round, reporter, state, updatedAt } = this.item();
    const parts: string[] = [];
    if (plan && round) parts.push($localize`:@@toDo.item.meta:${plan.title}:plan:, omgång ${round.label}:round:`);
    else if (plan) parts.push(plan.title);
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

  protected async setAside(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.aside.setAside(this.item(), this.reload());
    this.busy.set(false);
  }

  protected async nothingNew(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.quick.handIn(this.item(), this.reload());
    this.busy.set(false);
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
}
