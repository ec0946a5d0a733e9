/**
 * The shift test in the browser.
 * Flow: ShiftData → **page** → both networks, by lib's layers → bars and curves.
 */
import type { ShiftData } from '../../shiftData';
import { mount } from '../mount';
import { SHIFT_STYLE } from '../shift/style';
import { createShiftTest } from '../shift/test';

mount<ShiftData>({ label: 'Shift test', draw: createShiftTest, style: SHIFT_STYLE });
