import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { EventsModule } from '../events/events.module.ts';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { PapersModule } from '../papers/papers.module.ts';
import { PenModule } from '../walk-through/pen/pen.module.ts';
import { AgendaController } from './agenda/agenda.controller.ts';
import { AgendaService } from './agenda/agenda.service.ts';
import { ItemTransitionsService } from './agenda/item-transitions.service.ts';
import { ItemsRepository } from './agenda/items.repository.ts';
import { ItemsService } from './agenda/items.service.ts';
import { ParkingRepository } from './agenda/parking.repository.ts';
import { ProposalRepository } from './agenda/proposal.repository.ts';
import { ProposalService } from './agenda/proposal.service.ts';
import { AttendanceController } from './attendance/attendance.controller.ts';
import { AttendanceRepository } from './attendance/attendance.repository.ts';
import { AttendanceService } from './attendance/attendance.service.ts';
import { CallingService } from './calling/calling.service.ts';
import { CancellingService } from './calling/cancelling.service.ts';
import { InvitationController } from './calling/invitation.controller.ts';
import { LetterService } from './calling/letter.service.ts';
import { LettersRepository } from './calling/letters.repository.ts';
import { MeetingsController } from './meetings.controller.ts';
import { MeetingsRepository } from './meetings.repository.ts';
import { MeetingsService } from './meetings.service.ts';
import { MeetingEventService } from './transitions/meeting-event.service.ts';
import { MeetingTransitionsService } from './transitions/meeting-transitions.service.ts';
import { TransitionsRepository } from './transitions/transitions.repository.ts';

/** One meeting: its agenda, calling, attendance and state. */
@Module({
  imports: [DecisionsModule, EventsModule, FollowUpModule, PapersModule, PenModule],
  controllers: [MeetingsController, AgendaController, AttendanceController, InvitationController],
  providers: [
    AgendaService,
    ItemTransitionsService,
    ItemsRepository,
    ItemsService,
    ParkingRepository,
    ProposalRepository,
    ProposalService,
    AttendanceRepository,
    AttendanceService,
    CallingService,
    CancellingService,
    LetterService,
    LettersRepository,
    MeetingEventService,
    MeetingTransitionsService,
    MeetingsRepository,
    MeetingsService,
    TransitionsRepository,
  ],
  exports: [CancellingService, MeetingsService],
})
export class MeetingsModule {}
