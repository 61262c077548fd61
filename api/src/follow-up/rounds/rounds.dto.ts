import { ApiProperty } from '@nestjs/swagger';
import type { RoundInput, RoundTransitionRequest, UpdateRoundRequest } from '@samhandling/contracts';
import { ROUND_WORKFLOW, type RoundTransitionName } from '@samhandling/domain';
import { IsIn, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

/** Letters, digits, space, hyphen and underscore: the label stands in addresses and file names. */
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N} _-]{0,38}[\p{L}\p{N}])?$/u;
const NAMES = ROUND_WORKFLOW.map((row) => row.name);
const given = (_: unknown, value: unknown): boolean => value !== undefined;

export class RoundDto implements RoundInput {
  @ApiProperty({ example: '2026' })
  @IsString()
  @Matches(LABEL)
  readonly label!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly from!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly to!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly opens!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly due!: string;
}

export class UpdateRoundDto implements UpdateRoundRequest {
  @ApiProperty({ required: false, example: '2026' })
  @ValidateIf(given)
  @IsString()
  @Matches(LABEL)
  readonly label?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(given)
  @IsDay()
  readonly from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(given)
  @IsDay()
  readonly to?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(given)
  @IsDay()
  readonly opens?: string;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(given)
  @IsDay()
  readonly due?: string;
}

export class RoundTransitionDto implements RoundTransitionRequest {
  @ApiProperty({ enum: NAMES })
  @IsIn(NAMES)
  readonly transition!: RoundTransitionName;

  @ApiProperty({ required: false, maxLength: 20_000 })
  @ValidateIf(given)
  @IsString()
  @IsCleanText()
  @MaxLength(20_000)
  readonly reason?: string;
}
