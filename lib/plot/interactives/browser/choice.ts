/**
 * One line of a list to choose from.
 * Flow: **Choice** → controls.
 */

/** A value and how it is called. */
export type Choice<Value extends string> = readonly [value: Value, text: string];
