/** A thread that answers once: TypeScript in, JavaScript out. */
import { parentPort, workerData } from 'node:worker_threads';
import { transpile } from './transpile.ts';

parentPort!.postMessage(transpile(workerData as string));
