import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import {
  HISTORY_ENTITIES,
  type History,
  type HistoryComparison,
  type HistoryEntity,
  type UndoAnswer,
} from '@samhandling/contracts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { HistoryEntityPipe } from './history-entity.pipe.ts';
import { CellHistoryQuery, CompareQuery, HistoryQuery } from './history.dto.ts';
import { HistoryService } from './history.service.ts';
import { UndoService } from './undo.service.ts';

@Controller()
export class HistoryController {
  constructor(
    private readonly history: HistoryService,
    private readonly undoing: UndoService,
  ) {}

  @Get('history/:entity/:id')
  @Requires('history.read')
  @ApiParam({ name: 'entity', enum: HISTORY_ENTITIES })
  get(
    @Param('entity', HistoryEntityPipe) entity: HistoryEntity,
    @Param('id', IdPipe) id: string,
    @Query() { page }: HistoryQuery,
  ): Promise<History> {
    return this.history.get(entity, id, page ?? 1);
  }

  @Get('history/:entity/:id/compare')
  @Requires('history.read')
  @ApiParam({ name: 'entity', enum: HISTORY_ENTITIES })
  compare(
    @Param('entity', HistoryEntityPipe) entity: HistoryEntity,
    @Param('id', IdPipe) id: string,
    @Query() { from, to }: CompareQuery,
  ): Promise<HistoryComparison> {
    return this.history.compare(entity, id, from, to);
  }

  @Get('rounds/:roundId/outcomes/:indicatorId/history')
  @Requires('history.read')
  getCell(
    @Param('roundId', IdPipe) roundId: string,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Query() { municipality, sex, page }: CellHistoryQuery,
  ): Promise<History> {
    return this.history.getCell(
      { roundId, indicatorId, municipalityCode: municipality ?? null, sex: sex ?? 'total' },
      page ?? 1,
    );
  }

  @Post('changes/:id/undo')
  @Creates()
  @HttpCode(200)
  @Requires('history.read')
  undo(@Param('id', IdPipe) id: string): Promise<UndoAnswer> {
    return this.undoing.undo(id);
  }
}
