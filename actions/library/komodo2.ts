/** What scripts import when they are rehearsed for a Core since 2.0; the clients of 2.3.0 and 2.3.2 are the same. */
export * from 'komodo_client';
export * from './formats.ts';
