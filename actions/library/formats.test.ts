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

  it('read numbers by YAML 1.1, as those of Core do', () => {
    const read = (text: string) => YAML.parse(text);
    assert.deepEqual(
      ['0750', '1_000', '0x1F', '-12', '0b11', '0'].map(read),
      [488, 1000, 31, -12, 3, 0],
    );
    assert.deepEqual(['0o17', '1_'].map(read), ['0o17', '1_']);
    assert.equal(YAML.stringify({ a: '0750', b: '0o17', c: 5 }), "a: '0750'\nb: 0o17\nc: 5\n");
    assert.equal(YAML.parse(''), null);
  });

  it('take the options that those of Core take', () => {
    const shared = { b: [1] };
    assert.equal(
      YAML.stringify({ a: shared, c: shared }, { arrayIndent: false, useAnchors: false }),
      'a:\n  b:\n  - 1\nc:\n  b:\n  - 1\n',
    );
  });

  it('read resource files of Komodo', () => {
    assert.deepEqual(TOML.parseResourceToml('[[stack]]\nname = "web"\nconfig.server = "one"\n'), {
      stack: [{ name: 'web', config: { server: 'one' } }],
    });
    assert.deepEqual(TOML.parseCargoToml('[package]\nname = "core"\n'), {
      package: { name: 'core' },
    });
  });

  it('read dates as those of Core do', () => {
    const text =
      'a = 2020-01-02\nb = 2020-01-02T03:04:05\nc = 2020-01-02T03:04:05+01:00\nd = 03:04:05\n';
    assert.deepEqual(TOML.parse(text), {
      a: new Date('2020-01-02T00:00:00Z'),
      b: new Date('2020-01-02T03:04:05Z'),
      c: new Date('2020-01-02T02:04:05Z'),
      d: '03:04:05',
    });
  });

  it('write what they read', () => {
    const value = { name: 'web', ports: [80, 443], labels: { tier: 'front end' } };
    assert.deepEqual(YAML.parse(YAML.stringify(value)), value);
    assert.deepEqual(TOML.parse(TOML.stringify(value)), value);
    assert.equal(YAML.stringify({ a: [1, 'x: y'] }), "a:\n  - 1\n  - 'x: y'\n");
  });
});
