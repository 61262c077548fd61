import { Module, type OnModuleInit } from '@nestjs/common';
import { AGENDA, BRIEF, MINUTES, ORGANISATION_SHEET } from '@samhandling/report-model';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { PaperSources } from '../papers/paper-sources.service.ts';
import { PapersModule } from '../papers/papers.module.ts';
import { PlansModule } from '../plans/plans.module.ts';
import { AgendaRepository } from './agenda.repository.ts';
import { BriefFactsService } from './brief-facts.service.ts';
import { BriefRepository } from './brief.repository.ts';
import { MinutesFactsRepository } from './minutes.repository.ts';
import { OrganisationSheetFactsService } from './organisation-sheet-facts.service.ts';
import { OrganisationSheetRepository } from './organisation-sheet.repository.ts';

/** Where the facts of the papers about meetings and organisations come from. */
@Module({
  imports: [PapersModule, FollowUpModule, OutcomesModule, PlansModule],
  providers: [
    AgendaRepository,
    MinutesFactsRepository,
    BriefFactsService,
    BriefRepository,
    OrganisationSheetFactsService,
    OrganisationSheetRepository,
  ],
})
export class PaperFactsModule implements OnModuleInit {
  constructor(
    private readonly sources: PaperSources,
    private readonly agendas: AgendaRepository,
    private readonly minutes: MinutesFactsRepository,
    private readonly briefs: BriefFactsService,
    private readonly sheets: OrganisationSheetFactsService,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      definition: AGENDA,
      permission: 'group.read',
      collect: (id, standing) => this.agendas.collect(id, standing),
    });
    this.sources.register({
      definition: MINUTES,
      permission: 'group.read',
      collect: (id, standing) => this.minutes.collect(id, standing),
    });
    this.sources.register({
      definition: BRIEF,
      permission: 'group.read',
      collect: (id, standing) => this.briefs.collect(id, standing),
    });
    this.sources.register({
      definition: ORGANISATION_SHEET,
      permission: 'organisation.read',
      collect: (id, standing) => this.sheets.collect(id, standing),
    });
  }
}
