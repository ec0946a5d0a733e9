/**
 * A column of the stage: a title and what stands below it.
 * Flow: **titled** → steppers.
 */
import { element } from '../element';

export function titled(title: string, content: readonly Node[], className: string = ''): HTMLElement {
  return element('div', { class: `column ${className}` }, [
    element('p', { class: 'title' }, [title]),
    ...content,
  ]);
}
