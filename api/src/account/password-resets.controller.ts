import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { OpenToAll } from '../platform/http/decorators.ts';
import { visitorOf } from '../platform/http/visitor.ts';
import { Limited } from '../platform/limits/limited.ts';
import { CompletePasswordResetDto, PasswordResetDto } from './account.dto.ts';
import { PasswordResetsService } from './password-resets.service.ts';

@Controller('password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post()
  @Limited('sign_in')
  @OpenToAll()
  @HttpCode(202)
  create(@Body() body: PasswordResetDto, @Req() request: Request): Promise<void> {
    return this.resets.ask(body.email, visitorOf(request));
  }

  @Post('complete')
  @Limited('sign_in')
  @OpenToAll()
  @HttpCode(204)
  complete(@Body() body: CompletePasswordResetDto, @Req() request: Request): Promise<void> {
    return this.resets.complete(body, visitorOf(request));
  }
}
