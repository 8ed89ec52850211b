/** Whether a text is to be filled in by a template engine (Jinja, Cookiecutter, envsubst) or a person, before Core sees it. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{|\{%|<%|\$\{|<[A-Z][A-Z0-9_ -]*>/.test(text);
}
