import type { Injector } from '@angular/core';
import type { NeedsInventory } from '@samhandling/contracts';
import type { StaleAnswer, StaleField } from '../../core/stale-dialog.ts';

export function isInventory(value: unknown): value is NeedsInventory {
  return typeof value === 'object' && value !== null && 'questions' in value && 'due' in value && 'version' in value;
}

/**
 * Which side stands, field by field; null when the person goes back without saving. The settings and the questions have one
 * version between them, so what is written in the one is saved without a question when only the other was changed.
 */
export async function chosenSides(injector: Injector, fields: readonly StaleField[]): Promise<StaleAnswer | null> {
  if (fields.every(({ proposed }) => proposed === 'mine'))
    return Object.fromEntries(fields.map(({ name }) => [name, 'mine']));
  const { askAboutStale } = await import('../../core/stale-dialog.ts');
  return askAboutStale(injector, { who: '', fields });
}
