/** What a script finds around it, as Core's wrapper gives it: the words are TypeScript's. */
export const globals = `
import { KomodoClient as Client, Types as ClientTypes } from './client/lib.js';

declare global {
  /** The client of this Komodo Core, ready for use: it acts as the user "Action User". */
  const komodo: ReturnType<typeof Client>;
  /** Makes a client of another Komodo Core. */
  const KomodoClient: typeof Client;
  export import Types = ClientTypes;

  /** YAML, by \`jsr:@std/yaml\`. */
  const YAML: {
    /** The text of a value. */
    stringify(data: unknown, options?: Record<string, unknown>): string;
    /** The value of a text with one document. */
    parse(content: string, options?: Record<string, unknown>): any;
    /** The values of all documents in a text. */
    parseAll(content: string, options?: Record<string, unknown>): any;
    /** The same as \`parse\`. */
    parseDockerCompose(content: string, options?: Record<string, unknown>): any;
  };
  /** TOML, by \`jsr:@std/toml\`. */
  const TOML: {
    /** The text of a value. */
    stringify(data: Record<string, any>, options?: { keyAlignment?: boolean }): string;
    /** The value of a text. */
    parse(content: string): any;
    /** The same as \`parse\`. */
    parseResourceToml(content: string): any;
    /** The same as \`parse\`. */
    parseCargoToml(content: string): any;
  };

  // Types that the editor of Core's own pages knows; a script runs with whatever they stand for.
  type DockerCompose = any;
  type DockerComposeService = any;
  type DockerComposeServiceBuild = any;
  type DockerComposeServicePortMapping = any;
  type DockerComposeServiceVolumeMount = any;
  type DockerComposeServiceHealthcheck = any;
  type DockerComposeServiceLogging = any;
  type DockerComposeServiceDeploy = any;
  type DockerComposeServiceDeployUpdateConfig = any;
  type DockerComposeServiceDeployRestartPolicy = any;
  type DockerComposeServiceUlimit = any;
  type DockerComposeVolume = any;
  type DockerComposeNetwork = any;
  type YamlSchemaType = any;
  type YamlStyleVariant = any;
  type YamlStringifyOptions = any;
  type YamlParseOptions = any;
  type CargoToml = any;
  type CargoTomlPackage = any;
  type CargoTomlDependencies = any;
  type CargoTomlDependency = any;
  type CargoTomlProfiles = any;
  type CargoTomlProfile = any;
  type CargoTomlWorkspace = any;
  type TomlStringifyOptions = any;

  // What Deno has of Node and of pages. The types of Node would be as large as all others together; where a project has
  // them, these go with them.
  var process: any;
  var global: any;
  var Buffer: any;
  interface Buffer extends Uint8Array {
    toString(encoding?: string, start?: number, end?: number): string;
    [name: string]: any;
  }
  namespace NodeJS {
    interface Timeout {}
    interface Immediate {}
    interface ProcessEnv {
      [name: string]: string | undefined;
    }
    interface ErrnoException extends Error {
      code?: string;
      path?: string;
    }
  }
  function clearTimeout(id: NodeJS.Timeout): void;
  function clearInterval(id: NodeJS.Timeout): void;
  function setImmediate(callback: (...args: any[]) => void, ...args: any[]): any;
  function clearImmediate(id: any): void;
  var localStorage: any;
  var sessionStorage: any;

  interface ImportMeta {
    readonly url: string;
    readonly main: boolean;
    readonly filename?: string;
    readonly dirname?: string;
    resolve(specifier: string): string;
  }
  function alert(message?: string): void;
  function confirm(message?: string): boolean;
  function prompt(message?: string, defaultValue?: string): string | null;
}
`;

/** Modules that Deno fetches when the script runs; nobody knows their types here. */
export const modules = `
declare module 'npm:*';
declare module 'jsr:*';
declare module 'node:*';
declare module 'https://*';
declare module 'http://*';
declare module 'data:*';
declare module 'file:*';
`;
