import { Module } from '@nestjs/common';
import { LostLettersController } from './lost-letters.controller.ts';
import { LostLettersRepository } from './lost-letters.repository.ts';
import { LostLettersService } from './lost-letters.service.ts';

/** What all letters have in common, whatever they are about: here, that some do not arrive. */
@Module({
  controllers: [LostLettersController],
  providers: [LostLettersRepository, LostLettersService],
  exports: [LostLettersService],
})
export class LettersModule {}
