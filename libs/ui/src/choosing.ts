// What few pages need: imported from '@samhandling/ui/choosing', so that the first load of the others does without it.
export { MonthGrid, type DayEntries } from './calendar/month-grid.ts';
export { addMonths } from './calendar/month.ts';
export { Combobox } from './field/combobox.ts';
export { type ComboboxOption } from './field/combobox-match.ts';
export { FileDrop } from './field/file-drop.ts';
