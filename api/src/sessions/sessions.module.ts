import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessLogRepository } from './access-log.repository.ts';
import { AccessLogService } from './access-log.service.ts';
import { CredentialsRepository } from './credentials.repository.ts';
import { CredentialsService } from './credentials.service.ts';
import { SecondFactorRepository } from './second-factor.repository.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionStartService } from './session-start.service.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInSweepService } from './sign-in-sweep.service.ts';
import { SweepRepository } from './sweep.repository.ts';
import { TriesRepository } from './tries.repository.ts';
import { TriesService } from './tries.service.ts';

@Module({
  controllers: [SessionsController],
  providers: [
    AccessLogRepository,
    AccessLogService,
    CredentialsRepository,
    CredentialsService,
    SecondFactorRepository,
    SecondFactorService,
    SessionStartService,
    SessionsRepository,
    SessionsService,
    SignInSweepService,
    SweepRepository,
    TriesRepository,
    TriesService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [
    AccessLogService,
    CredentialsService,
    SecondFactorService,
    SessionStartService,
    SessionsService,
    TriesService,
  ],
})
export class SessionsModule {}
