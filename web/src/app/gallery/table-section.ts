import { Component } from '@angular/core';
import type { Judgement } from '@samhandling/domain';
import { Facts, JudgementChip } from '@samhandling/ui';
import { Table, TableScroll } from '@samhandling/ui/work';

interface Row {
  readonly reference: string;
  readonly text: string;
  readonly responsible: string;
  readonly judgement: Judgement | null;
  readonly value: string;
}

@Component({
  selector: 'sam-table-section',
  imports: [Facts, JudgementChip, Table, TableScroll],
  template: `
    <div class="sam-stack sam-stack--large">
      <table samTable stacked>
        <caption>
          Aktiviteter i område 2.1, omgången 2025
        </caption>
        <thead>
          <tr>
            <th>Nr</th>
            <th>Aktivitet</th>
            <th>Ansvarig</th>
            <th>Läge</th>
            <th class="sam-num">Utfall</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows; track row.reference) {
            <tr>
              <td data-label="Nr">{{ row.reference }}</td>
              <th scope="row">
                <a href="/galleri">{{ row.text }}</a>
              </th>
              <td data-label="Ansvarig">{{ row.responsible }}</td>
              <td data-label="Läge"><sam-judgement [judgement]="row.judgement" /></td>
              <td class="sam-num" data-label="Utfall">{{ row.value }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="4">Summa</th>
            <td class="sam-num">1 246</td>
          </tr>
        </tfoot>
      </table>
      <sam-table-scroll label="Utfall per kommun" maxHeight="14rem">
        <table samTable compact>
          <thead>
            <tr>
              <th>Kommun</th>
              @for (year of years; track year) {
                <th class="sam-num">{{ year }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (place of places; track place; let at = $index) {
              <tr>
                <th scope="row">{{ place }}</th>
                @for (year of years; track year) {
                  <td class="sam-num">{{ (at * 37 + year) % 91 }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </sam-table-scroll>
      <dl samFacts>
        <dt>Ansvarig</dt>
        <dd>Länsstyrelsen, genom beredningsgruppen</dd>
        <dt>Samverkan</dt>
        <dd>Kommunerna, Polisen, idrottsförbundet m.fl.</dd>
        <dt>Period</dt>
        <dd>2024–2028, varje år</dd>
      </dl>
    </div>
  `,
})
export class TableSection {
  protected readonly rows: readonly Row[] = [
    {
      reference: '2.1/1',
      text: 'Erbjuda alla högstadieskolor ett samtal om tobak och vitt snus vid läsårets början',
      responsible: 'Kommunerna',
      judgement: 'on_track',
      value: '34',
    },
    {
      reference: '2.1/2',
      text: 'Utbilda serveringspersonal tillsammans med besöksnäringen',
      responsible: 'Länsstyrelsen',
      judgement: 'needs_support',
      value: '1 212',
    },
    {
      reference: '2.1/3',
      text: 'Ta fram ett gemensamt material till föräldramöten',
      responsible: 'Regionen',
      judgement: 'completed',
      value: '0',
    },
    {
      reference: '2.1/4',
      text: 'Kartlägga spel om pengar bland unga vuxna',
      responsible: 'Regionen',
      judgement: null,
      value: '–',
    },
  ];
  protected readonly years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
  protected readonly places = [
    'Almviken',
    'Björkfors',
    'Ekeby',
    'Granlund',
    'Hällnäs',
    'Lindö',
    'Mossberg',
    'Norrhamn',
    'Ängelsta',
  ];
}
