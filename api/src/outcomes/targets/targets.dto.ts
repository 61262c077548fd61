import { ApiProperty } from '@nestjs/swagger';
import type { PutRoundTargetsRequest } from '@samhandling/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const LONGEST_NUMBER = 80;
/** More than the municipalities of any county. */
const MOST_MUNICIPALITIES = 60;

class MunicipalityTargetDto {
  @ApiProperty({ description: 'Municipality code, four digits' })
  @Matches(/^\d{4}$/)
  readonly code!: string;

  @ApiProperty({ description: 'As typed; empty for none', maxLength: LONGEST_NUMBER })
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_NUMBER)
  readonly input!: string;
}

export class PutRoundTargetsDto implements PutRoundTargetsRequest {
  @ApiProperty({ description: 'As typed; empty where the indicator’s own target holds', maxLength: LONGEST_NUMBER })
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_NUMBER)
  readonly county!: string;

  @ApiProperty({ type: [MunicipalityTargetDto], maxItems: MOST_MUNICIPALITIES })
  @IsArray()
  @ArrayMaxSize(MOST_MUNICIPALITIES)
  @ValidateNested({ each: true })
  @Type(() => MunicipalityTargetDto)
  readonly municipalities!: MunicipalityTargetDto[];
}
