import path from 'node:path';

/** The repository's root folder, absolute. */
export const root = path.join(import.meta.dirname, '..');

/** The bundles, made by `npm run build`; git-ignored. */
export const dist = path.join(root, 'dist');

/** Where screenshots, logs and figures go; git-ignored. */
export const artifacts = path.join(root, 'artifacts');

/** The workspace that `npm start` opens and tests work on copies of. */
export const sampleWorkspace = path.join(root, 'test-fixtures', 'workspace');
