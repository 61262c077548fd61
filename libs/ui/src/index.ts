export { Button, Link, type ButtonLook } from './button/button.ts';
export { MonthGrid, type DayEntries } from './calendar/month-grid.ts';
export { addMonths } from './calendar/month.ts';
export { FilterChip } from './chips/filter-chip.ts';
export {
  GOAL_JUDGEMENT_LOOKS,
  GoalJudgementChip,
  JUDGEMENT_LOOKS,
  JudgementChip,
  NOT_JUDGED_LOOK,
  type JudgementLook,
} from './chips/judgement-chip.ts';
export { StateChip } from './chips/state-chip.ts';
export { Callout, type CalloutKind } from './feedback/callout.ts';
export { Empty } from './feedback/empty.ts';
export { JudgementBar } from './feedback/judgement-bar.ts';
export { LockedNote } from './feedback/locked-note.ts';
export { ProblemView, labelFor, type PointerLabels, type ShownProblem } from './feedback/problem-view.ts';
export { ProgressOf, barWidth } from './feedback/progress-of.ts';
export { SaveState, type SaveStatus } from './feedback/save-state.ts';
export { Skeleton } from './feedback/skeleton.ts';
export { Toast } from './feedback/toast.ts';
export { Autosize } from './field/autosize.ts';
export { Combobox } from './field/combobox.ts';
export { type ComboboxOption } from './field/combobox-match.ts';
export { FileDrop } from './field/file-drop.ts';
export { Choice, Choices, Field, Input, nextId, type FieldErrors } from './field/field.ts';
export { formatDay, formatInstant, formatTime } from './format.ts';
export { Icon } from './icon/icon.ts';
export { ICONS, type IconName } from './icon/icons.ts';
export { Breadcrumb } from './layout/breadcrumb.ts';
export { Disclosure } from './layout/disclosure.ts';
export { Facts, Tabs, VisuallyHidden } from './layout/layout-directives.ts';
export { PageHeader } from './layout/page-header.ts';
export { SkipLinks, type SkipLink } from './layout/skip-links.ts';
export { injectLocale, injectSay, localeOf } from './locale.ts';
export { DIALOG_OPTIONS, DialogShell } from './overlay/dialog-shell.ts';
export { Table, TableScroll } from './table/table.ts';
export { Diff } from './text/diff.ts';
export { diffWords, type DiffPart } from './text/diff-words.ts';
