import { Global, Module } from '@nestjs/common';
import { OnceService } from './once.service.ts';

@Global()
@Module({ providers: [OnceService], exports: [OnceService] })
export class OnceModule {}
