import { Module } from '@nestjs/common';
import { PapersModule } from '../papers/papers.module.ts';
import { PenModule } from '../walk-through/pen/pen.module.ts';
import { AdjustingService } from './adjusting.service.ts';
import { MinutesController } from './minutes.controller.ts';
import { MinutesLettersRepository } from './minutes-letters.repository.ts';
import { MinutesLettersService } from './minutes-letters.service.ts';
import { MinutesRepository } from './minutes.repository.ts';
import { MinutesService } from './minutes.service.ts';

/** Minutes: draft, adjusting, frozen. */
@Module({
  imports: [PapersModule, PenModule],
  controllers: [MinutesController],
  providers: [MinutesService, AdjustingService, MinutesRepository, MinutesLettersService, MinutesLettersRepository],
  exports: [MinutesRepository],
})
export class MinutesModule {}
