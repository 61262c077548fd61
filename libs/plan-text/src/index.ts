export * from './flags.ts';
export * from './read-plan.ts';
export * from './refusal.ts';
export * from './types.ts';
