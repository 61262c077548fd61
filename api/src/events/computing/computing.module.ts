import { Module } from '@nestjs/common';
import { OutcomesModule } from '../../outcomes/outcomes.module.ts';
import { ComputingRepository } from './computing.repository.ts';
import { ComputingService } from './computing.service.ts';

/** By itself, so that rounds can recompute without knowing how events are registered. */
@Module({
  imports: [OutcomesModule],
  providers: [ComputingService, ComputingRepository],
  exports: [ComputingService],
})
export class ComputingModule {}
