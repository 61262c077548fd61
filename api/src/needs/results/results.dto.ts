import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CreateNeedRequest, NeedTransitionRequest, UpdateNeedRequest } from '@samhandling/contracts';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const SOMETHING = /\S/;
const TITLE_LENGTH = 300;
const TEXT_LENGTH = 4000;
const REASON_LENGTH = 2000;
const MOST_TEXTS = 500;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);
const IfSomething = (): PropertyDecorator =>
  ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);

class NeedFields {
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

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_TEXTS })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_TEXTS)
  @IsUUID(undefined, { each: true })
  readonly textIds?: string[];
}

export class CreateNeedDto extends NeedFields implements CreateNeedRequest {
  @ApiProperty({ maxLength: TITLE_LENGTH })
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title!: string;
}

export class UpdateNeedDto extends NeedFields implements UpdateNeedRequest {
  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;
}

export class NeedTransitionDto implements NeedTransitionRequest {
  @ApiProperty({ enum: ['decline', 'propose'] })
  @IsIn(['decline', 'propose'])
  readonly transition!: NeedTransitionRequest['transition'];

  @ApiPropertyOptional({ maxLength: REASON_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(REASON_LENGTH)
  readonly reason?: string;
}
