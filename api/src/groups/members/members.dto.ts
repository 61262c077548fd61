import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { GroupMemberInput, UpdateGroupMemberRequest } from '@samhandling/contracts';
import { MEMBER_ROLES, type MemberRole } from '@samhandling/domain';
import { IsEmail, IsIn, IsOptional, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText } from '../../platform/http/input-decorators.ts';

const NAME_LENGTH = 200;
const EMAIL_LENGTH = 254;

class MemberFields {
  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string | null;

  @ApiPropertyOptional({ maxLength: NAME_LENGTH, description: 'Of somebody without an account' })
  @IfGiven()
  @IsPlainText(NAME_LENGTH)
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: EMAIL_LENGTH, description: 'At work; empty for somebody who has none' })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== '')
  @IsEmail()
  @IsCleanText()
  @MaxLength(EMAIL_LENGTH)
  readonly email?: string;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly substituteForId?: string | null;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  readonly toDay?: string | null;
}

export class UpdateGroupMemberDto extends MemberFields implements UpdateGroupMemberRequest {
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  readonly organisationId?: string;

  @ApiPropertyOptional({ enum: MEMBER_ROLES })
  @IfGiven()
  @IsIn(MEMBER_ROLES)
  readonly role?: MemberRole;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly fromDay?: string;
}

export class GroupMemberDto extends MemberFields implements GroupMemberInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly organisationId!: string;

  @ApiProperty({ enum: MEMBER_ROLES })
  @IsIn(MEMBER_ROLES)
  readonly role!: MemberRole;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly fromDay!: string;
}
