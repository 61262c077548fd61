import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PersonDataFormat, pages, paths } from '@samhandling/contracts';
import {
  Breadcrumb,
  Button,
  Icon,
  PageHeader,
  ProblemView,
  Skeleton,
  formatInstant,
  injectLocale,
} from '@samhandling/ui';
import { Table, TableScroll } from '@samhandling/ui/work';
import { titleFromData } from '../../core/data-title.ts';
import { problemOf } from '../../core/problem.ts';
import { PeopleApi } from '../data/people-api.ts';

/**
 * `/mitt-konto/uppgifter` and `/personer/:id/uppgifter`: everything held about somebody, why and for how long, to read, print and
 * take along. Opening it is itself recorded, which the page says.
 */
@Component({
  selector: 'sam-person-data-page',
  imports: [Breadcrumb, Button, Icon, PageHeader, ProblemView, RouterLink, Skeleton, Table, TableScroll],
  templateUrl: './person-data-page.html',
  styles: `
    .none {
      margin-top: var(--sam-space-3);
    }
    td {
      min-width: 7rem;
      max-width: 32rem;
      overflow-wrap: break-word;
    }
    @media screen {
      .when {
        white-space: nowrap;
      }
    }
    /* Everything has to fit beside each other on paper. */
    @media print {
      td,
      th {
        min-width: 4rem;
        padding-inline: 0 var(--sam-space-2);
        font-size: 8pt;
        overflow-wrap: anywhere;
      }
    }
    sam-table-scroll {
      display: block;
      margin-top: var(--sam-space-3);
    }
  `,
})
export class PersonDataPage {
  /** Not given: about oneself. */
  readonly id = input<string>();

  protected readonly pages = pages;
  private readonly locale = injectLocale();
  protected readonly resource = inject(PeopleApi).data(() => this.id() ?? null);
  protected readonly data = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly title = $localize`:@@people.data.title:Registerutdrag`;
  protected readonly heading = computed(() =>
    this.id() === undefined
      ? $localize`:@@people.data.own:Uppgifter om dig`
      : $localize`:@@people.data.of:Uppgifter om ${this.data()?.person.name ?? ''}:name:`,
  );
  protected readonly intro = computed(() => {
    const county = this.data()?.county;
    return county === null || county === undefined
      ? $localize`:@@people.data.introOwn:Här är allt som Samhandling har om dig, i alla län, varför det finns och hur länge. Lösenord och koder visas aldrig: av dem finns bara det som behövs för att känna igen dem.`
      : $localize`:@@people.data.introOf:Här är allt som ${county}:county: har om personen, varför det finns och hur länge. Vad personen loggar in med ser bara personen själv.`;
  });
  protected readonly made = computed(() => {
    const at = formatInstant(this.data()?.madeAt ?? '', this.locale);
    return $localize`:@@people.data.made:Uttaget ${at}:time:. Att utdraget togs står i loggen.`;
  });
  protected readonly filled = computed(() => this.data()?.parts.filter(({ total }) => total > 0) ?? []);
  protected readonly empty = computed(() => this.data()?.parts.filter(({ total }) => total === 0) ?? []);
  protected readonly noneText = computed(() => {
    const titles = this.empty()
      .map(({ title }) => title.toLocaleLowerCase(this.locale))
      .join(', ');
    return $localize`:@@people.data.none:Inget finns om: ${titles}:parts:.`;
  });

  constructor() {
    titleFromData(() => (this.data() ? this.heading() : undefined));
  }

  protected fileOf(format: PersonDataFormat): string {
    const id = this.id();
    return id === undefined ? paths.accountDataFile(format) : paths.personDataFile(id, format);
  }

  /** Day and time of the clock, as the extract writes them: they stay on one line. */
  protected isTime(cell: string): boolean {
    return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(cell);
  }

  protected moreText(shown: number, total: number): string {
    return $localize`:@@people.data.more:De ${shown}:shown: första av ${total}:total: visas. I filerna finns alla.`;
  }
}
