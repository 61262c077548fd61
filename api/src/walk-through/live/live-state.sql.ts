import { WRITER } from '../pen/pen.repository.ts';

/**
 * `LiveState` of meeting `m`. An answer that somebody corrects elsewhere shows on the screen too, so the versions of the
 * answers to its activities count: they only ever grow, as the meeting's own number does.
 */
export const LIVE_STATE = `json_build_object('number', m.live_number + coalesce((SELECT sum(f.version) FROM follow_up f
    WHERE f.activity_id IN (SELECT i.activity_id FROM agenda_item i WHERE i.meeting_id = m.id)), 0),
  'currentItemId', m.current_item_id, 'state', m.state, 'writer', ${WRITER})`;
