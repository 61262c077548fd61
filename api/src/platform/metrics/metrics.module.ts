import { Global, Module } from '@nestjs/common';
import { DatabaseFigures } from './database-figures.ts';
import { Metrics } from './metrics.ts';

@Global()
@Module({ providers: [Metrics, DatabaseFigures], exports: [Metrics, DatabaseFigures] })
export class MetricsModule {}
