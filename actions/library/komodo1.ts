/** What scripts import when they are rehearsed for a Core before 2.0. */
export * from 'komodo_client-1.19';
export * from './formats.ts';
