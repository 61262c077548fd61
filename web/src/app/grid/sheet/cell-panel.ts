import { Component, ElementRef, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { OUTCOME_SOURCE_LABELS } from '@samhandling/domain';
import { Button, Facts, Field, Icon, Input, formatInstant, injectLocale } from '@samhandling/ui';
import { Autosize, LockedNote, SaveState, type SaveStatus } from '@samhandling/ui/work';
import { Session } from '../../core/session.ts';
import { ExplainButton } from '../../explain/explain-button.ts';
import { displayText, spokenCell } from '../data/cell-text.ts';
import type { EventsBehind } from '../data/computed-words.ts';
import { OutcomeCells } from '../data/outcome-cells.ts';
import { ComputedChoice } from './computed-choice.ts';

/** What is known about the chosen cell: its value in words, who entered it, why it is locked, and its note. */
@Component({
  selector: 'sam-cell-panel',
  imports: [
    Autosize,
    Button,
    ComputedChoice,
    ExplainButton,
    Facts,
    Field,
    Icon,
    Input,
    LockedNote,
    RouterLink,
    SaveState,
  ],
  template: `
    @if (view(); as view) {
      <section class="panel sam-aside" aria-labelledby="vald-ruta">
        <div>
          <h3 id="vald-ruta">{{ heading() }}</h3>
          <p class="sam-quiet wording" lang="sv">{{ view.indicator.text }}</p>
          <dl samFacts>
            <dt i18n="@@grid.panel.value">Värde</dt>
            <dd>{{ value() }}</dd>
            @if (previous()) {
              <dt i18n="@@grid.panel.previous">Förra omgången</dt>
              <dd>{{ previous() }}</dd>
            }
            @if (entered()) {
              <dt i18n="@@grid.panel.entered">Inskrivet</dt>
              <dd>{{ entered() }}</dd>
            }
            @if (session.signedIn() && view.stored.id; as id) {
              <dt i18n="@@history.entries">Ändringar</dt>
              <dd><a [routerLink]="pages.history('outcome', id)" i18n="@@history.link">Historik</a></dd>
            }
          </dl>
          <sam-computed-choice [key]="key()" [events]="events()" />
          @if (cells.round(); as roundId) {
            <sam-explain-button
              [roundId]="roundId"
              [indicatorId]="view.indicator.id"
              [municipalityCode]="view.stored.municipalityCode"
              [sex]="view.stored.sex"
            />
          }
          @if (view.stored.mayEnter) {
            <div class="sam-buttons steps">
              <button samButton small type="button" (click)="set(notApplicable)" i18n="@@grid.panel.notApplicable">
                Ej tillämpligt
              </button>
              <button samButton small type="button" (click)="set('')" i18n="@@grid.panel.clear">Töm</button>
              @if (view.before !== null && view.typed === null) {
                <button samButton small type="button" (click)="cells.undo(view.key)">
                  <sam-icon name="undo" /><ng-container i18n="@@grid.panel.undo">Ångra ändringen</ng-container>
                </button>
              }
            </div>
          }
        </div>
        <div>
          @if (!view.stored.mayEnter) {
            <sam-locked-note [why]="view.stored.lockedReason" />
            @if (view.stored.note) {
              <p class="sam-verbatim">{{ view.stored.note }}</p>
            }
          } @else if (view.stored.id === null) {
            <p class="sam-quiet" i18n="@@grid.panel.noteLater">En anteckning kan skrivas när rutan har ett värde.</p>
          } @else {
            <sam-field [label]="noteLabel" [hint]="noteHint">
              <textarea
                samInput
                samAutosize
                class="note"
                maxlength="20000"
                [value]="note()"
                (input)="typed($event)"
                (keydown.control.enter)="save()"
                (keydown.meta.enter)="save()"
              ></textarea>
            </sam-field>
            <div class="sam-buttons steps">
              <button samButton small type="button" (click)="save()" i18n="@@grid.panel.saveNote">
                Spara anteckningen
              </button>
              <sam-save-state [status]="shownStatus()" [reason]="reason()" (retry)="save()" />
            </div>
          }
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .panel {
      display: grid;
      gap: var(--sam-space-4) var(--sam-space-8);
      margin-top: var(--sam-space-4);
    }
    .wording {
      max-width: var(--sam-measure);
      margin: var(--sam-space-1) 0 var(--sam-space-2);
    }
    .steps {
      margin-top: var(--sam-space-3);
    }
    textarea.note {
      min-height: 4rem;
    }
    @media (min-width: 62rem) {
      .panel {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
})
export class CellPanel {
  readonly key = input.required<string>();
  /** "Granåsa, kvinnor": where the cell stands. */
  readonly heading = input.required<string>();
  /** Where the events behind the figure are found; null where nobody can follow a link to them. */
  readonly events = input<EventsBehind | null>(null);

  protected readonly pages = pages;
  /** Whoever answers by a link has no history to read. */
  protected readonly session = inject(Session);
  protected readonly cells = inject(OutcomeCells);
  private readonly locale = injectLocale();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly notApplicable = this.locale === 'sv' ? 'e.t.' : 'n/a';
  protected readonly noteLabel = $localize`:@@grid.panel.note:Anteckning`;
  protected readonly noteHint = $localize`:@@grid.panel.noteHint:Till exempel hur värdet är räknat. Inget om enskilda personer.`;

  protected readonly view = computed(() => this.cells.view(this.key())?.());
  protected readonly value = computed(() => {
    const view = this.view();
    if (!view) return '';
    const words = view.typed ?? spokenCell(view.stored, view.indicator, this.locale);
    return view.typed === null ? words : $localize`:@@grid.panel.unsaved:${words}:value: (inte sparat)`;
  });
  protected readonly previous = computed(() => {
    const view = this.view();
    return view?.stored.previous ? displayText(view.stored.previous, view.indicator, this.locale) : '';
  });
  protected readonly entered = computed(() => {
    const stored = this.view()?.stored;
    if (!stored?.reportedAt) return '';
    const source =
      stored.source === null || stored.source === 'typed' ? '' : OUTCOME_SOURCE_LABELS[stored.source][this.locale];
    return [formatInstant(stored.reportedAt, this.locale), stored.reportedBy?.name ?? '', source]
      .filter((part) => part !== '')
      .join(', ');
  });
  /** The stored note until somebody writes; another cell starts anew. */
  protected readonly note = linkedSignal<string, string>({
    source: this.key,
    computation: (key) => this.cells.view(key)?.().stored.note ?? '',
  });
  protected readonly status = linkedSignal<string, SaveStatus>({ source: this.key, computation: () => 'idle' });
  protected readonly shownStatus = computed(() => {
    const status = this.status();
    return status === 'idle' && this.note() !== (this.view()?.stored.note ?? '') ? 'changed' : status;
  });
  protected readonly reason = signal('');

  /** True while a note is written and not saved. */
  unsaved(): boolean {
    return this.shownStatus() === 'changed' || this.shownStatus() === 'failed';
  }

  focusNote(): void {
    this.host.querySelector<HTMLElement>('textarea')?.focus();
  }

  protected set(text: string): void {
    void this.cells.commit(this.key(), text);
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.note.set(event.target.value);
    this.status.set('idle');
  }

  protected async save(): Promise<void> {
    this.status.set('saving');
    const refusal = await this.cells.saveNote(this.key(), this.note());
    this.reason.set(refusal ?? '');
    this.status.set(refusal === null ? 'saved' : 'failed');
  }
}
