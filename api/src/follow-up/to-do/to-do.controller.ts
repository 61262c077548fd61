import { Controller, Get, Query } from '@nestjs/common';
import type { ToDo } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { ToDoQuery } from './to-do.dto.ts';
import { ToDoService } from './to-do.service.ts';

@Controller('to-do')
export class ToDoController {
  constructor(private readonly toDo: ToDoService) {}

  @Get()
  @Requires('follow_up.read')
  async get(@Query() { scope, plan }: ToDoQuery): Promise<ToDo> {
    return this.toDo.getInTurn(scope, plan);
  }
}
