import { Injectable } from '@nestjs/common';
import type { ActivityMeetings, Undertakings } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { ReaderService } from '../reader.service.ts';
import { toActionPoint, toDecision, toLift, type Reader } from '../stored.ts';
import { UndertakingsRepository, type StoredUndertakings, type Undertakers } from './undertakings.repository.ts';

/** What is said and decided of an activity, and what is asked of an organisation or a person. */
@Injectable()
export class UndertakingsService {
  constructor(
    private readonly undertakings: UndertakingsRepository,
    private readonly uow: UnitOfWork,
    private readonly reader: ReaderService,
  ) {}

  getOfActivity(id: string): Promise<ActivityMeetings> {
    return this.uow.read(async () => {
      const reader = this.reader.get();
      const found = await this.undertakings.findOfActivity(id, reader.today);
      if (!found) throw notFound();
      return {
        ...found,
        lastUpOn: found.up[0]?.on ?? null,
        decisions: found.decisions.map((row) => toDecision(row, reader)),
        actionPoints: found.actionPoints.map((row) => toActionPoint(row, reader)),
        lifts: found.lifts.map((row) => toLift(row, reader)),
      };
    });
  }

  getOfOrganisation(id: string): Promise<Undertakings> {
    return this.uow.read(async () => {
      if (!(await this.undertakings.hasOrganisation(id))) throw notFound();
      return this.find({ organisationIds: [id], municipalityCodes: [], personId: null, openOnly: false });
    });
  }

  getMine(): Promise<Undertakings> {
    return this.uow.read(() => this.find(this.me(false)));
  }

  /** What is left of one's own, for the morning mail. */
  getMineOpen(): Promise<Undertakings> {
    return this.uow.read(() => this.find(this.me(true)));
  }

  private me(openOnly: boolean): Undertakers {
    const { roles, personId } = this.reader.get();
    return {
      organisationIds: roles.flatMap(({ role, organisationId }) =>
        role === 'reporter' && organisationId !== null ? [organisationId] : [],
      ),
      municipalityCodes: roles.flatMap(({ role, municipalityCode }) =>
        role === 'municipal_coordinator' && municipalityCode !== null ? [municipalityCode] : [],
      ),
      personId,
      openOnly,
    };
  }

  private async find(of: Undertakers): Promise<Undertakings> {
    const reader = this.reader.get();
    return toUndertakings(await this.undertakings.find(of, reader.today), reader);
  }
}

function toUndertakings({ plan, decisions, actionPoints }: StoredUndertakings, reader: Reader): Undertakings {
  return {
    plan,
    decisions: decisions.map((row) => toDecision(row, reader)),
    actionPoints: actionPoints.map((row) => toActionPoint(row, reader)),
  };
}
