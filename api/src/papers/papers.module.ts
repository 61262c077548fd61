import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.ts';
import { PaperSources } from './paper-sources.service.ts';
import { PapersController } from './papers.controller.ts';
import { PapersRepository } from './papers.repository.ts';
import { PapersService } from './papers.service.ts';

/**
 * Papers of every kind: one model, one rendering path, one way to freeze. A feature registers what it knows with PaperSources
 * (docs/reports.md), and has papers made and frozen by PapersService.
 */
@Module({
  imports: [ReportsModule],
  controllers: [PapersController],
  providers: [PaperSources, PapersService, PapersRepository],
  exports: [PaperSources, PapersService],
})
export class PapersModule {}
