/** TypeScript is a file of its own beside the programs that use it: it is large, and they share it. */
import { transform, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';

const asset = 'typescript.js';

/** @param isMinified a third of the size, for two seconds more */
export function typescriptBeside(isMinified: boolean): Plugin {
  let text: Promise<string> | undefined;
  return {
    name: 'TypeScript beside the programs',
    setup(build) {
      build.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, ({ path }) => {
        text ??= written(path, isMinified);
        // As a module of its own, for around what is CommonJS each file that imports it would build another object with
        // all that TypeScript exports.
        const contents = `
          import { join } from 'node:path';
          import file from ${JSON.stringify(`beside:${asset}`)};
          export default require(join(__dirname, file));`;
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: /^beside:typescript\.js$/ }, () => ({
        path: asset,
        namespace: 'typescript',
      }));
      build.onLoad({ filter: /.*/, namespace: 'typescript' }, async () => ({
        contents: await text!,
        loader: 'file',
      }));
    },
  };
}

async function written(path: string, isMinified: boolean): Promise<string> {
  const text = readFileSync(path, 'utf8');
  if (!isMinified) return text;
  const { code } = await transform(text, {
    minify: true,
    target: 'node20',
    legalComments: 'inline',
  });
  return code;
}
