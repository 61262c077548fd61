import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { WorkPlan, WorkPlanList, WorkPlanMaterial } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { SlugPipe } from '../platform/http/slug.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { WorkPlanItemsService } from './work-plan-items.service.ts';
import {
  CreateWorkPlanDto,
  CreateWorkPlanItemDto,
  PutWorkPlanOrderDto,
  UpdateWorkPlanDto,
  UpdateWorkPlanItemDto,
  WorkPlanTransitionDto,
} from './work-plans.dto.ts';
import { WorkPlansService } from './work-plans.service.ts';

@Controller()
export class WorkPlansController {
  constructor(
    private readonly plans: WorkPlansService,
    private readonly items: WorkPlanItemsService,
  ) {}

  @Get('plans/:slug/work-plans')
  @Requires('group.read')
  list(@Param('slug', SlugPipe) slug: string): Promise<WorkPlanList> {
    return this.plans.list(slug);
  }

  @Post('plans/:slug/work-plans')
  @Creates()
  @Requires('work_plan.manage')
  create(@Param('slug', SlugPipe) slug: string, @Body() body: CreateWorkPlanDto): Promise<WorkPlan> {
    return this.plans.create(slug, body);
  }

  @Get('work-plans/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<WorkPlan> {
    return this.plans.get(id);
  }

  @Patch('work-plans/:id')
  @ApiIfMatch()
  @Requires('work_plan.manage')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateWorkPlanDto,
  ): Promise<WorkPlan> {
    return this.plans.update(id, version, body);
  }

  @Post('work-plans/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('work_plan.manage')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: WorkPlanTransitionDto,
  ): Promise<WorkPlan> {
    return this.plans.transition(id, version, body);
  }

  @Delete('work-plans/:id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('work_plan.manage')
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.plans.delete(id, version);
  }

  @Get('work-plans/:id/material')
  @Requires('work_plan.manage')
  getMaterial(@Param('id', IdPipe) id: string): Promise<WorkPlanMaterial> {
    return this.plans.getMaterial(id);
  }

  @Post('work-plans/:id/items')
  @Creates()
  @Requires('work_plan.manage')
  addItem(@Param('id', IdPipe) id: string, @Body() body: CreateWorkPlanItemDto): Promise<WorkPlan> {
    return this.items.create(id, body);
  }

  @Put('work-plans/:id/order')
  @ApiIfMatch()
  @Requires('work_plan.manage')
  putOrder(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutWorkPlanOrderDto,
  ): Promise<WorkPlan> {
    return this.items.putOrder(id, version, body.itemIds);
  }

  @Patch('work-plan-items/:id')
  @ApiIfMatch()
  @Requires('work_plan.manage')
  updateItem(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateWorkPlanItemDto,
  ): Promise<WorkPlan> {
    return this.items.update(id, version, body);
  }

  @Delete('work-plan-items/:id')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('work_plan.manage')
  deleteItem(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<WorkPlan> {
    return this.items.delete(id, version);
  }
}
