import { ApiPropertyOptional } from '@nestjs/swagger';
import type { UpdateIndicatorRequest } from '@samhandling/contracts';
import {
  BREAKDOWNS,
  DIRECTIONS,
  INDICATOR_KINDS,
  PERIOD_COMBINATIONS,
  PLACE_COMBINATIONS,
  type Breakdown,
  type Direction,
  type IndicatorKind,
  type PeriodCombination,
  type PlaceCombination,
} from '@samhandling/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { HasAtMostDecimals } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsWrittenText, TEXT_LENGTH } from '../../platform/http/input-decorators.ts';

/** As large as the database takes an outcome; values have at most four decimals. */
const LARGEST = 1_000_000_000_000;

export class UpdateIndicatorDto implements UpdateIndicatorRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsWrittenText(TEXT_LENGTH)
  readonly text?: string;

  @ApiPropertyOptional({ enum: INDICATOR_KINDS })
  @IfGiven()
  @IsIn(INDICATOR_KINDS)
  readonly kind?: IndicatorKind;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlainText(60)
  readonly unit?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 4 })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(4)
  readonly decimals?: number;

  @ApiPropertyOptional({ enum: DIRECTIONS })
  @IfGiven()
  @IsIn(DIRECTIONS)
  readonly direction?: Direction;

  @ApiPropertyOptional({ enum: BREAKDOWNS })
  @IfGiven()
  @IsIn(BREAKDOWNS)
  readonly breakdown?: Breakdown;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly bySex?: boolean;

  @ApiPropertyOptional({ enum: PLACE_COMBINATIONS })
  @IfGiven()
  @IsIn(PLACE_COMBINATIONS)
  readonly combinePlaces?: PlaceCombination;

  @ApiPropertyOptional({ enum: PERIOD_COMBINATIONS })
  @IfGiven()
  @IsIn(PERIOD_COMBINATIONS)
  readonly combinePeriods?: PeriodCombination;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @HasAtMostDecimals(4)
  @Min(-LARGEST)
  @Max(LARGEST)
  readonly target?: number | null;

  @ApiPropertyOptional({ nullable: true, type: Number, minimum: 0, maximum: 1 })
  @IsOptional()
  @HasAtMostDecimals(4)
  @Min(0)
  @Max(1)
  readonly targetMargin?: number | null;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @HasAtMostDecimals(4)
  @Min(-LARGEST)
  @Max(LARGEST)
  readonly baselineValue?: number | null;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2200)
  readonly baselineYear?: number | null;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlainText()
  readonly baselineSource?: string;

  @ApiPropertyOptional({ nullable: true, type: Number, minimum: 2, maximum: 100 })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(100)
  readonly smallNumberThreshold?: number | null;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly settled?: boolean;
}
