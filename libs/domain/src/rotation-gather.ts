import type { Board, Piece } from './rotation-board.ts';

/**
 * Draws split areas together, and what comes before its figures to after them, without making the loads less even: by moves
 * that only trade one meeting's minute for another's, and by trading places between two of equal length. Each step lowers the
 * cost, so it ends. Only what is newly placed moves.
 */
export function gather(board: Board): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (const piece of board.pieces) if (moveBetter(board, piece)) changed = true;
    for (const left of board.loads.keys()) {
      for (let right = left + 1; right < board.loads.length; right += 1) {
        while (tradeBest(board, left, right)) changed = true;
      }
    }
  }
}

function moveBetter(board: Board, piece: Piece): boolean {
  if (piece.hold !== 'new') return false;
  for (const [to, load] of board.loads.entries()) {
    if (to === piece.slot || !(piece.allowed[to] ?? false) || !board.fits(piece.minutes, to)) continue;
    const isAsEven = (board.loads[piece.slot] ?? 0) - load >= piece.minutes;
    if (!isAsEven || board.costOfMove(piece, to) >= 0) continue;
    board.move(piece, to);
    return true;
  }
  return false;
}

interface Offer {
  readonly piece: Piece;
  readonly cost: number;
}

/** The trade between two slots that lowers the cost most. False when none does. */
function tradeBest(board: Board, left: number, right: number): boolean {
  const there = offersOf(board, left, right);
  if (there.size === 0) return false;
  const back = offersOf(board, right, left);
  let best: { readonly a: Piece; readonly b: Piece; readonly cost: number } | null = null;
  for (const [minutes, offers] of there) {
    for (const a of offers) {
      for (const b of back.get(minutes) ?? []) {
        const cost = a.cost + b.cost;
        // What two of one area cost together is not the sum of what each costs.
        if (a.piece.areaId === b.piece.areaId || cost >= (best?.cost ?? 0)) continue;
        best = { a: a.piece, b: b.piece, cost };
      }
    }
  }
  if (!best) return false;
  board.move(best.a, right);
  board.move(best.b, left);
  return true;
}

/**
 * Of each length the two that it costs least to move, of different areas: whatever stands on the other side, the best trade is
 * with one of them, so that no pair need be tried with every other.
 */
function offersOf(board: Board, from: number, to: number): ReadonlyMap<number, readonly Offer[]> {
  const offers = new Map<number, Offer[]>();
  for (const piece of board.piecesIn(from)) {
    if (piece.hold !== 'new' || !(piece.allowed[to] ?? false)) continue;
    const offer = { piece, cost: board.costOfMove(piece, to) };
    offers.set(piece.minutes, twoCheapest(offers.get(piece.minutes) ?? [], offer));
  }
  return offers;
}

/** The first come stands before an equal one. */
function twoCheapest([first, second]: readonly Offer[], offer: Offer): Offer[] {
  if (!first) return [offer];
  if (offer.piece.areaId === first.piece.areaId) {
    return [offer.cost < first.cost ? offer : first, ...(second ? [second] : [])];
  }
  if (offer.cost < first.cost) return [offer, first];
  return [first, second && second.cost <= offer.cost ? second : offer];
}
