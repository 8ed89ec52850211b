/** The types that look at the value themselves, a file for each family. */
import type { CustomForm } from '../../schema/index.ts';
import { readEnvFile, readFileDependency } from './files.ts';
import { readImageRegistry } from './imageRegistry.ts';
import { readItemOrList, readStringList } from './list.ts';
import { readConversions, readEnvironment, readLabels, readSignalLabels } from './pairs.ts';
import { readPermission } from './permission.ts';
import type { FormReader } from './reader.ts';
import { readFileContents } from './text.ts';
import { readVersion } from './version.ts';

export const formReaders: Readonly<Record<CustomForm, FormReader>> = {
  'file-contents': readFileContents,
  'string-list': readStringList,
  environment: readEnvironment,
  labels: readLabels,
  'signal-labels': readSignalLabels,
  conversions: readConversions,
  'item-or-list': readItemOrList,
  'image-registry': readImageRegistry,
  'env-file': readEnvFile,
  'file-dependency': readFileDependency,
  permission: readPermission,
  version: readVersion,
};
