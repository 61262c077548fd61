import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  CreateWorkPlanItemRequest,
  CreateWorkPlanRequest,
  PutWorkPlanOrderRequest,
  UpdateWorkPlanItemRequest,
  UpdateWorkPlanRequest,
  WorkPlanItemInput,
  WorkPlanTransitionRequest,
} from '@samhandling/contracts';
import { ITEM_OUTCOMES, MOST_KRONOR } from '@samhandling/domain';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';

const SOMETHING = /\S/;
const TITLE_LENGTH = 300;
const NAME_LENGTH = 200;
const TEXT_LENGTH = 4000;
const MOST_ITEMS = 500;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);
const IfSomething = (): PropertyDecorator =>
  ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);

export class CreateWorkPlanDto implements CreateWorkPlanRequest {
  @ApiProperty({ minimum: 1990, maximum: 2200 })
  @IsInt()
  @Min(1990)
  @Max(2200)
  readonly year!: number;

  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;
}

export class UpdateWorkPlanDto implements UpdateWorkPlanRequest {
  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(TEXT_LENGTH)
  readonly intro?: string;
}

class ItemFields implements WorkPlanItemInput {
  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(TEXT_LENGTH)
  readonly description?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IfSomething()
  @IsUUID()
  readonly goalId?: string | null;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 50 })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly organisationIds?: string[];

  @ApiPropertyOptional({ maxLength: NAME_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(NAME_LENGTH)
  readonly responsibleName?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IfSomething()
  @IsDay()
  readonly fromDay?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IfSomething()
  @IsDay()
  readonly toDay?: string | null;

  @ApiPropertyOptional({ description: 'Only the months of the days are meant' })
  @IfGiven()
  @IsBoolean()
  readonly isByMonth?: boolean;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: MOST_KRONOR, description: 'Whole kronor' })
  @IfSomething()
  @IsInt()
  @Min(0)
  @Max(MOST_KRONOR)
  readonly amountKronor?: number | null;

  @ApiPropertyOptional({ maxLength: NAME_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(NAME_LENGTH)
  readonly funding?: string;
}

export class CreateWorkPlanItemDto extends ItemFields implements CreateWorkPlanItemRequest {
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly needId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly activityId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly cameFromId?: string;
}

export class UpdateWorkPlanItemDto extends ItemFields implements UpdateWorkPlanItemRequest {
  @ApiPropertyOptional({ enum: ITEM_OUTCOMES, nullable: true })
  @IfSomething()
  @IsIn(ITEM_OUTCOMES)
  readonly outcome?: UpdateWorkPlanItemRequest['outcome'] & (string | null);

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(TEXT_LENGTH)
  readonly outcomeText?: string;
}

export class PutWorkPlanOrderDto implements PutWorkPlanOrderRequest {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_ITEMS })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsUUID(undefined, { each: true })
  readonly itemIds!: string[];
}

export class WorkPlanTransitionDto implements WorkPlanTransitionRequest {
  @ApiProperty({ enum: ['decide', 'close'] })
  @IsIn(['decide', 'close'])
  readonly transition!: WorkPlanTransitionRequest['transition'];

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly decisionId?: string;

  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(TITLE_LENGTH)
  readonly decisionReference?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly decidedOn?: string;
}
