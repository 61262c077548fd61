import { Controller, Get } from '@nestjs/common';
import type { ToDo } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { ToDoService } from './to-do.service.ts';

@Controller('to-do')
export class ToDoController {
  constructor(private readonly toDo: ToDoService) {}

  @Get()
  @Requires('follow_up.read')
  async get(): Promise<ToDo> {
    return this.toDo.get();
  }
}
