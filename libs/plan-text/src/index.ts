export * from './actors.ts';
export * from './diff.ts';
export * from './flags.ts';
export { normaliseActorName } from './names.ts';
export * from './propose-indicator.ts';
export * from './read-plan.ts';
export * from './refusal.ts';
export { splitSentences, type SentenceReading } from './sentences.ts';
export * from './types.ts';
