import * as vscode from 'vscode';
import { placeIn } from '../../komodo/actions/index.ts';
import type { PlacedScript } from '../../protocol/scripts.ts';

/**
 * The debugger knows the TOML and not the tab of an Action. So a breakpoint that is set in the tab has a twin in the TOML,
 * until this is disposed of.
 */
export function followTabBreakpoints(
  tab: vscode.Uri,
  toml: vscode.Uri,
  source: PlacedScript,
): vscode.Disposable {
  const twins = new Map<string, vscode.Breakpoint>();
  const starts = lineStarts(source.script);
  const add = (breakpoints: readonly vscode.Breakpoint[]): void => {
    for (const breakpoint of breakpoints) {
      if (!(breakpoint instanceof vscode.SourceBreakpoint)) continue;
      const { uri, range } = breakpoint.location;
      const start = starts[range.start.line];
      if (uri.toString() !== tab.toString() || start === undefined) continue;
      const { line, character } = placeIn(source.places, start + range.start.character);
      const { enabled, condition, hitCondition, logMessage } = breakpoint;
      const location = new vscode.Location(toml, new vscode.Position(line, character));
      const twin = new vscode.SourceBreakpoint(
        location,
        enabled,
        condition,
        hitCondition,
        logMessage,
      );
      twins.set(breakpoint.id, twin);
      vscode.debug.addBreakpoints([twin]);
    }
  };
  const remove = (breakpoints: readonly vscode.Breakpoint[]): void => {
    for (const { id } of breakpoints) {
      const twin = twins.get(id);
      if (!twin) continue;
      twins.delete(id);
      vscode.debug.removeBreakpoints([twin]);
    }
  };
  add(vscode.debug.breakpoints);
  const listener = vscode.debug.onDidChangeBreakpoints(({ added, removed, changed }) => {
    remove([...removed, ...changed]);
    add([...added, ...changed]);
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    vscode.debug.removeBreakpoints([...twins.values()]);
  });
}

/** Where lines begin, as VS Code counts them. */
function lineStarts(text: string): readonly number[] {
  const breaks = text.matchAll(/\r\n|[\n\r]/g);
  return [0, ...Array.from(breaks, ({ 0: eol, index }) => index + eol.length)];
}
