import assert from 'node:assert/strict';
import { TOML, YAML } from './formats.ts';

describe('YAML and TOML of scripts', () => {
  it('read compose files, their anchors and merges', () => {
    const text =
      'x-base: &base\n  restart: always\nservices:\n  web:\n    <<: *base\n    ports: ["80:80"]\n';
    assert.deepEqual(YAML.parseDockerCompose(text), {
      'x-base': { restart: 'always' },
      services: { web: { restart: 'always', ports: ['80:80'] } },
    });
    assert.deepEqual(YAML.parseAll('a: 1\n---\nb: 2\n'), [{ a: 1 }, { b: 2 }]);
  });

  it('read resource files of Komodo', () => {
    assert.deepEqual(TOML.parseResourceToml('[[stack]]\nname = "web"\nconfig.server = "one"\n'), {
      stack: [{ name: 'web', config: { server: 'one' } }],
    });
    assert.deepEqual(TOML.parseCargoToml('[package]\nname = "core"\n'), {
      package: { name: 'core' },
    });
  });

  it('write what they read', () => {
    const value = { name: 'web', ports: [80, 443], labels: { tier: 'front end' } };
    assert.deepEqual(YAML.parse(YAML.stringify(value)), value);
    assert.deepEqual(TOML.parse(TOML.stringify(value)), value);
    assert.equal(YAML.stringify({ a: [1, 'x: y'] }), "a:\n  - 1\n  - 'x: y'\n");
  });
});
