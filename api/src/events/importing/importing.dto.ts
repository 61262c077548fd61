import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EVENT_COLUMNS, type EventColumn, type ImportEventsRequest } from '@samhandling/contracts';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  Matches,
  MaxLength,
  registerDecorator,
  type ValidationOptions,
} from 'class-validator';

const MOST_COLUMNS = 50;
/** Far above what may be imported, so that the answer to too many can be in words. */
const MOST_ROWS = 10_000;
const LONGEST_CELL = 20_000;

/** Rows of cells, each a text that can be stored. Checked as one: a decorator per cell would cost more than the import. */
function AreTextRows(options: ValidationOptions = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isArray',
      target: target.constructor,
      propertyName: String(property),
      options,
      validator: {
        validate: (value: unknown) =>
          Array.isArray(value) &&
          value.every((row) => Array.isArray(row) && row.length <= MOST_COLUMNS && row.every(isCellText)),
      },
    });
}

function isCellText(cell: unknown): boolean {
  return (
    typeof cell === 'string' && cell.length <= LONGEST_CELL && cell.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(cell)
  );
}

function AreColumns(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isIn',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) =>
          Array.isArray(value) &&
          value.every((column) => column === null || EVENT_COLUMNS.includes(column as EventColumn)),
      },
    });
}

export class ImportEventsDto implements ImportEventsRequest {
  @ApiProperty({ description: 'Slug of the plan' })
  @MaxLength(120)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly plan!: string;

  @ApiProperty({ type: [String], enum: EVENT_COLUMNS, nullable: true })
  @IsArray()
  @ArrayMaxSize(MOST_COLUMNS)
  @AreColumns()
  readonly columns!: (EventColumn | null)[];

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  @ArrayMaxSize(MOST_ROWS)
  @AreTextRows()
  readonly rows!: string[][];

  @ApiProperty({ description: 'Checks and writes nothing' })
  @IsBoolean()
  readonly dryRun!: boolean;

  @ApiPropertyOptional({ description: 'Take rows that look like events already registered too' })
  @IsOptional()
  @IsBoolean()
  readonly includeDuplicates?: boolean;
}
