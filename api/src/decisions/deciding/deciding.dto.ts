import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DecisionInput, DecisionTransitionRequest, UpdateDecisionRequest } from '@samhandling/contracts';
import { DECISION_WAYS, type DecisionWay } from '@samhandling/domain';
import { IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsWrittenText } from '../../platform/http/input-decorators.ts';
import { OrNull, TEXT_LENGTH } from '../fields.ts';

const RECORDS_NUMBER_LENGTH = 100;

class DecisionFields {
  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly organisationId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly personId?: string | null;

  @ApiPropertyOptional({ format: 'date', nullable: true })
  @OrNull()
  @IsDay()
  readonly due?: string | null;

  @ApiPropertyOptional({ description: 'False: nobody is to carry it out, and it does not come back' })
  @IfGiven()
  @IsBoolean()
  readonly isOpen?: boolean;

  @ApiPropertyOptional({ maxLength: RECORDS_NUMBER_LENGTH })
  @IfGiven()
  @IsPlainText(RECORDS_NUMBER_LENGTH)
  readonly recordsNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly goalId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly activityId?: string | null;

  @ApiPropertyOptional({ format: 'date', description: 'Between meetings; the day of the meeting otherwise' })
  @IfGiven()
  @IsDay()
  readonly decidedOn?: string;

  @ApiPropertyOptional({ enum: DECISION_WAYS, nullable: true, description: 'How it was made between meetings' })
  @OrNull()
  @IsIn(DECISION_WAYS)
  readonly way?: DecisionWay | null;
}

export class DecisionDto extends DecisionFields implements DecisionInput {
  @ApiProperty({ maxLength: TEXT_LENGTH })
  @IsWrittenText(TEXT_LENGTH)
  readonly text!: string;
}

export class UpdateDecisionDto extends DecisionFields implements UpdateDecisionRequest {
  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsWrittenText(TEXT_LENGTH)
  readonly text?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 999_999 })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(999_999)
  readonly number?: number;
}

export class DecisionTransitionDto implements DecisionTransitionRequest {
  @ApiProperty({ enum: ['complete', 'withdraw', 'reopen'] })
  @IsIn(['complete', 'withdraw', 'reopen'])
  readonly transition!: DecisionTransitionRequest['transition'];

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly doneText?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Today when left out' })
  @IfGiven()
  @IsDay()
  readonly doneOn?: string;
}
