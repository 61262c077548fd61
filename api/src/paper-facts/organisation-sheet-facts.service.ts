import { Injectable } from '@nestjs/common';
import type { ActivityListItem } from '@samhandling/contracts';
import {
  ORGANISATION_SHEET_FORM,
  type OrganisationSheetFacts,
  type PaperStanding,
  type PromiseFacts,
} from '@samhandling/report-model';
import { CommitmentService } from '../plans/commitment/commitment.service.ts';
import { OrganisationSheetRepository } from './organisation-sheet.repository.ts';

/** Facts of an organisation's sheet: its promises as its own page has them, and what is open for it in the groups. */
@Injectable()
export class OrganisationSheetFactsService {
  constructor(
    private readonly sheets: OrganisationSheetRepository,
    private readonly commitments: CommitmentService,
  ) {}

  async collect(organisationId: string, standing: PaperStanding): Promise<OrganisationSheetFacts | null> {
    const stored = await this.sheets.find(organisationId);
    if (!stored) return null;
    const { due, ...facts } = stored;
    const plans = await this.commitments.list(organisationId, undefined);
    return {
      ...facts,
      form: ORGANISATION_SHEET_FORM,
      standing,
      plans: plans
        .filter(({ plan }) => plan.state === 'adopted')
        .map(({ plan, round, responsible, partner, throughCollective }) => ({
          title: plan.title,
          words: plan.words,
          round: round?.label ?? null,
          due: round === null ? null : (due[round.id] ?? null),
          responsible: responsible.map(toPromise),
          partner: partner.map(toPromise),
          throughCollective: throughCollective.map((item) => ({
            ...toPromise(item),
            collective: item.collective.name,
          })),
        })),
    };
  }
}

function toPromise(item: ActivityListItem): PromiseFacts {
  return {
    reference: item.reference,
    text: item.text,
    judgement: item.judgement,
    followUpState: item.followUpState,
    reporter: item.reporter?.name ?? '',
    nextStepDate: item.nextStepDate,
    outcomesReported: item.outcomesReported,
    outcomesExpected: item.outcomesExpected,
  };
}
