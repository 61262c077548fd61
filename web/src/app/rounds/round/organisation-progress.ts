import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RoundOrganisation, pages } from '@samhandling/contracts';
import { FOLLOW_UP_STATES, FOLLOW_UP_STATE_LABELS } from '@samhandling/domain';
import { injectLocale, injectSay } from '@samhandling/ui';
import { Table, TableScroll } from '@samhandling/ui/work';
import { Words } from '../../core/words.ts';
import { submittedOf } from '../data/round-words.ts';

/** How far each responsible organisation has come, in numbers with their whole. */
@Component({
  selector: 'sam-organisation-progress',
  imports: [RouterLink, Table, TableScroll],
  template: `
    <sam-table-scroll [label]="caption">
      <table samTable stacked>
        <caption>
          {{
            caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n="@@rounds.organisations.name">Organisation</th>
            <th scope="col" i18n="@@rounds.organisations.progress">Inlämnade av alla</th>
            @for (state of states; track state.code) {
              <th scope="col" class="sam-num">{{ state.words }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of organisations(); track row.organisation.id) {
            <tr>
              <th scope="row">
                <a
                  [routerLink]="pages.activities(slug())"
                  [queryParams]="{ omgang: label(), ansvarig: row.organisation.id }"
                  >{{ row.organisation.name }}</a
                >
              </th>
              <td [attr.data-label]="progressHead">{{ progress(row) }}</td>
              @for (state of states; track state.code) {
                <td class="sam-num" [attr.data-label]="state.words">{{ row.answers[state.code] }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </sam-table-scroll>
  `,
})
export class OrganisationProgress {
  readonly organisations = input.required<readonly RoundOrganisation[]>();
  readonly slug = input.required<string>();
  readonly label = input.required<string>();

  protected readonly pages = pages;
  protected readonly words = inject(Words);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  protected readonly caption = $localize`:@@rounds.organisations.caption:Svar per ansvarig organisation`;
  protected readonly progressHead = $localize`:@@rounds.organisations.progress:Inlämnade av alla`;
  protected readonly states = FOLLOW_UP_STATES.map((code) => ({ code, words: this.say(FOLLOW_UP_STATE_LABELS[code]) }));

  protected progress(row: RoundOrganisation): string {
    return submittedOf(row.answers, row.total, this.locale);
  }
}
