import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  MOST_PASTED_CELLS,
  type PutOutcomeRequest,
  type PutOutcomesCell,
  type PutOutcomesRequest,
} from '@samhandling/contracts';
import { BREAKDOWNS, SEXES, type Breakdown, type Sex } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsBooleanString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';

const LONGEST_TEXT = 20_000;

export class OutcomeGridQuery {
  @ApiPropertyOptional({ enum: BREAKDOWNS })
  @IsOptional()
  @IsIn(BREAKDOWNS)
  readonly breakdown?: Breakdown;

  @ApiPropertyOptional({ description: 'Goal id' })
  @IsOptional()
  @IsUUID()
  readonly goal?: string;

  @ApiPropertyOptional({ description: 'Organisation id, as responsible' })
  @IsOptional()
  @IsUUID()
  readonly organisation?: string;

  @ApiPropertyOptional({ description: 'Activity id' })
  @IsOptional()
  @IsUUID()
  readonly activity?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Small numbers are hidden also from those who may enter them',
  })
  @IsOptional()
  @IsBooleanString()
  readonly protected?: 'true' | 'false';
}

export class PutOutcomeDto implements PutOutcomeRequest {
  @ApiProperty({ type: String, nullable: true, description: 'Four digits; null is the county' })
  @ValidateIf((_, value) => value !== null)
  @Matches(/^\d{4}$/)
  readonly municipalityCode!: string | null;

  @ApiProperty({ enum: SEXES })
  @IsIn(SEXES)
  readonly sex!: Sex;

  @ApiProperty({ description: 'As typed' })
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_TEXT)
  readonly input!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly denominatorInput?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  readonly day?: string | null;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_TEXT)
  readonly note?: string;

  @ApiPropertyOptional({ description: 'Take what the events give instead of what is typed' })
  @IsOptional()
  @IsBoolean()
  readonly useComputed?: boolean;

  @ApiPropertyOptional({ description: 'Why the typed value is kept although the events give another' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(2000)
  readonly keptReason?: string;
}

export class PutOutcomesCellDto extends PutOutcomeDto implements PutOutcomesCell {
  @ApiProperty()
  @IsUUID()
  readonly indicatorId!: string;

  @ApiProperty({ description: '0: the cell is empty' })
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  readonly version!: number;
}

export class PutOutcomesDto implements PutOutcomesRequest {
  @ApiProperty({ type: [PutOutcomesCellDto] })
  @IsArray()
  @ArrayMaxSize(MOST_PASTED_CELLS)
  @ValidateNested({ each: true })
  @Type(() => PutOutcomesCellDto)
  readonly cells!: PutOutcomesCellDto[];
}
