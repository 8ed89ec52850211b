/**
 * A plugin of TypeScript's own server, which VS Code loads with the extension: in scripts of Actions it knows what Core
 * puts around them. Everything else in those files is answered by TypeScript as ever.
 */
import { join } from 'node:path';
import type ts from 'typescript';
import { argsOfComment, typeOfArgs } from '../../komodo/actions/argsAsType.ts';
import type { PluginConfig } from '../../protocol/tsPlugin.ts';
import { isOfTypes } from '../actions/earlyErrors.ts';
import { isAction, isFineInCore } from './actions.ts';
import { argsTyper } from './argsTypes.ts';
import { ignoredIn } from './ignored.ts';
import { scriptFinder } from './scripts.ts';
import { settingsAbove } from './settings.ts';
import { typingsFor } from './typings.ts';

/** Lie beside the plugin. */
const typings = join(__dirname, 'typings');

export default function init({
  typescript,
}: {
  readonly typescript: typeof ts;
}): ts.server.PluginModule {
  /** As the extension tells it. */
  let told: PluginConfig | undefined;
  let timesTold = 0;
  const projects = new Set<ts.server.Project>();

  function create(info: ts.server.PluginCreateInfo): ts.LanguageService {
    const { project, languageServiceHost: host, languageService: service } = info;
    const settings = settingsAbove(project.getCurrentDirectory(), typescript);
    const config = (): PluginConfig => told ?? settings;
    projects.add(project);

    const snapshotOf = (path: string): ts.IScriptSnapshot | undefined =>
      project.getScriptInfo(path)?.getSnapshot();
    const textOf = (path: string): string | undefined => {
      const snapshot = snapshotOf(path);
      return snapshot?.getText(0, snapshot.getLength());
    };
    const rootsOf = host.getScriptFileNames.bind(host);
    const versionOf = host.getProjectVersion?.bind(host);
    const { isScript, inProject } = scriptFinder(
      { roots: rootsOf, version: () => versionOf?.(), snapshot: snapshotOf },
      (path, beginning) => isAction(path, beginning, config()),
      () => timesTold,
    );
    host.getScriptFileNames = () => {
      const roots = rootsOf();
      if (!inProject().some) return roots;
      // A workspace that has typings of its own needs no others.
      const isSetUp = roots.some((root) => root.endsWith('/.komodo/globals.d.ts'));
      const { version, typings: more } = config();
      return isSetUp ? roots : [...roots, ...typingsFor(version, typings, more)];
    };
    // Without another version TypeScript would not ask again for the files of a project that has not changed.
    if (versionOf) host.getProjectVersion = () => `${versionOf()}.${timesTold}`;
    // What is checked of a script is another thing with another type of ARGS.
    const scriptVersionOf = host.getScriptVersion.bind(host);
    host.getScriptVersion = (path) => {
      const args = config().args?.[path];
      const version = scriptVersionOf(path);
      return args ? `${version} ${typeOfArgs(args)}` : version;
    };
    const optionsOf = host.getCompilationSettings.bind(host);
    host.getCompilationSettings = () => {
      const options = optionsOf();
      // TypeScript asks once more while it closes a project, which has no files any more then.
      if (project.isClosed()) return options;
      const { some, all } = inProject();
      if (!some) return options;
      // Each script is a scope of its own, as on Core.
      const moduleDetection = typescript.ModuleDetectionKind.Force;
      const asModules = { ...options, moduleDetection };
      const isOfScripts = all && isInferred(project, typescript);
      return isOfScripts ? { ...asModules, ...asOnCore(typescript) } : asModules;
    };

    const holding = <Diagnostic extends ts.Diagnostic>(
      path: string,
      diagnostics: Diagnostic[],
    ): Diagnostic[] => {
      const text = isScript(path) ? textOf(path) : undefined;
      if (text === undefined) return diagnostics;
      const isIgnored = ignoredIn(text);
      return diagnostics.filter(
        (each) => !isFineInCore(each.code, text, each.start) && !isIgnored(each),
      );
    };
    /** Core never looks at types: what it runs all the same is no error. */
    const ofTypes = (path: string, found: ts.Diagnostic[]): ts.Diagnostic[] => {
      const diagnostics = holding(path, found);
      if (!isScript(path)) return diagnostics;
      const { Error: error, Warning: category } = typescript.DiagnosticCategory;
      return diagnostics.map((each) =>
        each.category === error && isOfTypes(each.code) ? { ...each, category } : each,
      );
    };
    // Of a long file those in view are asked for first.
    const { getRegionSemanticDiagnostics: inRegion } = service as Regional;
    const regional: Regional = inRegion
      ? {
          getRegionSemanticDiagnostics: (path, ranges) => {
            const found = inRegion(path, ranges);
            return found && { ...found, diagnostics: ofTypes(path, found.diagnostics) };
          },
        }
      : {};
    const typeArgs = argsTyper(typescript, ({ fileName, text }) =>
      isScript(fileName) ? (config().args?.[fileName] ?? argsOfComment(text)) : undefined,
    );
    const beforeEach = (): void => {
      const program = project.isClosed() ? undefined : currentProgram(project);
      if (program && inProject().some) typeArgs(program);
    };
    return preceded(beforeEach, {
      ...service,
      getSemanticDiagnostics: (path) => ofTypes(path, service.getSemanticDiagnostics(path)),
      ...regional,
      getSyntacticDiagnostics: (path) => holding(path, service.getSyntacticDiagnostics(path)),
      getSuggestionDiagnostics: (path) => holding(path, service.getSuggestionDiagnostics(path)),
    });
  }

  function onConfigurationChanged(given: unknown): void {
    if (!isConfig(given)) return;
    if (JSON.stringify(given) === JSON.stringify(told)) return;
    told = given;
    timesTold++;
    for (const project of projects) {
      if (project.isClosed()) projects.delete(project);
      else {
        project.updateGraph();
        project.refreshDiagnostics();
      }
    }
  }

  return { create, onConfigurationChanged };
}

/** What TypeScript's own server asks beside what is declared. */
interface Regional {
  readonly getRegionSemanticDiagnostics?: (
    path: string,
    ranges: readonly unknown[],
  ) => { readonly diagnostics: ts.Diagnostic[] } | undefined;
}

/** Without having it brought up to date. */
function currentProgram(project: ts.server.Project): ts.Program | undefined {
  return (project as { getCurrentProgram?: () => ts.Program | undefined }).getCurrentProgram?.();
}

/** Does something before each answer of a service. */
function preceded(before: () => void, service: ts.LanguageService): ts.LanguageService {
  const answers = Object.entries(service) as [string, (...given: unknown[]) => unknown][];
  return Object.fromEntries(
    answers.map(([name, answer]) => [
      name,
      (...given: unknown[]) => {
        before();
        return answer(...given);
      },
    ]),
  ) as unknown as ts.LanguageService;
}

/** Nobody has said how such a project is to be read. */
function isInferred(project: ts.server.Project, typescript: typeof ts): boolean {
  return project.projectKind === typescript.server.ProjectKind.Inferred;
}

/** The options of the editor in Core's own pages. */
function asOnCore(typescript: typeof ts): ts.CompilerOptions {
  return {
    strict: false,
    target: typescript.ScriptTarget.ESNext,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  };
}

function isConfig(value: unknown): value is PluginConfig {
  return typeof value === 'object' && value !== null;
}
