import type { Label } from '@samhandling/domain';

export interface DataColumn {
  readonly label: Label;
  /** Gives text. */
  readonly sql: string;
  /** Words of stored codes. */
  readonly codes?: Readonly<Record<string, Label>>;
  /** The log's own words for what `sql` gives: "entity action", a source, or an entity with its changes. */
  readonly inLog?: 'what' | 'how' | 'changes';
}

/** One part of what is held about a person: where, why, for how long, and what of it is told. */
export interface DataPart {
  readonly key: string;
  readonly title: Label;
  readonly purpose: Label;
  readonly kept: Label;
  /** What follows FROM; the aliases are those of the columns. */
  readonly from: string;
  /** Columns that point at the person, as "table.column", each with what the person is in it. `at` is the column in `from`. */
  readonly about: Readonly<Record<string, { readonly at: string; readonly as: Label }>>;
  readonly columns: readonly DataColumn[];
  /** Newest first, mostly. */
  readonly order: string;
  /**
   * `county`: of each county by itself. `person`: the installation's, told to the person alone, or, with `inCounty`, as far as the
   * condition goes to a county too.
   */
  readonly reach: 'county' | 'person';
  readonly inCounty?: string;
}

/** Whether a row must say what the person is in it: where there is one way only, the part's title has said so. */
export function saysWho({ about }: DataPart): boolean {
  return Object.keys(about).length > 1;
}

export const label = (sv: string, en: string): Label => ({ sv, en });

export const column = (sv: string, en: string, sql: string, codes?: DataColumn['codes']): DataColumn => ({
  label: { sv, en },
  sql,
  ...(codes && { codes }),
});

/** Day and time as a clock in Sweden showed them. */
export const stamp = (sql: string): string => `to_char(${sql} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`;

export const yes = (sql: string): string => `CASE WHEN ${sql} THEN 'yes' ELSE 'no' END`;
export const YES_NO = { yes: label('Ja', 'Yes'), no: label('Nej', 'No') };

/** Which activity, by its number in the plan. */
export const REFERENCE = `(SELECT area.number || '/' || a.number FROM activity a JOIN area ON area.id = a.area_id WHERE a.id = x.activity_id)`;
export const PLAN = `(SELECT p.title FROM plan p WHERE p.id = x.plan_id)`;
export const ROUND = `(SELECT r.label FROM follow_up_round r WHERE r.id = x.round_id)`;

export const RECORD = label(
  'Är en del av länets allmänna handlingar. Bevaras enligt länets gallringsbeslut, också när personen har slutat.',
  'Is part of the county’s public record. Kept as the county’s decision on disposal says, also when the person has left.',
);
export const UNTIL_REMOVED = label(
  'Tills personen har slutat och uppgifterna tas bort.',
  'Until the person has left and what identifies them is removed.',
);
export const WHO_DID = label(
  'Visar vem som har gjort vad, så att uppföljningen går att granska och lita på.',
  'Shows who did what, so that the follow-up can be examined and trusted.',
);

/** A column that points at the person, and what the person is in it. */
export const by = (at: string, sv: string, en: string) => ({ at, as: label(sv, en) });
