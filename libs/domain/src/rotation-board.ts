/** An activity to place among the free meetings ("slots") of one period. */
export interface Piece {
  readonly activityId: string;
  readonly areaId: string;
  readonly goalId: string;
  readonly minutes: number;
  readonly isPressing: boolean;
  /** `pinned` never moves; `kept` moves only to make the loads even. */
  readonly hold: 'new' | 'kept' | 'pinned';
  /** Per slot: it goes on then, and is not parked. */
  readonly allowed: readonly boolean[];
  /** Per slot: comes before its figures. */
  readonly isEarly: readonly boolean[];
  /** Where it stands; -1 nowhere. */
  slot: number;
}

const BEFORE_FIGURES = 3;

/** The slots with what stands in each, and the sums that every question about a move needs. */
export class Board {
  readonly pieces: Piece[] = [];
  readonly rooms: readonly number[];
  readonly loads: number[];
  private readonly inSlot: readonly Set<Piece>[];
  private readonly inArea = new Map<string, number[]>();
  private readonly inGoal = new Map<string, number[]>();

  constructor(rooms: readonly number[]) {
    this.rooms = rooms;
    this.loads = rooms.map(() => 0);
    this.inSlot = rooms.map(() => new Set());
  }

  add(piece: Piece, slot: number): void {
    this.pieces.push(piece);
    this.inSlot[slot]?.add(piece);
    piece.slot = slot;
    this.count(piece, slot, 1);
  }

  move(piece: Piece, to: number): void {
    this.count(piece, piece.slot, -1);
    this.inSlot[piece.slot]?.delete(piece);
    this.inSlot[to]?.add(piece);
    piece.slot = to;
    this.count(piece, to, 1);
  }

  /** In the order in which they came there. */
  piecesIn(slot: number): ReadonlySet<Piece> {
    return this.inSlot[slot] ?? new Set();
  }

  fits(minutes: number, slot: number): boolean {
    return (this.loads[slot] ?? 0) + minutes <= (this.rooms[slot] ?? 0);
  }

  hasArea(areaId: string, slot: number): boolean {
    return (this.inArea.get(areaId)?.[slot] ?? 0) > 0;
  }

  hasGoal(goalId: string, slot: number): boolean {
    return (this.inGoal.get(goalId)?.[slot] ?? 0) > 0;
  }

  /** In the slot with least on it that has time for the piece. False where none has. */
  squeezeIn(piece: Piece): boolean {
    let best = -1;
    for (const [slot, load] of this.loads.entries()) {
      if (!(piece.allowed[slot] ?? false) || !this.fits(piece.minutes, slot)) continue;
      if (best < 0 || load < (this.loads[best] ?? 0)) best = slot;
    }
    if (best >= 0) this.add(piece, best);
    return best >= 0;
  }

  /**
   * What standing in `to` instead would cost; negative is better. An area counts by the squares of its parts, so that a split
   * area is drawn together one activity at a time; what presses costs one for each meeting later.
   */
  costOfMove(piece: Piece, to: number): number {
    const counts = this.inArea.get(piece.areaId);
    const apart = -2 * ((counts?.[to] ?? 0) - (counts?.[piece.slot] ?? 0) + 1);
    const figures = BEFORE_FIGURES * (Number(piece.isEarly[to] ?? false) - Number(piece.isEarly[piece.slot] ?? false));
    return apart + figures + (piece.isPressing ? to - piece.slot : 0);
  }

  private count(piece: Piece, slot: number, by: 1 | -1): void {
    this.loads[slot] = (this.loads[slot] ?? 0) + by * piece.minutes;
    bump(this.inArea, piece.areaId, slot, by, this.rooms.length);
    bump(this.inGoal, piece.goalId, slot, by, this.rooms.length);
  }
}

function bump(counts: Map<string, number[]>, key: string, slot: number, by: number, slots: number): void {
  const row = counts.get(key) ?? new Array<number>(slots).fill(0);
  row[slot] = (row[slot] ?? 0) + by;
  counts.set(key, row);
}
