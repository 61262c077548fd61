import { ApiProperty } from '@nestjs/swagger';
import type { AssignReportersRequest, CreateReporterRequest } from '@samhandling/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
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
import { IsCleanText } from '../../platform/http/decorators.ts';

export class ReporterListQueryDto {
  /** Propose the next responsible organisation instead of last round's. */
  @ApiProperty({ required: false, enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly rotate?: string;
}

class AssignmentDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly followUpId!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  readonly version!: number;

  @ApiProperty({ nullable: true, format: 'uuid', type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsUUID()
  readonly reporterId!: string | null;
}

export class AssignReportersDto implements AssignReportersRequest {
  @ApiProperty({ type: [AssignmentDto] })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AssignmentDto)
  readonly assignments!: readonly AssignmentDto[];
}

export class CreateReporterDto implements CreateReporterRequest {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(200)
  readonly name!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly organisationId!: string;
}
