import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AttemptsRepository } from './attempts.repository.ts';
import { ClaimedRolesRepository } from './claimed-roles.repository.ts';
import { ClaimedRolesService } from './claimed-roles.service.ts';
import { ExternalPeopleRepository } from './external-people.repository.ts';
import { ExternalSignInService } from './external-sign-in.service.ts';
import { ProviderClientService } from './provider-client.service.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInWaysService } from './sign-in-ways.service.ts';

@Module({
  imports: [SessionsModule],
  controllers: [SignInController],
  providers: [
    AttemptsRepository,
    ClaimedRolesRepository,
    ClaimedRolesService,
    ExternalPeopleRepository,
    ExternalSignInService,
    ProviderClientService,
    SignInWaysService,
  ],
})
export class SignInModule {}
