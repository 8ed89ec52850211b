/** What stands in a Procedure of which rules can say something; a string that is not closed holds who knows what. */
import { namedTargetsOf, patternsOf } from '../names/index.ts';
import { perResource } from '../resources/index.ts';

/** The patterns of Batch executions, those that are not run included. */
export const patternsIn = perResource((resource, toml) =>
  patternsOf(resource, toml).filter(({ isOpen }) => !isOpen),
);

/** The resources that executions call by their names, those that are not run included. */
export const targetsIn = perResource((resource, toml) =>
  namedTargetsOf(resource, toml).filter(({ isOpen }) => !isOpen),
);
