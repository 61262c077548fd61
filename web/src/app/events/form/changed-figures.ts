import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChangedFigure, pages } from '@samhandling/contracts';
import { Icon, injectLocale } from '@samhandling/ui';
import { changeWords } from '../data/event-words.ts';

/** "Antal nätverksträffar 2.2/5: 3 → 4": the figures a change has moved, so that people see that it counts. */
@Component({
  selector: 'sam-changed-figures',
  imports: [Icon, RouterLink],
  template: `
    @for (figure of figures(); track figure.key) {
      <div class="figure">
        <p class="wording">
          <span lang="sv">{{ figure.text }}</span>&ngsp;<span class="sam-quiet">{{ figure.where }}</span>
        </p>
        <p class="change">
          <a [routerLink]="figure.link">
            <span aria-hidden="true">
              @if (figure.moved) {
                <span>{{ figure.before }}</span>&ngsp;<sam-icon name="forward" />&ngsp;
              }
              <strong>{{ figure.after }}</strong>
            </span>
            <span class="sam-visually-hidden">{{ figure.spoken }}</span>
          </a>
          @if (figure.differs) {
            <span class="differs"
              ><sam-icon name="warning" /><ng-container i18n="@@events.changed.differs"
                >Det inskrivna står kvar. Välj i utfallet.</ng-container
              ></span
            >
          }
        </p>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .figure {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sam-space-1) var(--sam-space-6);
      justify-content: space-between;
      padding: var(--sam-space-2) 0;
      border-bottom: var(--sam-hairline);
    }
    .wording {
      flex: 1 1 16rem;
      min-width: 0;
    }
    .change a {
      white-space: nowrap;
    }
    .change sam-icon {
      vertical-align: -0.1em;
    }
    .differs {
      display: block;
      color: var(--sam-warning);
      font-size: var(--sam-text-small);
    }
  `,
})
export class ChangedFigures {
  readonly changed = input.required<readonly ChangedFigure[]>();
  readonly slug = input.required<string>();

  private readonly locale = injectLocale();
  protected readonly figures = computed(() =>
    this.changed().map((figure) => {
      const { before, after } = changeWords(figure, this.locale);
      const references = figure.references.join(', ');
      return {
        key: `${figure.indicatorId}|${figure.round.id}`,
        text: figure.text,
        where: $localize`:@@events.changed.where:${references}:references:, omgång ${figure.round.label}:round:`,
        before,
        after,
        // What somebody entered stands until a person chooses: nothing has moved then.
        moved: before !== after,
        differs: figure.differs,
        link: pages.outcomes(this.slug(), figure.round.label),
        spoken:
          before === after
            ? $localize`:@@events.changed.stands:${after}:figure: står kvar, visa utfallet`
            : $localize`:@@events.changed.spoken:Från ${before}:before: till ${after}:after:, visa utfallet`,
      };
    }),
  );
}
