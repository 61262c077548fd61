import { TestBed } from '@angular/core/testing';
import { type CalendarFeed, paths } from '@samhandling/contracts';
import { Confirm } from '../../core/confirm.ts';
import { useHttp } from '../../core/testing.ts';
import { CalendarFeedSection } from './calendar-feed.ts';

const FEED: CalendarFeed = {
  id: 'f1',
  createdAt: '2026-03-12T09:00:00.000Z',
  createdBy: { id: 'p1', name: 'Siv Prov' },
  lastFetchedAt: null,
  fetches: 0,
};

const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

async function open(groupId: string | null, feed: CalendarFeed | null, mayManage = true) {
  const net = useHttp();
  const fixture = TestBed.createComponent(CalendarFeedSection);
  fixture.componentRef.setInput('groupId', groupId);
  TestBed.tick();
  const path = groupId === null ? paths.accountFeed() : paths.groupFeed(groupId);
  net.expectOne(path).flush({ feed, mayManage });
  await turn();
  const root = fixture.nativeElement as HTMLElement;
  return {
    net,
    root,
    path,
    press: async (words: string) => {
      [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))?.click();
      await turn();
    },
  };
}

describe('a calendar address', () => {
  it('is shown when it has been made, and never read again', async () => {
    const { net, root, path, press } = await open(null, null);
    await press('Skapa kalenderadress');
    net
      .expectOne({ method: 'POST', url: path })
      .flush({ feed: FEED, url: 'https://x.example/api/v1/calendar/hemlig.ics' });
    await turn();
    net.expectOne({ method: 'GET', url: path }).flush({ feed: FEED, mayManage: true });
    await turn();
    expect(root.querySelector('input')?.value).toBe('https://x.example/api/v1/calendar/hemlig.ics');
    expect(root.textContent).toContain('Adressen visas bara nu');
  });

  it('is renewed on a yes, naming the one it takes the place of', async () => {
    const { net, root, press } = await open('g1', FEED);
    expect(root.textContent).toContain('Inget kalenderprogram har hämtat den än');
    const ask = jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    await press('Byt adress');
    net.verify();
    await press('Byt adress');
    expect(ask).toHaveBeenCalledTimes(2);
    expect(net.expectOne(paths.groupFeedRenew('g1')).request.body).toEqual({ replaces: 'f1' });
  });

  it('of a group says who can make one to whoever cannot', async () => {
    const { root } = await open('g1', null, false);
    expect(root.textContent).toContain('Den som sköter gruppen kan skapa en');
    expect(root.querySelector('button')).toBeNull();
  });
});
