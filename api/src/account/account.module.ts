import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AccountLettersService } from './account-letters.service.ts';
import { AccountController } from './account.controller.ts';
import { AccountService } from './account.service.ts';
import { IdentitiesRepository } from './identities.repository.ts';
import { OperatorsRepository } from './operators.repository.ts';
import { PasswordResetsController } from './password-resets.controller.ts';
import { PasswordResetsRepository } from './password-resets.repository.ts';
import { PasswordResetsService } from './password-resets.service.ts';

@Module({
  imports: [SessionsModule],
  controllers: [AccountController, PasswordResetsController],
  providers: [
    AccountLettersService,
    AccountService,
    IdentitiesRepository,
    OperatorsRepository,
    PasswordResetsRepository,
    PasswordResetsService,
  ],
})
export class AccountModule {}
