import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * What each folder may import of ours; ARCHITECTURE.md says why. A folder that is not named as allowed is forbidden.
 * `vscode` and `node:*` are named the same way.
 */
const mayImport = {
  'komodo/toml': [],
  'komodo/schema': [],
  'komodo/resources': ['komodo/toml', 'komodo/schema'],
  'komodo/format': ['komodo/resources', 'komodo/toml', 'komodo/schema'],
  'komodo/patterns': [],
  'komodo/schedules': [],
  'komodo/plan': ['komodo/resources', 'komodo/toml', 'komodo/patterns', 'komodo/inventory'],
  'komodo/inventory': ['komodo/resources'],
  'komodo/actions': ['komodo/toml'],
  'komodo/names': [
    'komodo/actions',
    'komodo/resources',
    'komodo/toml',
    'komodo/schema',
    'komodo/patterns',
    'komodo/inventory',
    'komodo/plan',
  ],
  'komodo/checks': [
    'komodo/actions',
    'komodo/resources',
    'komodo/toml',
    'komodo/schema',
    'komodo/patterns',
    'komodo/schedules',
    'komodo/inventory',
    'komodo/plan',
    'komodo/names',
  ],
  'komodo/stored': [
    'komodo/resources',
    'komodo/schema',
    'komodo/toml',
    'komodo/format',
    'komodo/inventory',
  ],
  'komodo/runs': [],
  'komodo/preview': ['komodo/patterns', 'komodo/schedules', 'komodo/inventory'],
  protocol: ['komodo'],
  api: ['komodo/runs', 'komodo/inventory', 'komodo/stored', 'node:*'],
  actions: ['komodo', 'api', 'node:*'],
  server: ['komodo', 'protocol', 'node:*'],
  client: [
    'protocol',
    'api',
    'komodo/inventory',
    'komodo/actions',
    'komodo/runs',
    'komodo/plan',
    'komodo/schedules',
    'komodo/patterns',
    'vscode',
    'node:*',
  ],
  'client/debug': ['client', 'actions', 'komodo', 'protocol', 'api', 'vscode', 'node:*'],
  'client/rehearsal': ['client', 'actions', 'komodo', 'protocol', 'api', 'vscode', 'node:*'],
  'client/webviews': [
    'protocol',
    'komodo/runs',
    'komodo/inventory',
    'komodo/preview',
    'komodo/schedules',
  ],
  sandbox: ['komodo', 'node:*'],
  cli: ['komodo', 'protocol', 'api', 'actions', 'server', 'sandbox', 'node:*'],
};
const folders = Object.keys(mayImport);

/** Files of a folder that are not those of a folder nested in it (client without client/webviews). */
const filesOf = (folder) => [`${folder}/**/*.ts`];
const nestedIn = (folder) =>
  folders.filter((other) => other.startsWith(folder + '/')).map((other) => `${other}/**`);
const tests = ['**/*.test.ts', '**/testing/**'];

const boundaries = folders.map((folder) => {
  const allowed = mayImport[folder];
  const reachable = [folder, ...allowed].filter((name) => !/^(vscode|node:)/.test(name));
  const modules = [
    ...(allowed.includes('vscode') ? [] : ['vscode']),
    ...(allowed.includes('node:*') ? [] : ['node:*']),
  ];
  const forbidden = [
    'komodo',
    'protocol',
    'api',
    'actions',
    'server',
    'client',
    'sandbox',
    'cli',
    'e2e',
    'scripts',
    'bench',
  ];
  return {
    files: filesOf(folder),
    ignores: [...nestedIn(folder), ...tests],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: modules.map((group) => ({
            group: [group],
            message: `${folder}/ may not import it.`,
          })),
        },
      ],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: forbidden.map((from) => ({
            target: `./${folder}`,
            from: `./${from}`,
            except: reachable
              .filter((name) => name === from || name.startsWith(from + '/'))
              .map((name) => (name === from ? './' : `./${name.slice(from.length + 1)}`)),
            message: `${folder}/ may not import ${from}/ (see "may import" in ARCHITECTURE.md).`,
          })),
        },
      ],
    },
  };
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      'artifacts/',
      '.host/',
      '.vscode-test/',
      'test-fixtures/',
      '**/generated/',
      'node_modules/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.tests.json', './*/tsconfig.json', './client/webviews/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'import-x/no-cycle': 'error',
    },
  },
  ...boundaries,
  { files: ['**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: [...tests, 'e2e/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
