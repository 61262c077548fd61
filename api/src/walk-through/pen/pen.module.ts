import { Module } from '@nestjs/common';
import { PenRepository } from './pen.repository.ts';
import { PenService } from './pen.service.ts';

/** Apart from the walk-through, since every feature that writes in a meeting passes here. */
@Module({ providers: [PenRepository, PenService], exports: [PenService] })
export class PenModule {}
