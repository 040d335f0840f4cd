// The record types: the public contract every room meets in.
export * from './annotation.ts';
export * from './document.ts';
export * from './event.ts';
export * from './problem.ts';
export * from './rows.ts';
export * from './sectors.ts';
export * from './span.ts';
