import type { Board, Piece } from './rotation-board.ts';

/**
 * Moves pieces from full meetings to less full ones until no move makes the loads more even: first straight, then by way of
 * others, where a piece may not stand in the emptier meeting but another can make room. Each step lowers the sum of the
 * squares of the loads, so it ends. What is pinned stays, and what is kept moves only when nothing else does as well.
 */
export function level(board: Board): void {
  while (moveOne(board) || moveAlongChain(board));
}

interface Step {
  readonly piece: Piece;
  readonly to: number;
}

function moveOne(board: Board): boolean {
  const slots = [...board.loads.keys()].sort((a, b) => (board.loads[b] ?? 0) - (board.loads[a] ?? 0) || a - b);
  let best: (Step & { readonly gain: number; readonly cost: number }) | null = null;
  for (const from of slots) {
    for (const to of [...slots].reverse()) {
      const difference = (board.loads[from] ?? 0) - (board.loads[to] ?? 0);
      // Nothing moved over a smaller difference gains as much as what is found.
      if (difference <= 0 || (best !== null && (difference * difference) / 4 < best.gain)) break;
      for (const piece of board.piecesIn(from)) {
        if (!mayMove(board, piece, to)) continue;
        const gain = piece.minutes * (difference - piece.minutes);
        if (gain <= 0) continue;
        const cost = costOf(board, piece, to);
        if (best === null || gain > best.gain || (gain === best.gain && cost < best.cost))
          best = { piece, to, gain, cost };
      }
    }
  }
  if (best) board.move(best.piece, best.to);
  return best !== null;
}

function mayMove(board: Board, piece: Piece, to: number): boolean {
  return piece.hold !== 'pinned' && (piece.allowed[to] ?? false) && board.fits(piece.minutes, to);
}

const KEPT = 1_000_000;

function costOf(board: Board, piece: Piece, to: number): number {
  return board.costOfMove(piece, to) + (piece.hold === 'kept' ? KEPT : 0);
}

/** From the fullest on: a way to an emptier meeting over others, one piece a step, that lowers the sum of squares. */
function moveAlongChain(board: Board): boolean {
  const slots = [...board.loads.keys()].sort((a, b) => (board.loads[b] ?? 0) - (board.loads[a] ?? 0) || a - b);
  const cheapest = cheapestSteps(board);
  for (const from of slots) {
    const chain = chainFrom(board, from, cheapest);
    if (!chain) continue;
    for (const { piece, to } of chain) board.move(piece, to);
    return true;
  }
  return false;
}

/** By the meeting it leaves, then the one it comes to. */
type Steps = readonly (readonly (Step | null)[])[];

function chainFrom(board: Board, from: number, cheapest: Steps): Step[] | null {
  const ways = new Map<number, readonly Step[]>([[from, []]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const way = ways.get(at) ?? [];
    for (const to of board.loads.keys()) {
      if (ways.has(to)) continue;
      const step = cheapest[at]?.[to];
      if (!step) continue;
      const longer = [...way, step];
      if (lowersSquares(board, longer)) return longer;
      ways.set(to, longer);
      queue.push(to);
    }
  }
  return null;
}

/** Found once for all ways: nothing moves until one of them is taken. */
function cheapestSteps(board: Board): Steps {
  const slots = [...board.loads.keys()];
  return slots.map((from) => slots.map((to) => (to === from ? null : cheapestStep(board, from, to))));
}

function cheapestStep(board: Board, from: number, to: number): Step | null {
  let best: Step | null = null;
  let least = Infinity;
  for (const piece of board.piecesIn(from)) {
    if (piece.hold === 'pinned' || !(piece.allowed[to] ?? false)) continue;
    const cost = costOf(board, piece, to);
    if (cost < least) [best, least] = [{ piece, to }, cost];
  }
  return best;
}

function lowersSquares(board: Board, steps: readonly Step[]): boolean {
  const loads = [...board.loads];
  for (const { piece, to } of steps) {
    loads[piece.slot] = (loads[piece.slot] ?? 0) - piece.minutes;
    loads[to] = (loads[to] ?? 0) + piece.minutes;
  }
  // A meeting that is too full already, by what is pinned there, may stay so but not become fuller.
  const hasTime = loads.every((load, slot) => load <= Math.max(board.rooms[slot] ?? 0, board.loads[slot] ?? 0));
  const squares = (values: readonly number[]): number => values.reduce((total, load) => total + load * load, 0);
  return hasTime && squares(loads) < squares(board.loads);
}
