import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PapersService } from '../papers/papers.service.ts';
import { UnitOfWork, type Scope } from '../platform/database/unit-of-work.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { ReportsFreezer } from '../reports/reports-freezer.ts';

/**
 * Draws the files of the demo's frozen papers after people have been let in, since that takes longer than all else there is to
 * load (ADR 31). Whoever asks for a file before that has it made then.
 */
@Injectable()
export class DemoPapers implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    private readonly reports: ReportsFreezer,
    private readonly papers: PapersService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ readonly countyId: string }>('demo-papers', ({ data }) => this.draw(data.countyId));
  }

  /** In the transaction that froze them, so that there is always either a job or a file. */
  async send(countyId: string): Promise<void> {
    await this.jobs.send('demo-papers', { countyId });
  }

  /** A start that was stopped in the middle, or a copy of one, goes on: a job for what is still to be drawn. */
  async resume(countyId: string): Promise<void> {
    const scope = { countyId, personId: null };
    const [row] = await this.uow.read(
      () =>
        this.uow.manager.query<{ undrawn: boolean }[]>(
          `SELECT EXISTS (SELECT 1 FROM frozen_report f WHERE f.drawn_later
               AND (NOT EXISTS (SELECT 1 FROM frozen_file d WHERE d.frozen_report_id = f.id AND d.format = 'pdf')
                 OR NOT EXISTS (SELECT 1 FROM publication u WHERE u.round_id = f.round_id)))
             OR EXISTS (SELECT 1 FROM paper p WHERE p.drawn_later
               AND NOT EXISTS (SELECT 1 FROM paper_file d WHERE d.paper_id = p.id AND d.format = 'pdf')) AS undrawn`,
        ),
      scope,
    );
    if (row?.undrawn) await this.uow.run(() => this.send(countyId), scope);
  }

  /** The report first, which is public. Every paper is kept as it is drawn: stopped in between, the next time goes on from there. */
  async draw(countyId: string): Promise<void> {
    const scope = { countyId, personId: null };
    await this.reports.drawUndrawn(scope);
    await this.publish(scope);
    await this.papers.drawUndrawn(scope);
  }

  /** The adopted round is there for everybody to read; if somebody has shown or hidden it since, that stands. */
  private async publish(scope: Scope): Promise<void> {
    await this.uow.run(
      () =>
        this.uow.manager.query(
          `INSERT INTO publication (id, county_id, plan_id, round_id, frozen_report_id, published_at, published_by)
           SELECT gen_random_uuid(), current_county(), f.plan_id, f.round_id, f.id, f.adopted_at, f.adopted_by
           FROM frozen_report f JOIN follow_up_round r ON r.id = f.round_id AND r.version_number = f.version_number AND r.state = 'adopted'
           WHERE f.drawn_later ON CONFLICT (plan_id, round_id) DO NOTHING`,
        ),
      scope,
    );
  }
}
