import { Body, Controller, Delete, Get, HttpCode, Param, Patch } from '@nestjs/common';
import type { StructureGoal } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../shared/path-pipes.ts';
import { UpdateGoalDto } from './editing.dto.ts';
import { EditingService } from './editing.service.ts';

@Controller('goals')
export class GoalsController {
  constructor(private readonly editing: EditingService) {}

  @Get(':id')
  @Requires('plan.read')
  get(@Param('id', IdPipe) id: string): Promise<StructureGoal> {
    return this.editing.getGoal(id);
  }

  @Patch(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateGoalDto,
  ): Promise<StructureGoal> {
    return this.editing.updateGoal(id, version, body);
  }

  @Delete(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.editing.delete('goal', id, version);
  }
}
