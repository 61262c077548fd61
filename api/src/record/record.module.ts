import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChecksController } from './checking/checks.controller.ts';
import { ChecksRepository } from './checking/checks.repository.ts';
import { ChecksService } from './checking/checks.service.ts';
import { RecordJobsService } from './record-jobs.service.ts';
import { DisposalService } from './retention/disposal.service.ts';
import { RetentionClassEntity } from './retention/retention-class.entity.ts';
import { RetentionController } from './retention/retention.controller.ts';
import { RetentionRepository } from './retention/retention.repository.ts';
import { RetentionService } from './retention/retention.service.ts';
import { VerifyingRepository } from './verifying/verifying.repository.ts';
import { VerifyingService } from './verifying/verifying.service.ts';

/** That the record stands: its chain verified, and what a county keeps of it for how long. */
@Module({
  imports: [TypeOrmModule.forFeature([RetentionClassEntity])],
  controllers: [ChecksController, RetentionController],
  providers: [
    ChecksRepository,
    ChecksService,
    DisposalService,
    RecordJobsService,
    RetentionRepository,
    RetentionService,
    VerifyingRepository,
    VerifyingService,
  ],
  exports: [ChecksService, DisposalService, VerifyingService],
})
export class RecordModule {}
