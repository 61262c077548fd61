import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { LiftInput, LiftTransitionRequest, UpdateLiftRequest } from '@samhandling/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import { IfGiven, IsPlainText, IsWrittenText } from '../../platform/http/input-decorators.ts';
import { DecisionDto } from '../deciding/deciding.dto.ts';
import { TEXT_LENGTH } from '../fields.ts';

export class LiftDto implements LiftInput {
  @ApiProperty({ maxLength: TEXT_LENGTH })
  @IsWrittenText(TEXT_LENGTH)
  readonly question!: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH, description: 'The decision that is asked for' })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly proposal?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The group it reports to when left out' })
  @IfGiven()
  @IsUUID()
  readonly toGroupId?: string;
}

export class UpdateLiftDto implements UpdateLiftRequest {
  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsWrittenText(TEXT_LENGTH)
  readonly question?: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly proposal?: string;
}

export class LiftTransitionDto implements LiftTransitionRequest {
  @ApiProperty({ enum: ['answer', 'withdraw'] })
  @IsIn(['answer', 'withdraw'])
  readonly transition!: LiftTransitionRequest['transition'];

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly answer?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The item the question is answered under' })
  @IfGiven()
  @IsUUID()
  readonly agendaItemId?: string;

  @ApiPropertyOptional({ type: DecisionDto })
  @IfGiven()
  @ValidateNested()
  @Type(() => DecisionDto)
  readonly decision?: DecisionDto;
}
