import { Module } from '@nestjs/common';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationRepository } from './participation.repository.ts';
import { ParticipationService } from './participation.service.ts';

@Module({
  controllers: [ParticipationController],
  providers: [ParticipationRepository, ParticipationService],
  exports: [ParticipationService],
})
export class ParticipationModule {}
