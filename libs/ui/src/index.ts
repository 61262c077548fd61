export { Button, Link, type ButtonLook } from './button/button.ts';
export {
  GOAL_JUDGEMENT_LOOKS,
  GoalJudgementChip,
  JUDGEMENT_LOOKS,
  JudgementChip,
  NOT_JUDGED_LOOK,
  type JudgementLook,
} from './chips/judgement-chip.ts';
export { StateChip } from './chips/state-chip.ts';
export { Empty } from './feedback/empty.ts';
export { JudgementBar } from './feedback/judgement-bar.ts';
export { ProblemView, labelFor, type PointerLabels, type ShownProblem } from './feedback/problem-view.ts';
export { ProgressOf, barWidth } from './feedback/progress-of.ts';
export { Skeleton } from './feedback/skeleton.ts';
export { Toast } from './feedback/toast.ts';
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
