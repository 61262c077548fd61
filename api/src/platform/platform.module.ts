import { Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit.ts';
import { Clock } from './clock/clock.ts';

@Global()
@Module({ providers: [Audit, Clock], exports: [Audit, Clock] })
export class PlatformModule {}
