import { Module } from '@nestjs/common';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { AnswersWriter } from './answers-writer.ts';
import { ValuesWriter } from './values-writer.ts';
import { WorkbookSource } from './workbook-source.ts';
import { WorkbooksController } from './workbooks.controller.ts';
import { WorkbooksRepository } from './workbooks.repository.ts';
import { WorkbooksService } from './workbooks.service.ts';

/** Excel both ways: what an organisation owes as a workbook, and the workbook read again through the forms' own services. */
@Module({
  imports: [OutcomesModule, FollowUpModule],
  controllers: [WorkbooksController],
  providers: [WorkbooksService, WorkbookSource, WorkbooksRepository, AnswersWriter, ValuesWriter],
})
export class WorkbooksModule {}
