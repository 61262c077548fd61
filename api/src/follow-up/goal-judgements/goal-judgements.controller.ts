import { Body, Controller, Param, Patch, UseInterceptors } from '@nestjs/common';
import type { GoalJudgementItem } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { UpdateGoalJudgementDto } from './goal-judgements.dto.ts';
import { GoalJudgementsService } from './goal-judgements.service.ts';

@Controller('goal-judgements')
@UseInterceptors(VersionTagInterceptor)
export class GoalJudgementsController {
  constructor(private readonly judgements: GoalJudgementsService) {}

  @Patch(':id')
  @Requires('goal_judgement.edit')
  @ApiIfMatch()
  async update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateGoalJudgementDto,
  ): Promise<GoalJudgementItem> {
    return this.judgements.update(id, version, body);
  }
}
