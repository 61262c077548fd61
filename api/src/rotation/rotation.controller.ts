import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { MeetingsProposal, ParkingAnswer, Rotation, RotationProposal } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { MeetingsProposalService } from './meetings-proposal.service.ts';
import { ParkingsService } from './parkings.service.ts';
import {
  MeetingsProposalDto,
  ParkingDto,
  PutRotationDto,
  PutRotationYearDto,
  RotationProposalDto,
} from './rotation.dto.ts';
import { RotationService } from './rotation.service.ts';
import { YearPipe } from './year.pipe.ts';

@Controller()
export class RotationController {
  constructor(
    private readonly rotation: RotationService,
    private readonly parkings: ParkingsService,
    private readonly proposals: MeetingsProposalService,
  ) {}

  @Get('groups/:id/rotation/:year')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string, @Param('year', YearPipe) year: number): Promise<Rotation> {
    return this.rotation.get(id, year);
  }

  @Post('groups/:id/rotation/:year/proposal')
  @HttpCode(200)
  @Requires('group.manage')
  propose(
    @Param('id', IdPipe) id: string,
    @Param('year', YearPipe) year: number,
    @Body() body: RotationProposalDto,
  ): Promise<RotationProposal> {
    return this.rotation.propose(id, year, body);
  }

  @Put('groups/:id/rotation/:year')
  @Requires('group.manage')
  putYear(
    @Param('id', IdPipe) id: string,
    @Param('year', YearPipe) year: number,
    @Body() body: PutRotationYearDto,
  ): Promise<Rotation> {
    return this.rotation.putYear(id, year, body);
  }

  @Put('meetings/:id/rotation')
  @ApiIfMatch()
  @Requires('group.manage')
  putMeeting(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutRotationDto,
  ): Promise<Rotation> {
    return this.rotation.putMeeting(id, version, body);
  }

  @Put('groups/:id/parkings/:activityId')
  @ApiIfMatch()
  @Requires('group.manage')
  putParking(
    @Param('id', IdPipe) id: string,
    @Param('activityId', IdPipe) activityId: string,
    @IfMatch() version: number,
    @Body() body: ParkingDto,
  ): Promise<ParkingAnswer> {
    return this.parkings.put(id, activityId, version, body);
  }

  @Delete('groups/:id/parkings/:activityId')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('group.manage')
  deleteParking(
    @Param('id', IdPipe) id: string,
    @Param('activityId', IdPipe) activityId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.parkings.delete(id, activityId, version);
  }

  @Post('groups/:id/meetings/proposal')
  @HttpCode(200)
  @Requires('group.manage')
  proposeMeetings(@Param('id', IdPipe) id: string, @Body() body: MeetingsProposalDto): Promise<MeetingsProposal> {
    return this.proposals.propose(id, body);
  }
}
