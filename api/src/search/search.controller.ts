import { Controller, Get, Query } from '@nestjs/common';
import type { SearchAnswer } from '@samhandling/contracts';
import { Requires } from '../platform/http/decorators.ts';
import { Limited } from '../platform/limits/limited.ts';
import { SearchQueryDto } from './search.dto.ts';
import { SearchService } from './search.service.ts';

@Controller('search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Get()
  @Limited('search')
  @Requires('plan.read')
  search(@Query() query: SearchQueryDto): Promise<SearchAnswer> {
    return this.searches.search(query.q);
  }
}
