import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RoundRef, pages } from '@samhandling/contracts';
import type { Permission } from '@samhandling/domain';
import { Session } from '../../core/session.ts';

interface Tool {
  readonly label: string;
  readonly about: string;
  readonly link: string;
  /** One of these is enough. */
  readonly rights: readonly Permission[];
}

/** Where one works with the round. Who may not use a tool does not see it. */
@Component({
  selector: 'sam-round-tools',
  imports: [RouterLink],
  template: `
    <ul>
      @for (tool of tools(); track tool.link) {
        <li>
          <a [routerLink]="tool.link">{{ tool.label }}</a>
          <p class="sam-quiet sam-small">{{ tool.about }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
      column-gap: var(--sam-space-8);
      margin: 0;
      padding: 0;
      list-style: none;
      /* The heading above has a line of its own: that of the first row is cut away, however many stand in it. */
      clip-path: inset(1px -1rem -1rem);
    }
    li {
      padding: var(--sam-space-3) 0;
      border-top: var(--sam-hairline);
    }
    a {
      display: inline-block;
      min-height: 1.75rem;
      font-weight: 560;
    }
    p {
      margin: 0;
    }
  `,
})
export class RoundTools {
  readonly slug = input.required<string>();
  readonly round = input.required<RoundRef>();
  private readonly session = inject(Session);

  protected readonly tools = computed(() => {
    const { id, label } = this.round();
    return toolsOf(this.slug(), id, label).filter(({ rights }) => rights.some((right) => this.session.may(right)));
  });
}

function toolsOf(slug: string, id: string, label: string): readonly Tool[] {
  return [
    {
      label: $localize`:@@rounds.tools.outcomes:Utfall`,
      about: $localize`:@@rounds.tools.outcomes.about:Alla värden i en tabell, för länet och per kommun.`,
      link: pages.outcomes(slug, label),
      rights: ['round.read'],
    },
    {
      label: $localize`:@@rounds.tools.reporters:Rapportörer`,
      about: $localize`:@@rounds.tools.reporters.about:Vem som svarar på vad, och vad som saknar någon.`,
      link: pages.reporters(slug, label),
      rights: ['follow_up.read'],
    },
    {
      label: $localize`:@@rounds.tools.participation:Medverkan`,
      about: $localize`:@@rounds.tools.participation.about:Vilka kommuner och partner som är inbjudna och deltar.`,
      link: pages.participation(slug, label),
      rights: ['follow_up.read'],
    },
    {
      label: $localize`:@@rounds.tools.links:Svarslänkar`,
      about: $localize`:@@rounds.tools.links.about:Låt någon utan konto svara på just sitt.`,
      link: pages.answerLinks(slug, label),
      rights: ['link.manage'],
    },
    {
      label: $localize`:@@rounds.tools.workbook:Arbetsbok`,
      about: $localize`:@@rounds.tools.workbook.about:Hämta det som ska fyllas i som Excel, och läs in det igen.`,
      link: pages.workbook(slug, label),
      rights: ['outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality'],
    },
    {
      label: $localize`:@@rounds.tools.diff:Förändringar`,
      about: $localize`:@@rounds.tools.diff.about:Vad som skiljer den här omgången från en annan.`,
      link: pages.diff(slug),
      rights: ['round.read'],
    },
    {
      label: $localize`:@@rounds.tools.history:Historik`,
      about: $localize`:@@rounds.tools.history.about:När omgången öppnades, granskades och fastställdes, och av vem.`,
      link: pages.history('round', id),
      rights: ['history.read'],
    },
  ];
}
