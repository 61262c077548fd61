import { DOCUMENT, Service, inject } from '@angular/core';
import type { Id } from '@samhandling/contracts';

const KEY = 'sam.events.used';
const MOST_KEPT = 12;

interface Used {
  readonly kinds: readonly Id[];
  readonly activities: readonly Id[];
}

/** Kinds and activities somebody registered last on this computer, newest first: they are offered first. */
@Service()
export class LastUsed {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  read(): Used {
    try {
      const found: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '');
      if (typeof found !== 'object' || found === null) return { kinds: [], activities: [] };
      return {
        kinds: 'kinds' in found ? ids(found.kinds) : [],
        activities: 'activities' in found ? ids(found.activities) : [],
      };
    } catch {
      return { kinds: [], activities: [] };
    }
  }

  add(kind: Id, activities: readonly Id[]): void {
    const before = this.read();
    const used: Used = {
      kinds: [...new Set([kind, ...before.kinds])].slice(0, MOST_KEPT),
      activities: [...new Set([...activities, ...before.activities])].slice(0, MOST_KEPT),
    };
    try {
      this.storage?.setItem(KEY, JSON.stringify(used));
    } catch {
      // A full or shut storage only costs the order of the lists.
    }
  }
}

function ids(value: unknown): Id[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
