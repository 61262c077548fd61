import type { MailSettings, UpdateMailSettingsRequest } from '@samhandling/contracts';

/** The settings as a form holds them: text, so that what is half written stays as it is. */
export interface SettingsValues {
  readonly isOn: boolean;
  readonly sendAt: string;
  /** "1 2 3 4 5" */
  readonly weekdays: string;
  readonly senderName: string;
  readonly replyTo: string;
  readonly linkDays: string;
  readonly repeatDays: string;
  readonly escalates: boolean;
  readonly escalateAfterDays: string;
}

const USUAL_WAIT = 14;

export function valuesOf(settings: MailSettings): SettingsValues {
  return {
    isOn: settings.isOn,
    sendAt: settings.sendAt,
    weekdays: settings.weekdays.join(' '),
    senderName: settings.senderName,
    replyTo: settings.replyTo,
    linkDays: String(settings.linkDays),
    repeatDays: String(settings.repeatDays),
    escalates: settings.escalateAfterDays !== null,
    escalateAfterDays: String(settings.escalateAfterDays ?? USUAL_WAIT),
  };
}

export function requestOf(values: SettingsValues): UpdateMailSettingsRequest {
  return {
    isOn: values.isOn,
    sendAt: values.sendAt,
    weekdays: weekdaysOf(values.weekdays),
    senderName: values.senderName.trim(),
    replyTo: values.replyTo.trim(),
    linkDays: Number(values.linkDays),
    repeatDays: Number(values.repeatDays),
    escalateAfterDays: values.escalates ? Number(values.escalateAfterDays) : null,
  };
}

export function weekdaysOf(text: string): number[] {
  return text.split(' ').filter(Boolean).map(Number);
}

export function toggledWeekday(text: string, day: number, on: boolean): string {
  const rest = weekdaysOf(text).filter((one) => one !== day);
  return (on ? [...rest, day] : rest).sort((a, b) => a - b).join(' ');
}

/** Whether the text is a whole number from 1 to `most`. */
export function isWholeTo(text: string, most: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
}
