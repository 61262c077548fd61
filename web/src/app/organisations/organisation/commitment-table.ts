import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActivityListItem, pages } from '@samhandling/contracts';
import { JudgementChip, formatDay, injectLocale, nextId } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';

/** Activities an organisation has promised in one way, with how they stand and when the next step is. */
@Component({
  selector: 'sam-commitment-table',
  imports: [JudgementChip, RouterLink, Table],
  template: `
    <h3 [id]="headingId">
      {{ heading() }} <span class="count">{{ items().length }}</span>
    </h3>
    <table samTable stacked compact [attr.aria-labelledby]="headingId">
      <thead>
        <tr>
          <th scope="col" i18n="@@organisations.number">Nummer</th>
          <th scope="col">{{ labels.text }}</th>
          <th scope="col">{{ labels.judgement }}</th>
          <th scope="col">{{ labels.nextStep }}</th>
        </tr>
      </thead>
      <tbody>
        @for (item of items(); track item.id) {
          <tr>
            <td class="number">{{ item.reference }}</td>
            <th scope="row">
              <a
                class="sam-link--quiet"
                lang="sv"
                [routerLink]="pages.activity(slug(), item.areaNumber, item.number)"
                >{{ item.text }}</a
              >
            </th>
            <td class="judgement" [attr.data-label]="labels.judgement">
              <sam-judgement [judgement]="item.judgement" />
            </td>
            <td class="day" [attr.data-label]="labels.nextStep">{{ day(item.nextStepDate) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-space-6);
    }
    h3 {
      margin-bottom: var(--sam-space-2);
      font-size: var(--sam-text-h4);
    }
    .count {
      color: var(--sam-ink-quiet);
      font-weight: 400;
    }
    .number {
      color: var(--sam-ink-quiet);
      white-space: nowrap;
    }
    th[scope='row'] {
      font-weight: 400;
      white-space: pre-line;
    }
    @media (min-width: 40rem) {
      .number {
        width: 4.5rem;
      }
      .judgement {
        width: 11rem;
      }
      .day {
        width: 9.5rem;
      }
    }
    /* As much as possible of it on one sheet: the text gets the room. */
    @media print {
      :host {
        margin-top: 3mm;
      }
      table {
        font-size: 8pt;
        line-height: 1.25;
        --sam-row-pad: 0.6mm;
      }
      .number {
        width: 12mm;
      }
      .judgement {
        width: 30mm;
      }
      .day {
        width: 25mm;
        white-space: nowrap;
      }
      sam-judgement {
        zoom: 0.72;
      }
    }
  `,
})
export class CommitmentTable {
  readonly heading = input.required<string>();
  readonly slug = input.required<string>();
  readonly items = input.required<readonly ActivityListItem[]>();

  protected readonly pages = pages;
  protected readonly headingId = nextId('atagande');
  private readonly locale = injectLocale();
  protected readonly labels = {
    text: $localize`:@@organisations.whatPromised:Åtagande`,
    judgement: $localize`:@@organisations.judgement:Läge`,
    nextStep: $localize`:@@organisations.nextStep:Nästa steg`,
  };

  protected day(value: string | null): string {
    return value === null ? '–' : formatDay(value, this.locale);
  }
}
