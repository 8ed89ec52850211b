import assert from 'node:assert/strict';
import { globMatches } from './glob.ts';

describe('glob patterns of the settings', () => {
  const taken: [string, string][] = [
    ['*.toml', 'komodo/a.toml'],
    ['komodo/**', 'komodo/deep/a.toml'],
    ['komodo/', 'komodo/deep/a.toml'],
    ['**/komodo/*.toml', 'komodo/a.toml'],
    ['**/komodo/*.toml', 'x/y/komodo/a.toml'],
    ['./a.toml', 'a.toml'],
    ['{stacks,procedures}/*.toml', 'stacks/a.toml'],
    ['{a,{b,c}}.toml', 'c.toml'],
    ['stack-?.toml', 'stack-ü.toml'],
    ['[a-c]*.toml', 'bob.toml'],
    ['[!a-c]*.toml', 'zoe.toml'],
    ['a+(b).toml', 'a+(b).toml'],
  ];
  for (const [pattern, path] of taken) {
    it(`${pattern} takes ${path}`, () => assert.ok(globMatches(pattern, path)));
  }

  const left: [string, string][] = [
    ['komodo/*.toml', 'komodo/deep/a.toml'],
    ['komodo/**', 'other/komodo/a.toml'],
    ['a.toml', 'b.toml'],
    ['a.toml', 'axtoml'],
    ['[!a-c]*.toml', 'bob.toml'],
    ['[z-a].toml', 'a.toml'],
    ['{a', 'b'],
  ];
  for (const [pattern, path] of left) {
    it(`${pattern} leaves ${path}`, () => assert.ok(!globMatches(pattern, path)));
  }
});
