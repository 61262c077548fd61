import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { PlanStructure, StructureGoal } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { GoalDto, MoveDto } from './editing.dto.ts';
import { EditingService } from './editing.service.ts';
import { PlanOrderService } from './plan-order.service.ts';

@Controller('plans/:slug')
export class StructureController {
  constructor(
    private readonly editing: EditingService,
    private readonly order: PlanOrderService,
  ) {}

  @Get('structure')
  @Requires('plan.read')
  get(@Param('slug', SlugPipe) slug: string): Promise<PlanStructure> {
    return this.editing.getStructure(slug);
  }

  @Post('goals')
  @Creates()
  @Requires('plan.edit')
  createGoal(@Param('slug', SlugPipe) slug: string, @Body() body: GoalDto): Promise<StructureGoal> {
    return this.editing.createGoal(slug, body);
  }

  @Post('order')
  @Requires('plan.edit')
  @ApiIfMatch()
  @HttpCode(200)
  move(
    @Param('slug', SlugPipe) slug: string,
    @IfMatch() version: number,
    @Body() body: MoveDto,
  ): Promise<PlanStructure> {
    return this.order.move(slug, version, body);
  }
}
