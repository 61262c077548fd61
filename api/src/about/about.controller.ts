import { Controller, Get, Inject } from '@nestjs/common';
import type { About } from '@samhandling/contracts';
import { OpenToAll } from '../platform/http/decorators.ts';
import { ABOUT } from './about.token.ts';

@Controller('about')
export class AboutController {
  constructor(@Inject(ABOUT) private readonly about: About) {}

  @Get()
  @OpenToAll()
  get(): About {
    return this.about;
  }
}
