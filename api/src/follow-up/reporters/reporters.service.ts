import { Injectable } from '@nestjs/common';
import type {
  AssignReportersAnswer,
  AssignReportersRequest,
  CreateReporterRequest,
  Reporter,
  ReporterList,
  ReporterRow,
} from '@samhandling/contracts';
import {
  ASSIGN_REFUSALS,
  assignRefusal,
  isAllowed,
  proposeReporters,
  RESPONSE_REFUSALS,
  ROUND_STATE_LABELS,
  roundTakesCorrections,
  type AssignRefusal,
  type Label,
} from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { RoundOpeningRepository, type OpeningFacts } from '../rounds/round-opening.repository.ts';
import {
  ReportersRepository,
  type Assignable,
  type KnownPerson,
  type PersonWhoReports,
  type StoredReporterList,
} from './reporters.repository.ts';

type Assignment = AssignReportersRequest['assignments'][number];
type Result = AssignReportersAnswer['results'][number];

/** Who reports what in a round: one person for each activity, proposed from last time, changed for many at once. */
@Injectable()
export class ReportersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reporters: ReportersRepository,
    private readonly opening: RoundOpeningRepository,
    private readonly audit: Audit,
  ) {}

  async list(roundId: string, rotate: boolean): Promise<ReporterList> {
    return this.uow.read(async () => {
      const stored = await this.reporters.findList(roundId);
      if (!stored) throw notFound();
      const mayAssign =
        isAllowed(currentSession().roles, 'follow_up.answer_any') && roundTakesCorrections(stored.round.state);
      const proposals = proposalsOf(await this.opening.findFacts(roundId), stored, rotate);
      return {
        round: stored.round,
        plan: stored.plan,
        rows: stored.rows.map(({ activityId, ...row }) => ({ ...row, proposal: proposals.get(activityId) ?? null })),
        // Addresses are for those who send to them.
        people: mayAssign ? stored.people : stored.people.map((person) => ({ ...person, email: '' })),
        mayAssign,
      };
    });
  }

  /** Everybody who may report in the county, whichever rounds there are; addresses for those who send to them. */
  async listPeople(): Promise<Reporter[]> {
    return this.uow.read(async () => {
      const people = await this.reporters.listPeople();
      const seesAddresses = isAllowed(currentSession().roles, 'follow_up.answer_any');
      return seesAddresses ? [...people] : people.map((person) => ({ ...person, email: '' }));
    });
  }

  async assign(roundId: string, { assignments }: AssignReportersRequest): Promise<AssignReportersAnswer> {
    return this.uow.run(async () => {
      await this.holdRound(roundId);
      const stored = await this.reporters.holdFollowUps(
        roundId,
        assignments.map(({ followUpId }) => followUpId),
      );
      const wanted = assignments.flatMap(({ reporterId }) => (reporterId === null ? [] : [reporterId]));
      const people = await this.reporters.findPeople(wanted);
      const judged = judge(assignments, stored, people);
      const saved = judged.filter(({ result }) => result === 'saved');
      if (saved.length > 0) await this.reporters.assign(saved.map(toChange));
      const before = new Map(stored.map((row) => [row.id, row]));
      await this.audit.record(
        ...saved.map(({ followUpId, reporter }) => ({
          action: 'update',
          entity: 'follow_up',
          entityId: followUpId,
          before: { reporterId: before.get(followUpId)?.reporter?.id ?? null },
          after: { reporterId: reporter?.id ?? null },
        })),
      );
      return { results: judged };
    });
  }

  async create(request: CreateReporterRequest): Promise<Reporter> {
    return this.uow.run(async () => {
      const organisation = await this.reporters.findOrganisation(request.organisationId);
      if (!organisation || organisation.kind === 'collective' || organisation.kind === 'group') {
        throw invalid([
          {
            pointer: '/organisationId',
            code: 'unknown',
            reason: {
              sv: 'Välj en organisation som personen rapporterar för.',
              en: 'Choose an organisation that the person reports for.',
            },
          },
        ]);
      }
      const email = request.email.toLowerCase();
      const name = request.name.trim().replace(/\s+/g, ' ');
      const known = await this.reporters.findPersonByEmail(email);
      if (known) throw duplicate(known, organisation.name);
      const id = newId();
      if (!(await this.reporters.createPerson(id, name, email, organisation.id))) throw duplicate(null, '');
      await this.audit.record({
        action: 'create',
        entity: 'person',
        entityId: id,
        after: { name, email, role: 'reporter', organisation: organisation.name },
      });
      return { id, name, email, organisations: [{ id: organisation.id, name: organisation.name }], hasAccount: false };
    });
  }

  private async holdRound(roundId: string): Promise<void> {
    const state = await this.reporters.holdRound(roundId);
    if (state === null) throw notFound();
    if (state === 'adopted') throw new ProblemException('locked', RESPONSE_REFUSALS.round_adopted);
    if (roundTakesCorrections(state)) return;
    const label = ROUND_STATE_LABELS[state];
    throw refused({
      sv: `Omgången har läget ${label.sv.toLocaleLowerCase('sv')}. Rapportörer utses när den öppnas.`,
      en: `The round is ${label.en.toLocaleLowerCase('en')}. Reporters are chosen when it opens.`,
    });
  }
}

function toChange({ followUpId, reporter }: Result): { followUpId: string; reporterId: string | null } {
  return { followUpId, reporterId: reporter?.id ?? null };
}

/** Each row by itself, in the order sent. */
function judge(
  assignments: readonly Assignment[],
  stored: readonly Assignable[],
  people: readonly PersonWhoReports[],
): Result[] {
  const { locale } = requestContext();
  const rows = new Map(stored.map((row) => [row.id, row]));
  const byId = new Map(people.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const answer = (row: Assignable, result: Result['result'], more: Partial<Result> = {}): Result => {
    const { version, reporter } = row;
    return { followUpId: row.id, result, version, reporter, reason: '', ...more };
  };
  const no = (row: Assignable, why: AssignRefusal): Result =>
    answer(row, 'refused', { reason: ASSIGN_REFUSALS[why][locale] });
  return assignments.map(({ followUpId, version, reporterId }) => {
    const row = rows.get(followUpId);
    if (!row) return { followUpId, result: 'refused', version, reporter: null, reason: NOT_IN_ROUND[locale] };
    if (seen.has(followUpId)) return no(row, 'twice');
    seen.add(followUpId);
    if (row.version !== version) return answer(row, 'stale', { reason: STALE_ROW[locale] });
    if ((row.reporter?.id ?? null) === reporterId) return answer(row, 'unchanged');
    const who = reporterId === null ? null : byId.get(reporterId);
    const refusal = assignRefusal(row.state, who === null || (who !== undefined && mayReport(who, row)));
    if (refusal !== null) return no(row, refusal);
    const reporter = who ? { id: who.id, name: who.name } : null;
    return answer(row, 'saved', { version: row.version + 1, reporter });
  });
}

function mayReport(who: PersonWhoReports, { responsibleIds }: Assignable): boolean {
  return who.isPlanner || who.organisationIds.some((id) => responsibleIds.includes(id));
}

const NOT_IN_ROUND: Label = {
  sv: 'Uppföljningen finns inte i omgången.',
  en: 'The follow-up is not in the round.',
};
const STALE_ROW: Label = {
  sv: 'Någon annan har ändrat uppföljningen sedan du öppnade sidan.',
  en: 'Somebody else has changed the follow-up since you opened the page.',
};

/** By activity. A proposal without a person is none. */
function proposalsOf(
  facts: OpeningFacts,
  stored: StoredReporterList,
  rotate: boolean,
): Map<string, NonNullable<ReporterRow['proposal']>> {
  const names = new Map(stored.people.map(({ id, name }) => [id, name]));
  const found = new Map<string, NonNullable<ReporterRow['proposal']>>();
  for (const { activityId, personId, because } of proposeReporters(facts.activities, facts.lastRound, facts.people, {
    rotate,
  })) {
    const name = personId === null ? undefined : names.get(personId);
    if (personId !== null && name !== undefined && because !== 'nobody_responsible')
      found.set(activityId, { id: personId, name, because });
  }
  return found;
}

/** Says whose the address is only to those of the same county. */
function duplicate(known: KnownPerson | null, organisation: string): ProblemException {
  const errors = (reason: Label) => [{ pointer: '/email', code: 'taken', reason }];
  const words: Label =
    known === null || !known.isInCounty
      ? {
          sv: 'Adressen används redan av någon i tjänsten. Be den som sköter behörigheter att ge personen en roll här.',
          en: 'The address is already used by somebody in the service. Ask whoever manages access to give them a role here.',
        }
      : known.organisations.some(({ name }) => name === organisation)
        ? {
            sv: `${known.name} finns redan som rapportör för ${organisation}.`,
            en: `${known.name} is already a reporter for ${organisation}.`,
          }
        : {
            sv: `Adressen hör till ${known.name}, som inte rapporterar för ${organisation}. Be den som sköter behörigheter att lägga till det.`,
            en: `The address belongs to ${known.name}, who does not report for ${organisation}. Ask whoever manages access to add it.`,
          };
  return new ProblemException('duplicate', words, errors(words));
}
