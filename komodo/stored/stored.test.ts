import assert from 'node:assert/strict';
import type { ResourceKind } from '../inventory/inventory.ts';
import { readResources, type ResourceNode } from '../resources/index.ts';
import { readFixture } from '../testing/fixtures.ts';
import { dataOf, parse } from '../toml/index.ts';
import { bothSides, differencesBetween, storedResource, type StoredResource } from './index.ts';

interface Step {
  readonly request: { readonly path: string };
  readonly response?: { readonly body?: unknown };
}

/** What a real Core has stored, and what it writes of it into a file, if that can be read. */
function recorded(): { stored: StoredResource; exported: ResourceNode | undefined }[] {
  const { setup, steps } = readFixture('core/export-toml.json.gz') as {
    setup: Step[];
    steps: Step[];
  };
  const names = new Map(
    [...setup, ...steps].flatMap(({ response }) => {
      const body = response?.body as { _id?: { $oid: string }; name?: string } | undefined;
      return body?._id && body.name !== undefined ? [[body._id.$oid, body.name] as const] : [];
    }),
  );
  return steps.flatMap(({ request, response }, index) => {
    const word = /^\/read\/Get(\w+)$/.exec(request.path)?.[1];
    if (word === undefined) return [];
    const kind = word.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() as ResourceKind;
    const stored = storedResource(kind, response?.body, (id) => names.get(id));
    const { toml } = steps[index + 1]?.response?.body as { toml: string };
    const resources = read(toml);
    return stored ? [{ stored, exported: resources }] : [];
  });
}

/** The one block of a text that Core takes. */
function read(text: string): ResourceNode | undefined {
  const { resources, value } = readResources(dataOf(parse(text)));
  return value ? resources[0] : undefined;
}

function difference(text: string, stored: Partial<StoredResource>) {
  const whole = { name: 'web', description: '', tags: [], template: false, config: {}, ...stored };
  const found = differencesBetween(read(text)!, { kind: 'stack', ...whole });
  return found?.map(({ path, inFile, onCore }) => [path, inFile, onCore]);
}

describe('what a Core has stored', () => {
  it('is no other than what it exports', () => {
    const readable = recorded().filter(({ exported }) => exported);
    assert.ok(readable.length > 20, String(readable.length));
    for (const { stored, exported } of readable)
      assert.deepEqual(differencesBetween(exported!, stored), [], stored.name);
  });

  it('is written so that Core reads it back, also where its own export can not be read', () => {
    const all = recorded();
    assert.ok(all.some(({ exported }) => !exported));
    for (const { stored } of all) {
      const text = bothSides(read(`[[${stored.kind}]]\nname = "x"`)!, stored)!.core;
      const resource = read(text);
      assert.ok(resource, text);
      assert.deepEqual(differencesBetween(resource, stored), [], text);
    }
  });

  it('is written with the defaults that the block beside it names, and no others', () => {
    const sleep = { type: 'Sleep', params: { duration_ms: 5 } };
    const executions = [{ execution: sleep, enabled: true }];
    const stages = [{ name: 'One', enabled: true, executions }];
    const stored: StoredResource = {
      kind: 'procedure',
      name: 'p',
      description: '',
      tags: [],
      template: false,
      config: { stages },
    };
    const beside = (more: string) =>
      read(`[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n${more}`)!;
    assert.equal(
      bothSides(beside(''), stored)!.core,
      '[[procedure]]\nname = "p"\n\n[[procedure.config.stage]]\nname = "One"\nexecutions = [\n' +
        '  { execution.type = "Sleep", execution.params.duration_ms = 5 }\n]\n',
    );
    assert.match(
      bothSides(beside('enabled = false\n'), stored)!.core,
      /duration_ms = 5, enabled = true }/,
    );
  });

  it('differs in what a file says otherwise, and in what it leaves out', () => {
    assert.deepEqual(
      difference('[[stack]]\nname = "web"\ntags = ["a"]\nconfig.branch = "next"\n', {
        tags: ['b'],
        config: { branch: 'main', auto_update: true },
      }),
      [
        ['tags', ['a'], ['b']],
        ['config.auto_update', false, true],
        ['config.branch', 'next', 'main'],
      ],
    );
  });

  it('does not differ by a version that Core counts up by itself', () => {
    const config = { version: { major: 1, minor: 2, patch: 3 } };
    const build = { kind: 'build', config } as const;
    assert.deepEqual(difference('[[build]]\nname = "web"\n', build), []);
    const [found] = difference('[[build]]\nname = "web"\nconfig.version = "1.0.0"', build)!;
    assert.equal(found?.[0], 'config.version');
  });

  it('can not be held against a block that Core refuses', () => {
    const { resources } = readResources(dataOf(parse('[[stack]]\nname = "web"\ntags = 5\n')));
    const stored = { name: 'web', description: '', tags: [], template: false, config: {} };
    assert.equal(differencesBetween(resources[0]!, { kind: 'stack', ...stored }), undefined);
  });
});
