import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ActionPointInput, ActionPointTransitionRequest, UpdateActionPointRequest } from '@samhandling/contracts';
import { IsIn, IsUUID } from 'class-validator';
import { IsDay } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsWrittenText } from '../../platform/http/input-decorators.ts';
import { OrNull, TEXT_LENGTH } from '../fields.ts';

const NAME_LENGTH = 200;

class ActionPointFields {
  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly organisationId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly personId?: string | null;

  @ApiPropertyOptional({ maxLength: NAME_LENGTH, description: 'Somebody without an account' })
  @IfGiven()
  @IsPlainText(NAME_LENGTH)
  readonly assignee?: string;

  @ApiPropertyOptional({ format: 'date', nullable: true })
  @OrNull()
  @IsDay()
  readonly due?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly decisionId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @OrNull()
  @IsUUID()
  readonly activityId?: string | null;
}

export class ActionPointDto extends ActionPointFields implements ActionPointInput {
  @ApiProperty({ maxLength: TEXT_LENGTH })
  @IsWrittenText(TEXT_LENGTH)
  readonly text!: string;
}

export class UpdateActionPointDto extends ActionPointFields implements UpdateActionPointRequest {
  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsWrittenText(TEXT_LENGTH)
  readonly text?: string;
}

export class ActionPointTransitionDto implements ActionPointTransitionRequest {
  @ApiProperty({ enum: ['complete', 'drop', 'reopen'] })
  @IsIn(['complete', 'drop', 'reopen'])
  readonly transition!: ActionPointTransitionRequest['transition'];

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly doneText?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Today when left out' })
  @IfGiven()
  @IsDay()
  readonly doneOn?: string;
}
