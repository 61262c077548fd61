import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { LOST_LETTER_KINDS, type LostLetterKind, type LostLetters } from '@samhandling/contracts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { LostLetterKindPipe } from './lost-letter-kind.pipe.ts';
import { SetAsideDto } from './lost-letters.dto.ts';
import { LostLettersService } from './lost-letters.service.ts';

@Controller('lost-letters/:kind/:id')
@ApiParam({ name: 'kind', enum: LOST_LETTER_KINDS })
export class LostLettersController {
  constructor(private readonly letters: LostLettersService) {}

  /** Whoever sent them may, whatever the role: the service looks at who did. */
  @Put()
  @Requires('group.read')
  setAside(
    @Param('kind', LostLetterKindPipe) kind: LostLetterKind,
    @Param('id', IdPipe) id: string,
    @Body() body: SetAsideDto,
  ): Promise<LostLetters> {
    return this.letters.setAside(kind, id, body);
  }
}
