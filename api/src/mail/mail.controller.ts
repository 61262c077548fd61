import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type {
  MailLog,
  MailPreference,
  MailPreview,
  MailSettings,
  OptOutAnswer,
  OutboxMail,
  SendMailAnswer,
} from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, OpenToAll, Requires, SignedInOnly } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { Limited } from '../platform/limits/limited.ts';
import { MailLogService } from './mail-log.service.ts';
import { MailPreferenceService } from './mail-preference.service.ts';
import { MailRunService } from './mail-run.service.ts';
import { MailSettingsService } from './mail-settings.service.ts';
import { MailLogQueryDto, OptOutDto, UpdateMailPreferenceDto, UpdateMailSettingsDto } from './mail.dto.ts';

@Controller('mail')
export class MailController {
  constructor(
    private readonly settings: MailSettingsService,
    private readonly runs: MailRunService,
    private readonly log: MailLogService,
    private readonly preferences: MailPreferenceService,
  ) {}

  @Get('settings')
  @Requires('mail.manage')
  getSettings(): Promise<MailSettings> {
    return this.settings.get();
  }

  @Patch('settings')
  @Requires('mail.manage')
  @ApiIfMatch()
  updateSettings(@IfMatch() version: number, @Body() body: UpdateMailSettingsDto): Promise<MailSettings> {
    return this.settings.update(version, body);
  }

  @Get('preview')
  @Requires('mail.manage')
  getPreview(): Promise<MailPreview> {
    return this.runs.preview();
  }

  @Post('send')
  @Creates()
  @Limited('mail')
  @HttpCode(200)
  @Requires('mail.manage')
  send(): Promise<SendMailAnswer> {
    return this.runs.sendNow();
  }

  @Get('log')
  @Requires('mail.manage')
  getLog(@Query() query: MailLogQueryDto): Promise<MailLog> {
    return this.log.get(query);
  }

  @Get('outbox')
  @Requires('mail.manage')
  listOutbox(): Promise<OutboxMail[]> {
    return this.settings.listOutbox();
  }

  @Get('preference')
  @SignedInOnly()
  getPreference(): Promise<MailPreference> {
    return this.preferences.get();
  }

  @Patch('preference')
  @SignedInOnly()
  @ApiIfMatch()
  updatePreference(@IfMatch() version: number, @Body() body: UpdateMailPreferenceDto): Promise<MailPreference> {
    return this.preferences.update(version, body.digest);
  }

  @Post('opt-out')
  @Limited('link')
  @HttpCode(200)
  @OpenToAll()
  optOut(@Query() query: OptOutDto, @Body() body: OptOutDto): Promise<OptOutAnswer> {
    return this.preferences.optOut(body.token ?? query.token ?? '');
  }

  @Post(':id/opened')
  @HttpCode(204)
  @SignedInOnly()
  markOpened(@Param('id', IdPipe) id: string): Promise<void> {
    return this.log.markOpened(id);
  }
}
