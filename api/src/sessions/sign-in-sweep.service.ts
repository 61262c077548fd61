import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SweepRepository } from './sweep.repository.ts';

/** How long the log of sign-ins is kept. */
export const KEEP_EVENTS_DAYS = 180;

/** Once an hour, what has had its time is taken away: sessions, resets, counted tries, the old end of the log. */
@Injectable()
export class SignInSweepService implements OnModuleInit {
  private readonly logger = new Logger('SignInSweep');

  constructor(
    private readonly jobs: Jobs,
    private readonly sweeps: SweepRepository,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('sign-in-sweep', () => this.sweep());
  }

  private async sweep(): Promise<void> {
    const { SESSION_IDLE_MINUTES } = this.environment;
    const counts = await this.uow.run(() => this.sweeps.sweep(SESSION_IDLE_MINUTES, KEEP_EVENTS_DAYS), {
      countyId: null,
      personId: null,
    });
    this.logger.log(`Swept ${JSON.stringify(counts)}`);
  }
}
