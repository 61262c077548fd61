import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { OrganisationContact } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { PutOrganisationContactDto } from './mail.dto.ts';
import { OrganisationContactService } from './organisation-contact.service.ts';

@Controller('organisations/:id/contact')
export class OrganisationContactController {
  constructor(private readonly contacts: OrganisationContactService) {}

  @Get()
  @Requires('mail.manage')
  get(@Param('id', IdPipe) id: string): Promise<OrganisationContact> {
    return this.contacts.get(id);
  }

  @Put()
  @Requires('mail.manage')
  @ApiIfMatch()
  put(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutOrganisationContactDto,
  ): Promise<OrganisationContact> {
    return this.contacts.put(id, version, body.personId);
  }
}
