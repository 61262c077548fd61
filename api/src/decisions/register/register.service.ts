import { Injectable } from '@nestjs/common';
import type { Register, RegisterEntry, RegisterFilter } from '@samhandling/contracts';
import { ACTION_POINT_STATE_LABELS, DECISION_STATE_LABELS, type Label, type Locale } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { toCsv, type CsvValue } from '../../platform/files/csv.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { ReaderService } from '../reader.service.ts';
import { toActionPoint, toDecision, type Reader } from '../stored.ts';
import { RegisterRepository, type StoredEntry } from './register.repository.ts';

const KIND_LABELS: Readonly<Record<string, Label>> = {
  decision: { sv: 'Beslut', en: 'Decision' },
  action_point: { sv: 'Att göra', en: 'Action point' },
};
/** "Öppet" and "Kvar att göra" are one choice, since both are what is left. */
const STATE_LABELS: Readonly<Record<string, Label>> = {
  ...DECISION_STATE_LABELS,
  dropped: ACTION_POINT_STATE_LABELS.dropped,
  open: { sv: 'Kvar att göra', en: 'To do' },
  done: { sv: 'Genomfört', en: 'Carried out' },
};
const HEADINGS: Readonly<Record<Locale, readonly string[]>> = {
  sv: [
    'Slag',
    'Nummer',
    'Grupp',
    'Dag',
    'Aktivitet',
    'Text',
    'Vem',
    'Organisation',
    'Klart senast',
    'Läge',
    'Försenat',
    'Vad som gjordes',
    'När det gjordes',
    'Diarienummer',
  ],
  en: [
    'Kind',
    'Number',
    'Group',
    'Day',
    'Activity',
    'Text',
    'Who',
    'Organisation',
    'Due',
    'State',
    'Late',
    'What was done',
    'When it was done',
    'Records number',
  ],
};

/** Everything the county's groups have decided and given somebody to do, to be found years later. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly register: RegisterRepository,
    private readonly uow: UnitOfWork,
    private readonly reader: ReaderService,
  ) {}

  list(filter: RegisterFilter & { readonly page: number; readonly pageSize: number }): Promise<Register> {
    return this.uow.read(async () => {
      const reader = this.reader.get();
      const { page, pageSize } = filter;
      const { items, total, facets } = await this.register.findPage(filter, reader.today, { page, pageSize });
      const labelled = (of: StoredFacet, labels: Readonly<Record<string, Label>>): StoredFacet =>
        of.map((each) => ({ ...each, label: labels[each.value]?.[reader.locale] ?? each.label }));
      return {
        items: items.map((entry) => toEntry(entry, reader)),
        total,
        page,
        pageSize,
        facets: {
          ...facets,
          kind: labelled(facets.kind, KIND_LABELS),
          state: labelled(facets.state, STATE_LABELS),
        },
      };
    });
  }

  /** What the list holds, without pages, as a Swedish Excel reads it. */
  getCsv(filter: RegisterFilter): Promise<DownloadFile> {
    return this.uow.read(async () => {
      const reader = this.reader.get();
      const lines = await this.register.findLines(filter, reader.today);
      const name = reader.locale === 'sv' ? 'beslut' : 'decisions';
      return {
        bytes: toCsv([HEADINGS[reader.locale], ...lines.map((line) => toLine(toEntry(line, reader), reader.locale))]),
        name: `${name}${filter.plan === undefined ? '' : `-${filter.plan}`}.csv`,
        contentType: 'text/csv; charset=utf-8',
      };
    });
  }
}

type StoredFacet = Register['facets']['kind'];

function toEntry(entry: StoredEntry, reader: Reader): RegisterEntry {
  return entry.kind === 'decision'
    ? { kind: 'decision', decision: toDecision(entry.row, reader) }
    : { kind: 'action_point', actionPoint: toActionPoint(entry.row, reader) };
}

function toLine(entry: RegisterEntry, locale: Locale): CsvValue[] {
  const kind = KIND_LABELS[entry.kind]?.[locale] ?? entry.kind;
  const row = entry.kind === 'decision' ? entry.decision : entry.actionPoint;
  const own =
    entry.kind === 'decision'
      ? {
          number: entry.decision.reference,
          on: entry.decision.decidedOn,
          who: entry.decision.person?.name ?? '',
          state: DECISION_STATE_LABELS[entry.decision.state][locale],
          records: entry.decision.recordsNumber,
        }
      : {
          number: '',
          on: entry.actionPoint.madeOn,
          who: entry.actionPoint.assignee,
          state: ACTION_POINT_STATE_LABELS[entry.actionPoint.state][locale],
          records: '',
        };
  return [
    kind,
    own.number,
    row.group.name,
    own.on,
    row.activity?.reference ?? '',
    row.text,
    own.who,
    row.organisation?.name ?? '',
    row.due,
    own.state,
    row.isLate ? { sv: 'Ja', en: 'Yes' }[locale] : '',
    row.doneText,
    row.doneOn,
    own.records,
  ];
}
