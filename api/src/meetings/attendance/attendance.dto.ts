import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PutAttendanceRequest } from '@samhandling/contracts';
import { ATTENDANCES, type Attendance } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsPlainText } from '../../platform/http/input-decorators.ts';

const MOST_ROWS = 500;
const NAME_LENGTH = 200;

class AttendanceRowDto {
  @ApiPropertyOptional({
    nullable: true,
    type: String,
    format: 'uuid',
    description: 'Null for one nobody has said anything about',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string | null;

  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  readonly version!: number;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid', description: 'Null for a guest' })
  @IsOptional()
  @IsUUID()
  readonly memberId?: string | null;

  @ApiPropertyOptional({ maxLength: NAME_LENGTH, description: 'Of a guest' })
  @IfGiven()
  @IsPlainText(NAME_LENGTH)
  readonly name?: string;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid', description: 'Of a guest' })
  @IsOptional()
  @IsUUID()
  readonly organisationId?: string | null;

  @ApiProperty({ nullable: true, enum: ATTENDANCES, description: 'Null takes the row away' })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsIn(ATTENDANCES)
  readonly status!: Attendance | null;
}

export class PutAttendanceDto implements PutAttendanceRequest {
  @ApiProperty({ type: [AttendanceRowDto] })
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => AttendanceRowDto)
  readonly rows!: readonly AttendanceRowDto[];
}
