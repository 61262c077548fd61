import { Module } from '@nestjs/common';
import { PenModule } from '../walk-through/pen/pen.module.ts';
import { DecidingController } from './deciding/deciding.controller.ts';
import { DecidingRepository } from './deciding/deciding.repository.ts';
import { DecidingService } from './deciding/deciding.service.ts';
import { DoingController } from './doing/doing.controller.ts';
import { DoingRepository } from './doing/doing.repository.ts';
import { DoingService } from './doing/doing.service.ts';
import { LiftingController } from './lifting/lifting.controller.ts';
import { LiftingRepository } from './lifting/lifting.repository.ts';
import { LiftingService } from './lifting/lifting.service.ts';
import { MeetingPartsRepository } from './meeting-parts.repository.ts';
import { MeetingPartsService } from './meeting-parts.service.ts';
import { MovedMeetingRepository } from './moved-meeting.repository.ts';
import { MovedMeetingService } from './moved-meeting.service.ts';
import { ReaderService } from './reader.service.ts';
import { RegisterController } from './register/register.controller.ts';
import { RegisterRepository } from './register/register.repository.ts';
import { RegisterService } from './register/register.service.ts';
import { UndertakingsRepository } from './register/undertakings.repository.ts';
import { UndertakingsService } from './register/undertakings.service.ts';
import { UndertakersRepository } from './undertakers.repository.ts';
import { UndertakersService } from './undertakers.service.ts';
import { VersionedRowRepository } from './versioned-row.repository.ts';

/** What groups decide, what somebody is to do about it, and what they ask of each other. */
@Module({
  imports: [PenModule],
  controllers: [DecidingController, DoingController, LiftingController, RegisterController],
  providers: [
    DecidingRepository,
    DecidingService,
    DoingRepository,
    DoingService,
    LiftingRepository,
    LiftingService,
    MeetingPartsRepository,
    MeetingPartsService,
    MovedMeetingRepository,
    MovedMeetingService,
    ReaderService,
    RegisterRepository,
    RegisterService,
    UndertakersRepository,
    UndertakersService,
    UndertakingsRepository,
    UndertakingsService,
    VersionedRowRepository,
  ],
  exports: [MeetingPartsService, MovedMeetingService, UndertakingsService],
})
export class DecisionsModule {}
