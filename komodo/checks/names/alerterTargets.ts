import type { ResourceKind } from '../../inventory/inventory.ts';
import { isResourceKind, kindOfTarget } from '../../names/index.ts';
import { configOf, memberOf, tablesIn, textOf, type ResourceNode } from '../../resources/index.ts';
import { contentOf, type Place } from '../../toml/index.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { itemsOf, type Names, oneOf } from '../world.ts';

/**
 * The resources that an alerter names: an alert knows the id of what it is about, and an alerter compares nothing but
 * that.
 */
export const alerterTargets: NameRule = (resource, _toml, names) => {
  if (resource.kind !== 'alerter') return [];
  return [
    ...namedIn(resource, 'resources').map((target) =>
      finding(target, names, 'this alerter sends nothing about it'),
    ),
    ...namedIn(resource, 'except_resources').map((target) =>
      finding(target, names, 'its alerts are sent all the same'),
    ),
  ];
};

interface NamedTarget {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly place: Place;
}

/** What a list names by something else than an id. */
function namedIn(resource: ResourceNode, field: string): readonly NamedTarget[] {
  const config = configOf(resource);
  if (!config) return [];
  return tablesIn(memberOf(config.table, config.definition, field)?.value).flatMap((target) => {
    const kind = kindOfTarget(textOf(target.entries.get('type')?.value)?.text);
    const id = target.entries.get('id')?.value;
    const name = textOf(id)?.text;
    const isName = name !== undefined && name !== '' && !/^[0-9a-f]{24}$/i.test(name);
    return id && isName && kind && isResourceKind(kind)
      ? [{ kind, name, place: contentOf(id) }]
      : [];
  });
}

function finding({ kind, name, place }: NamedTarget, { core }: Names, then: string) {
  const id = core && itemsOf(core, kind).find((item) => item.name === name)?.id;
  const [mend] = id ? changingTo(id, place) : [];
  return {
    code: 'alerter-target' as const,
    class: 'surprising' as const,
    message: `An alerter knows ${oneOf(kind)} by its id alone, so ${then}. Write the id, which is in the address of its page.`,
    place,
    ...(mend && { mends: [{ ...mend, title: `Write the id of \`${name}\`` }] }),
  };
}
