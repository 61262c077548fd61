import { Reference1765000000000 } from './1765000000000-reference.ts';
import { People1765000100000 } from './1765000100000-people.ts';
import { Plan1765000200000 } from './1765000200000-plan.ts';
import { FollowUp1765000300000 } from './1765000300000-follow-up.ts';
import { Audit1765000400000 } from './1765000400000-audit.ts';
import { Events1766000000000 } from './1766000000000-events.ts';
import { Together1766000100000 } from './1766000100000-together.ts';
import { Asking1766000200000 } from './1766000200000-asking.ts';
import { Lists1766000300000 } from './1766000300000-lists.ts';

/** In the order they run. A migration that has run is never edited: add a new one. */
export const migrations = [
  Reference1765000000000,
  People1765000100000,
  Plan1765000200000,
  FollowUp1765000300000,
  Audit1765000400000,
  Events1766000000000,
  Together1766000100000,
  Asking1766000200000,
  Lists1766000300000,
];
