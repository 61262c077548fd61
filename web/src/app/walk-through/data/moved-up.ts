import type { AgendaItemTransitionRequest } from '@samhandling/contracts';
import { type Outbox, moved } from './outbox.ts';
import type { SeenItem } from './view.ts';

/** The item moved. What has been put aside is taken up again first, as the agenda demands. */
export function movedUp(
  outbox: Outbox,
  { item, state }: Pick<SeenItem, 'item' | 'state'>,
  request: AgendaItemTransitionRequest,
): Outbox {
  const then = (before: Outbox, next: AgendaItemTransitionRequest): Outbox =>
    moved(before, item.id, next, item, crypto.randomUUID());
  const isAside = (state === 'postponed' || state === 'parked') && request.transition !== 'restore';
  return then(isAside ? then(outbox, { transition: 'restore' }) : outbox, request);
}
