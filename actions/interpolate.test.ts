import assert from 'node:assert/strict';
import { interpolate, interpolated, valueNotes, withRunKey } from './interpolate.ts';

const variables = [
  { name: 'TAG', value: '1.2' },
  { name: 'GREETING', value: 'hello [[TOKEN]]' },
  { name: 'TOKEN', value: 'hunter2', is_secret: true },
  { name: 'SLY', value: '[[TAG]]', is_secret: true },
];

describe('values in a script', () => {
  it('are put in the place of [[NAME]], and nothing else is', () => {
    assert.equal(
      interpolate('a [[TAG]] [[NONE]] [[ TAG ]]', variables),
      'a 1.2 [[NONE]] [[ TAG ]]',
    );
    assert.throws(() => interpolate('x[[TAG', variables), /never closed/);
  });

  it('come in two passes, secrets last', () => {
    assert.equal(interpolate('[[GREETING]]!', variables), 'hello hunter2!');
    assert.equal(interpolate('[[SLY]]', variables), '[[TAG]]');
  });

  it('are known by where they were put', () => {
    assert.deepEqual(interpolated('a[[GREETING]]b', variables), [
      { text: 'a', start: 0, isValue: false },
      { text: 'hello ', start: 1, isValue: true },
      { text: 'hunter2', start: 1, isValue: true },
      { text: 'b', start: 13, isValue: false },
    ]);
  });
});

describe('values that a script does not get as on Core', () => {
  const values = {
    variables: [...variables, { name: 'MASKED', value: '#####', is_secret: true }],
    hidden: ['REGISTRY_TOKEN', 'TOKEN'],
  };

  it('are placeholders', () => {
    const all = withRunKey(values, { key: 'k', secret: 's' });
    assert.equal(
      interpolate('[[ACTION_API_KEY]] [[ACTION_API_SECRET]] [[REGISTRY_TOKEN]] [[TOKEN]]', all),
      'k s <REGISTRY_TOKEN> hunter2',
    );
  });

  it('are told of where the script uses them', () => {
    const notes = (script: string, args: unknown = {}) => valueNotes(script, args, values);
    assert.deepEqual(notes('[[TAG]] [[TOKEN]]'), []);
    assert.match(notes('[[ACTION_API_KEY]]').join(), /^\[\[ACTION_API_KEY\]\]: a placeholder/);
    assert.match(notes('', { a: '[[REGISTRY_TOKEN]]' }).join(), /tells it to nobody/);
    assert.match(notes('[[MASKED]]').join(), /admins alone/);
  });
});
