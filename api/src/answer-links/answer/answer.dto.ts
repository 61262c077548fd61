import { ApiProperty, OmitType } from '@nestjs/swagger';
import type { FollowUpTransitionRequest } from '@samhandling/contracts';
import { IsIn } from 'class-validator';
import { UpdateFollowUpDto } from '../../follow-up/follow-ups/follow-ups.dto.ts';

/** The answer, and not who gives it: a link cannot be used to hand the item to somebody else. */
export class AnswerFollowUpDto extends OmitType(UpdateFollowUpDto, [
  'reporterId',
  'onBehalfOfId',
  'channel',
] as const) {}

/** What a reporter does with an answer of their own. The rest is the planner's. */
const OWN_STEPS = ['submit', 'withdraw'] as const;

export class AnswerTransitionDto implements FollowUpTransitionRequest {
  @ApiProperty({ enum: OWN_STEPS })
  @IsIn(OWN_STEPS)
  readonly transition!: (typeof OWN_STEPS)[number];
}
