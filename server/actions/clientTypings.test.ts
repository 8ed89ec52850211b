import assert from 'node:assert/strict';
import { bundledTypings } from './testing/typings.ts';

describe('the typings of the client', () => {
  it('look params up by the request, in every version that is bundled', async () => {
    const { versions } = await bundledTypings();
    assert.deepEqual(Object.keys(versions), ['2.3.2', '2.3.0', '1.19.1']);
    for (const files of Object.values(versions)) {
      const lib = files['lib.d.ts']!;
      for (const kind of ['Read', 'Write', 'Execute'])
        assert.match(lib, new RegExp(`params: ${kind}ParamsOf<T>\\) => Promise<`));
      assert.doesNotMatch(lib, /Extract<(?:Read|Write|Execute)Request/);
      assert.match(files['params.d.ts']!, /^ {2}GetVersion: Types\.GetVersion;$/m);
      assert.match(lib, /T extends `Batch\$\{string\}` \? /);
    }
  });
});
