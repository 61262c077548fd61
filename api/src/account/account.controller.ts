import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { Account, RecoveryCodes, TotpSetup } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { SignedInOnly } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { visitorOf } from '../platform/http/visitor.ts';
import { Limited } from '../platform/limits/limited.ts';
import { SessionStartService } from '../sessions/session-start.service.ts';
import { ConfirmTotpDto, PutLetterLocaleDto, PutPasswordDto, RemoveTotpDto, StartTotpDto } from './account.dto.ts';
import { AccountService } from './account.service.ts';

@Controller('account')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly start: SessionStartService,
  ) {}

  @Get()
  @SignedInOnly()
  get(): Promise<Account> {
    return this.accounts.get();
  }

  @Put('password')
  @Limited('sign_in')
  @SignedInOnly()
  @HttpCode(204)
  updatePassword(@Body() body: PutPasswordDto, @Req() request: Request): Promise<void> {
    return this.accounts.updatePassword(body, visitorOf(request));
  }

  @Put('letter-locale')
  @SignedInOnly()
  @HttpCode(204)
  updateLetterLocale(@Body() { locale }: PutLetterLocaleDto): Promise<void> {
    return this.accounts.updateLetterLocale(locale);
  }

  @Post('totp')
  @Limited('sign_in')
  @SignedInOnly()
  @HttpCode(200)
  startTotp(@Body() body: StartTotpDto, @Req() request: Request): Promise<TotpSetup> {
    return this.accounts.startTotp(body.password, visitorOf(request));
  }

  @Post('totp/confirm')
  @Limited('sign_in')
  @SignedInOnly()
  @HttpCode(200)
  confirmTotp(@Body() body: ConfirmTotpDto, @Req() request: Request): Promise<RecoveryCodes> {
    return this.accounts.confirmTotp(body, visitorOf(request));
  }

  @Post('totp/remove')
  @Limited('sign_in')
  @SignedInOnly()
  @HttpCode(204)
  removeTotp(@Body() body: RemoveTotpDto, @Req() request: Request): Promise<void> {
    return this.accounts.removeTotp(body, visitorOf(request));
  }

  @Delete('sessions/:id')
  @SignedInOnly()
  @HttpCode(204)
  async deleteSession(
    @Param('id', IdPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { wasThis } = await this.accounts.deleteSession(id, visitorOf(request));
    if (wasThis) this.start.forget(response);
  }

  @Post('sessions/revoke-others')
  @SignedInOnly()
  @HttpCode(204)
  revokeOthers(@Req() request: Request): Promise<void> {
    return this.accounts.revokeOthers(visitorOf(request));
  }
}
