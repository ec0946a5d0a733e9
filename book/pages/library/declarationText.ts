/**
 * A declaration as it is shown: no `declare`, nothing private, and no line longer than a page is wide.
 * Flow: lib/dist/*.d.ts → **declarationText** → readLibrary.
 */
import ts from '@tslab/typescript-for-tslab';

const WIDTH = 80;

/** Nothing for a whole file, whose parts are shown one by one. */
export function declarationText(declaration: ts.Declaration): string {
  if (ts.isFunctionDeclaration(declaration)) return functionText(declaration);
  if (ts.isVariableDeclaration(declaration)) return `const ${declaration.getText()}`;
  if (ts.isSourceFile(declaration)) return '';
  if (ts.isNamespaceImport(declaration)) return declaration.parent.parent.getText();
  return declaration
    .getText()
    .replace(/^export (declare )?/, '')
    .replace(/^ +(#private|private .*);\n/gm, '')
    .replace(/^( {4})+/gm, indent => ' '.repeat(indent.length / 2));
}

function functionText(declaration: ts.FunctionDeclaration): string {
  const list = (nodes: readonly ts.Node[] = []) => nodes.map(node => node.getText());
  const types = list(declaration.typeParameters);
  const name = `function ${declaration.name?.text}${types.length === 0 ? '' : `<${types.join(', ')}>`}`;
  const result = declaration.type === undefined ? '' : `: ${declaration.type.getText()}`;
  const parameters = declaration.parameters.map(parameterText);
  const oneLine = `${name}(${parameters.join(', ')})${result}`;
  if (oneLine.length <= WIDTH || parameters.length === 0) return oneLine;
  return `${name}(\n${parameters.map(parameter => `  ${parameter},\n`).join('')})${result}`;
}

/** Options are taken apart where they arrive; the reader knows them as `options`, as the documentation does. */
function parameterText(parameter: ts.ParameterDeclaration): string {
  if (!ts.isObjectBindingPattern(parameter.name)) return parameter.getText();
  return `options${parameter.questionToken ? '?' : ''}: ${parameter.type?.getText()}`;
}
