import { ignored, type Rule } from './rule.ts';

/** `image_registry = { type = "Standard", params = { … } }`, which Core took until 1.19.0. */
export const olderRegistry: Rule = (passed) => {
  const { owner, entry } = passed;
  if (owner.definition.name !== 'ImageRegistryConfig') return undefined;
  if (entry.name !== 'type' && entry.name !== 'params') return undefined;
  const message =
    `Core ignores \`${entry.name}\` since 1.19.1 and reads an empty registry: ` +
    'write what stands in `params` directly into `image_registry`.';
  return ignored(passed, 'key-of-another-version', message);
};
