import { Injectable } from '@nestjs/common';
import type { Writer } from '@samhandling/contracts';
import { adjusted, notFound, refused, type ProblemException } from '../../platform/http/problem-exception.ts';
import { PenRepository } from './pen.repository.ts';

/**
 * The pen of a meeting. Where somebody has it, nobody else writes in that meeting. Where nobody has it, whoever may write
 * does, and takes nothing by it: the version of each row keeps two writers from writing over each other, as everywhere, and
 * somebody who puts an item on next month's agenda is not to shut the others out for a minute (ADR 19).
 */
@Injectable()
export class PenService {
  constructor(private readonly pens: PenRepository) {}

  /**
   * To be called first in the unit of work of everything that is written in a meeting: refuses whoever does not have the pen
   * when another has it, counts the meeting's number up for those who follow, and holds the meeting until the commit, so that
   * writers of one meeting go one after the other.
   */
  async write(meetingId: string): Promise<void> {
    if (await this.pens.noteWriting(meetingId)) return;
    throw await this.why(meetingId);
  }

  /** For what is changed outside of the meeting and shown in it, such as a decision that somebody carries out. */
  async tell(meetingId: string | null, activityId: string | null): Promise<void> {
    await this.pens.noteElsewhere(meetingId, activityId);
  }

  /** Takes the pen, or keeps it. 409 with the name where another has it, unless it is taken by force. */
  async take(meetingId: string, force: boolean): Promise<Writer | null> {
    if (!(await this.pens.take(meetingId, force))) throw await this.why(meetingId);
    return this.find(meetingId);
  }

  async giveBack(meetingId: string): Promise<Writer | null> {
    await this.pens.giveBack(meetingId);
    return this.find(meetingId);
  }

  private async find(meetingId: string): Promise<Writer | null> {
    return (await this.pens.find(meetingId))?.writer ?? null;
  }

  private async why(meetingId: string): Promise<ProblemException> {
    const meeting = await this.pens.find(meetingId);
    if (!meeting) return notFound();
    if (meeting.state === 'adjusted') return adjusted();
    if (meeting.state === 'cancelled')
      return refused({ sv: 'Mötet är inställt.', en: 'The meeting has been cancelled.' });
    const name = meeting.writer?.name ?? '';
    return refused({
      sv: `${name} för anteckningarna just nu. Be om pennan, eller ta över den, innan du skriver.`,
      en: `${name} takes the notes right now. Ask for the pen, or take it over, before you write.`,
    });
  }
}
