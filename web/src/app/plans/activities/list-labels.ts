import { type PlanWords, capitalised } from '@samhandling/domain';
import type { Column, Sort } from '../data/list-query.ts';

export function columnLabel(column: Column, words: PlanWords): string {
  switch (column) {
    case 'goal':
      return capitalised(words.goal.one);
    case 'responsible':
      return $localize`:@@plans.responsible:Ansvarig`;
    case 'partner':
      return $localize`:@@plans.partner:Samverkanspartner`;
    case 'judgement':
      return $localize`:@@plans.judgement:Läge`;
    case 'state':
      return $localize`:@@plans.answer:Svar`;
    case 'outcomes':
      return $localize`:@@plans.outcomes:Utfall`;
    case 'reporter':
      return $localize`:@@plans.reporter:Rapportör`;
    case 'next_step':
      return $localize`:@@plans.nextStep:Nästa steg`;
    case 'updated':
      return $localize`:@@plans.updated:Uppdaterad`;
  }
}

export function sortLabel(sort: Sort): string {
  switch (sort) {
    case 'reference':
      return $localize`:@@plans.sort.reference:Planens ordning`;
    case 'judgement':
      return $localize`:@@plans.judgement:Läge`;
    case 'next_step':
      return $localize`:@@plans.sort.nextStep:Närmaste nästa steg`;
    case 'updated':
      return $localize`:@@plans.sort.updated:Senast uppdaterad`;
  }
}
