import type { ActionPoint, Decision, Lift } from '@samhandling/contracts';
import {
  decisionReference,
  isLate,
  mayCompleteUndertaking,
  mayWriteInGroup,
  type Day,
  type HeldRole,
  type Label,
  type Locale,
} from '@samhandling/domain';

/** Facts about whoever asks and about the row, from which rights are worked out. */
interface Facts {
  readonly isMember: boolean;
  readonly municipalityCode: string | null;
}
export type StoredDecision = Omit<Decision, 'reference' | 'isLate' | 'mayEdit' | 'mayComplete' | 'lockedReason'> &
  Facts;
export type StoredActionPoint = Omit<ActionPoint, 'isLate' | 'mayEdit' | 'mayComplete'> & Facts;
export type StoredLift = Omit<Lift, 'mayEdit' | 'mayAnswer'> & { readonly asks: boolean; readonly answers: boolean };

export interface Reader {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
  readonly today: Day;
  readonly locale: Locale;
}

const ADJUSTED: Label = {
  sv: 'Protokollet är justerat, så text, dag och nummer ändras inte. Behöver beslutet rättas tas det upp på nästa möte.',
  en: 'The minutes are adjusted, so wording, day and number do not change. If the decision needs correcting, take it up at the next meeting.',
};

const OTHERS: Label = {
  sv: 'Bara en planerare, eller den som är med i gruppen och får anteckna, kan ändra beslutet.',
  en: 'Only a planner, or somebody in the group who may take notes, can change the decision.',
};

export function toDecision({ isMember, municipalityCode, ...row }: StoredDecision, reader: Reader): Decision {
  const mayEdit = mayWriteInGroup(reader.roles, isMember);
  const locked = row.meeting?.state === 'adjusted' ? ADJUSTED : mayEdit ? null : OTHERS;
  return {
    ...row,
    reference: decisionReference(row.number, row.year),
    isLate: isLate(row.state, row.due, reader.today),
    mayEdit,
    mayComplete: mayComplete(row, isMember, municipalityCode, reader),
    lockedReason: locked?.[reader.locale] ?? '',
  };
}

export function toActionPoint({ isMember, municipalityCode, ...row }: StoredActionPoint, reader: Reader): ActionPoint {
  return {
    ...row,
    isLate: isLate(row.state, row.due, reader.today),
    mayEdit: mayWriteInGroup(reader.roles, isMember),
    mayComplete: mayComplete(row, isMember, municipalityCode, reader),
  };
}

export function toLift({ asks, answers, ...row }: StoredLift, { roles }: Reader): Lift {
  const waits = row.state === 'waiting';
  return {
    ...row,
    mayEdit: waits && mayWriteInGroup(roles, asks),
    mayAnswer: waits && mayWriteInGroup(roles, answers),
  };
}

function mayComplete(
  { person, organisation }: Pick<StoredDecision, 'person' | 'organisation'>,
  isMember: boolean,
  municipalityCode: string | null,
  { personId, roles }: Reader,
): boolean {
  const of = { personId: person?.id ?? null, organisationId: organisation?.id ?? null, municipalityCode };
  return mayCompleteUndertaking(of, personId, roles, isMember);
}
