import { Injectable } from '@nestjs/common';
import type { OutcomeDisplay } from '@samhandling/contracts';
import { currentSession } from '../platform/http/request-context.ts';
import { entryRight, type EntryRound } from './entry-right.ts';
import { visibleFigures, type FigureDefinition, type PlaceFacts, type StoredFigure } from './visible-figures.ts';

/** One indicator in one round, with whoever is responsible for what it follows up. */
export interface SightedFigure {
  readonly round: EntryRound;
  readonly responsibleIds: readonly string[];
  readonly definition: FigureDefinition;
  /** The municipalities of the county; an indicator of the county as a whole does not ask. */
  readonly places: readonly string[];
}

/** The combined figure as the person who asks may see it, for those outside who changed something beneath it. */
@Injectable()
export class FigureSightService {
  combined(figure: SightedFigure, stored: readonly StoredFigure[], facts: PlaceFacts): OutcomeDisplay {
    const { definition, round, responsibleIds } = figure;
    const { roles } = currentSession();
    const places = definition.breakdown === 'none' ? [null] : figure.places;
    const sees = (place: string | null): boolean => entryRight(roles, round, responsibleIds, place).sees;
    return visibleFigures(definition, places, stored, sees, facts).combined;
  }
}
