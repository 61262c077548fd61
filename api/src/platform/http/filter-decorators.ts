import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** Rows to a page when nothing else is asked for. */
export const PAGE_SIZE = 50;
export const MOST_CHOSEN = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A parameter given once is a list of one. */
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? (value as unknown) : [value],
  );

/** Some of a list to choose from, or none. */
export const IsChosen = (most = MOST_CHOSEN): PropertyDecorator =>
  applyDecorators(IsOptional(), AsList(), IsArray(), ArrayMaxSize(most));

export const IsChosenIds = (most = MOST_CHOSEN): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: [String] }), IsChosen(most), IsUUID(undefined, { each: true }));

export const IsPlanSlug = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'Slug of the plan' }),
    IsOptional(),
    MaxLength(120),
    Matches(SLUG),
  );

export const IsPage = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, default: 1 }),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(100_000),
  );

export const IsPageSize = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: 200, default: PAGE_SIZE }),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(200),
  );
