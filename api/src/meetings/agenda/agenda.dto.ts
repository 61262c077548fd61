import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  AddAgendaItemsRequest,
  AgendaItemInput,
  AgendaItemTransitionRequest,
  OrderAgendaRequest,
  UpdateAgendaItemRequest,
} from '@samhandling/contracts';
import { AGENDA_ITEM_KINDS, type AgendaItemKind } from '@samhandling/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsWrittenText, TEXT_LENGTH } from '../../platform/http/input-decorators.ts';

/** More than any meeting gets through; what is larger is a mistake. */
const MOST_ITEMS = 500;
const MOST_MINUTES = 480;
const MOST_SECONDS = 86_400;
const TRANSITIONS = ['treat', 'nothing_new', 'postpone', 'park', 'remove', 'restore'] as const;

class AgendaItemDto implements AgendaItemInput {
  @ApiProperty({ enum: AGENDA_ITEM_KINDS })
  @IsIn(AGENDA_ITEM_KINDS)
  readonly kind!: AgendaItemKind;

  @ApiPropertyOptional({ description: 'Of an item that is about nothing else' })
  @IfGiven()
  @IsPlainText()
  readonly title?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly activityId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly decisionId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly actionPointId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly liftId?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  readonly minutes?: number;
}

export class AddAgendaItemsDto implements AddAgendaItemsRequest {
  @ApiPropertyOptional({
    type: [AgendaItemDto],
    description: 'Left out: what the server proposes, as far as the time goes',
  })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemDto)
  readonly items?: readonly AgendaItemDto[];
}

export class OrderAgendaDto implements OrderAgendaRequest {
  @ApiProperty({ type: [String], description: 'Every item on the agenda, in the order wanted' })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS * 2)
  @IsUUID(undefined, { each: true })
  readonly ids!: string[];
}

export class UpdateAgendaItemDto implements UpdateAgendaItemRequest {
  @ApiPropertyOptional({ description: 'Of an item that is about nothing else' })
  @IfGiven()
  @IsWrittenText()
  readonly title?: string;

  @ApiPropertyOptional({ nullable: true, type: Number, minimum: 1, maximum: MOST_MINUTES })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  readonly minutes?: number | null;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly note?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: MOST_SECONDS })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_SECONDS)
  readonly secondsUsed?: number;
}

export class AgendaItemTransitionDto implements AgendaItemTransitionRequest {
  @ApiProperty({ enum: TRANSITIONS })
  @IsIn(TRANSITIONS)
  readonly transition!: (typeof TRANSITIONS)[number];

  @ApiPropertyOptional({ description: 'Demanded when an activity is parked' })
  @IfGiven()
  @IsPlainText()
  readonly reason?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The meeting to postpone to; the next one when left out' })
  @IfGiven()
  @IsUUID()
  readonly postponeToId?: string;

  @ApiPropertyOptional({ format: 'date', description: 'The last day an activity is parked' })
  @IfGiven()
  @IsDay()
  readonly parkUntil?: string;
}
