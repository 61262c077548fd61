// What pages for writing and for long lists need: imported from '@samhandling/ui/work', so that reading a plan loads without it.
export { FilterChip } from './chips/filter-chip.ts';
export { Callout, type CalloutKind } from './feedback/callout.ts';
export { LockedNote } from './feedback/locked-note.ts';
export { SaveState, type SaveStatus } from './feedback/save-state.ts';
export { Autosize } from './field/autosize.ts';
export { DIALOG_OPTIONS, DialogShell } from './overlay/dialog-shell.ts';
export { Table, TableScroll } from './table/table.ts';
export { Diff } from './text/diff.ts';
export { diffWords, type DiffPart } from './text/diff-words.ts';
