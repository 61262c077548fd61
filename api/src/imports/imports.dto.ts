import type {
  CreateImportRequest,
  ImportActorDecision,
  ImportIndicatorDecision,
  ImportPlanSettings,
  UpdateImportRequest,
} from '@samhandling/contracts';
import {
  BREAKDOWNS,
  INDICATOR_KINDS,
  ORGANISATION_KINDS,
  type Breakdown,
  type IndicatorKind,
  type OrganisationKind,
} from '@samhandling/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

/** The length of a text that may be pasted; the parser has a limit of its own on lines. */
const LONGEST_TEXT = 5_000_000;

export class CreateImportDto implements CreateImportRequest {
  @ApiProperty()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUUID()
  readonly planId?: string;
}

export class ImportFileDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsUUID()
  readonly planId?: string;
}

class SettingsDto implements Partial<ImportPlanSettings> {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(300)
  readonly title?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(100)
  readonly theme?: string;

  @ApiProperty({ required: false, nullable: true, type: Number })
  @IsOptional()
  @IsInt()
  @Min(1990)
  @Max(2200)
  readonly firstYear?: number | null;

  @ApiProperty({ required: false, nullable: true, type: Number })
  @IsOptional()
  @IsInt()
  @Min(1990)
  @Max(2200)
  readonly lastYear?: number | null;
}

class ActorDecisionDto {
  @ApiProperty()
  @IsIn(['existing', 'new'])
  readonly use!: 'existing' | 'new';

  @ApiProperty({ required: false })
  @ValidateIf((decision: ActorDecisionDto) => decision.use === 'existing')
  @IsUUID()
  readonly organisationId?: string;

  @ApiProperty({ required: false })
  @ValidateIf((decision: ActorDecisionDto) => decision.use === 'existing')
  @IsBoolean()
  readonly rememberAlias?: boolean;

  @ApiProperty({ required: false })
  @ValidateIf((decision: ActorDecisionDto) => decision.use === 'new')
  @IsString()
  @IsCleanText()
  @MaxLength(300)
  readonly name?: string;

  @ApiProperty({ required: false })
  @ValidateIf((decision: ActorDecisionDto) => decision.use === 'new')
  @IsIn(ORGANISATION_KINDS)
  readonly kind?: OrganisationKind;
}

class ActorChoiceDto {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(1000)
  readonly name!: string;

  @ApiProperty({ nullable: true, type: ActorDecisionDto })
  @ValidateIf((choice: ActorChoiceDto) => choice.decision !== null)
  @ValidateNested()
  @Type(() => ActorDecisionDto)
  readonly decision!: ImportActorDecision | null;
}

class IndicatorDecisionDto {
  @ApiProperty()
  @IsIn(['accepted', 'changed', 'refused'])
  readonly answer!: 'accepted' | 'changed' | 'refused';

  @ApiProperty({ required: false })
  @ValidateIf((decision: IndicatorDecisionDto) => decision.answer !== 'refused')
  @IsIn(INDICATOR_KINDS)
  readonly kind?: IndicatorKind;

  @ApiProperty({ required: false })
  @ValidateIf((decision: IndicatorDecisionDto) => decision.answer !== 'refused')
  @IsString()
  @IsCleanText()
  @MaxLength(60)
  readonly unit?: string;

  @ApiProperty({ required: false })
  @ValidateIf((decision: IndicatorDecisionDto) => decision.answer !== 'refused')
  @IsIn(BREAKDOWNS)
  readonly breakdown?: Breakdown;

  @ApiProperty({ required: false, nullable: true, type: Number })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1000)
  readonly cadencePerYear?: number | null;

  @ApiProperty({ required: false, nullable: true, type: Number })
  @IsOptional()
  @IsNumber()
  @Min(-1e12)
  @Max(1e12)
  readonly target?: number | null;
}

class IndicatorChoiceDto {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(60)
  readonly key!: string;

  @ApiProperty({ nullable: true, type: IndicatorDecisionDto })
  @ValidateIf((choice: IndicatorChoiceDto) => choice.decision !== null)
  @ValidateNested()
  @Type(() => IndicatorDecisionDto)
  readonly decision!: ImportIndicatorDecision | null;
}

class FlagChoiceDto {
  @ApiProperty()
  @IsInt()
  @Min(1)
  readonly line!: number;

  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(60)
  readonly code!: string;

  @ApiProperty()
  @IsBoolean()
  readonly settled!: boolean;
}

export class UpdateImportDto implements UpdateImportRequest {
  @ApiProperty({ required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => SettingsDto)
  readonly settings?: SettingsDto;

  @ApiProperty({ required: false, type: [ActorChoiceDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => ActorChoiceDto)
  readonly actors?: ActorChoiceDto[];

  @ApiProperty({ required: false, type: [IndicatorChoiceDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => IndicatorChoiceDto)
  readonly indicators?: IndicatorChoiceDto[];

  @ApiProperty({ required: false, type: [FlagChoiceDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => FlagChoiceDto)
  readonly settledFlags?: FlagChoiceDto[];
}
