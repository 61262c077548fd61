import { Injectable } from '@nestjs/common';
import type { WorkbookChoices } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { answersActivities, answersFor, askedRoles, checkRight, isOwn, lockOf } from './workbook-right.ts';
import { answerRow, valueRows, type AnswerRow, type ValueRow } from './workbook-model.ts';
import { WorkbooksRepository, type WorkbookOrganisation, type WorkbookRound } from './workbooks.repository.ts';

export interface WorkbookFacts {
  readonly round: WorkbookRound;
  readonly organisation: WorkbookOrganisation;
  /** Every activity of the organisation's in the round, asked or not. */
  readonly answers: readonly AnswerRow[];
  readonly values: readonly ValueRow[];
}

/** What an organisation owes in a round as it stands now: what is written into a workbook, and what one is read against. */
@Injectable()
export class WorkbookSource {
  constructor(
    private readonly workbooks: WorkbooksRepository,
    private readonly outcomes: OutcomesService,
    private readonly uow: UnitOfWork,
  ) {}

  findRound(id: string): Promise<WorkbookRound | null> {
    return this.uow.read(() => this.workbooks.findRound(id));
  }

  findOrganisation(id: string): Promise<WorkbookOrganisation | null> {
    return this.uow.read(() => this.workbooks.findOrganisation(id));
  }

  async findChoices(roundId: string): Promise<WorkbookChoices> {
    return this.uow.read(async () => {
      const round = await this.workbooks.findRound(roundId);
      const stored = await this.workbooks.findChoices(roundId);
      if (!round || !stored) throw notFound();
      const { roles } = currentSession();
      return {
        plan: stored.plan,
        round: stored.round,
        organisations: stored.organisations
          .filter((organisation) => answersFor(roles, organisation))
          .map((organisation) => ({
            id: organisation.id,
            name: organisation.name,
            answers: organisation.answers,
            own: isOwn(roles, organisation),
          })),
        lockedReason: lockOf(roles, round)?.detail[requestContext().locale] ?? '',
      };
    });
  }

  /** Four statements, whatever there is. 404 without round or organisation, 403 and 409 as `checkRight` says. */
  load(roundId: string, organisationId: string, locale: Locale): Promise<WorkbookFacts> {
    return this.uow.read(async () => {
      const round = await this.workbooks.findRound(roundId);
      const organisation = await this.workbooks.findOrganisation(organisationId);
      if (!round || !organisation) throw notFound();
      const { roles } = currentSession();
      checkRight(roles, organisation, round);
      const owed = await this.outcomes.findOwed(roundId, askedRoles(organisation));
      const followUps = answersActivities(roles, organisation)
        ? await this.workbooks.findFollowUps(roundId, organisationId)
        : [];
      return {
        round,
        organisation,
        answers: followUps.map((followUp) => answerRow(followUp, locale)),
        values: valueRows(owed, locale),
      };
    });
  }
}
