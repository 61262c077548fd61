import { SetMetadata } from '@nestjs/common';
import type { PurposeName } from './purposes.ts';

export const LIMITED = 'samhandling:limited';

/**
 * Which limit a route is counted against. A route that says nothing is `other`; one that is open to all, takes a file or makes
 * one must say, and a test sees to it. `none` is for what a supervisor of the process asks.
 */
export const Limited = (purpose: PurposeName | 'none'): MethodDecorator & ClassDecorator =>
  SetMetadata(LIMITED, purpose);
