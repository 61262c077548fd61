import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Messages } from '../core/messages.ts';
import { Session } from '../core/session.ts';
import { someSession, useHttp } from '../core/testing.ts';
import { warnOfEnd } from './session-end.ts';

const END = '2026-03-12T20:00:00.000Z';

async function until(minutes: number): Promise<{ messages: Messages; net: ReturnType<typeof useHttp> }> {
  const net = useHttp();
  const ready = TestBed.inject(Session).ready();
  net.expectOne('/api/v1/session').flush({ ...someSession, expiresAt: END });
  await ready;
  jest.useFakeTimers({ now: Date.parse(END) - minutes * 60_000 });
  return { messages: TestBed.inject(Messages), net };
}

afterEach(() => jest.useRealTimers());

describe('warnOfEnd', () => {
  it('says the hour some minutes before, and once more to those who put it away', async () => {
    const { messages } = await until(30);
    warnOfEnd(TestBed.inject(Injector), END);
    expect(messages.current()).toBeNull();
    jest.advanceTimersByTime(20 * 60_000);
    expect(messages.current()?.text).toContain('Klockan 21:00');
    expect(messages.current()?.tone).toBe('note');
    expect(messages.current()?.undo?.label).toBe('Logga in igen nu');
    messages.close();
    jest.advanceTimersByTime(6 * 60_000);
    expect(messages.current()).toBeNull();
    jest.advanceTimersByTime(60_000);
    expect(messages.current()?.text).toContain('Klockan 21:00');
  });

  it('says nothing of a session that is over, or that was renewed meanwhile', async () => {
    const { messages, net } = await until(-1);
    warnOfEnd(TestBed.inject(Injector), END);
    jest.setSystemTime(Date.parse(END) - 12 * 60_000);
    warnOfEnd(TestBed.inject(Injector), END);
    const renewed = TestBed.inject(Session).refresh();
    net.expectOne('/api/v1/session').flush({ ...someSession, expiresAt: '2026-03-13T08:00:00.000Z' });
    await renewed;
    jest.advanceTimersByTime(60 * 60_000);
    expect(messages.current()).toBeNull();
  });
});
