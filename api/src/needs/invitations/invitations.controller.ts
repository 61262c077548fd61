import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type {
  CreatedNeedsLink,
  NeedsInvitation,
  NeedsInvitationList,
  NeedsLinkUse,
  NeedsRemindersSent,
} from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { Creates } from '../../platform/once/creates.ts';
import { RevokeNeedsInvitationDto, SendNeedsRemindersDto } from './invitations.dto.ts';
import { InvitationsService } from './invitations.service.ts';

@Controller()
export class NeedsInvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get('needs-inventories/:id/invitations')
  @Requires('needs.manage')
  list(@Param('id', IdPipe) id: string): Promise<NeedsInvitationList> {
    return this.invitations.list(id);
  }

  @Post('needs-inventories/:id/reminders')
  @Creates()
  @Limited('mail')
  @Requires('needs.manage')
  remind(@Param('id', IdPipe) id: string, @Body() body: SendNeedsRemindersDto): Promise<NeedsRemindersSent> {
    return this.invitations.remind(id, body.invitationIds ?? null);
  }

  @Post('needs-invitations/:id/link')
  @Creates()
  @Requires('needs.manage')
  createLink(@Param('id', IdPipe) id: string): Promise<CreatedNeedsLink> {
    return this.invitations.createLink(id);
  }

  @Post('needs-invitations/:id/revoke')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('needs.manage')
  revoke(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RevokeNeedsInvitationDto,
  ): Promise<NeedsInvitation> {
    return this.invitations.revoke(id, version, body.reason.trim());
  }

  @Get('needs-invitations/:id/uses')
  @Requires('needs.manage')
  listUses(@Param('id', IdPipe) id: string): Promise<readonly NeedsLinkUse[]> {
    return this.invitations.listUses(id);
  }
}
