import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { CountyPeople, CountyPerson } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Limited } from '../platform/limits/limited.ts';
import { Creates } from '../platform/once/creates.ts';
import { LeavingService } from './leaving.service.ts';
import { InvitePersonDto, PersonTransitionDto, UpdatePersonDto } from './people.dto.ts';
import { PeopleService } from './people.service.ts';

@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly leaving: LeavingService,
  ) {}

  @Get()
  @Requires('person.read')
  list(): Promise<CountyPeople> {
    return this.people.list();
  }

  @Post()
  @Limited('mail')
  @Creates()
  @Requires('person.manage')
  create(@Body() body: InvitePersonDto): Promise<CountyPerson> {
    return this.people.invite(body);
  }

  @Get(':id')
  @Requires('person.read')
  get(@Param('id', IdPipe) id: string): Promise<CountyPerson> {
    return this.people.get(id);
  }

  @Patch(':id')
  @Requires('person.manage')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePersonDto,
  ): Promise<CountyPerson> {
    return this.people.update(id, version, body);
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Requires('person.manage')
  @ApiIfMatch()
  change(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PersonTransitionDto,
  ): Promise<CountyPerson> {
    return this.leaving.change(id, version, body);
  }

  @Post(':id/invitation')
  @Limited('mail')
  @Creates()
  @Requires('person.manage')
  inviteAgain(@Param('id', IdPipe) id: string): Promise<CountyPerson> {
    return this.people.inviteAgain(id);
  }
}
