import { Module, type DynamicModule } from '@nestjs/common';
import type { About } from '@samhandling/contracts';
import { AnswerLinksModule } from './answer-links/answer-links.module.ts';
import { AnswerModule } from './answer-links/answer/answer.module.ts';
import { AboutModule } from './about/about.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { DatabaseModule } from './platform/database/database.module.ts';
import type { Clock } from './platform/clock/clock.ts';
import { EventsModule } from './events/events.module.ts';
import type { Environment } from './platform/config/environment.ts';
import { FollowUpModule } from './follow-up/follow-up.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { ListsModule } from './lists/lists.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { OutcomesModule } from './outcomes/outcomes.module.ts';
import { ParticipationModule } from './participation/participation.module.ts';
import { PlansModule } from './plans/plans.module.ts';
import { JobsModule } from './platform/jobs/jobs.module.ts';
import { MailTransportModule } from './platform/mail/mail-transport.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { SettingsModule } from './platform/config/settings.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { WorkbooksModule } from './workbooks/workbooks.module.ts';

export interface AppSettings {
  readonly environment: Environment;
  /** The application role's connection string. */
  readonly appUrl: string;
  readonly about: About;
  /** Another source of "now": tests turn it. */
  readonly clock?: Clock;
}

/** The composition root: every feature is named here, once. */
@Module({})
export class AppModule {
  static of(settings: AppSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.of(settings.environment),
        DatabaseModule.of({ appUrl: settings.appUrl, pool: settings.environment.DATABASE_POOL }),
        PlatformModule.of(settings.clock),
        JobsModule.of(settings.appUrl),
        MailTransportModule,
        AboutModule.of(settings.about),
        SessionsModule,
        PlansModule,
        OrganisationsModule,
        ImportsModule,
        OutcomesModule,
        EventsModule,
        ParticipationModule,
        FollowUpModule,
        ReportsModule,
        HistoryModule,
        AnswerLinksModule,
        AnswerModule,
        ListsModule,
        SearchModule,
        MailModule,
        WorkbooksModule,
        DemoModule,
      ],
    };
  }
}
