import { Module } from '@nestjs/common';
import { ComputingModule } from './computing/computing.module.ts';
import { ImportingController } from './importing/importing.controller.ts';
import { ImportingRepository } from './importing/importing.repository.ts';
import { ImportingService } from './importing/importing.service.ts';
import { KindsController } from './kinds/kinds.controller.ts';
import { KindsRepository } from './kinds/kinds.repository.ts';
import { KindsService } from './kinds/kinds.service.ts';
import { ListingController } from './listing/listing.controller.ts';
import { ListingRepository } from './listing/listing.repository.ts';
import { ListingService } from './listing/listing.service.ts';
import { EventsController } from './registering/events.controller.ts';
import { KeptEventsService } from './registering/kept-events.service.ts';
import { RegisteringRepository } from './registering/registering.repository.ts';
import { RegisteringService } from './registering/registering.service.ts';
import { RulesController } from './rules/rules.controller.ts';
import { RulesRepository } from './rules/rules.repository.ts';
import { RulesService } from './rules/rules.service.ts';

/**
 * Events that count themselves. Others register and restore through RegisteringService and set rules through
 * RulesService; held meetings are kept as events through KeptEventsService; rounds recompute through ComputingModule.
 */
@Module({
  imports: [ComputingModule],
  // The list stands before the single event: "choices" is no id.
  controllers: [ListingController, ImportingController, EventsController, KindsController, RulesController],
  providers: [
    ListingService,
    ListingRepository,
    RegisteringService,
    RegisteringRepository,
    KeptEventsService,
    KindsService,
    KindsRepository,
    RulesService,
    RulesRepository,
    ImportingService,
    ImportingRepository,
  ],
  exports: [RegisteringService, KeptEventsService, RulesService, KindsService],
})
export class EventsModule {}
