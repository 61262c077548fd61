import { ApiProperty } from '@nestjs/swagger';
import type { PublicationTransitionRequest } from '@samhandling/contracts';
import { PUBLICATION_TRANSITION_LABELS, type PublicationTransitionName } from '@samhandling/domain';
import { IsIn } from 'class-validator';

export class PublicationTransitionDto implements PublicationTransitionRequest {
  @ApiProperty({ enum: Object.keys(PUBLICATION_TRANSITION_LABELS) })
  @IsIn(Object.keys(PUBLICATION_TRANSITION_LABELS))
  readonly transition!: PublicationTransitionName;
}
