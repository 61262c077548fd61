import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.ts';
import { ClosingService } from './closing.service.ts';
import { ContinuingController } from './continuing/continuing.controller.ts';
import { ContinuingRepository } from './continuing/continuing.repository.ts';
import { ContinuingService } from './continuing/continuing.service.ts';
import { GroupsController } from './groups.controller.ts';
import { GroupsRepository } from './groups.repository.ts';
import { GroupsService } from './groups.service.ts';
import { MembersController } from './members/members.controller.ts';
import { MembersRepository } from './members/members.repository.ts';
import { MembersService } from './members/members.service.ts';

/** Groups, their members, and the year's meetings as a list. */
@Module({
  imports: [MeetingsModule],
  controllers: [ContinuingController, GroupsController, MembersController],
  providers: [
    ClosingService,
    ContinuingRepository,
    ContinuingService,
    GroupsRepository,
    GroupsService,
    MembersRepository,
    MembersService,
  ],
})
export class GroupsModule {}
