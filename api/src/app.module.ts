import { Module, type DynamicModule } from '@nestjs/common';
import type { AboutSource } from './about/about.token.ts';
import { AccountModule } from './account/account.module.ts';
import { AnswerLinksModule } from './answer-links/answer-links.module.ts';
import { AnswerModule } from './answer-links/answer/answer.module.ts';
import { AboutModule } from './about/about.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { replicaAddress } from './platform/database/connection.ts';
import { DatabaseModule } from './platform/database/database.module.ts';
import type { Clock } from './platform/clock/clock.ts';
import { EventsModule } from './events/events.module.ts';
import type { Environment } from './platform/config/environment.ts';
import { FollowUpModule } from './follow-up/follow-up.module.ts';
import { GroupsModule } from './groups/groups.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { WalkThroughModule } from './walk-through/walk-through.module.ts';
import { RotationModule } from './rotation/rotation.module.ts';
import { PaperFactsModule } from './paper-facts/paper-facts.module.ts';
import { PapersModule } from './papers/papers.module.ts';
import { MinutesModule } from './minutes/minutes.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { DigestsModule } from './digests/digests.module.ts';
import { NeedsModule } from './needs/needs.module.ts';
import { WorkPlansModule } from './work-plans/work-plans.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { LettersModule } from './letters/letters.module.ts';
import { ListsModule } from './lists/lists.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { OutcomesModule } from './outcomes/outcomes.module.ts';
import { ParticipationModule } from './participation/participation.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PlansModule } from './plans/plans.module.ts';
import { JobsModule } from './platform/jobs/jobs.module.ts';
import { OnceModule } from './platform/once/once.module.ts';
import { MailTransportModule } from './platform/mail/mail-transport.module.ts';
import { MetricsModule } from './platform/metrics/metrics.module.ts';
import { LimitsModule } from './platform/limits/limits.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { RecordModule } from './record/record.module.ts';
import { PublicModule } from './public/public.module.ts';
import { PublishingModule } from './publishing/publishing.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { SettingsModule } from './platform/config/settings.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';
import { WorkbooksModule } from './workbooks/workbooks.module.ts';

export interface AppSettings {
  readonly environment: Environment;
  /** The application role's connection string. */
  readonly appUrl: string;
  /** The public role's connection string. Missing where nobody reads in public: at the command line. */
  readonly publicUrl?: string;
  readonly about: AboutSource;
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
        MetricsModule,
        DatabaseModule.of({
          appUrl: settings.appUrl,
          pool: settings.environment.DATABASE_POOL,
          replicaUrl: replicaAddress(settings.environment.DATABASE_REPLICA_URL, settings.appUrl),
          prepares: settings.environment.DATABASE_PREPARE === 'yes',
        }),
        PlatformModule.of(settings.clock),
        JobsModule.of(settings.appUrl),
        OnceModule,
        MailTransportModule,
        AboutModule.of({ ...settings.about, signInProviders: settings.environment.providers.length > 0 }),
        SessionsModule,
        AccountModule,
        SignInModule,
        PeopleModule,
        PlansModule,
        OrganisationsModule,
        ImportsModule,
        OutcomesModule,
        // Its guard comes after the one of the sessions, which knows who it is.
        LimitsModule,
        EventsModule,
        GroupsModule,
        MeetingsModule,
        DecisionsModule,
        WalkThroughModule,
        RotationModule,
        PapersModule,
        PaperFactsModule,
        MinutesModule,
        CalendarModule,
        DigestsModule,
        NeedsModule,
        WorkPlansModule,
        ParticipationModule,
        FollowUpModule,
        ReportsModule,
        HistoryModule,
        RecordModule,
        AnswerLinksModule,
        AnswerModule,
        LettersModule,
        ListsModule,
        SearchModule,
        MailModule,
        WorkbooksModule,
        PublishingModule,
        PublicModule.of(settings.publicUrl),
        DemoModule,
      ],
    };
  }
}
