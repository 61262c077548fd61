/**
 * A cell as an arc between the sum it belongs to in its row and the one in its column. Raising the cell by one sends
 * one unit along the arc, lowering it sends one back.
 */
export interface Arc<Item> {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly grows: boolean;
  readonly shrinks: boolean;
}

interface Step<Item> {
  readonly to: number;
  readonly cost: number;
  readonly item: Item;
}

/**
 * The other items of the cheapest cycle of unit changes through `item`, every sum kept; an empty list when the item
 * may change alone, null when it cannot change at all. Ties fall to the arc that comes first.
 */
export function cheapestCycle<Item>(arcs: readonly Arc<Item>[], item: Item): Item[] | null {
  const own = arcs.find((arc) => arc.item === item);
  if (!own) return null;
  if (own.from === own.to) return [];
  const steps = new Map<number, Step<Item>[]>();
  const add = (from: number, step: Step<Item>): void => {
    const list = steps.get(from);
    if (list) list.push(step);
    else steps.set(from, [step]);
  };
  for (const arc of arcs) {
    if (arc === own || arc.from === arc.to) continue;
    if (arc.grows) add(arc.from, { to: arc.to, cost: arc.cost, item: arc.item });
    if (arc.shrinks) add(arc.to, { to: arc.from, cost: arc.cost, item: arc.item });
  }
  const raised = own.grows ? cheapestPath(steps, own.to, own.from) : null;
  const lowered = own.shrinks ? cheapestPath(steps, own.from, own.to) : null;
  if (raised && lowered) return lowered.cost < raised.cost ? lowered.items : raised.items;
  return (raised ?? lowered)?.items ?? null;
}

/** Dijkstra; the graphs are small (one node per row and column), so the nearest node is found by looking through. */
function cheapestPath<Item>(
  steps: ReadonlyMap<number, readonly Step<Item>[]>,
  start: number,
  goal: number,
): { readonly cost: number; readonly items: Item[] } | null {
  const open = new Map<number, { cost: number; via: Step<Item> | null; before: number }>([
    [start, { cost: 0, via: null, before: start }],
  ]);
  const done = new Map<number, { cost: number; via: Step<Item> | null; before: number }>();
  while (open.size > 0) {
    let nearest = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const [node, { cost }] of open) {
      if (cost < best || (cost === best && node < nearest)) [nearest, best] = [node, cost];
    }
    const reached = open.get(nearest);
    if (!reached) return null;
    open.delete(nearest);
    done.set(nearest, reached);
    if (nearest === goal) return { cost: best, items: trace(done, start, goal) };
    for (const step of steps.get(nearest) ?? []) {
      if (done.has(step.to)) continue;
      const known = open.get(step.to);
      if (!known || best + step.cost < known.cost) {
        open.set(step.to, { cost: best + step.cost, via: step, before: nearest });
      }
    }
  }
  return null;
}

function trace<Item>(
  done: ReadonlyMap<number, { readonly via: Step<Item> | null; readonly before: number }>,
  start: number,
  goal: number,
): Item[] {
  const items: Item[] = [];
  for (let node = goal; node !== start;) {
    const reached = done.get(node);
    if (!reached?.via) break;
    items.unshift(reached.via.item);
    node = reached.before;
  }
  return items;
}
