import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ChecksService } from './checking/checks.service.ts';
import { DisposalService } from './retention/disposal.service.ts';

/** Every night, county by county: gallring first, then, once a week, verifying what is left. */
@Injectable()
export class RecordJobsService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly disposal: DisposalService,
    private readonly checks: ChecksService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('record-due', () => this.startAll());
    this.jobs.handle<{ readonly countyId: string }>('record-county', async ({ data }) => {
      await this.disposal.run(data.countyId);
      await this.checks.runIfDue(data.countyId);
    });
  }

  private async startAll(): Promise<void> {
    const counties = await this.checks.listCounties();
    await this.uow.run(
      async () => {
        for (const { id } of counties) await this.jobs.send('record-county', { countyId: id }, { key: id });
      },
      { countyId: null, personId: null },
    );
  }
}
