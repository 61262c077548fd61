import { Injectable, Injector, inject } from '@angular/core';
import type { Id, RotationActivity } from '@samhandling/contracts';
import { Messages } from '../../core/messages.ts';
import { RotationApi } from '../data/rotation-api.ts';
import { RotationChanges } from './rotation-changes.ts';
import { focusFirst } from './rows.ts';

/** Takes activities out of the planning for a time, with a reason, and back again. Lives as long as its page. */
@Injectable()
export class Parkings {
  private readonly api = inject(RotationApi);
  private readonly changes = inject(RotationChanges);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);

  async park(activity: RotationActivity): Promise<void> {
    const { askToPark } = await import('./park-dialog.ts');
    const input = await askToPark(this.injector, activity);
    if (input === null) return;
    await this.changes.inTurn(async () => {
      await this.changes.try(async () => {
        const { parking } = await this.api.park(this.groupId(), activity.id, activity.parking?.version ?? 0, input);
        const words = $localize`:@@rotation.park.done:${activity.reference}:reference: är parkerad.`;
        this.messages.say(
          words,
          parking
            ? this.changes.wayBack(() => this.api.unpark(this.groupId(), activity.id, parking.version))
            : undefined,
        );
      });
      this.changes.reload();
    });
  }

  async unpark(activity: RotationActivity): Promise<void> {
    const { parking } = activity;
    if (!parking) return;
    await this.changes.try(async () => {
      await this.api.unpark(this.groupId(), activity.id, parking.version);
      const words = $localize`:@@rotation.unpark.done:${activity.reference}:reference: är tillbaka i planeringen.`;
      this.messages.say(
        words,
        this.changes.wayBack(() => this.api.park(this.groupId(), activity.id, 0, parking)),
      );
      focusFirst(this.injector, '#aret');
    });
    this.changes.reload();
  }

  private groupId(): Id {
    return this.changes.rotation()?.group.id ?? '';
  }
}
