/** A quiet VS Code: nothing pops up, nothing is fetched, nothing moves by itself. */
export const quietSettings: Record<string, unknown> = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What a machine needs to read the screen, beside the quiet: a still picture, plain dialogs, terminals as text. */
export const testSettings: Record<string, unknown> = {
  ...quietSettings,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.hotExit': 'off',
  'files.simpleDialog.enable': true,
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.shellIntegration.enabled': false,
  'window.confirmBeforeClose': 'never',
  'window.restoreWindows': 'none',
  'workbench.colorTheme': 'Dark Modern',
  'workbench.reduceMotion': 'on',
};
