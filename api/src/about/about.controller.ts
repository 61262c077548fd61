import { Controller, Get, Inject } from '@nestjs/common';
import type { About } from '@samhandling/contracts';
import { OpenToAll } from '../platform/http/decorators.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { Limited } from '../platform/limits/limited.ts';
import { ABOUT, type AboutSource } from './about.token.ts';

@Controller('about')
export class AboutController {
  constructor(@Inject(ABOUT) private readonly about: AboutSource) {}

  @Get()
  @OpenToAll()
  @Limited('public')
  get(): About {
    const { locale } = requestContext();
    return { ...this.about, demo: this.about.demo.map((person) => ({ ...person, role: person.role[locale] })) };
  }
}
