import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  OPEN_DATA_FORMATS,
  OPEN_DATA_SETS,
  REPORT_FORMATS,
  type OpenDataFormat,
  type OpenDataSet,
  type ReportFormat,
} from '@samhandling/contracts';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';
import { notFound } from '../platform/http/problem-exception.ts';

const NOTHING_THERE = {
  sv: 'Det finns inget publicerat på den adressen.',
  en: 'Nothing is published at that address.',
};

/** A part of an address, such as a county, a plan or an area. One of another form names nothing that is published. */
@Injectable()
export class AddressPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[\p{L}\p{N} .,:–-]{1,120}$/u.test(value)) throw notFound(NOTHING_THERE);
    return value;
  }
}

@Injectable()
export class PrintedNumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{1,6}$/.test(value)) throw notFound(NOTHING_THERE);
    return Number(value);
  }
}

@Injectable()
export class PublicFormatPipe implements PipeTransform<string, ReportFormat> {
  transform(value: string): ReportFormat {
    const format = REPORT_FORMATS.find((known) => known === value);
    if (!format) throw notFound(NOTHING_THERE);
    return format;
  }
}

export interface DataFile {
  readonly set: OpenDataSet;
  readonly format: OpenDataFormat;
}

/** "figures.csv" */
@Injectable()
export class DataFilePipe implements PipeTransform<string, DataFile> {
  transform(value: string): DataFile {
    const [name, ending] = value.split('.');
    const set = OPEN_DATA_SETS.find((known) => known === name);
    const format = OPEN_DATA_FORMATS.find((known) => known === ending);
    if (!set || !format || value !== `${set}.${format}`) throw notFound(NOTHING_THERE);
    return { set, format };
  }
}

/** `?round=2025`: which published round the plan is shown by. */
export class PublicRoundQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(40)
  readonly round?: string;
}
