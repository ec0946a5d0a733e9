/**
 * The `@example`s of a source file, ready to be run.
 * Flow: source → **docstring examples** → test/layers/examples.test.ts.
 */

/** One example: what to run, and what its last line says it gives. */
export interface Example {
  /** The name of what is documented. */
  readonly name: string;
  /** Lines before the last; run first. */
  readonly setUp: string;
  readonly expression: string;
  /** The text after the last `//`: a value, `, nearly` if it is rounded, `: ` and a remark; or an error. */
  readonly expected: string;
}

/** Every example of a source text. */
export function examplesOf(source: string): Example[] {
  const blocks = source.matchAll(/\/\*\*\n((?: \*.*\n)*?) \*\/\nexport (?:function|class|const) (\w+)/g);
  return [...blocks].flatMap(([, comment = '', name = '']) => {
    const text = comment.replace(/^ \* ?/gm, '');
    const example = /^@example\s+([\s\S]*?)(?=^@|(?![\s\S]))/m.exec(text)?.[1];
    if (example === undefined) return [];
    const lines = example.trimEnd().split('\n');
    const [, expression = '', expected = ''] = /^(.*) \/\/ (.*)$/.exec(lines.at(-1)!) ?? [];
    return [{ name, setUp: lines.slice(0, -1).join('\n'), expression, expected }];
  });
}
