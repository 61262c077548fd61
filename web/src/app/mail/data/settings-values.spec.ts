import type { MailSettings } from '@samhandling/contracts';
import { isWholeTo, requestOf, toggledWeekday, valuesOf } from './settings-values.ts';

const settings: MailSettings = {
  version: 3,
  isOn: true,
  sendAt: '07:30',
  weekdays: [1, 3],
  senderName: 'Länet',
  replyTo: '',
  linkDays: 30,
  repeatDays: 7,
  escalateAfterDays: null,
  transport: { kind: 'folder', host: '/tmp', problem: '' },
  nextRun: null,
};

describe('the settings in a form', () => {
  it('come back as they were', () => {
    const same = { ...settings, version: undefined, transport: undefined, nextRun: undefined };
    expect(requestOf(valuesOf(settings))).toEqual(same);
    expect(requestOf(valuesOf({ ...settings, escalateAfterDays: 9 })).escalateAfterDays).toBe(9);
  });

  it('take away the reminder when it is turned off, and propose two weeks when it is turned on', () => {
    expect(requestOf({ ...valuesOf({ ...settings, escalateAfterDays: 9 }), escalates: false })).toMatchObject({
      escalateAfterDays: null,
    });
    expect(requestOf({ ...valuesOf(settings), escalates: true }).escalateAfterDays).toBe(14);
  });

  it('keep the days in order', () => {
    expect(toggledWeekday('1 5', 3, true)).toBe('1 3 5');
    expect(toggledWeekday('1 3 5', 3, false)).toBe('1 5');
    expect(toggledWeekday('1', 1, true)).toBe('1');
  });

  it('know a whole number within bounds', () => {
    expect(['1', '60', ' 7 '].map((text) => isWholeTo(text, 60))).toEqual([true, true, true]);
    expect(['0', '61', '', '1,5', '-1', 'ca 7'].some((text) => isWholeTo(text, 60))).toBe(false);
  });
});
