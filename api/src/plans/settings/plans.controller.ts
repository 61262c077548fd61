import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Plan, PlanListItem } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { CreatePlanDto, PlanTransitionDto, UpdatePlanDto } from './plans.dto.ts';
import { PlansService } from './plans.service.ts';

@Controller('plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @Requires('plan.read')
  list(): Promise<PlanListItem[]> {
    return this.plans.list();
  }

  @Post()
  @Creates()
  @Requires('plan.edit')
  create(@Body() body: CreatePlanDto): Promise<Plan> {
    return this.plans.create(body);
  }

  @Get(':slug')
  @Requires('plan.read')
  get(@Param('slug', SlugPipe) slug: string): Promise<Plan> {
    return this.plans.get(slug);
  }

  @Patch(':slug')
  @Requires('plan.edit')
  @ApiIfMatch()
  update(
    @Param('slug', SlugPipe) slug: string,
    @IfMatch() version: number,
    @Body() body: UpdatePlanDto,
  ): Promise<Plan> {
    return this.plans.update(slug, version, body);
  }

  @Post(':slug/transitions')
  @Requires('plan.adopt')
  @ApiIfMatch()
  @HttpCode(200)
  transition(
    @Param('slug', SlugPipe) slug: string,
    @IfMatch() version: number,
    @Body() body: PlanTransitionDto,
  ): Promise<Plan> {
    return this.plans.transition(slug, version, body.transition);
  }
}
