import assert from 'node:assert/strict';
import { parse } from '../../komodo/toml/index.ts';
import { detect } from './detect.ts';

const detection = (...lines: string[]) => detect(parse(lines.join('\n')));

describe('detecting Komodo files', () => {
  const komodo: Record<string, string[]> = {
    'a Stack with its config': ['[[stack]]', 'name = "a"', '[stack.config]', 'server = "s"'],
    'a Procedure': ['[[procedure]]', 'name = "p"', '[[procedure.config.stage]]', 'name = "One"'],
    'a header alone': ['[[procedure]]'],
    'Variables alone': ['[[variable]]', 'name = "A"', 'value = "1"'],
    'a server with dotted keys': ['[[server]]', 'name = "a"', 'config.address = "x"'],
    'a server with an inline config': ['[[server]]', 'name = "a"', 'config = { address = "x" }'],
    'names of fields in the plural': ['[[stacks]]', 'name = "a"', 'config.server = "s"'],
    'an inline list': ['servers = [{ name = "a", config = { address = "x" } }]'],
    'wrongly written headers': ['[[resource-sync]]', 'name = "a"', '[resource-sync.config]'],
    'headers in another case': ['[[Stack]]', 'name = "a"', '[Stack.config]', 'server = "s"'],
    'one bracket too few': ['[stack]', 'name = "a"', '[stack.config]'],
    'keys beside config': ['[[stack]]', 'name = "a"', 'auto_update = true'],
    'a Procedure of keys that none has': ['[[procedure]]', 'name = "p"', 'steps = ["build"]'],
    'a misspelled key': ['[[stack]]', 'name = "a"', 'desciption = "x"'],
    'a key that means nothing': ['[[stack]]', 'name = "a"', 'foo = 1'],
    'such keys beside good ones': [
      '[[procedure]]',
      'name = "a"',
      'tags = []',
      'foo = 1',
      'bar = 2',
    ],
    'a half-typed header': ['[[stack]]', 'name = "a"', '', '[[procedure.config.sta'],
    'a half-typed header with its brackets closed': [
      '[[server]]',
      'name = "a"',
      '[server.config]',
      '[[sta]]',
      'name = "b"',
    ],
    'a half-typed table with its bracket closed': ['[[stack]]', 'name = "a"', '[stack.con]'],
    'merge markers': ['<<<<<<< HEAD', '[[stack]]', '=======', '>>>>>>> x', '[stack.config]'],
    'keys beside config, and a list that no Komodo has': [
      '[[stack]]',
      'name = "a"',
      'server = "s"',
      '[[variable]]',
      'name = "A"',
      'value = "1"',
      '[[provision]]',
      'name = "x"',
    ],
    'a stray key at the top': ['title = "x"', '[[stack]]', 'name = "a"', '[stack.config]'],
  };
  for (const [what, lines] of Object.entries(komodo)) {
    it(`knows ${what}`, () => assert.equal(detection(...lines), 'komodo'));
  }

  const foreign: Record<string, string[]> = {
    'Cargo.toml': ['[package]', 'name = "a"', '[[bin]]', 'name = "b"', '[build]', 'target = "x"'],
    'pyproject.toml': [
      '[build-system]',
      'requires = []',
      '[[tool.mypy.overrides]]',
      'module = "x"',
    ],
    'buildpack.toml': ['api = "0.8"', '[buildpack]', 'id = "a"', '[[stacks]]', 'id = "heroku-22"'],
    'fly.toml': ['app = "a"', '[build]', 'image = "x"', '[deploy]', 'strategy = "rolling"'],
    'servers of another program': ['[[server]]', 'name = "a"', 'host = "b"', 'port = 1'],
    'the same with a config': ['[[server]]', 'name = "a"', '[server.config]', '[log]', 'x = 1'],
    'actions of another program': ['[[action]]', 'name = "a"', 'command = "b"'],
    'stacks of another program': ['[[stacks]]', 'id = "heroku-22"', 'mixins = ["x"]'],
    'deployments of another program': [
      '[[deployment]]',
      'name = "a"',
      'strategy = "x"',
      'zone = "b"',
    ],
    'a deployment beside what is not of Komodo': [
      '[[deployment]]',
      'name = "a"',
      'zone = "b"',
      '[app]',
    ],
    'procedures of another program, without names': ['[[procedure]]', 'id = "a"', 'steps = 1'],
    'a build table': ['[build]', 'name = "x"', 'config = "y"'],
    'Hugo menus': ['baseURL = "x"', '[[menu.main]]', 'name = "a"'],
    'keys that begin like a kind': ['a = 1', 'serv = 2'],
    "Core's own config": ['title = "Komodo"', 'host = "https://a"', '[database]', 'uri = ""'],
  };
  for (const [what, lines] of Object.entries(foreign)) {
    it(`leaves ${what} alone`, () => assert.equal(detection(...lines), 'foreign'));
  }

  it('waits while nothing can tell', () => {
    assert.equal(detection(''), 'blank');
    assert.equal(detection('# my stacks', ''), 'blank');
    assert.equal(detection('[['), 'blank');
    assert.equal(detection('[[pro]]'), 'blank');
    assert.equal(detection('na'), 'blank');
  });
});
