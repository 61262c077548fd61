import { Module } from '@nestjs/common';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { MeetingsProposalRepository } from './meetings-proposal.repository.ts';
import { MeetingsProposalService } from './meetings-proposal.service.ts';
import { ParkingsRepository } from './parkings.repository.ts';
import { ParkingsService } from './parkings.service.ts';
import { RotationController } from './rotation.controller.ts';
import { RotationRepository } from './rotation.repository.ts';
import { RotationService } from './rotation.service.ts';

/** Which activity is up when, over a year. */
@Module({
  imports: [FollowUpModule],
  controllers: [RotationController],
  providers: [
    RotationService,
    RotationRepository,
    ParkingsService,
    ParkingsRepository,
    MeetingsProposalService,
    MeetingsProposalRepository,
  ],
})
export class RotationModule {}
