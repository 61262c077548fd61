import type { ToDo, ToDoGroup, ToDoItem, ToDoScope } from '@samhandling/contracts';

/** Values of `visa` in the address, in Swedish; `me` is as usual and is left out. */
export const SCOPE_PARAMS: Readonly<Record<ToDoScope, string | null>> = {
  me: null,
  organisation: 'organisation',
  plan: 'plan',
};

export function scopeOf(param: string | undefined): ToDoScope {
  return param === 'organisation' || param === 'plan' ? param : 'me';
}

/** The group's own name in the address. */
export const GROUP_PARAMS: Readonly<Record<ToDoGroup['kind'], string>> = {
  returned: 'tillbaka',
  answer: 'svara',
  respond: 'instamma',
  choose: 'valja',
  review: 'granska',
  judge: 'bedoma',
  round: 'omgang',
  letters: 'brev',
  attention: 'ogon',
};

/** In `rapportor`: nobody is to answer. */
export const NOBODY = 'ingen';

export interface ToDoFilter {
  /** A group's name in the address; empty for all. */
  readonly kind: string;
  /** A reporter's id, or `ingen`; empty for all. */
  readonly reporter: string;
}

/** The groups that are left, empty ones gone. */
export function filtered(groups: ToDo['groups'], { kind, reporter }: ToDoFilter): ToDoGroup[] {
  return groups
    .filter((group) => kind === '' || GROUP_PARAMS[group.kind] === kind)
    .map((group) => ({ ...group, items: group.items.filter((item) => isOf(item, reporter)) }))
    .filter((group) => group.items.length > 0);
}

function isOf(item: ToDoItem, reporter: string): boolean {
  if (reporter === '') return true;
  return reporter === NOBODY ? item.state !== null && item.reporter === null : item.reporter?.id === reporter;
}

export interface ReporterChoice {
  readonly value: string;
  /** Empty for nobody. */
  readonly name: string;
  readonly count: number;
}

/** Who is to answer, with how many things each has; nobody last. */
export function reportersIn(groups: ToDo['groups']): ReporterChoice[] {
  const found = new Map<string, ReporterChoice>();
  for (const { reporter, state } of groups.flatMap(({ items }) => items)) {
    if (state === null) continue;
    const value = reporter?.id ?? NOBODY;
    const before = found.get(value);
    found.set(value, { value, name: reporter?.name ?? '', count: (before?.count ?? 0) + 1 });
  }
  const collator = new Intl.Collator('sv');
  return [...found.values()].sort(
    (a, b) => Number(a.value === NOBODY) - Number(b.value === NOBODY) || collator.compare(a.name, b.name),
  );
}
