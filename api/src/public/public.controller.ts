import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { OPEN_DATA_FORMATS, OPEN_DATA_SETS, REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { OpenToAll } from '../platform/http/decorators.ts';
import { Limited } from '../platform/limits/limited.ts';
import type { KeptPage } from './kept-pages.ts';
import {
  AddressPipe,
  DataFilePipe,
  PrintedNumberPipe,
  PublicFormatPipe,
  PublicRoundQuery,
  type DataFile,
} from './public-paths.ts';
import { PublicService } from './public.service.ts';
import { isKnown, sendPublic } from './send-public.ts';

/** What is published, to anybody. No session is looked at: signed in or not, everybody reads the same. */
@Controller('public/counties')
@Limited('public')
export class PublicController {
  constructor(private readonly published: PublicService) {}

  @Get()
  @OpenToAll()
  async counties(@Req() request: Request, @Res() response: Response): Promise<void> {
    send(request, response, await this.published.counties());
  }

  @Get(':county/plans')
  @OpenToAll()
  async plans(
    @Param('county', AddressPipe) county: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.published.plans(county));
  }

  @Get(':county/plans/:slug')
  @OpenToAll()
  async plan(
    @Param('county', AddressPipe) county: string,
    @Param('slug', AddressPipe) slug: string,
    @Query() { round }: PublicRoundQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.published.plan(county, slug, round));
  }

  @Get(':county/plans/:slug/activities/:area/:number')
  @OpenToAll()
  async activity(
    @Param('county', AddressPipe) county: string,
    @Param('slug', AddressPipe) slug: string,
    @Param('area', AddressPipe) area: string,
    @Param('number', PrintedNumberPipe) number: number,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.published.activity(county, slug, area, number));
  }

  @Get(':county/plans/:slug/rounds/:label')
  @OpenToAll()
  async round(
    @Param('county', AddressPipe) county: string,
    @Param('slug', AddressPipe) slug: string,
    @Param('label', AddressPipe) label: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.published.round(county, slug, label));
  }

  @Get(':county/plans/:slug/rounds/:label/report/:format')
  @OpenToAll()
  @ApiParam({ name: 'format', enum: REPORT_FORMATS })
  async file(
    @Param('county', AddressPipe) county: string,
    @Param('slug', AddressPipe) slug: string,
    @Param('label', AddressPipe) label: string,
    @Param('format', PublicFormatPipe) format: ReportFormat,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.published.file(county, slug, label, format);
    const isHad = isKnown(request.headers['if-none-match'], file.etag);
    sendPublic(request, response, file.etag, isHad ? null : await file.fetch());
  }

  @Get(':county/plans/:slug/data/:file')
  @OpenToAll()
  @ApiParam({
    name: 'file',
    enum: OPEN_DATA_SETS.flatMap((set) => OPEN_DATA_FORMATS.map((format) => `${set}.${format}`)),
  })
  async data(
    @Param('county', AddressPipe) county: string,
    @Param('slug', AddressPipe) slug: string,
    @Param('file', DataFilePipe) { set, format }: DataFile,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.published.data(county, slug, set, format);
    send(request, response, page, `${slug} ${set}.${format}`);
  }
}

function send(request: Request, response: Response, page: KeptPage, name?: string): void {
  const isHad = isKnown(request.headers['if-none-match'], page.etag);
  sendPublic(request, response, page.etag, isHad ? null : { ...page, ...(name !== undefined && { name }) });
}
