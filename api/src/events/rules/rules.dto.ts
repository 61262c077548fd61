import { ApiProperty } from '@nestjs/swagger';
import type { PutIndicatorRuleRequest } from '@samhandling/contracts';
import { RULE_METHODS, type RuleMethod } from '@samhandling/domain';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';

export class PutIndicatorRuleDto implements PutIndicatorRuleRequest {
  @ApiProperty({ enum: RULE_METHODS })
  @IsIn(RULE_METHODS)
  readonly method!: RuleMethod;

  @ApiProperty({ type: [String], description: 'Empty: events of every kind' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly kindIds!: string[];
}
