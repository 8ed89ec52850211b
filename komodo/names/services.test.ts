import assert from 'node:assert/strict';
import { readResources } from '../resources/index.ts';
import { dataOf, parse } from '../toml/index.ts';
import { composeOf, servicesIn } from './services.ts';

const composeIn = (...config: string[]) => {
  const text = `[[stack]]\nname = "a"\n[stack.config]\n${config.join('\n')}\n`;
  const [resource] = readResources(dataOf(parse(text))).resources;
  return composeOf(resource!);
};

describe('the services of a Stack', () => {
  const contents = 'file_contents = "services: {}"';

  it('are those of the compose file in its config', () => {
    assert.equal(composeIn(contents), 'services: {}');
    assert.equal(composeIn('environment = "A = 1"'), undefined);
  });

  it('are not known where its files are elsewhere', () => {
    assert.equal(composeIn(contents, 'files_on_host = true'), undefined);
    assert.equal(composeIn(contents, 'repo = "me/infra"'), undefined);
    assert.equal(composeIn(contents, 'linked_repo = "infra"'), undefined);
    assert.equal(composeIn(contents, 'files_on_host = false', 'repo = ""'), 'services: {}');
  });

  it('are read as YAML', () => {
    const compose = [
      'x-common: &common',
      '  one: { image: "a:1" }',
      'services:',
      '  <<: *common',
      '  web:',
      '    image: nginx:[[TAG]]',
      '    ports: !reset []',
      '  db:',
      '    build: .',
    ];
    assert.deepEqual(servicesIn(compose.join('\n')), [
      { name: 'one', image: 'a:1' },
      { name: 'web', image: 'nginx:[[TAG]]' },
      { name: 'db' },
    ]);
  });

  it('are not known where the file is broken, none, or takes in others', () => {
    for (const compose of ['services: [', 'a', '', 'services: 1', 'include: [x]\nservices: {}'])
      assert.equal(servicesIn(compose), undefined, compose);
  });
});
