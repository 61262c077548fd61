import type { Minutes, PutAdjustersRequest } from '@samhandling/contracts';

/** Who is chosen to adjust, as texts that can be compared: members by id, in an order that says nothing, and others by name. */
export interface AdjusterValues {
  readonly among: string;
  readonly other: string;
}

export function adjusterValues({ adjusters }: Minutes): AdjusterValues {
  return {
    among: amongOf(adjusters.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]))),
    other: adjusters.flatMap(({ memberId, name }) => (memberId === null ? [name] : [])).join(', '),
  };
}

export function amongOf(ids: readonly string[]): string {
  return ids.toSorted().join(',');
}

export function idsIn({ among }: AdjusterValues): string[] {
  return among === '' ? [] : among.split(',');
}

export function isSameChoice(one: AdjusterValues, other: AdjusterValues): boolean {
  return one.among === other.among && one.other === other.other;
}

export function adjustersIn(values: AdjusterValues): PutAdjustersRequest['adjusters'] {
  const names = values.other
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...idsIn(values).map((memberId) => ({ memberId })), ...names.map((name) => ({ name }))];
}

export interface AdjusterChoice {
  readonly memberId: string;
  readonly name: string;
  readonly organisation: string;
}

/** Those who can be chosen: members who were there. */
export function adjusterChoices({ attendance }: Minutes): AdjusterChoice[] {
  return attendance.flatMap(({ memberId, name, organisation, status }) =>
    memberId !== null && (status === 'present' || status === 'remote')
      ? [{ memberId, name, organisation: organisation?.name ?? '' }]
      : [],
  );
}
