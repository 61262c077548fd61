import type { Board, Piece } from './rotation-board.ts';

/**
 * Places areas whole, what presses first and then the largest, where they fit under the even load; an area that fits nowhere is divided over as
 * few meetings as it takes. A piece that the rooms have no time for is left out.
 */
export function placeBlocks(board: Board, pieces: readonly Piece[]): void {
  const limit = evenLimit(board, pieces);
  const queue = [...Map.groupBy(pieces, ({ areaId }) => areaId).values()].map(toWaiting);
  for (let next = takeNext(queue); next !== undefined; next = takeNext(queue)) {
    const { block } = next;
    const whole = bestSlot(board, block, limit);
    if (whole >= 0) {
      for (const piece of block) board.add(piece, whole);
    } else {
      const rest = divide(board, block, limit);
      if (rest.length > 0) queue.push(toWaiting(rest));
    }
  }
}

const sum = (block: readonly Piece[]): number => block.reduce((total, { minutes }) => total + minutes, 0);

interface WaitingBlock {
  readonly block: readonly Piece[];
  readonly minutes: number;
  readonly isPressing: boolean;
}

function toWaiting(block: readonly Piece[]): WaitingBlock {
  return { block, minutes: sum(block), isPressing: block.some(({ isPressing }) => isPressing) };
}

/** What presses comes before what does not, since the early meetings fill up; then the largest. Equal ones keep the order of the plan. */
function takeNext(queue: WaitingBlock[]): WaitingBlock | undefined {
  let next = 0;
  for (const [index, waiting] of queue.entries()) {
    const chosen = queue[next];
    if (chosen && isBefore(waiting, chosen)) next = index;
  }
  return queue.splice(next, 1)[0];
}

function isBefore(one: WaitingBlock, other: WaitingBlock): boolean {
  return one.isPressing === other.isPressing ? one.minutes > other.minutes : one.isPressing;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * The lowest load that, filled to in every slot as far as its room goes, holds all of it: counted in whole steps of what
 * the pieces' minutes have in common, so that twelve activities of eight minutes give a limit that twelve fit under.
 */
function evenLimit(board: Board, pieces: readonly Piece[]): number {
  const wanted = sum(pieces);
  const step = pieces.reduce((common, { minutes }) => gcd(common, minutes), 0);
  if (step === 0) return 0;
  const most = Math.max(0, ...board.rooms);
  const holds = (limit: number): number =>
    board.rooms.reduce(
      (total, room, slot) =>
        total + Math.floor(Math.max(Math.min(room, limit) - (board.loads[slot] ?? 0), 0) / step) * step,
      0,
    );
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle) >= wanted) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** Where the whole block fits: after its figures, early if it presses, with its own area and goal, and tightly. -1: nowhere. */
function bestSlot(board: Board, block: readonly Piece[], limit: number): number {
  const minutes = sum(block);
  const [first] = block;
  if (!first) return -1;
  let best = -1;
  let bestRank: readonly number[] = [];
  for (const [slot, load] of board.loads.entries()) {
    if (load + minutes > limit || !board.fits(minutes, slot)) continue;
    if (!block.every(({ allowed }) => allowed[slot])) continue;
    const rank = [
      block.filter(({ isEarly }) => isEarly[slot]).length,
      block.some(({ isPressing }) => isPressing) ? slot : 0,
      board.hasArea(first.areaId, slot) ? 0 : 1,
      board.hasGoal(first.goalId, slot) ? 0 : 1,
      limit - load - minutes,
    ];
    if (best < 0 || isLower(rank, bestRank)) [best, bestRank] = [slot, rank];
  }
  return best;
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

/** Fills the slot that takes most of the block and gives back the rest; a single piece goes where there is time at all. */
function divide(board: Board, block: readonly Piece[], limit: number): Piece[] {
  let best: Piece[] = [];
  let bestSlotFound = -1;
  for (const [slot, load] of board.loads.entries()) {
    const part: Piece[] = [];
    let left = Math.min(limit, board.rooms[slot] ?? 0) - load;
    for (const piece of block) {
      if (!(piece.allowed[slot] ?? false) || piece.minutes > left) continue;
      part.push(piece);
      left -= piece.minutes;
    }
    if (sum(part) > sum(best)) [best, bestSlotFound] = [part, slot];
  }
  if (bestSlotFound < 0) {
    const [first, ...others] = block;
    if (first) board.squeezeIn(first);
    return others;
  }
  const placed = new Set(best);
  for (const piece of best) board.add(piece, bestSlotFound);
  return block.filter((piece) => !placed.has(piece));
}
